"""An answer as comma-separated values: the rows of all tables, each with its part's name."""

from __future__ import annotations

from collections.abc import Iterator

from estate.report.csv import row
from estate.report.statement import Statement

__all__ = ["render"]


def render(statement: Statement) -> Iterator[str]:
    """Yield the rows, each with its line break; a column that a table has not is empty."""
    told = [(part.anchor, table) for part in statement.sections for table in part.tables]
    heads = list(dict.fromkeys(name for _, table in told for name in table.head))
    yield row(["table", *heads])
    for anchor, table in told:
        for cells in table.rows:
            said = dict(zip(table.head, cells, strict=True))
            yield row([anchor, *(said.get(name, "") for name in heads)])
