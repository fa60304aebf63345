"""Edges with all that their items say, by the record they leave and the record they enter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from estate.frozen import frozen
from estate.graph.edge import Edge
from estate.graph.wiring import Row, Wiring
from estate.model import Link
from estate.model.relations import BY_NAME, RELATIONS


class Strand(NamedTuple):
    """An edge before it is asked for. The first seven parts, which are its own, order it."""

    source: int
    target: int
    relation: str
    record: int
    field: str
    position: int
    member: int
    row: Row
    link: Link


@frozen
class Bundle:
    """All strands of some relations, in order, and the same by source and by target."""

    strands: tuple[Strand, ...]
    leaving: Mapping[int, list[Strand]]
    entering: Mapping[int, list[Strand]]


class Strands:
    """The edges of a wiring, made when asked for: there are many, and few are looked at."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring
        self._bundles: dict[frozenset[str], Bundle] = {}

    def bundle(self, relations: Iterable[str]) -> Bundle:
        """Return the strands of some relations."""
        key = frozenset(relations)
        if key not in self._bundles:
            found = [strand for relation in sorted(key) for strand in self._strands(relation)]
            self._bundles[key] = _bundle(found)
        return self._bundles[key]

    def edges(self, strands: Iterable[Strand]) -> Iterator[Edge]:
        """Yield the edges that strands stand for."""
        ids = self._wiring.ids
        for strand in strands:
            link = strand.link
            yield Edge(
                source=ids[strand.source],
                target=ids[strand.target],
                relation=strand.relation,
                strength=link.strength,
                begins=link.begins,
                until=link.until,
                group=self._group(strand),
                at_least=int(link.at_least),
                place=self._wiring.place(strand.relation, strand.row, strand.position),
                purpose=link.purpose,
                style=link.style,
            )

    def _strands(self, relation: str) -> Iterator[Strand]:
        turned = BY_NAME[relation].need == "target"
        for row, position, link in self._wiring.live(relation):
            targets = self._wiring.numbers(relation, row, position, link)
            for member, target in enumerate(targets):
                source, end = (target, row.owner) if turned else (row.owner, target)
                yield Strand(
                    source, end, relation, row.record, row.field, position, member, row, link
                )

    def _group(self, strand: Strand) -> int | None:
        return self._groups.get((strand.record, strand.field, strand.position))

    @cached_property
    def _groups(self) -> dict[tuple[int, str, int], int]:
        """Number the groups in the order of the records, fields and positions that hold them.

        Where the targets need the owner, an item with several targets is no group: each has a
        need of its own.
        """
        held = sorted(
            (row.record, row.field, position)
            for relation in RELATIONS
            if relation.need != "target"
            for row, position, link in self._wiring.live(relation.name)
            if link.any_of is not None
        )
        return {item: number for number, item in enumerate(held)}


def _bundle(found: list[Strand]) -> Bundle:
    leaving: dict[int, list[Strand]] = {}
    entering: dict[int, list[Strand]] = {}
    strands = tuple(sorted(found, key=lambda strand: strand[:7]))
    for strand in strands:
        leaving.setdefault(strand.source, []).append(strand)
        entering.setdefault(strand.target, []).append(strand)
    return Bundle(strands, leaving, entering)
