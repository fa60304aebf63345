"""What an import could not take: every row, cell and column, with the reason."""

from __future__ import annotations

from typing import Literal

from estate.frozen import frozen

__all__ = ["Loss"]

Kind = Literal["row", "record", "cell", "column"]


@frozen
class Loss:
    """One thing that was in the input and is not in the records.

    A `row` made no record at all; a `record` is one of several that a row should have made; a
    `cell` left its field unknown; a `column` is one that no output uses. `row` is the number in
    the file: of a sheet's row, headings counted, or of a record; None for a whole column.
    """

    kind: Kind
    table: str
    file: str
    row: int | None
    column: str
    value: str
    reason: str

    @property
    def order(self) -> tuple[str, str, int, str, str, str]:
        """By what losses are listed: where they stand."""
        return (self.table, self.file, self.row or 0, self.column, self.reason, self.value)

    @property
    def place(self) -> str:
        """Where it stands, for people."""
        return self.file if self.row is None else f"{self.file}:{self.row}"
