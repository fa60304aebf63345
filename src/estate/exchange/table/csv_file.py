"""Tables in CSV: encoding and delimiter detected within bounds, quoting taken at its word."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from estate.exchange.table.cells import Cell
from estate.exchange.table.encoding import decoded
from estate.exchange.table.sheet import Sheet, sheet_of
from estate.exchange.table.unreadable import unreadable

__all__ = ["csv_lines", "delimiter_of", "read_csv"]

_DELIMITERS: Final = (",", ";", "\t", "|")
_NAMES: Final = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_SAMPLE: Final = 65_536  # less than the longest cell that csv takes
_SAMPLE_ROWS: Final = 20


def read_csv(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    header: Sequence[int] = (),
) -> Sheet:
    """Read a CSV file. Rows are numbered as a spreadsheet shows them. Raises ExchangeError."""
    text, found = decoded(data, name, encoding)
    mark = delimiter or delimiter_of(text)
    sheet = sheet_of(name, csv_lines(text, mark, name), header)
    sheet.remark = f"{found}, {_NAMES.get(mark, repr(mark))} between cells"
    return sheet


def csv_lines(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[Cell]]]:
    """Give each row with its number. Raises ExchangeError."""
    # Strict: an unclosed quotation mark would otherwise swallow the rest of the file in silence.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            yield number, list(cells)
    except csv.Error as error:
        raise unreadable(name, f"no CSV: {error}", line=max(reader.line_num, 1)) from error


def delimiter_of(text: str) -> str:
    """Return the delimiter that cuts the first rows into the most columns of equal number."""
    sample = text[:_SAMPLE]
    scores = {mark: _score(sample, mark) for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: scores[mark])


def _score(sample: str, delimiter: str) -> tuple[int, int]:
    """Return how many rows have as many cells as the first, and that many; none if it is one."""
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    widths = [len(cells) for cells in islice(reader, _SAMPLE_ROWS) if cells]
    if not widths or max(widths) == 1:
        return (0, 0)
    common = max(widths, key=widths.count)
    return (widths.count(common), common) if common > 1 else (0, 0)
