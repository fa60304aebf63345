"""An answer as text for a terminal: the sentence, its reasons, then tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from estate.report.impact.telling import Table, Telling
from estate.report.text import Detail
from estate.report.text.notes import broken
from estate.report.text.paint import Paint, painter
from estate.report.visible import clip, columns, visible
from estate.report.wording import shortened

__all__ = ["render"]

_FIRST: Final = 20
"""How many rows of a table are printed unless everything is asked for."""
_MEASURE: Final = 100
_CELL: Final = 60
"""Characters of a cell that stands in a column."""
_NAME: Final = 12
"""Characters of a name that are left at least, beside its id."""


def render(
    telling: Telling, *, colour: bool = False, width: int = 100, detail: Detail = "normal"
) -> Iterator[str]:
    """Yield the text line by line; `quiet` is the sentence alone, `verbose` every row."""
    paint = painter(colour=colour)
    return (f"{line}\n" for line in _lines(telling, paint, min(width, _MEASURE), detail))


def _lines(telling: Telling, paint: Paint, width: int, detail: Detail) -> Iterator[str]:
    yield from (paint("strong", line) for line in broken(clip(telling.answer, 2000), width))
    if detail == "quiet":
        return
    yield paint("faint", f"{clip(telling.estate, 100)}, {telling.on}")
    for reason in telling.reasons:
        yield ""
        yield from broken(clip(reason, 4000), width)
    most = None if detail == "verbose" else _FIRST
    for table in telling.told:
        yield from _table(table, paint, width, most)


def _table(table: Table, paint: Paint, width: int, most: int | None) -> Iterator[str]:
    yield ""
    yield paint("strong", visible(table.title))
    yield from (paint("faint", line) for line in broken(visible(table.caption), width))
    rows = table.rows[:most]
    beside = [number for number, name in enumerate(table.head) if name not in table.under]
    cells = [[_cell(row[number]) for number in beside] for row in rows]
    head = [table.head[number] for number in beside]
    widths = [max(columns(row[at]) for row in (head, *cells)) for at in range(len(beside))]
    yield paint("faint", "  " + _aligned(head, widths))
    for row, shown in zip(rows, cells, strict=True):
        yield "  " + _aligned(shown, widths)
        yield from _below(table, row, width)
    if len(table.rows) > len(rows):
        yield f"  and {len(table.rows) - len(rows):,} more (-v, or --format json)"


def _cell(text: str) -> str:
    """Return a cell that stands in a column: of a name with its id, the name is cut."""
    shown = visible(text)
    name, bracket, key = shown.rpartition(" (")
    if len(shown) <= _CELL or not bracket or len(key) > _CELL - _NAME:
        return shortened(shown, _CELL)
    return f"{shortened(name, _CELL - len(key) - len(bracket))}{bracket}{key}"


def _below(table: Table, row: Sequence[str], width: int) -> Iterator[str]:
    for name, cell in zip(table.head, row, strict=True):
        if name in table.under and cell:
            lead = f"      {name}: "
            for line in broken(clip(cell, 2000), width - len(lead)):
                yield lead + line
                lead = " " * len(lead)


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (size - columns(cell)) for cell, size in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()
