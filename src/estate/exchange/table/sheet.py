"""What every reader of tables gives back: columns, filled rows, and what it could not take."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from estate.exchange.table.cells import UNKNOWN, Cell, Row
from estate.exchange.table.unreadable import unreadable
from estate.frozen import frozen

__all__ = [
    "MOST_COLUMNS",
    "MOST_ROWS",
    "Flaw",
    "Sheet",
    "heading",
    "joined_headings",
    "keep",
    "sheet_of",
]

MOST_ROWS: Final = 1_000_000
MOST_COLUMNS: Final = 2_000
_NUMBERED: Final = re.compile(r"column \d+")


@frozen
class Flaw:
    """A cell or a row that the reader itself could not take, by row number and column."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(slots=True)
class Sheet:
    """One file read as a table.

    `columns` maps the key under which cells stand to the column's name as the file writes it, and
    `filled` counts its cells. `twice` are the keys that the file gives to two columns. `blank`
    counts empty rows and documents, `lost` the rows that could not be read as rows, `above` those
    with something in them above the headings. `remark` says how the file was read where that had
    to be detected. `title` is the sheet's own in a workbook, `siblings` all of its sheets.
    """

    file: str
    columns: dict[str, str]
    rows: list[Row]
    twice: frozenset[str] = frozenset()
    blank: int = 0
    flaws: list[Flaw] = field(default_factory=list)
    lost: list[Flaw] = field(default_factory=list)
    above: list[Flaw] = field(default_factory=list)
    remark: str = ""
    title: str = ""
    siblings: tuple[str, ...] = ()


def heading(text: str) -> str:
    """Return the key of a column: its heading whatever its case and spacing."""
    return " ".join(text.split()).casefold()


def sheet_of(
    file: str,
    lines: Iterable[tuple[int, list[Cell]]],
    header: Sequence[int] = (),
    check: Callable[[int, str, Cell], Flaw | None] | None = None,
) -> Sheet:
    """Make a sheet from numbered lines of cells, of which those in `header` have the headings.

    Without a number it is the first line that is not empty. `check` looks at each filled cell
    before it is kept and may call it a flaw. Raises ExchangeError where there is no header or a
    bound is passed.
    """
    numbered = iter(lines)
    above: list[Flaw] = []
    names = _headings(numbered, header, above)
    if names is None:
        where = "no row" if not header else f"no row {header[-1]}"
        raise unreadable(file, f"there is {where} with column headings")
    if len(names) > MOST_COLUMNS:
        raise unreadable(file, f"{len(names):,} columns", expected=f"at most {MOST_COLUMNS:,}")
    times = Counter(heading(title) for title in names if title)
    keys = _keys(names, times)
    sheet = Sheet(file, {key: title or key for key, title in zip(keys, names, strict=True)}, [])
    sheet.above = above
    sheet.twice = frozenset(key for key, count in times.items() if count > 1)
    for number, cells in numbered:
        _add(sheet, keys, number, cells, check)
    return sheet


def _headings(
    numbered: Iterator[tuple[int, list[Cell]]], header: Sequence[int], above: list[Flaw]
) -> list[str] | None:
    """Take the lines up to the last with headings, and return a heading for each column."""
    lines: list[list[str]] = []
    for number, cells in numbered:
        texts = ["" if cell is UNKNOWN else str(cell).strip() for cell in cells]
        if not any(texts) and not header:
            continue
        if not header or number in header:
            lines.append(texts)
        elif any(texts):
            shown = "; ".join(text for text in texts if text)
            above.append(Flaw(number, "", shown, "it stands above the headings"))
        if not header or number >= header[-1]:
            return joined_headings(lines) if lines else None
    return None


def joined_headings(lines: Sequence[Sequence[str]]) -> list[str]:
    """Return one heading per column of one or several lines of headings.

    In a line above another, a heading reaches over the columns to its right that have one below
    and none beside it, as a merged cell shows it: `Support` over `Starts` and `Ends`.
    """
    width = max(map(len, lines))
    grid = [[*line, *[""] * (width - len(line))] for line in lines]
    for upper, lower in pairwise(grid):
        for column in range(1, width):
            if not upper[column] and lower[column] and lower[column - 1]:
                upper[column] = upper[column - 1]
    return [" ".join(dict.fromkeys(filter(None, parts))) for parts in zip(*grid, strict=True)]


def _keys(titles: list[str], times: Counter[str]) -> list[str]:
    """Return one key per column: its heading; its number, where it has none or shares it."""
    return [
        key
        if times[key := heading(title)] == 1 and not _NUMBERED.fullmatch(key)
        else f"column {number}"
        for number, title in enumerate(titles, 1)
    ]


def _add(
    sheet: Sheet,
    keys: list[str],
    number: int,
    cells: list[Cell],
    check: Callable[[int, str, Cell], Flaw | None] | None,
) -> None:
    filled: dict[str, Cell] = {}
    flaws: list[Flaw] = []
    for position, cell in enumerate(cells):
        value = cell.strip() or UNKNOWN if isinstance(cell, str) else cell
        if value is UNKNOWN:
            continue
        if position >= len(keys):
            reason = "this column has no heading"
            flaws.append(Flaw(number, f"column {position + 1}", str(value), reason))
        elif check and (flaw := check(number, sheet.columns[keys[position]], value)):
            flaws.append(flaw)
        else:
            filled[keys[position]] = value
    sheet.flaws += flaws
    if filled:
        keep(sheet, Row(sheet.file, number, filled))
    elif flaws:
        sheet.lost.append(Flaw(number, "", "", "no cell of the row can be read"))
    else:
        sheet.blank += 1


def keep(sheet: Sheet, row: Row) -> None:
    """Add a row within bounds. Raises ExchangeError."""
    if len(sheet.rows) >= MOST_ROWS:
        raise unreadable(sheet.file, f"more than {MOST_ROWS:,} rows", line=row.number)
    sheet.rows.append(row)
