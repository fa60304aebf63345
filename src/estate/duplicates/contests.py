"""Who competes with whom: the groups that the facts have, cut down to systems that compete.

Within one organisation compete line-of-business products that support one service or function,
separate instances of one product, and platforms that offer one capability. Across organisations
compete products for one service or function, and instances of one product. The same systems that
match in several things are one contest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from estate.duplicates.candidate import Scope
from estate.duplicates.rationalisation import Standing
from estate.facts import Duplication, Facts
from estate.facts.grouping import Group, groups_of
from estate.facts.rivalry import Rival, Rivalry, across, within
from estate.frozen import frozen

__all__ = ["Contest", "contests_of", "standing_of"]

_PAIR: Final = 2
_TESTED: Final = ("service", "function")


@frozen
class Contest:
    """Systems that compete, whose organisations these are, and the groups in which they match."""

    scope: Scope
    organisations: tuple[str, ...]
    members: tuple[str, ...]
    groups: tuple[Duplication, ...]


def contests_of(facts: Facts) -> tuple[Contest, ...]:
    """Return every contest, the narrower scope first, then by members."""
    groups = {f"{group.level}:{group.key}": group for group in groups_of(facts)}
    rivalry = Rivalry(facts)
    found: dict[tuple[Scope, tuple[str, ...]], tuple[set[str], list[Duplication]]] = {}
    for duplication in facts.subjects("duplication"):
        group = groups[duplication.id]
        for scope, organisations, members in _contests(facts, rivalry, duplication, group):
            if len(members) < _PAIR:
                continue
            councils, matches = found.setdefault((scope, tuple(sorted(members))), (set(), []))
            councils.update(organisations)
            if duplication not in matches[-1:]:
                matches.append(duplication)
    order = sorted(found, key=lambda key: (key[0] == "across", key[1]))
    return tuple(
        Contest(scope, tuple(sorted(found[scope, members][0])), members, tuple(matches))
        for scope, members in order
        for _, matches in (found[scope, members],)
    )


def standing_of(duplication: Duplication) -> Standing:
    """Return how far the members of a group compete, by what the facts count."""
    counts = [_counted(duplication, share) for share in duplication.by_organisation]
    if duplication.level in _TESTED:
        counts.append(duplication.across)
    if any(count is not None and count >= _PAIR for count in counts):
        return "competing"
    return "unknown" if None in counts else "complementary"


def _counted(duplication: Duplication, share: object) -> int | None:
    names = {"product": "instances", "capability": "platforms"}
    return getattr(share, names.get(duplication.level, "competing"), None)


_Found = tuple[Scope, Iterable[str], set[str]]


def _contests(
    facts: Facts, rivalry: Rivalry, duplication: Duplication, group: Group
) -> Iterator[_Found]:
    """Yield each contest in a group: its scope, its organisations, its members."""
    if duplication.level == "product":
        yield from _instances(facts, rivalry, duplication, group)
    elif duplication.level == "capability":
        yield from _platforms(duplication, group)
    else:
        yield from _products(rivalry, duplication, group)


def _instances(
    facts: Facts, rivalry: Rivalry, duplication: Duplication, group: Group
) -> Iterator[_Found]:
    for council in _where(duplication):
        certain = [key for key, served in group.members.items() if council in served.known]
        yield "organisation", (council,), set(_separate(facts, rivalry, certain))
    known = {key: served.known for key, served in group.members.items() if served.known}
    separate = list(_separate(facts, rivalry, known))
    councils = {frozenset(known[key]) for key in separate}
    if any(not one & other for one in councils for other in councils):
        yield "across", set[str]().union(*councils), set(separate)


def _separate(facts: Facts, rivalry: Rivalry, keys: Iterable[str]) -> Iterator[str]:
    """Yield those of some instances that are separate: what another stands in for is none."""
    left = sorted(keys)
    for key in tuple(left):
        if _linked(facts, key) and rivalry.instances([k for k in left if k != key]) == (
            rivalry.instances(left)
        ):
            left.remove(key)
    yield from left


def _linked(facts: Facts, key: str) -> bool:
    return any(
        found
        for relation in ("fails_over_to", "replaces")
        for found in (facts.graph.holders(key, relation), facts.graph.related(key, relation))
    )


def _platforms(duplication: Duplication, group: Group) -> Iterator[_Found]:
    category = {member.id: member.category for member in duplication.members}
    for council in _where(duplication):
        held = {k for k, served in group.members.items() if council in served.known}
        yield "organisation", (council,), {k for k in held if category[k] == "platform"}


def _products(rivalry: Rivalry, duplication: Duplication, group: Group) -> Iterator[_Found]:
    found = {key: rivalry.rival(key, councils) for key, councils in group.members.items()}
    rivals = {key: rival for key, rival in found.items() if rival is not None}
    for council in _where(duplication):
        here = {
            key: rival._replace(councils=frozenset(), unsure=False)
            for key, rival in rivals.items()
            if council in rival.councils
        }
        yield "organisation", (council,), _meeting(rivalry, here, within)
    if (duplication.across or 0) >= _PAIR:
        members = _meeting(rivalry, rivals, across)
        councils = set[str]().union(*(rivals[key].councils for key in members))
        yield "across", councils, members


def _where(duplication: Duplication) -> list[str]:
    """Return the organisations in which two or more surely compete."""
    return [
        share.organisation
        for share in duplication.by_organisation
        if share is not None and (_counted(duplication, share) or 0) >= _PAIR
    ]


def _meeting(rivalry: Rivalry, rivals: Mapping[str, Rival], meet: object) -> set[str]:
    """Return those that surely compete with another.

    Members alike in all are judged once, and two of whom that is known already are left out.
    """
    alike: dict[Rival, list[str]] = {}
    for key, rival in rivals.items():
        alike.setdefault(rival, []).append(key)
    kinds = list(alike)
    compete: set[str] = set()
    for position, one in enumerate(kinds):
        for other in kinds[position:]:
            known = alike[one][0] in compete and alike[other][0] in compete
            if known or (one is other and len(alike[one]) == 1):
                continue
            if rivalry.competing((one, other), meet) == _PAIR:  # type: ignore[arg-type]  # within or across
                compete.update(alike[one], alike[other])
    return compete
