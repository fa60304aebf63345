"""What was edited in a workbook, as changes to records: each value read, each id looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from estate.errors import nearest
from estate.exchange.columns import Column, columns_of
from estate.exchange.losses import Loss
from estate.exchange.table.cells import Misfit
from estate.exchange.update import Change, Fields, Plan, Records, planned
from estate.exchange.update.plan import Side
from estate.exchange.xlsx.book import nested, value_in
from estate.exchange.xlsx.cells import LONGEST, parsed, spelt
from estate.exchange.xlsx.read import Sheets
from estate.frozen import frozen

__all__ = ["Edits", "edits_of"]


@frozen
class Edits:
    """A plan, the value that each of its changes brings, and the cells that did not fit."""

    plan: Plan
    values: Mapping[tuple[str, ...], Any]
    losses: tuple[Loss, ...]

    def typed(self, change: Change) -> Any:  # noqa: ANN401 - any value
        """Return the value, or the record, that a change brings."""
        return self.values[(change.section, change.id, *change.path)]


def edits_of(
    sheets: Sheets, own: Records, effective: Records, name: str, *, conflicts: Side = "keep"
) -> Edits:
    """Compare a workbook with what it was and with the estate, and read what is new in it.

    `own` are the values that stand in the records themselves, `effective` those with the defaults
    of their files, which is what a workbook shows.
    """
    current = {
        section: {key: dict(_texts(section, fields)) for key, fields in records.items()}
        for section, records in effective.items()
    }
    plan = planned(sheets.base, sheets.new, current, conflicts=conflicts)
    reader = _Reader(sheets, own, name, frozenset(_ids(plan, own)))
    changes = [found for change in plan.changes if (found := reader.read(change)) is not None]
    losses = (*sheets.losses, *reader.losses)
    return Edits(Plan(tuple(changes), plan.same), reader.values, losses)


def _texts(section: str, fields: Fields) -> Iterator[tuple[tuple[str, ...], str]]:
    for column in columns_of(section):
        value = value_in(column, fields)
        if value is not None and len(text := spelt(value)) <= LONGEST:
            yield column.path, text


def _ids(plan: Plan, own: Records) -> Iterator[str]:
    for records in own.values():
        yield from records
    yield from (change.id for change in plan.of("added"))


class _Reader:
    """Reads the texts of changes; what does not fit is a loss, and is left as it was."""

    def __init__(self, sheets: Sheets, own: Records, name: str, ids: frozenset[str]) -> None:
        self._sheets, self._own, self._name, self._ids = sheets, own, name, ids
        self.values: dict[tuple[str, ...], Any] = {}
        self.losses: list[Loss] = []

    def read(self, change: Change) -> Change | None:
        """Return a change with its value read, or None where it cannot be."""
        if change.kind == "added":
            return self._added(change)
        if change.kind == "removed":
            return self._removed(change)
        if change.kind == "changed":
            value = self._value(change, change.path, str(change.after))
            if value is _MISFIT:
                return None
            self.values[(change.section, change.id, *change.path)] = value
        return change

    def _added(self, change: Change) -> Change | None:
        parts = {
            path: value
            for path, text in (change.fields or {}).items()
            if (value := self._value(change, path, str(text))) is not _MISFIT
        }
        if ("name",) not in parts:
            self._lose(change, "name", "", "a new record needs a name", kind="row")
            return None
        self.values[change.section, change.id] = nested(parts)
        return change

    def _removed(self, change: Change) -> Change:
        if change.path == ("name",):
            return replace(change, kind="conflict", why="a record needs its name")
        size = len(change.path)
        own = self._own[change.section][change.id]
        if not any(path[:size] == change.path for path in own):
            why = "it comes from the defaults, and an empty cell cannot take it out"
            return replace(change, kind="conflict", why=why)
        return change

    def _value(self, change: Change, path: tuple[str, ...], text: str) -> Any:  # noqa: ANN401
        column = next(one for one in columns_of(change.section) if one.path == path)
        try:
            value = parsed(column, text)
            self._refer(column, value)
        except Misfit as misfit:
            self._lose(change, column.name, text, str(misfit))
            return _MISFIT
        return value

    def _refer(self, column: Column, value: Any) -> None:  # noqa: ANN401 - any value
        """Raise Misfit where a value names a record that is nowhere."""
        for key in _named(value) if column.targets else ():
            if key not in self._ids:
                near = nearest(key, self._ids)
                hint = f"; did you mean {near!r}?" if near else ""
                raise Misfit(f"no record has the id {key!r}{hint}")

    def _lose(
        self, change: Change, column: str, text: str, reason: str, *, kind: str = "cell"
    ) -> None:
        row = self._sheets.places.get((change.section, change.id))
        made = Loss(
            "row" if kind == "row" else "cell",
            change.section,
            self._name,
            row,
            column,
            text,
            reason,
        )
        self.losses.append(made)


class _Misfit:
    """The value of a cell that could not be read."""


_MISFIT = _Misfit()


def _named(value: Any) -> Iterator[str]:  # noqa: ANN401 - an id, or a list of items
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _named(item)
    elif isinstance(value, dict):
        yield from _named(value.get("to", []))
        yield from _named(value.get("any_of", []))
