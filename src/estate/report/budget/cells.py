"""What the sheets of a budget's workbook are made of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

from estate.frozen import frozen

__all__ = ["Cell", "Formula", "Sheet", "letter"]

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@frozen
class Formula:
    """A formula of ours, and what it comes to, for programs that do not calculate."""

    text: str
    result: Decimal


Cell: TypeAlias = "str | date | Decimal | Formula | None"


@frozen
class Sheet:
    """A sheet: its columns with their widths, its rows, and which of them are totals.

    So many columns stay in sight; it can be filtered unless totals stand among its rows.
    """

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Cell, ...], ...]
    strong: frozenset[int] = frozenset()
    frozen: int = 1
    filtered: bool = True


def letter(column: int) -> str:
    """Return the name of a column, which is counted from 0: `A`, `Z`, `AA`."""
    more, rest = divmod(column, len(_LETTERS))
    return (letter(more - 1) if more else "") + _LETTERS[rest]
