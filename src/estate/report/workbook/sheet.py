"""What a workbook is made of: sheets of columns, and formulas of ours."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final, TypeAlias

from estate.frozen import frozen
from estate.report.tables.values import Head, Table, Value

__all__ = ["Cell", "Formula", "Sheet", "letter", "sheet_of"]

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@frozen
class Formula:
    """A formula of ours, and what it comes to, for programs that do not calculate.

    It names cells and numbers, never a text of the inventory.
    """

    text: str
    result: Decimal


Cell: TypeAlias = Value | Formula


@frozen
class Sheet:
    """A sheet: the heads of its columns, its rows, and which of them are totals.

    Rows are read once, and one by one. So many columns stay in sight; it can be filtered unless
    totals stand among its rows.
    """

    name: str
    heads: tuple[Head, ...]
    rows: Iterable[tuple[Cell, ...]]
    strong: frozenset[int] = frozenset()
    frozen: int = 1
    filtered: bool = True


def sheet_of(table: Table) -> Sheet:
    """Return a table as a sheet."""
    return Sheet(table.title, table.heads, table.rows)


def letter(column: int) -> str:
    """Return the name of a column, which is counted from 0: `A`, `Z`, `AA`."""
    more, rest = divmod(column, len(_LETTERS))
    return (letter(more - 1) if more else "") + _LETTERS[rest]
