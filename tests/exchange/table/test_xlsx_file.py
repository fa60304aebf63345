from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest

from estate.errors import ExchangeError
from estate.exchange.table import xlsx_file
from estate.exchange.table.xlsx_file import read_xlsx


def _workbook(*rows: tuple[Any, ...], more: tuple[str, ...] = ()) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for title in more:
        book.create_sheet(title)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _edited(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
    return stream.getvalue()


def _reason(data: bytes, sheet: str | None = None) -> str:
    with pytest.raises(ExchangeError) as caught:
        read_xlsx(data, "x.xlsx", sheet=sheet)
    return str(caught.value.problems[0])


def test_cells_become_text_as_a_person_would_write_it() -> None:
    data = _workbook(
        ("Name", "Version", "Count", "Day", "Moment", "Clock", "Live", "Ratio", "Nothing"),
        (
            "A",
            "10.10",
            3,
            date(2026, 3, 1),
            datetime.fromisoformat("2026-03-01T09:30"),
            time(9),
            True,
            0.1 + 0.2,
        ),
    )
    (row,) = read_xlsx(data, "x.xlsx").rows
    assert (row.number, dict(row.cells)) == (
        2,
        {
            "name": "A",
            "version": "10.10",
            "count": "3",
            "day": "2026-03-01",
            "moment": "2026-03-01T09:30:00",
            "clock": "09:00:00",
            "live": "true",
            "ratio": "0.3",
        },
    )


def test_a_formula_is_not_run() -> None:
    data = _workbook(("Name", "Sum"), ("A", "=1+1"), ("B", 5))
    sheet = read_xlsx(data, "x.xlsx")
    assert [dict(row.cells) for row in sheet.rows] == [{"name": "A"}, {"name": "B", "sum": "5"}]
    (flaw,) = sheet.flaws
    assert (flaw.row, flaw.column) == (2, "Sum")
    assert "never saved" in flaw.reason


def test_a_formula_that_was_saved_gives_its_value() -> None:
    def saved(_: str, part: bytes) -> bytes:
        return part.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")

    data = _edited(_workbook(("Name", "Sum"), ("A", "=1+1")), saved)
    sheet = read_xlsx(data, "x.xlsx")
    assert [dict(row.cells) for row in sheet.rows] == [{"name": "A", "sum": "2"}]


def test_an_error_in_a_cell_is_no_value() -> None:
    sheet = read_xlsx(_workbook(("Name", "Cost"), ("A", "#REF!")), "x.xlsx")
    assert [dict(row.cells) for row in sheet.rows] == [{"name": "A"}]
    assert [flaw.value for flaw in sheet.flaws] == ["#REF!"]


def test_the_sheet_is_chosen_by_name() -> None:
    data = _workbook(("Name",), ("A",), more=("Servers",))
    assert len(read_xlsx(data, "x.xlsx", sheet="Sheet").rows) == 1
    assert "which sheet is not said (expected Sheet or Servers)" in _reason(data)
    assert "there is no sheet 'Sites'" in _reason(data, "Sites")


def test_entities_are_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    data = _edited(
        _workbook(("Name",)), lambda name, part: bomb + part if "sheet1" in name else part
    )
    assert "declares entities" in _reason(data)


def test_an_archive_that_unpacks_too_far_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_file, "_LARGEST", 1000)
    assert "the workbook unpacks to" in _reason(_workbook(("Name",)))


@pytest.mark.parametrize("data", [b"no zip", b"PK\x03\x04 broken"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    assert "no workbook" in _reason(data)


def test_a_workbook_with_a_part_missing_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("hello.txt", "x")
    assert "no workbook" in _reason(stream.getvalue())


def test_openpyxl_is_asked_for_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ExchangeError, match=r"install estate\[xlsx\]"):
        read_xlsx(_READY, "x.xlsx")


_READY = _workbook(("Name",), ("A",))
