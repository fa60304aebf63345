"""What a sheet holds besides its records: totals, footnotes, and texts that mean nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from estate.exchange.table.cells import Row, shown
from estate.exchange.table.pattern import LONGEST_TEXT, compiled
from estate.exchange.table.sheet import Flaw

__all__ = ["Blanked", "emptied", "kept_rows"]

Blanked = Counter[tuple[str, str]]
"""How often each column held each text that stands for an empty cell."""


def emptied(rows: Sequence[Row], blanks: frozenset[str]) -> Blanked:
    """Take out of rows the cells whose text stands for an empty cell, and count them."""
    counted: Blanked = Counter()
    for row in rows:
        empty = [key for key, cell in row.cells.items() if isinstance(cell, str) and cell in blanks]
        if empty:
            counted.update((key, str(row.cells[key])) for key in empty)
            row.cells = {key: cell for key, cell in row.cells.items() if key not in empty}
    return counted


def kept_rows(
    rows: list[Row], patterns: Mapping[str, str]
) -> tuple[list[Row], list[tuple[Row, Flaw]]]:
    """Part rows by the text of their first filled cell: those kept, and those that fit a pattern.

    Each of the latter comes with the reason that the mapping gives.
    """
    ready = [(compiled(pattern), reason) for pattern, reason in patterns.items()]
    kept, aside = [], []
    for row in rows:
        first = shown(next(iter(row.cells.values()), ""), LONGEST_TEXT)
        reason = next((why for pattern, why in ready if pattern.search(first)), None)
        if reason is None:
            kept.append(row)
        else:
            text = "; ".join(shown(cell, 60) for cell in row.cells.values())
            aside.append((row, Flaw(row.number, "", text, reason)))
    return kept, aside
