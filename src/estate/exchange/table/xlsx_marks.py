"""What a sheet of a workbook says of its cells besides their values: merged, and hidden."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from estate.exchange.table.cells import UNKNOWN, Cell
from estate.exchange.table.unreadable import unreadable

__all__ = ["Marks", "filled_down", "marks_of"]

_PIECE: Final = 1024 * 1024
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):[A-Z]+(\d+)"')
_HIDDEN: Final = re.compile(rb'<(?:\w+:)?row\s[^>]*?hidden="(?:1|true)"')
_COLUMN: Final = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_SPAN: Final = re.compile(rb'\s(min|max|hidden)="(\w+)"')
_LONGEST_TAG: Final = 65_536
_MOST_MERGED: Final = 200_000
_MOST_FILLED: Final = 5_000_000
_LETTERS: Final = 26


@dataclass(slots=True)
class Marks:
    """The merged cells of a sheet by their first row, and how much of it is hidden.

    A merged stretch is its first row, its first column from 0, and its last row.
    """

    merged: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    stretches: int = 0
    rows: int = 0
    columns: int = 0

    @property
    def remark(self) -> str:
        """Say what a reader of the sheet would not see in its values."""
        told = []
        if self.merged:
            told.append(f"{_counted(self.stretches, 'merged stretch', 'es')} over several rows")
        if self.rows:
            told.append(f"{_counted(self.rows, 'hidden row')} read like the others")
        if self.columns:
            told.append(f"{_counted(self.columns, 'hidden column')} read like the others")
        return ", ".join(told)


def _counted(number: int, noun: str, plural: str = "s") -> str:
    return f"{number:,} {noun}{'' if number == 1 else plural}"


def marks_of(archive: zipfile.ZipFile, part: str, name: str) -> Marks:
    """Read the marks in a sheet's part of a workbook, piece by piece. Raises ExchangeError."""
    marks = Marks()
    for piece in _pieces(archive, part):
        if b"hidden" in piece:
            marks.rows += len(_HIDDEN.findall(piece))
            marks.columns += sum(map(_hidden_columns, _COLUMN.findall(piece)))
        if b"mergeCell" not in piece:
            continue
        for column, first, last in _MERGED.findall(piece):
            if first != last:
                stretch = (_index(column), int(last))
                marks.merged.setdefault(int(first), []).append(stretch)
                marks.stretches += 1
        if marks.stretches > _MOST_MERGED:
            reason = "a sheet with too many merged cells"
            raise unreadable(name, reason, expected=f"at most {_MOST_MERGED:,} over several rows")
    return marks


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Give the text of a part in pieces that end where a tag does."""
    carried = b""
    with archive.open(part) as stream:
        while read := stream.read(_PIECE):
            joined = carried + read
            cut = joined.rfind(b"<")
            if cut < 0 or len(joined) - cut > _LONGEST_TAG:
                cut = len(joined)
            yield joined[:cut]
            carried = joined[cut:]
    yield carried


def _hidden_columns(tag: bytes) -> int:
    said = dict(_SPAN.findall(tag))
    if said.get(b"hidden") not in {b"1", b"true"}:
        return 0
    first = said.get(b"min") or b"1"
    last = said.get(b"max") or first
    return max(int(last) - int(first) + 1, 1) if first.isdigit() and last.isdigit() else 1


def _index(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + letter - ord("A") + 1
    return number - 1


def filled_down(
    lines: Iterator[tuple[int, list[Cell]]], marks: Marks, name: str
) -> Iterator[tuple[int, list[Cell]]]:
    """Give each row with the values of merged cells that reach down into it.

    A value that reaches over several columns stays in the first: the others are other fields.
    Raises ExchangeError where a few merged cells would become very many.
    """
    filled = 0
    reaching: dict[int, tuple[Cell, int]] = {}
    for number, cells in lines:
        reaching = {at: kept for at, kept in reaching.items() if kept[1] >= number}
        filled += len(reaching)
        if filled > _MOST_FILLED:
            reason = "merged cells that reach over too many rows"
            raise unreadable(name, reason, line=number, expected=f"at most {_MOST_FILLED:,} cells")
        for at, (value, _) in reaching.items():
            if at < len(cells) and cells[at] is UNKNOWN:
                cells[at] = value
            elif at >= len(cells):
                cells.extend([*[UNKNOWN] * (at - len(cells)), value])
        for at, last in marks.merged.get(number, ()):
            if at < len(cells) and cells[at] is not UNKNOWN:
                reaching[at] = (cells[at], last)
        yield number, cells
