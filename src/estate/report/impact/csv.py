"""An answer as comma-separated values: the rows of all tables, each with its table's name."""

from __future__ import annotations

from collections.abc import Iterator

from estate.report.csv import row
from estate.report.impact.telling import Telling

__all__ = ["render"]


def render(telling: Telling) -> Iterator[str]:
    """Yield the rows, each with its line break; a column that a table has not is empty."""
    heads = list(dict.fromkeys(name for table in telling.told for name in table.head))
    yield row(["table", *heads])
    for table in telling.told:
        for cells in table.rows:
            said = dict(zip(table.head, cells, strict=True))
            yield row([table.id, *(said.get(name, "") for name in heads)])
