"""Which records the rows ask for, and which of those that ask for one id may have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final

from estate.exchange.table.bound import Bound, Reader, Scope
from estate.exchange.table.cells import UNKNOWN, Cell, Row, content
from estate.exchange.table.mapping import Output
from estate.exchange.table.readers import Test, id_reader, label_of, reader_of, test_of
from estate.exchange.table.slug import clipped

__all__ = ["Candidate", "Maker", "candidates_of", "makers_of", "settle"]

_NAMELESS: Final = frozenset({"exceptions"})
"""Sections whose records need no name."""


@dataclass(slots=True, eq=False)
class Maker:
    """An output ready to work: its conditions, what it is made for, and its id."""

    output: Output
    table: Bound
    test: Test
    each: Reader | None
    id: Reader
    name: Reader | None
    id_label: str


@dataclass(slots=True, eq=False)
class Candidate:
    """A record that a row asks for, or asks to add to."""

    maker: Maker
    scope: Scope
    id: str
    named: bool

    @property
    def row(self) -> Row:
        """The row that asks."""
        return self.scope.row

    @property
    def section(self) -> str:
        """The section in which the record stands."""
        return self.maker.output.section

    def refuse(self, reason: str) -> None:
        """Give the record up, with the reason."""
        self.row.failures.append((self.maker.id_label, self.id, reason))


def makers_of(table: Bound, tables: Mapping[str, Bound]) -> list[Maker]:
    """Make the outputs of a table ready."""
    return [_maker(output, table, tables) for output in table.table.outputs]


def _maker(output: Output, table: Bound, tables: Mapping[str, Bound]) -> Maker:
    name = output.fields.get("name")
    return Maker(
        output,
        table,
        test_of(output.where, table),
        reader_of(output.each, table, tables) if output.each else None,
        id_reader(output.id, table, tables),
        reader_of(name, table, tables) if name else None,
        label_of(output.id, table),
    )


def candidates_of(maker: Maker) -> Iterator[Candidate]:
    """Give every record that the rows of a table ask of one output.

    A row that cannot say an id or a name keeps that as a failure.
    """
    for row in maker.table.rows:
        scope = Scope(row)
        if not maker.test(scope):
            continue
        members: list[Cell] = [UNKNOWN]
        if maker.each:
            found = maker.each(scope)
            members = found if isinstance(found, list) else [found]
            members = [member for member in members if member is not UNKNOWN]
            row.failures += scope.misfits
        for member in members:
            candidate = _candidate(maker, row, member)
            if candidate:
                yield candidate


def _candidate(maker: Maker, row: Row, member: Cell) -> Candidate | None:
    scope = Scope(row, member)
    identifier = maker.id(scope)
    reasons, scope.misfits = scope.misfits, []
    if identifier is UNKNOWN:
        row.failures += reasons or [(maker.id_label, "", "no id can be made of it")]
        return None
    named = "name" in maker.output.constants or maker.output.section in _NAMELESS
    if not named and maker.name:
        named = maker.name(Scope(row, member)) is not UNKNOWN
    return Candidate(maker, scope, str(identifier), named)


def settle(candidates: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    """Return who makes which record, by its final id: several only where rows are merged.

    A record without a name is given up, and so is one whose id is taken and whose output does not
    say what to do; the reason stays with its row. Numbers are given in the order of the rows'
    content, so that ids do not depend on the order of the rows.
    """
    asking: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        asking[candidate.id].append(candidate)
    settled: dict[str, list[Candidate]] = {}
    for identifier in sorted(asking):
        for final, group in _settled(identifier, asking[identifier], asking):
            settled[final] = group
            for candidate in group:
                candidate.id = final
                _take(candidate)
    return settled


def _settled(
    identifier: str, group: list[Candidate], taken: Mapping[str, object]
) -> Iterator[tuple[str, list[Candidate]]]:
    first = group[0]
    if len(group) > 1 and all(one.maker.output.same_id == "number" for one in group):
        yield from _numbered(identifier, group, taken)
        return
    same = [one for one in group if one is first or _joins(first, one)]
    for other in group:
        if other not in same:
            where = f"{first.row.file}:{first.row.number}"
            other.refuse(f"the id {identifier} is that of {first.section} from {where}")
    if any(one.named for one in same):
        yield identifier, same
    else:
        _refuse_nameless(same)


def _joins(first: Candidate, other: Candidate) -> bool:
    merging = first.maker.output.merges and other.maker.output.merges
    return merging and first.section == other.section


def _numbered(
    identifier: str, group: list[Candidate], taken: Mapping[str, object]
) -> Iterator[tuple[str, list[Candidate]]]:
    numbers = count(2)
    _refuse_nameless([one for one in group if not one.named])
    ordered = sorted((one for one in group if one.named), key=_by_content)
    for position, candidate in enumerate(ordered):
        final = identifier
        while position and final in taken:
            final = clipped(f"{identifier}-{next(numbers)}")
        yield final, [candidate]


def _by_content(candidate: Candidate) -> tuple[str, str, int]:
    return candidate.section, content(candidate.row), candidate.row.number


def _refuse_nameless(group: list[Candidate]) -> None:
    for candidate in group:
        candidate.refuse(f"the {candidate.section} {candidate.id} would have no name")


def _take(candidate: Candidate) -> None:
    candidate.row.used = True
    made = candidate.row.made.setdefault(candidate.maker.output.label, [])
    if candidate.id not in made:
        made.append(candidate.id)
