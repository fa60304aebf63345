"""The one way to make a workbook: types, limits, and texts that nobody obeys."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet
from tests.report.attacks import hostile_texts

from estate.report.tables import Head
from estate.report.visible import visible
from estate.report.workbook import Cell, Formula, Properties, Sheet, book, letter
from estate.report.workbook.book import ROWS
from estate.report.workbook.cell import LONGEST, fitted, footer, sheet_name

pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")

PROPERTIES = Properties("the test", "Title", "1.0", date(2026, 11, 21), "Marram & Saltern")
HEADS = (
    Head("Text"),
    Head("Id", "id"),
    Head("Severity", "severity"),
    Head("Flag", "flag"),
    Head("Number", "number"),
    Head("Money", "money"),
    Head("Day", "date"),
)


def _made(rows: list[tuple[Cell, ...]], *, most: int = ROWS) -> openpyxl.Workbook:
    sheet = Sheet("Things", HEADS, iter(rows))
    return openpyxl.load_workbook(io.BytesIO(book(PROPERTIES, [sheet], rows=most)))


def _sheet(rows: list[tuple[Cell, ...]]) -> Worksheet:
    found = _made(rows)["Things"]
    assert isinstance(found, Worksheet)
    return found


def _first(row: tuple[Cell, ...]) -> tuple[Any, ...]:
    return next(_sheet([row]).iter_rows(min_row=2))


def _text(text: str) -> object:
    return _sheet([(text, *[""] * 6)]).cell(2, 1).value


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_every_kind_of_value_is_of_its_type() -> None:
    row = ("a", "007", "critical", True, 1200, Decimal("12.50"), date(2027, 2, 28))
    cells = _first(row)
    assert [cell.value for cell in cells] == [
        *("a", "007", "Critical", "yes", 1200, 12.5),
        datetime(2027, 2, 28),  # noqa: DTZ001 - the format knows no zone
    ]
    assert [cell.data_type for cell in cells] == [*"ssssnnd"]
    formats = [cell.number_format for cell in cells]
    assert formats[1] == "@"
    assert formats[4:] == ["#,##0", "#,##0.00;[Red]-#,##0.00", "yyyy-mm-dd"]
    assert cells[2].fill.fgColor.rgb == "FF7D1240"


def test_what_nobody_knows_is_said_and_what_is_nothing_stays_empty() -> None:
    cells = _first((None, "", None, False, 1.5, None, "no end"))
    assert [cell.value for cell in cells] == [
        *("unknown", None, "unknown", "no", 1.5, "unknown", "no end"),
    ]
    assert cells[0].font.italic
    assert not cells[6].font.italic


def test_numbers_and_days_among_texts_stand_where_texts_stand() -> None:
    sheet = _sheet([(1200, *[""] * 6), (date(2027, 1, 1), *[""] * 6)])
    assert [sheet.cell(row, 1).alignment.horizontal for row in (2, 3)] == ["left", "left"]
    assert [sheet.cell(row, 1).number_format for row in (2, 3)] == ["#,##0", "yyyy-mm-dd"]


def test_heads_stay_in_sight_and_rows_can_be_filtered() -> None:
    sheet = _sheet([("a", *[""] * 6), ("b", *[""] * 5, date(2027, 1, 1))])
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:G3"
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.oddFooter
    assert sheet.oddFooter.left
    assert sheet.oddFooter.left.text == "Marram && Saltern"


def test_an_empty_sheet_is_a_sheet_with_its_head() -> None:
    sheet = _sheet([])
    assert [cell.value for cell in sheet[1]] == [head.name for head in HEADS]
    assert sheet.auto_filter.ref == "A1:G2"


def test_rows_that_a_sheet_does_not_take_stand_on_further_sheets() -> None:
    made = _made([(f"row {number}", *[""] * 6) for number in range(5)], most=2)
    assert made.sheetnames == ["Things", "Things (2)", "Things (3)"]
    found = [cell.value for sheet in made.worksheets for cell in sheet["A"][1:]]
    assert found == [f"row {number}" for number in range(5)]
    assert {sheet["A1"].value for sheet in made.worksheets} == {"Text"}


def test_a_sheet_that_is_just_full_is_one() -> None:
    assert _made([("a", *[""] * 6)] * 2, most=2).sheetnames == ["Things"]


def test_rows_are_read_once_and_one_by_one() -> None:
    read: list[int] = []

    def rows() -> Iterator[tuple[Cell, ...]]:
        for number in range(3):
            read.append(number)
            yield (str(number), *[""] * 6)

    book(PROPERTIES, [Sheet("Things", HEADS, rows())])
    assert read == [0, 1, 2]


def test_days_that_excel_does_not_have_are_texts() -> None:
    assert [
        _sheet([(*[""] * 6, day)]).cell(2, 7).value
        for day in (date.min, date(1066, 10, 14), date(1900, 2, 28), date(9999, 12, 31))
    ] == [
        *("0001-01-01", "1066-10-14", "1900-02-28"),
        datetime(9999, 12, 31),  # noqa: DTZ001 - the format knows no zone
    ]


@pytest.mark.parametrize(
    "text",
    ["<r><t>x</t></r>", "<r></si><c></r>", "_x0041_", "=1+1", '=HYPERLINK("https://e.org")', "007"],
)
def test_a_text_stays_what_it_is(text: str) -> None:
    assert unescape(str(_text(text))).rstrip() == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", " =1", "＝1"])  # noqa: RUF001 - a wide sign
def test_what_looks_like_a_formula_is_marked_as_text(text: str) -> None:
    cell = _sheet([(text, *[""] * 6)]).cell(2, 1)
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert not _sheet([("a", *[""] * 6)]).cell(2, 1).quotePrefix


@given(hostile_texts)
@settings(max_examples=30)
def test_no_text_becomes_anything_else(text: str) -> None:
    made = book(PROPERTIES, [Sheet("Things", HEADS, [(text, text, text, "", "", text, text)])])
    cells = [c for row in openpyxl.load_workbook(io.BytesIO(made))["Things"]["A2:G2"] for c in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert str(cells[0].value or "").strip() == visible(" ".join(text.split())).strip()
    assert not any(b"<f>" in part for part in _parts(made))


def _parts(made: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        return [parts.read(name) for name in parts.namelist()]


@pytest.mark.parametrize("text", ["a" * 32_768, "🦆" * 16_384, "\u202e" * 30_000, "é🦆" * 20_000])
def test_a_text_that_no_cell_takes_is_cut_and_says_so(text: str) -> None:
    found = str(_text(text))
    assert _units(found) <= LONGEST
    assert _units(found) > LONGEST - 3
    assert found.endswith(f"… ({len(visible(text)):,} characters)")


@pytest.mark.parametrize("text", ["a" * 32_767, "🦆" * 16_383])
def test_a_text_that_a_cell_just_takes_is_whole(text: str) -> None:
    assert _text(text) == text


@given(hostile_texts)
def test_what_is_fitted_fits(text: str) -> None:
    assert _units(fitted(text * 50, 100)) <= 101  # with the space that keeps it from being markup
    assert _units(footer(text * 50)) < 240


def test_names_of_sheets_are_short_enough() -> None:
    assert sheet_name("Things") == "Things"
    assert sheet_name("T" * 40) == "T" * 31
    assert sheet_name("T" * 40, 1) == "T" * 27 + " (2)"


def test_formulas_are_ours_and_say_what_they_come_to() -> None:
    sheet = Sheet("Things", (Head("Sum", "money"),), [(Formula("=1+1", Decimal(2)),)])
    made = io.BytesIO(book(PROPERTIES, [sheet]))
    assert openpyxl.load_workbook(made)["Things"]["A2"].value == "=1+1"
    assert openpyxl.load_workbook(made, data_only=True)["Things"]["A2"].value == 2


def test_the_same_sheets_give_the_same_bytes() -> None:
    sheet = Sheet("Things", HEADS, [("a", "b", "low", True, 1, 2, date(2027, 1, 1))])
    made = book(PROPERTIES, [sheet])
    assert made == book(PROPERTIES, [sheet])
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert {part.date_time[:3] for part in parts.infolist()} == {(1980, 1, 31)}


def test_columns_have_letters() -> None:
    assert [letter(number) for number in (0, 25, 26, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"),
    ]
