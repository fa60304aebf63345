"""CSV: by RFC 4180, and by what a spreadsheet makes of it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from openpyxl import Workbook
from tests.report.attacks import attacked, hostile_texts

from estate.findings import Outcome
from estate.report.csv import COLUMNS, render, row
from estate.report.visible import clip

Golden = Callable[[str, Iterable[str]], None]


def _rows(outcome: Outcome, folder: str = "") -> list[dict[str, str]]:
    text = "".join(render(outcome, folder=folder))
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_the_table_is_the_golden_one(outcome: Outcome, golden: Golden) -> None:
    golden("findings.csv", render(outcome))


def test_every_row_ends_as_the_standard_says(outcome: Outcome) -> None:
    text = "".join(render(outcome))
    assert text.endswith("\r\n")
    assert text.count("\r\n") == text.count("\n") == text.count("\r")


def test_every_finding_is_a_row(outcome: Outcome) -> None:
    rows = [row for row in _rows(outcome, "north/") if row["fingerprint"]]
    assert [row["fingerprint"] for row in rows] == [f.fingerprint for f in outcome.findings]
    assert sum(row["fails"] == "yes" for row in rows) == len(outcome.failing)
    first = rows[1]
    assert first["file"] == "north/inventory/applications/revenues.yaml"
    assert (first["line"], first["column"]) == ("14", "16")
    assert first["subject"] == "academy oracle-database 12.2"
    assert first["organisations"] == "Marram Borough Council"
    assert first["path"] == "academy > srv-rev-01 > cluster-a"
    assert "support.ended=2022-03-31" in first["facts"]


def test_what_is_accepted_says_until_when(outcome: Outcome) -> None:
    (row,) = [row for row in _rows(outcome) if row["status"] == "accepted"]
    assert (row["exception"], row["expires"], row["fails"]) == ("ex-2026-015", "2027-02-28", "no")


def test_each_open_question_is_a_row_where_they_are_listed(outcome: Outcome) -> None:
    rows = [row for row in _rows(outcome) if row["status"] == "unknown"]
    assert len(rows) == outcome.undecided
    assert rows[0]["note"] == "not recorded: version"


def test_open_questions_are_counted_where_they_are_not(outcome: Outcome) -> None:
    rows = [row for row in _rows(replace(outcome, unknown=())) if row["status"] == "unknown"]
    assert [(row["rule"], row["note"]) for row in rows] == [
        ("unsupported-software", "41 of 903 subjects unknown"),
        ("inherited-unsupported-software", "12 of 80 subjects unknown"),
    ]


def test_rules_that_were_not_run_are_rows(outcome: Outcome) -> None:
    (row,) = [row for row in _rows(outcome) if row["status"] == "not-run"]
    assert (row["rule"], row["note"]) == ("unpublished-contract-fields", "ignored in estate.yaml")


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\uff1d1", "'=1"])
def test_no_cell_is_a_formula(sign: str, outcome: Outcome) -> None:
    one = replace(outcome, findings=(replace(outcome.findings[0], message=sign),))
    message = _rows(one)[0]["message"]
    assert message == (sign if sign.startswith("'") else f"'{sign}")


def test_a_cell_is_no_longer_than_a_spreadsheet_takes(outcome: Outcome) -> None:
    one = replace(outcome, findings=(replace(outcome.findings[0], message="a" * 50_000),))
    message = _rows(one)[0]["message"]
    assert len(message) < 32_767
    assert message.endswith("… (50,000 characters)")


@given(hostile_texts)
def test_whatever_people_write_is_one_cell_and_no_formula(text: str) -> None:
    outcome = replace(attacked(text), unknown=(), rules=())
    rows = _rows(outcome)
    assert Counter(map(len, rows)) == {len(COLUMNS): len(outcome.findings) + 1}
    assert rows[0]["message"].removeprefix("'") == clip(text, 32_000).removeprefix("'")
    sheet = Workbook().active
    assert sheet is not None
    for each in rows:
        assert all(value is not None for value in each.values())
        sheet.append(list(each.values()))
    kinds = {cell.data_type for cells in sheet.iter_rows() for cell in cells}
    assert kinds <= {"s", "n"}  # no formula


def test_a_number_is_no_text_and_keeps_its_sign() -> None:
    assert row([Decimal("-5.00"), Decimal(1200), "-5", ""]) == "-5.00,1200,'-5,\r\n"
