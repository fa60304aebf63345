"""Records, field by field, from the rows that make them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from typing import Any, Literal, TypeAlias

from estate.exchange.losses import Loss
from estate.exchange.table.bound import Bound, Reader
from estate.exchange.table.candidates import Candidate, Maker
from estate.exchange.table.cells import UNKNOWN, shown
from estate.exchange.table.path import steps
from estate.exchange.table.readers import label_of, reader_of

__all__ = ["Builder", "Filler"]

Filler: TypeAlias = tuple[tuple[str, ...], Reader, Literal["refuse", "first", "join"], str]
_JOINT = "; "


class Builder:
    """Fills records from candidates and lists the cells that did not fit.

    A list grows by what a further row adds. Another single value is refused, passed over or
    joined, as the field says.
    """

    def __init__(self, tables: Mapping[str, Bound], lose: Callable[[Loss], None]) -> None:
        self._tables = tables
        self._lose = lose
        self._fillers: dict[Maker, list[Filler]] = {}

    def prepare(self, makers: Iterable[Maker]) -> None:
        """Make the fields of every output ready, so that each column that one reads is known."""
        for maker in makers:
            self._ready(maker)

    def record(self, group: list[Candidate]) -> dict[str, Any]:
        """Make one record from all who make it: its name first, its source last."""
        record: dict[str, Any] = {"name": None}
        for candidate in group:
            self.fill(record, candidate)
        if record["name"] is None:
            del record["name"]
        if group[0].maker.output.source and "source" not in record:
            record["source"] = _source(group)
        return record

    def fill(self, record: dict[str, Any], candidate: Candidate) -> None:
        """Add what one candidate says to a record."""
        output = candidate.maker.output
        for name, constant in output.constants.items():
            self._put(record, steps(name), deepcopy(constant), "refuse", candidate, "")
        for path, read, policy, label in self._ready(candidate.maker):
            cell = read(candidate.scope)
            if cell is not UNKNOWN:
                self._put(record, path, cell, policy, candidate, label)
        for column, value, reason in candidate.scope.misfits:
            self._lose_cell(candidate, column, value, reason)
        candidate.scope.misfits.clear()

    def _ready(self, maker: Maker) -> list[Filler]:
        if maker not in self._fillers:
            self._fillers[maker] = [
                (
                    steps(name),
                    reader_of(value, maker.table, self._tables),
                    value.merge,
                    label_of(value, maker.table),
                )
                for name, value in maker.output.fields.items()
            ]
        return self._fillers[maker]

    def _put(  # noqa: PLR0913 - one value, where it goes, and where it came from
        self,
        record: dict[str, Any],
        path: tuple[str, ...],
        value: Any,  # noqa: ANN401 - whatever a field may hold
        policy: Literal["refuse", "first", "join"],
        candidate: Candidate,
        label: str,
    ) -> None:
        key, holder = path[-1], record
        for step in path[:-1]:
            holder = holder.setdefault(step, {})
            if not isinstance(holder, dict):
                reason = f"{candidate.id} has a {step} that is no record"
                self._lose_cell(candidate, label, shown(value), reason)
                return
        kept = holder.get(key, UNKNOWN) if key != "name" or holder.get(key) else UNKNOWN
        if kept is UNKNOWN:
            holder[key] = value
        elif isinstance(kept, list) and isinstance(value, list):
            kept += [member for member in value if member not in kept]
        elif isinstance(kept, dict) and isinstance(value, dict):
            for inner, item in value.items():
                self._put(kept, (inner,), item, policy, candidate, label)
        elif kept == value or policy == "first":
            return
        elif policy == "join" and isinstance(kept, str) and isinstance(value, str):
            if value not in kept.split(_JOINT):
                holder[key] = kept + _JOINT + value
        else:
            reason = f"{candidate.id} has the {'.'.join(path)} {shown(kept, 80)!r} already"
            self._lose_cell(candidate, label, shown(value), reason)

    def _lose_cell(self, candidate: Candidate, column: str, value: str, reason: str) -> None:
        row = candidate.row
        table = candidate.maker.table.name
        self._lose(Loss("cell", table, row.file, row.number, column, value, reason))


def _source(group: list[Candidate]) -> str:
    """Say from which row the record comes, and how many more speak of it."""
    first = group[0]
    more = len({id(candidate.row) for candidate in group}) - 1
    noun = first.maker.table.noun
    also = f" and {more} more {noun}{'' if more == 1 else 's'}" if more else ""
    return f"{first.row.file} {noun} {first.row.number}{also}"
