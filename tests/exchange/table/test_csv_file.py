from __future__ import annotations

import pytest

from estate.errors import ExchangeError
from estate.exchange.table import sheet as sheets
from estate.exchange.table.csv_file import read_csv


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_delimiter_is_detected(mark: str) -> None:
    text = f'name{mark}note\nA{mark}"one, two; three"\nB{mark}x\n'
    rows = read_csv(text.encode(), "x.csv").rows
    assert [dict(row.cells) for row in rows] == [
        {"name": "A", "note": "one, two; three"},
        {"name": "B", "note": "x"},
    ]


def test_one_column_needs_no_delimiter() -> None:
    sheet = read_csv(b"name\nA\nB\n", "x.csv")
    assert [row.cells["name"] for row in sheet.rows] == ["A", "B"]
    assert sheet.remark == "utf-8, comma between cells"


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    sheet = read_csv(b'\nname,note\nA,"two\nlines"\n,\nB,x\n', "x.csv")
    assert [(row.number, row.cells["name"]) for row in sheet.rows] == [(3, "A"), (5, "B")]
    assert sheet.blank == 1


def test_headings_stand_where_the_mapping_says() -> None:
    sheet = read_csv(b"Estate list 2026\n\nname,note\nA,x\n", "x.csv", header=(3,), delimiter=",")
    assert [dict(row.cells) for row in sheet.rows] == [{"name": "A", "note": "x"}]
    assert sheet.columns == {"name": "name", "note": "note"}


def test_headings_count_whatever_their_case_and_spacing() -> None:
    sheet = read_csv(b" Business  Service ,NAME\nx,A\n", "x.csv")
    assert sheet.columns == {"business service": "Business  Service", "name": "NAME"}


def test_ragged_rows_keep_what_has_a_heading() -> None:
    sheet = read_csv(b"name,note\nA\nB,x,y\n,,z\n", "x.csv")
    assert [dict(row.cells) for row in sheet.rows] == [{"name": "A"}, {"name": "B", "note": "x"}]
    assert [(f.row, f.column, f.value) for f in sheet.flaws] == [
        (3, "column 3", "y"),
        (4, "column 3", "z"),
    ]
    assert [f.row for f in sheet.lost] == [4]


def test_columns_without_a_heading_or_with_one_twice_are_told_apart() -> None:
    sheet = read_csv(b"name,,Name\nA,x,y\n", "x.csv")
    assert sheet.columns == {"column 1": "name", "column 2": "column 2", "column 3": "Name"}
    assert sheet.twice == {"name"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'name,note\nA,"never closed\nB,x\n', "no CSV: unexpected end of data"),
        (b"", "there is no row with column headings"),
        (b"name\n" + b"x" * 200_000, "no CSV: field larger than field limit"),
        (b"," * 3000 + b"a", "3,001 columns"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        read_csv(data, "x.csv")
    assert reason in str(caught.value.problems[0])


def test_a_heading_row_that_is_not_there_is_said() -> None:
    with pytest.raises(ExchangeError) as caught:
        read_csv(b"a,b\n", "x.csv", header=(9,))
    assert "there is no row 9" in str(caught.value.problems[0])


def test_rows_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 2)
    with pytest.raises(ExchangeError) as caught:
        read_csv(b"a\n1\n2\n3\n", "x.csv")
    assert "more than 2 rows" in str(caught.value.problems[0])
