"""What goes with systems that go: what they use and nothing else that is still there needs.

It may go when each of its users goes: with a server what runs on it, is hosted on it, fails over
to it or is backed up to it; with a licence whoever is licensed by it; with a contract whatever it
covers. Soft and planned use keeps it as well. Rings of things that need only one another go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from estate.facts import PRESENT, Facts
from estate.frozen import frozen
from estate.model import Asset, Device

__all__ = ["Released", "released"]

_MACHINES: Final = ("server", "device", "connection")
_BOUGHT: Final = ("licence", "contract")
_USE: Final = ("fails_over_to", "backs_up_to")


@frozen
class Released:
    """What goes with some systems, and what stays though they use it, with its other users.

    `users` gives for each thing that goes those of the systems that lead to it.
    """

    gone: tuple[str, ...]
    users: Mapping[str, tuple[str, ...]]
    kept: tuple[tuple[str, tuple[str, ...]], ...]


def released(facts: Facts, systems: Iterable[str]) -> Released:
    """Return what goes when systems go: ascending, without themselves."""
    leaving = set(systems)
    leads: dict[str, list[str]] = {}
    for system in sorted(leaving):
        for key in _reach(facts, system):
            leads.setdefault(key, []).append(system)
    gone = leads.keys() - leaving
    users = {key: users_of(facts, key) for key in sorted(gone)}
    queue = [key for key in users if not leaving.issuperset(u for u in users[key] if u not in gone)]
    while queue:
        key = queue.pop()
        if key in gone:
            gone.discard(key)
            queue.extend(k for k in used_by(facts, key) if k in gone)
    going = leaving | gone
    near = {used for key in going for used in used_by(facts, key)} - going
    kept = ((key, tuple(k for k in users[key] if k not in going)) for key in sorted(near))
    return Released(tuple(sorted(gone)), {k: tuple(leads[k]) for k in gone}, tuple(kept))


def _reach(facts: Facts, system: str) -> set[str]:
    """Return a system and all that it uses, directly or not, that may go at all."""
    found = {system}
    queue = [system]
    for key in queue:  # grows while it is read
        fresh = [used for used in used_by(facts, key) if used not in found]
        found.update(fresh)
        queue.extend(fresh)
    return found


def used_by(facts: Facts, key: str) -> tuple[str, ...]:
    """Return what an asset uses and could take along: machines, lines, interfaces, what is bought.

    A fleet serves people by itself, and an ended contract is over: neither goes.
    """
    known = facts.once(_uses)
    if key not in known:
        known[key] = tuple(_used_by(facts, key))
    return known[key]


def _uses(_facts: Facts) -> dict[str, tuple[str, ...]]:
    """Return what assets use, as far as somebody has asked: many candidates ask of one asset."""
    return {}


def _used_by(facts: Facts, key: str) -> Iterator[str]:
    graph, state = facts.graph, facts.column("asset.state")
    named = [*graph.direct_needs(key), *graph.related(key, "provides")]
    named += [k for relation in _USE for k in graph.related(key, relation)]
    named += [k for relation in ("licensed_by", "covered_by") for k in graph.related(key, relation)]
    named += facts.once(_supports_bought).get(key, ())
    for used in dict.fromkeys(named):
        asset = facts.estate.get(used)
        if isinstance(asset, Asset) and state[used] in PRESENT and _may_go(facts, key, asset):
            yield used


def _may_go(facts: Facts, user: str, asset: Asset) -> bool:
    if asset.kind == "api":
        return user in facts.graph.holders(asset.id, "provides")
    if asset.kind == "contract":
        return facts.column("contract.in_force")[asset.id] is not False
    fleet = isinstance(asset, Device) and asset.form == "fleet"
    return asset.kind in {*_MACHINES, *_BOUGHT} and not fleet


def users_of(facts: Facts, key: str) -> tuple[str, ...]:
    """Return who uses an asset, is not retired, and would miss it; an interface its providers."""
    known = facts.once(_users)
    if key not in known:
        known[key] = tuple(_users_of(facts, key))
    return known[key]


def _users(_facts: Facts) -> dict[str, tuple[str, ...]]:
    """Return who uses assets, as far as somebody has asked."""
    return {}


def _users_of(facts: Facts, key: str) -> Iterator[str]:
    asset = facts.estate.get(key)
    kind = asset.kind if asset is not None else ""
    graph, state = facts.graph, facts.column("asset.state")
    if kind == "api":
        named: list[str] = [*graph.holders(key, "provides")]
    elif kind == "contract":
        named = [*graph.holders(key, "covered_by")]
    elif kind == "licence":
        named = [*graph.holders(key, "licensed_by"), *facts.once(_supported_by).get(key, ())]
    else:
        named = [*graph.direct_needers(key)]
        named += [k for relation in _USE for k in graph.holders(key, relation)]
    for user in sorted(set(named) - {key}):
        if state.get(user, "retired") != "retired":
            yield user


def _supported_by(facts: Facts) -> dict[str, tuple[str, ...]]:
    """For each licence the assets whose software takes extended support from it."""
    found: dict[str, list[str]] = {}
    for asset in facts.assets:
        for item in getattr(asset, "software", None) or ():
            if item.extended_support:
                found.setdefault(item.extended_support, []).append(asset.id)
    return {key: tuple(dict.fromkeys(owners)) for key, owners in found.items()}


def _supports_bought(facts: Facts) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for licence, owners in facts.once(_supported_by).items():
        for owner in owners:
            found.setdefault(owner, []).append(licence)
    return found
