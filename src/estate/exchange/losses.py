"""What an import could not take: every row, cell and column, with the reason."""

from __future__ import annotations

from typing import Literal

from estate.frozen import frozen

__all__ = ["Kind", "Loss"]

Kind = Literal["row", "record", "cell", "column", "aside", "blank", "sheet"]


@frozen
class Loss:
    """One thing that was in the input and is not in the records.

    A `row` made no record at all; a `record` is one of several that a row should have made; a
    `cell` left its field unknown; a `column` is one that no output uses. `aside` is a row that is
    no record: a title above the headings, a total or a footnote below the last. `blank` is a text
    that the mapping takes for an empty cell, `sheet` a sheet of a workbook that no table reads.
    `row` is the number in the file: of a sheet's row, headings counted, or of a record; None for
    what is told of a whole column or sheet.
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
