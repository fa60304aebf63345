"""The tables as JSON, `estate-tables/1`: each with its columns, a row a line.

Plain ASCII, so that no name can act on a terminal that prints it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from estate.report.findings_json import Json
from estate.report.html.source import Source
from estate.report.schema_terms import COUNT, DAY, TEXT, list_of, object_of, text
from estate.report.tables.values import KINDS, Table, Value

__all__ = ["SCHEMA", "render", "tables_schema"]

SCHEMA: Final = "estate-tables/1"
"""The name and version of the format."""

_encode: Final = json.JSONEncoder().encode


def render(source: Source, tables: Sequence[Table]) -> Iterator[str]:
    """Yield the document in pieces: a head, then each table with a row a line."""
    outcome = source.outcome
    head: dict[str, Json] = {
        "schema": SCHEMA,
        "estate": outcome.estate,
        "as_of": outcome.as_of.isoformat(),
        "tool": outcome.tool,
        "notice": outcome.notice,
        "inventory": outcome.digest,
        "currency": source.currency,
    }
    opening = "{"
    for key, value in head.items():
        yield f"{opening}\n  {_encode(key)}: {_encode(value)}"
        opening = ","
    yield f'{opening}\n  "tables": ['
    between = ""
    for table in tables:
        yield between
        yield from _table(table)
        between = ","
    yield "\n  ]\n}\n"


def _table(table: Table) -> Iterator[str]:
    columns: list[Json] = [
        {"name": head.key, "title": head.name, "kind": head.kind} for head in table.heads
    ]
    said: dict[str, Json] = {"name": table.name, "title": table.title, "says": table.says}
    told = _encode({**said, "size": table.size, "columns": columns})
    yield f'\n    {told[:-1]}, "rows": ['
    between = ""
    for row in table.rows:
        yield f"{between}\n      {_encode([_cell(value) for value in row])}"
        between = ","
    yield "\n    ]}" if between else "]}"


def _cell(value: Value) -> Json:
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def tables_schema() -> dict[str, Json]:
    """Return the schema of the document (JSON Schema, draft 2020-12)."""
    kinds: list[Json] = list(KINDS)
    column = object_of(
        name=text("The name of the column for programs, which is its name in the CSV."),
        title=text("Its name for people."),
        kind={
            "enum": kinds,
            "description": "What its cells hold. A date is YYYY-MM-DD. A cell of any kind may hold "
            "a word in the place of its value, such as `no end` or `unlimited`.",
        },
    )
    cell: Json = {
        "type": ["string", "number", "boolean", "null"],
        "description": "null is what nobody has recorded; an empty text has nothing to say.",
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:estate:tables:1",
        "title": "The tables of an audit",
        **object_of(
            schema={"const": SCHEMA},
            estate=text("The name of the estate."),
            as_of=DAY,
            tool=text("The version of estate."),
            notice=text("What is left out of a copy for the public; empty for the whole."),
            inventory=text("The digest of the inventory."),
            currency=text("The currency of every amount, by its code."),
            tables=list_of(
                object_of(
                    name=text("The name of the table, which is that of its CSV file."),
                    title=TEXT,
                    says=text("What a row is."),
                    size=COUNT,
                    columns=list_of(column),
                    rows=list_of(list_of(cell)),
                )
            ),
        ),
    }
