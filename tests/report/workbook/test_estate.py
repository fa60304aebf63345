"""The workbook of an estate, read back."""

from __future__ import annotations

import io
from functools import cache

import openpyxl
import pytest
from tests.report.html.sources import attacked, small

from estate.report.tables.every import tables_of
from estate.report.workbook.cell import LONGEST
from estate.report.workbook.estate import workbook

pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")


@cache
def _opened() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(small())))


def test_every_table_has_a_sheet_that_can_be_filtered() -> None:
    tables = tables_of(small())
    assert _opened().sheetnames == [table.title for table in tables]
    for table, sheet in zip(tables, _opened().worksheets, strict=True):
        assert sheet.freeze_panes == "B2"
        assert [cell.value for cell in sheet[1]] == [head.name for head in table.heads]
        assert sheet.max_row == max(table.size, 0) + 1
        assert sheet.auto_filter.ref.endswith(str(max(table.size, 1) + 1))


def test_cells_are_of_the_kind_of_their_column() -> None:
    kinds = {"date": {"d", "s"}, "money": {"n", "s"}, "number": {"n", "s"}}
    for table, sheet in zip(tables_of(small()), _opened().worksheets, strict=True):
        for head, column in zip(table.heads, sheet.iter_cols(min_row=2), strict=True):
            there = {cell.data_type for cell in column if cell.value is not None}
            known = {"s", "n", "d"} if table.name == "about" else kinds.get(head.kind, {"s"})
            assert there <= known, (table.name, head.name)


def test_no_name_of_a_hostile_estate_is_obeyed() -> None:
    made = openpyxl.load_workbook(io.BytesIO(workbook(attacked())))
    cells = [cell for sheet in made.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not [cell for cell in cells if cell.hyperlink]
    texts = [str(cell.value) for cell in cells if cell.data_type == "s"]
    assert all(len(text.encode("utf-16-le")) <= 2 * LONGEST for text in texts)


def test_the_same_estate_gives_the_same_bytes() -> None:
    assert workbook(small()) == workbook(small())
