"""The estate as it is in use on a day: who can stop, and for want of whom.

What is planned cannot stop yet, and nobody waits for it; what is retired has stopped, and nobody
needs it any more. So a need of such a thing, or for one, is no need; it leaves a redundancy group,
which needs no more members than it has left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache
from operator import attrgetter
from typing import Any, Final, cast

from estate.facts import PRESENT, Facts
from estate.frozen import frozen
from estate.graph import NEEDS, EstateGraph
from estate.model import SECTIONS, Entry, Estate, Link, relations_of
from estate.model.relations import BY_NAME, Relation

STANDBY: Final = "fails_over_to"
_CUT: Final = frozenset({*NEEDS, STANDBY})


@frozen
class Need:
    """Somebody needs at least so many of some members; `chosen` where more are held ready."""

    relation: str
    members: tuple[str, ...]
    at_least: int
    hard: bool
    purpose: str | None = None

    @property
    def chosen(self) -> bool:
        """Whether there are more members than it needs."""
        return len(self.members) > self.at_least


class InUse:
    """What is in use on a day, and the graph of it.

    `absent` gives the state of every asset that is not in use.
    """

    def __init__(self, facts: Facts) -> None:
        state: Mapping[str, str] = facts.column("asset.state")
        self.on = facts.today
        self.absent = {key: said for key, said in state.items() if said not in PRESENT}
        self._loose: list[tuple[str, tuple[str, ...]]] = []
        touched = self._survey(facts.estate)
        self.estate = _cut(facts.estate, touched, self.absent) if touched else facts.estate
        self.graph = (
            facts.graph if self.estate is facts.estate else EstateGraph(self.estate, self.on)
        )

    def entry(self, key: str) -> Entry:
        """Return a record that is known to be there."""
        found = self.estate.get(key)
        assert found is not None  # noqa: S101 - ids come from the graph of this estate
        return found

    def needs(self, key: str) -> Iterator[Need]:
        """Yield what an asset needs on the day, hard and soft."""
        entry = self.entry(key)
        for relation, field in _held(entry.kind):
            if relation.need == "owner":
                for link in self._live(entry, field):
                    hard = link.strength == "hard"
                    yield Need(relation.name, link.targets, int(link.at_least), hard, link.purpose)
        for relation in _TURNED:
            if entry.kind in relation.targets:
                yield from self._said_by_others(key, relation)

    def standby(self, key: str) -> Iterator[Need]:
        """Yield what an asset fails over to, hard: any item is enough."""
        entry = self.entry(key)
        for link in self._live(entry, STANDBY) if hasattr(entry, STANDBY) else ():
            if link.strength == "hard":
                yield Need(STANDBY, link.targets, int(link.at_least), hard=True)

    def leaning_on(self, lost: AbstractSet[str]) -> list[str]:
        """Return who names some of these softly or among several, ascending: who may go on."""
        found = {key for key, named in self._loose if not lost.isdisjoint(named)}
        soft = (each for key in lost for each in self._softly_served(key))
        return sorted(found.union(soft))

    def _survey(self, estate: Estate) -> dict[str, dict[str, list[str]]]:
        """Look at every need once: return, by section and record, the fields that are to be cut.

        Whom an owner names softly, or among several, is noted on the way.
        """
        absent, touched = self.absent, dict[str, dict[str, list[str]]]()
        for section, kind in SECTIONS.items():
            records = estate.sections[section]
            for _, field in _held(kind.kind):
                for key, links in zip(
                    records, map(attrgetter(field), records.values()), strict=True
                ):
                    if links and (_touches(links, absent) or key in absent):
                        touched.setdefault(section, {}).setdefault(key, []).append(field)
                    for link in links or ():
                        if link.any_of is not None or link.strength == "soft":
                            self._loose.append((key, link.targets))
        return touched

    def _softly_served(self, key: str) -> Iterator[str]:
        entry = self.entry(key)
        for relation in _TURNED:
            for link in self._live(entry, relation.name) if hasattr(entry, relation.name) else ():
                if link.strength == "soft":
                    yield from link.targets

    def _said_by_others(self, key: str, relation: Relation) -> Iterator[Need]:
        for holder in self.graph.holders(key, relation.name):
            for link in self._live(self.entry(holder), relation.name):
                if key in link.targets:
                    hard = link.strength == "hard"
                    yield Need(relation.name, (holder,), 1, hard, link.purpose)

    def _live(self, entry: Entry, field: str) -> Iterator[Link]:
        links: tuple[Link, ...] = getattr(entry, field) or ()
        return (link for link in links if link.begins <= self.on <= link.until)


_TURNED: Final = tuple(BY_NAME[name] for name in NEEDS if BY_NAME[name].need == "target")


@cache
def _held(kind: str) -> tuple[tuple[Relation, str], ...]:
    """Return the dependencies that records of a kind may hold, with their fields."""
    return tuple((held, field) for held, field in relations_of(kind) if held.name in _CUT)


def in_use(facts: Facts) -> InUse:
    """Return what is in use; ask by `facts.once(in_use)`."""
    return InUse(facts)


def _cut(
    estate: Estate, touched: Mapping[str, Mapping[str, list[str]]], absent: Mapping[str, str]
) -> Estate:
    """Return the estate without the needs of what is absent, and for it."""
    sections = dict(estate.sections)
    for section, fields in touched.items():
        records, fresh = estate.sections[section], dict[str, Entry]()
        for key, names in fields.items():
            record = records[key]
            kept = {
                name: () if key in absent else tuple(_kept(getattr(record, name), absent))
                for name in names
            }
            fresh[key] = replace(record, **cast("dict[str, Any]", kept))
        sections[section] = {**records, **fresh}
    return replace(estate, sections=sections)


def _touches(links: tuple[Link, ...], absent: Mapping[str, str]) -> bool:
    """Whether one of these names something that is absent; this is asked of every item there is."""
    for link in links:
        if link.to in absent or (link.any_of and any(key in absent for key in link.any_of)):
            return True
    return False


def _kept(links: tuple[Link, ...], absent: Mapping[str, str]) -> Iterator[Link]:
    for link in links:
        left = tuple(key for key in link.targets if key not in absent)
        if len(left) == len(link.targets):
            yield link
        elif left:
            yield replace(link, any_of=left, at_least=min(int(link.at_least), len(left)))
