from __future__ import annotations

import sys
import zipfile
from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.redaction.copies import public
from tests.report.register_outcome import FORMULAS, earlier, hostile, rich

from estate.errors import ReportError
from estate.findings import Outcome
from estate.report.register import workbook

pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")


def _opened(made: Outcome) -> Workbook:
    return openpyxl.load_workbook(BytesIO(workbook(made, before=earlier())))


def _sheet(made: Outcome, name: str) -> Worksheet:
    sheet = _opened(made)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def _rows(sheet: Worksheet) -> list[dict[str, object]]:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_the_sheets_can_be_filtered_and_keep_their_heads() -> None:
    book = _opened(rich())
    assert book.sheetnames == ["Register", "Facts", "Unmanaged", "About"]
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.bold for cell in sheet[1])


def test_days_are_days_and_numbers_are_numbers() -> None:
    row = next(r for r in _rows(_sheet(rich(), "Register")) if r["Exception"] == "ex-2026-014")
    assert row["Last day"] == datetime(2027, 2, 28)  # noqa: DTZ001 - the format knows no zone
    assert row["Days left"] == 99
    assert row["Inherent risk"] == 20
    assert row["Facts changed"] == 2
    assert row["Counts"] == "no"
    assert row["Signatures"] == (
        "Marram Borough Council: holds; Saltern District Council: refused; "
        "Marram Borough Council and Saltern District Council: not signed"
    )
    assert row["Recorded in"] == "inventory/exceptions.yaml:3"


def test_facts_are_a_row_each() -> None:
    rows = _rows(_sheet(rich(), "Facts"))
    assert [row["Compared"] for row in rows] == [
        "Same",
        "Same",
        "Changed",
        "Date corrected",
        "Time has passed",
        "Changed",
    ]
    assert rows[2]["Accepted"] == "internal"
    assert rows[2]["Now"] == "internet"


def test_what_is_unmanaged_names_the_exception_on_file() -> None:
    rows = _rows(_sheet(rich(), "Unmanaged"))
    assert {(row["Product"], row["Exception on file"]) for row in rows} == {
        ("oracle-database", "ex-2026-014"),
        ("windows-server", None),
    }
    assert {row["Its state"] for row in rows} == {"Stale", "None on file"}


def test_no_text_becomes_a_formula_or_a_link() -> None:
    book = _opened(hostile())
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not [cell for cell in cells if cell.hyperlink]
    texts = {cell.value for cell in cells}
    assert {*FORMULAS[:4], "=1+1", '=HYPERLINK("https://example.org")'} <= texts
    parts = zipfile.ZipFile(BytesIO(workbook(hostile())))
    assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


def test_the_same_outcome_gives_the_same_bytes() -> None:
    assert workbook(rich(), before=earlier()) == workbook(rich(), before=earlier())


def test_its_properties_are_those_of_the_report() -> None:
    properties = _opened(rich()).properties
    assert properties.title == "Marram and Saltern: Exception report, 21 Nov 2026"
    assert properties.created is not None
    assert properties.modified is not None
    assert {properties.created.date(), properties.modified.date()} == {date(2026, 11, 21)}
    assert "Copy for the public" in (_opened(public(rich())[0]).properties.description or "")


def test_without_xlsxwriter_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(ReportError, match=r"pip install 'estate\[register\]'"):
        workbook(rich())
