"""The tables as CSV and JSON: the same rows, and texts that nobody obeys."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from tests.report.attacks import hostile_texts
from tests.report.html.sources import attacked, small

from estate.report.tables import Head, Row, Table
from estate.report.tables.csv import render as as_csv
from estate.report.tables.document import render as as_json
from estate.report.tables.document import tables_schema
from estate.report.tables.every import tables_of

HEADS = (Head("Accepted by"), Head("Counts", "flag"), Head("How many?", "number"))


def _table(*rows: Row) -> Table:
    return Table("things", "Things", "One thing.", HEADS, len(rows), rows)


def _written(*rows: Row) -> list[list[str]]:
    return list(csv.reader(io.StringIO("".join(as_csv(_table(*rows))), newline="")))


def _document(*tables: Table) -> Any:  # noqa: ANN401 - any JSON
    return json.loads("".join(as_json(small(), tables)))


def test_csv_begins_with_the_names_of_the_columns() -> None:
    assert "".join(as_csv(_table())) == "accepted_by,counts,how_many\r\n"


def test_csv_has_each_value_as_programs_read_it() -> None:
    assert _written(
        ("a, b", True, Decimal("12.50")),
        (date(2027, 1, 2), False, 1200),
        (None, "", 0.5),
        ("two\nlines", None, -3),
    )[1:] == [
        ["a, b", "yes", "12.50"],
        ["2027-01-02", "no", "1200"],
        ["", "", "0.5"],
        ["two lines", "", "-3"],
    ]


@given(hostile_texts)
def test_no_text_is_a_formula_or_another_row(text: str) -> None:
    rows = _written((text, text, text))
    assert len(rows) == 2
    assert {len(row) for row in rows} == {3}
    assert all(cell.lstrip()[:1] not in set("=+-@＝＋－＠") for cell in rows[1])  # noqa: RUF001
    assert all(cell.isprintable() for cell in rows[1])


def test_every_table_of_a_hostile_estate_is_read_back_whole() -> None:
    for table in tables_of(attacked()):
        rows = list(csv.reader(io.StringIO("".join(as_csv(table)), newline="")))
        assert len(rows) == table.size + 1
        assert {len(row) for row in rows} == {len(table.heads)}


@pytest.mark.parametrize("of", [small, attacked])
def test_json_meets_its_schema_and_has_every_row(of: Any) -> None:  # noqa: ANN401 - a source
    tables = tables_of(of())
    found = json.loads("".join(as_json(of(), tables)))
    jsonschema.validate(found, tables_schema(), jsonschema.Draft202012Validator)
    assert [len(each["rows"]) for each in found["tables"]] == [each.size for each in tables]
    for each in found["tables"]:
        assert all(len(row) == len(each["columns"]) for row in each["rows"])


def test_json_tells_what_nobody_knows_from_what_is_nothing() -> None:
    [found] = _document(_table((None, "", 1), ("no end", True, Decimal("1.5"))))["tables"]
    assert found["rows"] == [[None, "", 1], ["no end", True, 1.5]]
    assert found["columns"][2] == {"name": "how_many", "title": "How many?", "kind": "number"}


def test_json_of_nothing_is_whole() -> None:
    assert _document()["tables"] == []
    assert _document(_table())["tables"][0]["rows"] == []


@given(hostile_texts)
def test_json_is_ascii_a_row_a_line(text: str) -> None:
    written = "".join(as_json(small(), [_table((text, text, text))]))
    assert written.isascii()
    [row] = [line for line in written.splitlines() if line.startswith("      [")]
    assert json.loads(row) == [text, text, text]
