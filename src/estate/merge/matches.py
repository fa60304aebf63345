"""What several councils have that is probably one: systems, suppliers and services."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, Literal

from estate.facts import PRESENT, Duplication, Facts
from estate.facts.twins import alike
from estate.findings.reorganisation import Match, One, Pattern
from estate.model import Application, Service

__all__ = ["matches_of", "pattern_of"]

_LEGAL: Final = re.compile(r"[\s,]+(?:ltd|limited|plc|llp|inc|uk|group|\(uk\))\.?$", re.IGNORECASE)
"""What stands behind a company's name and tells no two apart."""

_LEVELS: Final = {
    "product": "the same product, {name}",
    "service": "the same service, {name}",
}
"""The levels of duplication at which two systems are put side by side."""

Kind = Literal["system", "supplier", "service"]


def matches_of(facts: Facts) -> tuple[Match, ...]:
    """Return what is probably one, by kind, with why it is thought so; the largest first."""
    found = [*_systems(facts), *_suppliers(facts), *_services(facts)]
    order = ("system", "supplier", "service")
    return tuple(
        sorted(found, key=lambda m: (order.index(m.kind), -len(m.records), m.records[0].id))
    )


def pattern_of(facts: Facts, keys: Iterable[str], *, alike_elsewhere: bool) -> Pattern:
    """Return how systems come to their successors, as GDS Local's transition work names it."""
    successors = facts.column("asset.successors")
    sharing = [successors.get(key) for key in keys]
    parts = any(found is not None and len(found) > 1 for found in sharing)
    if parts:
        if alike_elsewhere:
            return "extract, partition and consolidate"
        return "extract and partition"
    return "choose and consolidate" if alike_elsewhere else "inherit"


def _systems(facts: Facts) -> Iterator[Match]:
    """Yield systems of different councils: of one product, for one service, or alike in name."""
    state = facts.column("asset.state")
    entries = {
        key: entry for key, entry in facts.estate.of("application").items() if state[key] in PRESENT
    }
    groups = _Groups()
    for each in facts.subjects("duplication"):
        if isinstance(each, Duplication) and each.level in _LEVELS:
            ids = _apart(facts, [m for m in each.members if m.id in entries], each.level)
            if ids:
                groups.add(ids, _LEVELS[each.level].format(name=each.name or each.key))
    for ids in _clusters(_alike(facts, entries)):
        groups.add(ids, "alike in name")
    yield from groups.matches("system", lambda key: _one(facts, entries[key]), facts)


def _apart(facts: Facts, members: Iterable[Application], level: str) -> list[str]:
    """Return those of a group that different councils have for themselves; none if one has all.

    What all of them share serves all already. Of those that serve one service, a portal or a
    platform is no rival of the system behind it.
    """
    sharing = facts.column("asset.organisations")
    found = [
        member.id
        for member in members
        if level == "product" or member.category in (None, "line-of-business")
    ]
    known = {key: frozenset(sharing.get(key) or ()) for key in found}
    every = frozenset[str]().union(*known.values())
    own = [key for key in found if known[key] and known[key] != every]
    return own if len({known[key] for key in own}) > 1 else []


def _suppliers(facts: Facts) -> Iterator[Match]:
    """Yield suppliers alike in name, but for what kind of company they are."""
    entries = facts.estate.of("supplier")
    groups = _Groups()
    names = {key: _company(entry.name) for key, entry in entries.items()}
    by_name: dict[str, list[str]] = {}
    for key, name in names.items():
        by_name.setdefault(name.casefold(), []).append(key)
    for ids in by_name.values():
        if len(ids) > 1:
            groups.add(ids, "the same name")
    for ids in _clusters(sorted(alike(names))):
        if len({names[key].casefold() for key in ids}) > 1:
            groups.add(ids, "alike in name")
    yield from groups.matches("supplier", lambda key: One(key, entries[key].name, ()), None)


def _company(name: str) -> str:
    while (shorter := _LEGAL.sub("", name)) and shorter != name:
        name = shorter
    return name


def _services(facts: Facts) -> Iterator[Match]:
    """Yield services of different councils: of one number in the national list, or alike."""
    state = facts.column("asset.state")
    entries = {
        key: entry
        for key, entry in facts.estate.of("service").items()
        if isinstance(entry, Service) and state[key] in PRESENT
    }
    groups, numbered = _Groups(), dict[str, list[str]]()
    for key, entry in entries.items():
        if entry.lgsl is not None:
            numbered.setdefault(str(entry.lgsl), []).append(key)
    for number, ids in numbered.items():
        if _councils(facts, ids) > 1:
            groups.add(ids, f"number {number} of the Local Government Services List")
    near = (
        (one, other)
        for one, other in _alike(facts, entries)
        if len({entries[one].lgsl, entries[other].lgsl} - {None}) < 2  # noqa: PLR2004 - not two
    )
    for ids in _clusters(near):
        groups.add(ids, "alike in name")
    yield from groups.matches("service", lambda key: _one(facts, entries[key]), None)


def _alike(facts: Facts, entries: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the pairs alike in name that are not known to be one council's."""
    sharing = facts.column("asset.organisations")
    for one, other in sorted(alike({key: entry.name for key, entry in entries.items()})):
        first, second = set(sharing.get(one) or ()), set(sharing.get(other) or ())
        if first != second or not first:
            yield one, other


def _clusters(pairs: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """Yield the ids that hang together by some pairs, each once."""
    near: dict[str, set[str]] = {}
    for one, other in pairs:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    seen: set[str] = set()
    for start in sorted(near):
        found, todo = {start}, [start]
        while todo and start not in seen:
            more = near[todo.pop()] - found
            found |= more
            todo += more
        if start not in seen:
            yield sorted(found)
            seen |= found


def _councils(facts: Facts, ids: Iterable[str]) -> int:
    """Return how many different sets of councils have these records."""
    sharing = facts.column("asset.organisations")
    return len({tuple(sharing.get(key) or ()) for key in ids if sharing.get(key)})


def _one(facts: Facts, entry: Any) -> One:  # noqa: ANN401 - an asset
    return One(entry.id, entry.name, tuple(facts.column("asset.organisations")[entry.id] or ()))


class _Groups:
    """Groups of records, each with the reasons why they are thought to be one."""

    def __init__(self) -> None:
        self._said: dict[frozenset[str], dict[str, None]] = {}

    def add(self, ids: Iterable[str], reason: str) -> None:
        """Put records together for a reason."""
        self._said.setdefault(frozenset(ids), {})[reason] = None

    def matches(
        self, kind: Kind, one: Callable[[str], One], facts: Facts | None
    ) -> Iterator[Match]:
        """Yield each group with its reasons; of systems, with the pattern that fits.

        A group that lies within another gives that its reasons.
        """
        holding: dict[str, list[frozenset[str]]] = {}
        for ids in sorted(self._said, key=lambda ids: (-len(ids), sorted(ids))):
            wider = next((each for each in holding.get(min(ids), ()) if ids <= each), None)
            if wider is not None:
                self._said[wider] |= self._said[ids]
                continue
            for key in ids:
                holding.setdefault(key, []).append(ids)
        for ids in sorted({each for held in holding.values() for each in held}, key=sorted):
            records = tuple(one(key) for key in sorted(ids))
            pattern = pattern_of(facts, ids, alike_elsewhere=True) if facts else ""
            yield Match(kind, records, tuple(self._said[ids]), pattern)
