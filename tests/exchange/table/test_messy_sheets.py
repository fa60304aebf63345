"""Sheets as people keep them: titles, totals, merged and hidden cells; nothing goes in silence."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.exchange.conftest import Convert, Wrong

from estate.errors import ExchangeError
from estate.exchange import report_text
from estate.exchange.table import xlsx_marks
from estate.exchange.table.sheet import joined_headings
from estate.exchange.table.xlsx_file import Book, read_xlsx

TABLE = """
t:
  file: t.*
  header: {header}
  leave_out_rows: {{"^(?i:total)": a total, "^\\\\*": a footnote}}
  blanks: [TBC]
  outputs:
    - section: contracts
      id: Contract
      fields:
        name: Contract
        starts: {{column: Term Starts, then: [{{date: DD/MM/YYYY}}]}}
        ends: {{column: Term Ends, then: [{{date: DD/MM/YYYY}}]}}
"""
MESSY = """\
Contracts register,,
Printed by Finance,,

Contract,Term,
,Starts,Ends
Payroll,01/04/2024,31/03/2027
,,
Telephony,TBC,30/06/2027
Total,2,
* as at May,,
"""


def _workbook(rows: list[tuple[Any, ...]], change: Callable[[Worksheet], object]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    change(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_what_stands_around_the_records_is_told(converted: Convert) -> None:
    imported = converted(TABLE.format(header="[4, 5]"), t_csv=MESSY)
    assert [*imported.sections["contracts"]] == ["payroll", "telephony"]
    told = [(loss.kind, loss.row, loss.value, loss.reason) for loss in imported.losses]
    assert told == [
        ("blank", None, "TBC", "taken for an empty cell, once"),
        ("aside", 1, "Contracts register", "it stands above the headings"),
        ("aside", 2, "Printed by Finance", "it stands above the headings"),
        ("aside", 9, "Total; 2", "a total"),
        ("aside", 10, "* as at May", "a footnote"),
    ]
    count = imported.counts.tables["t"]
    assert (count.rows, count.used, count.filtered, count.lost, count.blank) == (4, 2, 2, 0, 1)
    text = report_text(imported)
    assert "texts taken for an empty cell: 1\n    Term Starts 'TBC': taken" in text
    assert "rows that are no records: 4" in text


def test_headings_in_several_rows_are_joined() -> None:
    upper = ["System", "Support", "", "", "Cost", "System"]
    lower = ["", "Supplier", "Ends", "Cost", "Cost", ""]
    assert joined_headings([upper, lower]) == [
        "System",
        "Support Supplier",
        "Support Ends",
        "Support Cost",
        "Cost",
        "System",
    ]


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ("[1, 3]", "rows of headings stand one below the other: [2, 3]"),
        ("[1, 2, 3, 4, 5]", "at most 4 rows have headings"),
    ],
)
def test_rows_of_headings_stand_together(wrong: Wrong, header: str, why: str) -> None:
    (line,) = wrong(TABLE.format(header=header), t_csv=MESSY)
    assert why in line


def test_a_merged_cell_speaks_for_each_row_that_it_spans() -> None:
    rows: list[tuple[Any, ...]] = [
        ("Team", "System", "Note"),
        ("Revenues", "A", "wide"),
        (None, "B"),
        (None, "C"),
        (None, "D"),
    ]

    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:A4")
        sheet.merge_cells("C2:D2")

    data = _workbook(rows, merge)
    sheet = read_xlsx(data, "x.xlsx")
    assert [row.cells.get("team") for row in sheet.rows] == [*["Revenues"] * 3, None]
    assert sheet.remark == "workbook, 1 merged stretch over several rows"
    assert [row.cells.get("note") for row in sheet.rows] == ["wide", None, None, None]
    left = read_xlsx(data, "x.xlsx", fill=False)
    assert [row.cells.get("team") for row in left.rows] == ["Revenues", None, None, None]


def test_a_merged_cell_reaches_into_rows_that_are_shorter() -> None:
    data = _workbook(
        [("System", "Site"), ("A", "Depot"), ("B",)], lambda sheet: sheet.merge_cells("B2:B3")
    )
    assert [row.cells["site"] for row in read_xlsx(data, "x.xlsx").rows] == ["Depot", "Depot"]


def test_what_is_hidden_is_read_and_told() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True

    data = _workbook([("System", "Note"), ("A", "x"), ("B", "y")], hide)
    sheet = read_xlsx(data, "x.xlsx")
    assert len(sheet.rows) == 2
    assert sheet.remark == (
        "workbook, 1 hidden row read like the others, 1 hidden column read like the others"
    )


def test_a_sheet_that_no_table_reads_is_told(converted: Convert) -> None:
    book = openpyxl.Workbook()
    (sheet,) = book.worksheets
    sheet.title = "Systems"
    sheet.append(("Name",))
    sheet.append(("A",))
    book.create_sheet("Old").sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    tables = """
    t:
      file: t.xlsx
      sheet: Systems
      outputs: [{section: applications, id: Name, fields: {name: Name}}]
    """
    imported = converted(tables, t_xlsx=stream.getvalue())
    (loss,) = imported.losses
    assert (loss.kind, loss.file, loss.value) == ("sheet", "t.xlsx", "Old")
    assert "t.xlsx 'Old': no table of the mapping reads it" in report_text(imported)
    book_read = Book(stream.getvalue(), "t.xlsx")
    assert (book_read.titles, book_read.hidden) == (("Systems", "Old"), frozenset({"Old"}))


def test_merged_cells_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[tuple[Any, ...]] = [("System",), ("A",), *[(None,)] * 30, ("Z",)]
    data = _workbook(rows, lambda sheet: sheet.merge_cells("A2:A30"))
    monkeypatch.setattr(xlsx_marks, "_MOST_FILLED", 20)
    with pytest.raises(ExchangeError) as caught:
        read_xlsx(data, "x.xlsx")
    assert "merged cells that reach over too many rows" in str(caught.value.problems[0])
    monkeypatch.setattr(xlsx_marks, "_MOST_MERGED", 0)
    with pytest.raises(ExchangeError) as caught:
        read_xlsx(data, "x.xlsx")
    assert "a sheet with too many merged cells" in str(caught.value.problems[0])
