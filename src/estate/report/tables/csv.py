"""A table as comma-separated values (RFC 4180, UTF-8), of which no cell is a formula.

What nobody has recorded is an empty cell, and so is what has nothing to say; JSON and the workbook
tell the two apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from estate.report.csv import row
from estate.report.tables.values import Table, Value

__all__ = ["render"]


def render(table: Table) -> Iterator[str]:
    """Yield the rows, each with its line break; the first are the names of the columns."""
    yield row([head.key for head in table.heads])
    for values in table.rows:
        yield row([_cell(value) for value in values])


def _cell(value: Value) -> str | Decimal:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case str():
            return " ".join(value.split())
        case Decimal():
            return value
    return Decimal(repr(value))
