"""Where a sheet's headings stand, and which of its rows are no records."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from estate.exchange.table.cells import UNKNOWN, Cell
from estate.frozen import frozen

__all__ = ["Layout", "Line", "layout_of"]

Line = tuple[int, list[Cell]]
_LOOKED_AT: Final = 40
"""Rows that may stand above the headings, those with headings included."""
_WIDE: Final = 0.6
"""How much of the usual number of cells a row of headings fills."""
_LONGEST_HEADING: Final = 80
_MOST_LONE: Final = 12
TOTALS: Final = "^(?i:(grand |sub-?)?totals?):?$"
_TOTAL: Final = re.compile(r"(grand |sub-?)?totals?:?", re.IGNORECASE)
_TOTAL_OF: Final = re.compile(r"(grand |sub-?)?totals?\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[£$€(-]?[\d.,/: -]+[)%kKm]?|\d{4}-\d{2}-\d{2}.*")


@frozen
class Layout:
    """The rows of headings, counted from 1; the rows that are no records, by pattern and reason.

    `above` are the texts above the headings. `told` says what a person should look at.
    """

    header: tuple[int, ...]
    above: tuple[str, ...]
    patterns: tuple[tuple[str, str], ...]
    told: tuple[str, ...]


def layout_of(lines: Sequence[Line]) -> Layout | None:
    """Find the headings of a sheet and what is no record below them; None where it is empty."""
    texts = [(number, _texts(cells)) for number, cells in lines]
    filled = [(number, cells) for number, cells in texts if any(cells)]
    if not filled:
        return None
    at = _first_heading(filled)
    rows = 2 if _is_double(filled, at) else 1
    header = tuple(number for number, _ in filled[at : at + rows])
    above = tuple("; ".join(filter(None, cells)) for _, cells in filled[:at])
    body = filled[at + rows :]
    patterns, told = _no_records(body)
    return Layout(header, above, patterns, told)


def _texts(cells: Sequence[Cell]) -> list[str]:
    return ["" if cell is UNKNOWN else str(cell).strip() for cell in cells]


def _first_heading(filled: Sequence[tuple[int, list[str]]]) -> int:
    """Return the position of the first row that may head columns: wide, and words alone."""
    widths = [sum(map(bool, cells)) for _, cells in filled]
    usual = sorted(widths)[int(len(widths) * 0.75)]
    for at, (_, cells) in enumerate(filled[:_LOOKED_AT]):
        if widths[at] >= max(_WIDE * usual, 1 if usual == 1 else 2) and _is_words(cells):
            # A row of headings may be the upper of two, and have gaps.
            return at - 1 if at and _is_double(filled, at - 1) and widths[at - 1] > 1 else at
    return 0


def _is_words(cells: Sequence[str]) -> bool:
    return all(
        len(cell) <= _LONGEST_HEADING and not _NUMBER.fullmatch(cell) for cell in cells if cell
    )


def _is_double(filled: Sequence[tuple[int, list[str]]], at: int) -> bool:
    """Whether the row below has headings too: words, below a wide heading and its gap."""
    if at + 1 >= len(filled) or filled[at + 1][0] != filled[at][0] + 1:
        return False
    upper, lower = filled[at][1], filled[at + 1][1]
    if not _is_words(lower) or not _is_words(upper):
        return False
    width = max(len(upper), len(lower))
    upper, lower = ([*row, *[""] * (width - len(row))] for row in (upper, lower))
    spans = any(
        upper[column] and lower[column] and not upper[column + 1] and lower[column + 1]
        for column in range(width - 1)
    )
    alone = [lower[column] for column in range(width) if upper[column] and lower[column]]
    return spans and any(not cell for cell in lower) and len(alone) < sum(map(bool, upper))


def _no_records(
    body: Sequence[tuple[int, list[str]]],
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Find totals, and rows with one cell among rows with many: footnotes, titles inside."""
    patterns: dict[str, str] = {}
    told = []
    usual = max((sum(map(bool, cells)) for _, cells in body), default=0)
    lone = []
    for number, cells in body:
        first, size = next(cell for cell in cells if cell), sum(map(bool, cells))
        if _TOTAL.fullmatch(first):
            patterns[TOTALS] = "a total"
        elif _TOTAL_OF.match(first) and size <= usual // 2:
            patterns[_exactly(first)] = "a total"
        elif usual > 2 and size == 1:  # noqa: PLR2004 - of two, one is no sign
            lone.append((number, first))
    if len(lone) <= min(_MOST_LONE, len(body) // 5):
        for number, first in lone:
            patterns[_exactly(first)] = f"a lone text: a note or a title, as in row {number}"
    elif lone:
        rows = ", ".join(str(number) for number, _ in lone[:5])
        told.append(f"{len(lone):,} rows have one cell alone, such as {rows}: are they records?")
    return tuple(patterns.items()), tuple(told)


def _exactly(text: str) -> str:
    """Return a pattern for texts that begin like this one."""
    return "^" + re.escape(text[:50]).replace("\\ ", " ")
