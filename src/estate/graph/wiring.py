"""Who is related to whom on one day, by number: what every answer of the graph is made from.

Records are numbered in the order of their ids, so that ascending numbers are ascending ids. Rows
(a relation as the records hold it) and arrows are made when a question first needs them, and kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Final, NamedTuple

from estate.errors import Fault
from estate.findings.place import Place
from estate.model import SECTIONS, Contract, Estate, Link, relations_of
from estate.model.relations import BY_NAME

_COVERS: Final = "covers"
_COVERED: Final = "covered_by"


class Row(NamedTuple):
    """Items of one relation, of one owner: those of a field of a record, from position `first`.

    The record is the owner itself, but where a contract says what it covers.
    """

    owner: int
    field: str
    record: int
    first: int
    links: tuple[Link, ...]


Neighbours = Mapping[int, list[int]]
"""Numbers to ascending numbers; who has none is absent."""


class Pairs(NamedTuple):
    """Arrows one by one: where each comes from, and where it leads."""

    sources: array[int]
    ends: array[int]


class Arrows:
    """Arrows between records, each of which stands once."""

    def __init__(self, forward: Neighbours) -> None:
        self.forward = forward

    @cached_property
    def back(self) -> Neighbours:
        """Who leads to whom."""
        found: dict[int, list[int]] = {}
        for source in sorted(self.forward):
            for target in self.forward[source]:
                found.setdefault(target, []).append(source)
        return found

    @cached_property
    def turned(self) -> Arrows:
        """The same arrows, turned round."""
        return Arrows(self.back)


class Wiring:
    """The relations of an estate on the day `on`.

    The estate is resolved: every id that a relation names is there. Otherwise a question that
    meets the id raises `Fault`.
    """

    def __init__(self, estate: Estate, on: date) -> None:
        self.on = on
        self.ids: tuple[str, ...] = tuple(sorted(entry.id for entry in estate))
        self.index: dict[str, int] = {key: number for number, key in enumerate(self.ids)}
        self._estate = estate
        self._rows: dict[str, list[Row]] = {}
        self._arrows: dict[tuple[frozenset[str], bool], Arrows] = {}
        self._pairs: dict[tuple[str, str], Pairs] = {}

    @cached_property
    def items(self) -> int:
        """How many items of relations the records hold, whatever their dates."""
        return sum(
            len(links)
            for section, records in self._estate.sections.items()
            for _, field in relations_of(SECTIONS[section].kind)
            for links in map(attrgetter(field), records.values())
            if links
        )

    def rows(self, relation: str) -> list[Row]:
        """Return the rows of a relation, by owner."""
        if relation not in self._rows:
            found = [*self._written(relation), *self._covers(relation)]
            self._rows[relation] = sorted(found)  # no two are alike as far as `first`
        return self._rows[relation]

    def _written(self, relation: str) -> Iterator[Row]:
        for section, records in self._estate.sections.items():
            for held, field in relations_of(SECTIONS[section].kind):
                if held.name != relation:
                    continue
                for key, links in zip(
                    records, map(attrgetter(field), records.values()), strict=True
                ):
                    if links:
                        owner = self.index[key]
                        yield Row(owner, field, owner, 0, links)

    def _covers(self, relation: str) -> Iterator[Row]:
        """Yield what contracts say they cover: it is `covered_by`, told from the other end."""
        contracts = self._estate.of(Contract.kind) if relation == _COVERED else {}
        for key, contract in contracts.items():
            record = self.index[key]
            for position, asset in enumerate(getattr(contract, _COVERS) or ()):
                if asset not in self.index:
                    raise Fault(f"connecting {Place(key, (_COVERS, position))}: no {asset!r}")
                yield Row(self.index[asset], _COVERS, record, position, (Link(to=key),))

    def live(self, relation: str) -> Iterator[tuple[Row, int, Link]]:
        """Yield every item of a relation that holds on the day: its row, position and link."""
        on = self.on
        for row in self.rows(relation):
            for position, link in enumerate(row.links, row.first):
                if link.begins <= on <= link.until:
                    yield row, position, link

    def holds_on(self, day: date) -> bool:
        """Whether the same items hold on another day."""
        on = self.on
        return all(
            (link.begins <= on <= link.until) == (link.begins <= day <= link.until)
            for relation in BY_NAME
            for row in self.rows(relation)
            for link in row.links
        )

    def numbers(self, relation: str, row: Row, position: int, link: Link) -> tuple[int, ...]:
        """Return the numbers of the targets of an item."""
        index = self.index
        try:
            if link.to is not None:
                return (index[link.to],)
            return tuple([index[key] for key in link.targets])
        except KeyError as error:
            raise Fault(f"connecting {self.place(relation, row, position)}: no {error}") from error

    def place(self, relation: str, row: Row, position: int) -> Place:
        """Return where an item stands; a shorthand field (`supplier`) is no list."""
        listed = row.field in (relation, _COVERS)
        return Place(self.ids[row.record], (row.field, position) if listed else (row.field,))

    def arrows(self, relations: Iterable[str], *, soft: bool) -> Arrows:
        """Return the arrows of some relations in the direction of dependency.

        All members of a redundancy group are in. `soft` lets soft items in beside hard ones.
        """
        key = (frozenset(relations), soft)
        if key not in self._arrows:
            found: dict[int, list[int]] = {}
            for relation in sorted(key[0]):
                for strength in ("hard", "soft") if soft else ("hard",):
                    _collect(self._pairs_of(relation, strength), found)
            ascending = {
                source: ends if len(ends) == 1 else sorted(set(ends))
                for source, ends in found.items()
            }
            self._arrows[key] = Arrows(ascending)
        return self._arrows[key]

    def _pairs_of(self, relation: str, strength: str) -> Pairs:
        """Return the arrows of a relation that are hard, or soft: their sources, their ends."""
        if (relation, strength) not in self._pairs:
            found = {each: Pairs(array("i"), array("i")) for each in ("hard", "soft")}
            for row, position, link in self.live(relation):
                owners, targets = found[link.strength]
                for target in self.numbers(relation, row, position, link):
                    owners.append(row.owner)
                    targets.append(target)
            turned = BY_NAME[relation].need == "target"
            for each, (owners, targets) in found.items():
                turn = Pairs(targets, owners) if turned else Pairs(owners, targets)
                self._pairs[relation, each] = turn
        return self._pairs[relation, strength]


def _collect(pairs: Pairs, found: dict[int, list[int]]) -> None:
    """Add arrows to those that are known, by source."""
    for source, end in zip(pairs.sources, pairs.ends, strict=True):
        if source in found:
            found[source].append(end)
        else:
            found[source] = [end]
