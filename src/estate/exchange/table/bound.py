"""A table bound to its files: rows, columns by name, and rows by key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from estate.exchange.table.cells import UNKNOWN, Cell, Row
from estate.exchange.table.mapping import Table
from estate.exchange.table.mapping_check import EACH, Complaint, references
from estate.exchange.table.mapping_text import Path
from estate.exchange.table.path import path_text, steps
from estate.exchange.table.setting_aside import Blanked, emptied, kept_rows
from estate.exchange.table.sheet import Sheet, heading

__all__ = ["Bound", "Reader", "Scope"]


@dataclass(slots=True)
class Scope:
    """What a value may see while it is worked out: the row, and the member of `each`.

    `misfits` gathers what did not fit: column, value, reason.
    """

    row: Row
    each: Cell = UNKNOWN
    misfits: list[tuple[str, str, str]] = field(default_factory=list)


Reader: TypeAlias = Callable[[Scope], Cell]


class Bound:
    """A table with what its files hold.

    `aside` are the rows that are no records, `blanked` the texts taken for an empty cell. `used`
    gathers the keys of the columns that something reads. `rows` are those that the
    table's `where` keeps, once it has been applied.
    """

    def __init__(self, name: str, table: Table, sheets: list[Sheet], *, flat: bool) -> None:
        self.name = name
        self.table = table
        self.flat = flat
        self.sheets = sheets
        self.rows = [row for sheet in sheets for row in sheet.rows]
        self.rows, self.aside = kept_rows(self.rows, table.leave_out_rows)
        self.blanked = emptied(self.rows, frozenset(table.blanks)) if table.blanks else Blanked()
        self.columns: dict[str, str] = {}
        for sheet in reversed(sheets):
            self.columns.update(sheet.columns)
        self.used: set[str] = set()
        self._twice = frozenset(key for sheet in sheets for key in sheet.twice)
        self._index: dict[str, list[Row]] | None = None

    @property
    def noun(self) -> str:
        """What one of its rows is called."""
        return "row" if self.flat else "record"

    def key_of(self, name: str) -> str:
        """Return the key under which a column's cells stand. Raises ValueError for a bad path."""
        written = self.table.columns.get(name, name)
        return heading(written) if self.flat else path_text(steps(written))

    def shown(self, name: str) -> str:
        """Return a column's name as its file writes it."""
        return name if name in self.table.derive else self.columns.get(self.key_of(name), name)

    def column(self, name: str) -> Reader:
        """Return the reader of a column: derived, declared, or by the name its file gives it."""
        if name == EACH:
            return lambda scope: scope.each
        if name in self.table.derive:
            return lambda scope: scope.row.derived.get(name, UNKNOWN)
        key = self.key_of(name)
        self.used.add(key)
        return lambda scope: scope.row.cells.get(key, UNKNOWN)

    def complaints(self) -> Iterator[Complaint]:
        """Give every column that the mapping names and the files do not have, or have twice."""
        here: Path = ("tables", self.name)
        for name in self.table.columns:
            yield from self._complaint((*here, "columns", name), name)
        for name in self.table.leave_out:
            yield from self._misspelt((*here, "leave_out", name), name)
        for path, name in references(self.table, here):
            if name not in self.table.columns and not self._known(path, name):
                yield from self._complaint(path, name)

    def _known(self, path: Path, name: str) -> bool:
        """Whether the name is a derived column, or the member of an output's `each`."""
        if name != EACH:
            return name in self.table.derive
        output, part = (path[3], path[4]) if path[2] == "outputs" else (None, None)
        made_for_each = isinstance(output, int) and self.table.outputs[output].each is not None
        return made_for_each and part in {"id", "fields"}

    def _misspelt(self, path: Path, name: str) -> Iterator[Complaint]:
        try:
            self.key_of(name)
        except ValueError as error:
            yield Complaint(path, str(error))

    def _complaint(self, path: Path, name: str) -> Iterator[Complaint]:
        if wrong := [*self._misspelt(path, name)]:
            yield from wrong
            return
        key = self.key_of(name)
        files = ", ".join(sheet.file for sheet in self.sheets)
        if key in self._twice:
            keys = [k for k, title in self.columns.items() if heading(title) == key]
            message = f"{files} has two columns called {self.columns[keys[0]]!r}"
            yield Complaint(path, message, " or ".join(keys))
        elif key not in self.columns and not {name, self.table.columns.get(name)} & {
            *self.table.optional
        }:
            message = f"{files} has no column {self.table.columns.get(name, name)!r}"
            shown = tuple(self.columns.values())
            yield Complaint(path, message, "", self.table.columns.get(name, name), shown)

    def by_key(self, text: str) -> list[Row]:
        """Return the rows with this key."""
        if self._index is None:
            self._index = defaultdict(list)
            read = self.column(self.table.key or "")
            for row in self.rows:
                if (key := read(Scope(row))) is not UNKNOWN:
                    self._index[str(key)].append(row)
        return self._index.get(text, [])
