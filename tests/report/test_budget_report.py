"""The architecture budget as sentences, JSON, rows and a workbook: the same sums in each."""

from __future__ import annotations

import csv as reading
import io
import json
import re
import sys
from decimal import Decimal
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import openpyxl
import pytest
from hypothesis import given, settings
from tests.facts.written_estates import facts_of
from tests.report.attacks import hostile_texts
from tests.report.budgets import budget
from tests.report.register_outcome import FORMULAS

from estate.errors import Location, ReportError
from estate.findings import Place
from estate.plan.budget import Budget, budget_of
from estate.report.budget import csv, document
from estate.report.budget.schema import budget_schema
from estate.report.budget.telling import statement
from estate.report.currency import Currency
from estate.report.statement import text

PLACES = {Place("marram"): Location("inventory/a.yaml", 3, 3, 3, 9)}


def _text(found: Budget) -> str:
    return "".join(text.render(statement(found), width=120, detail="verbose"))


def _json(found: Budget) -> Any:  # noqa: ANN401 - JSON
    return json.loads("".join(document.render(found, PLACES)))


def _rows(found: Budget) -> list[dict[str, str]]:
    return list(reading.DictReader(io.StringIO("".join(csv.render(found, PLACES)), newline="")))


def _book(found: Budget) -> openpyxl.Workbook:
    pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
    from estate.report.budget.book import workbook  # noqa: PLC0415 - an extra

    return openpyxl.load_workbook(io.BytesIO(workbook(found, PLACES)), data_only=True)


def _worked_out(formula: str, sheet: str, book: openpyxl.Workbook) -> float:
    """Work out a formula of ours, in the few functions that there are."""

    def column(name: str) -> list[Any]:
        where, _, span = name.rpartition("!")
        cells = book[where or sheet][span.replace("$", "")]
        return [row[0].value for row in cells] if isinstance(cells, tuple) else [cells.value]

    if found := re.fullmatch(r"=SUM\((\w+):(\w+)\)", formula):
        rows = book[sheet][f"{found[1]}:{found[2]}"]
        return sum(float(cell.value or 0) for row in rows for cell in row)
    if found := re.fullmatch(r'=SUMIF\((.+),"(\w+)",(.+)\)', formula):
        pairs = zip(column(found[1]), column(found[3]), strict=True)
        return sum(float(value) for key, value in pairs if key == found[2])
    if found := re.fullmatch(r"=SUMPRODUCT\((.+)\*([^*]+)\)", formula):
        kept = [True] * len(column(found[2]))
        for test in found[1].split("*"):
            name, _, key = test.strip("()").partition("=")
            (wanted,) = column(key)
            kept = [old and new == wanted for old, new in zip(kept, column(name), strict=True)]
        return sum(float(v) for v, here in zip(column(found[2]), kept, strict=True) if here)
    found = re.fullmatch(r"=(\w+)([+-])(\w+)", formula)
    assert found, formula
    first, last = (float(column(name)[0]) for name in (found[1], found[3]))
    return first + last if found[2] == "+" else first - last


class TestSentences:
    """What a finance officer reads first."""

    def test_what_is_to_be_paid_and_what_is_in_no_budget(self) -> None:
        lead = statement(budget()).lead
        assert lead[0] == (
            "To be paid in 2026-27 £1,860,009.00 (£980,000.00 of it met by costs that stop) and in "
            "2027-28 £0.10; over 2026-27 to 2030-31 £1,860,009.10, by 3 budget lines."
        )
        assert lead[1] == (
            "In no budget: 2 renewals due by 2028-03-31, £12.34 a year for 1 of them, and of 1 the "
            "cost is not recorded; of 1 more asset the day is not recorded."
        )
        assert lead[2:] == (
            "Exceeded: the envelope Marram of Marram, by £8.00 capital.",
            "Lines that do not add up to what the project states: Marram.",
            "Not in these sums, as nobody can tell whether they count: 1 line, £5.00.",
        )

    def test_nothing_at_all(self) -> None:
        empty = budget_of(facts_of("applications: {}"), range(2026, 2027), currency="CHF")
        assert statement(empty).lead == (
            "No budget line that counts is recorded: what is to be paid is not known.",
            "No renewal is recorded to fall due by 2027-03-31.",
        )

    def test_what_has_no_day_is_no_pass(self) -> None:
        held = """
            organisations: {m: {name: M, budget: [{year: 2026-27, capital: 1, for: [a]}]}}
            servers: {a: {name: A, renewal: 2027-01-31}, b: {name: B, form: physical}}
        """
        lead = statement(budget_of(facts_of(held), range(2026, 2027))).lead
        assert lead[0] == "To be paid in 2026-27 £1, by 1 budget line."
        assert lead[1] == (
            "Every renewal that is recorded to fall due by 2027-03-31 is in a budget; of 1 more "
            "asset the day is not recorded."
        )

    def test_what_may_be_in_a_budget_is_no_pass(self) -> None:
        maybe = """
            projects: {p: {name: P, budget: [{year: 2026-27, capital: 1, for: [a]}]}}
            servers: {a: {name: A, renewal: 2027-01-31}}
        """
        found = budget_of(facts_of(maybe), range(2026, 2027))
        assert statement(found).lead[1] == (
            "Of no renewal by 2027-03-31 is it certain that it is in no budget."
        )
        assert "may be in a budget" in _text(found)

    def test_years_that_have_not_begun(self) -> None:
        lines = "[{year: 2030-31, revenue: 5}, {year: 2026-27, revenue: 7}]"
        text = f"organisations: {{m: {{name: M, budget: {lines}}}}}"
        later = budget_of(facts_of(text), range(2030, 2032))
        assert statement(later).lead[0] == "Budgeted for 2030-31 to 2031-32: £5."

    def test_what_is_shared_and_nobody_says_how(self) -> None:
        assert "Marram and Marram, shares not recorded" in _text(budget())

    def test_what_is_not_counted_is_listed_with_its_reason(self) -> None:
        shown = _text(budget())
        assert "may count: its year, or the status" in shown
        assert "does not count: its project is proposed" in shown
        assert "in another year" in shown

    def test_what_has_gone_by_and_what_others_pay_is_counted(self) -> None:
        found = budget_of(
            facts_of("""
                organisations:
                  m: {name: M, budget: [{year: 2026-27, revenue: 5}]}
                  n: {name: N, envelopes: [{name: E, from: 2026-04-01, until: 2027-03-31}]}
                projects: {p: {name: P, organisation: n, budget: [{year: 2026-27, envelope: E}]}}
                servers:
                  a: {name: A, organisation: n, renewal: 2026-01-31}
                  b: {name: B, organisation: n, renewal: 2027-01-31, annual_cost: {revenue: 9}}
            """),
            range(2026, 2027),
            organisation="n",
        )
        shown = _text(found)
        assert shown.startswith("Marram: architecture budget of N, 2026-27\n")
        assert "Left out: 1 line of other payers." in shown
        assert "Of 1 asset the day of renewal has gone by" in shown
        assert "unknown (now 9)" in shown
        assert "E, N, from 2026-04-01 to 2027-03-31" in shown
        assert "0 and perhaps 1" in shown

    def test_all_totals_are_there(self) -> None:
        shown = " ".join(_text(budget()).split())
        assert "All together 1,860,009.00 0.10 0.00 0.00 0.00 1,860,009.10" in shown
        assert "Net 880,009.00 0.10 0.00 0.00 0.00 880,009.10" in shown


@pytest.mark.parametrize(
    ("code", "amounts", "amount", "shown"),
    [
        ("GBP", [100], 123456700, "£1,234,567"),
        ("GBP", [1], 123456789, "£1,234,567.89"),
        ("GBP", [100], -500, "-£5"),
        ("EUR", [], 0, "€0"),
        ("CHF", [], 100, "CHF 1"),
    ],
)
def test_an_amount(code: str, amounts: list[int], amount: int, shown: str) -> None:
    assert Currency.of(code, amounts).named(amount) == shown


class TestJson:
    """`estate-budget/1`."""

    def test_it_keeps_to_its_schema(self) -> None:
        jsonschema.validate(_json(budget()), budget_schema())

    def test_its_sums_are_those_of_its_lines(self) -> None:
        found = _json(budget())
        lines = [line for line in found["lines"] if line["standing"] == "counts"]
        for part in ("capital", "revenue", "gross", "displaced", "net"):
            whole = sum(Decimal(str(line[part])) for line in lines)
            assert whole == sum(Decimal(str(row[part])) for row in found["sums"])
            assert whole == Decimal(str(found["total"][part]))

    def test_what_is_unknown_is_null_and_never_nothing(self) -> None:
        renewals = {each["id"]: each for each in _json(budget())["renewals"]}
        assert renewals["old"]["amount"] is None
        assert renewals["own"]["amount"] == 12.34
        assert renewals["own"]["parts"] == [{"organisations": [], "amount": 12.34}]

    def test_lines_say_where_they_stand(self) -> None:
        owners = {line["owner"]: line["location"] for line in _json(budget())["lines"]}
        assert owners["marram"]["file"] == "inventory/a.yaml"
        assert owners["prj"] is None


class TestRows:
    """A row for each line, and for each renewal in no budget."""

    def test_the_rows_of_the_budget_add_up(self) -> None:
        found = budget()
        rows = [row for row in _rows(found) if row["entry"] == "budget"]
        whole = sum(Decimal(row["gross"]) for row in rows)
        assert whole == Decimal(found.row().total.gross).scaleb(-2)

    def test_every_line_and_renewal_has_its_row(self) -> None:
        entries = [row["entry"] for row in _rows(budget())]
        assert {name: entries.count(name) for name in entries} == {
            "budget": 3,
            "may-count": 1,
            "not-counted": 1,
            "other-year": 1,
            "due": 2,
        }

    @given(hostile_texts)
    @settings(max_examples=30)
    def test_no_cell_is_a_formula(self, word: str) -> None:
        for row in _rows(budget(word)):
            for cell in row.values():
                assert not cell.lstrip().startswith(("=", "+", "@")), cell


class TestWorkbook:
    """Numbers are numbers, and the sums are the workbook's own."""

    def test_its_sheets(self) -> None:
        book = _book(budget())
        assert book.sheetnames == [
            "Sums",
            "Lines",
            "In no budget",
            "Planned differently",
            "Envelopes",
            "Projects",
            "Not counted",
        ]
        for sheet in book.worksheets:
            assert sheet.freeze_panes in {"B2", "C2"}
            assert all(cell.font.bold for cell in sheet[1])

    def test_sums_are_formulas_that_come_to_what_they_show(self) -> None:
        pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
        from estate.report.budget.book import workbook  # noqa: PLC0415 - an extra

        found = budget()
        formulas = openpyxl.load_workbook(io.BytesIO(workbook(found, PLACES)))
        shown = _book(found)
        checked = 0
        for sheet in formulas.worksheets:
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                if cell.data_type == "f":
                    worked = _worked_out(str(cell.value), sheet.title, shown)
                    assert shown[sheet.title][cell.coordinate].value == pytest.approx(worked)
                    checked += 1
        assert checked > 3 * 6

    def test_organisations_of_one_name_are_told_apart(self) -> None:
        lines = list(_book(budget())["Lines"].iter_rows(min_row=2, values_only=True))
        assert {line[0] for line in lines} == {
            "Marram (marram)",
            "Marram (saltern)",
            "Marram and Marram, shares not recorded",
        }

    @pytest.mark.parametrize("word", FORMULAS)
    def test_no_text_is_a_formula(self, word: str) -> None:
        pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
        from estate.report.budget.book import workbook  # noqa: PLC0415 - an extra

        made = openpyxl.load_workbook(io.BytesIO(workbook(budget(word), PLACES)))
        ours = ("=SUM", "=SUMPRODUCT(", "=SUMIF(", "=K", "=M", "=F")
        for sheet in made.worksheets:
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                if cell.data_type == "f":
                    assert str(cell.value).startswith(ours)
                    assert word not in str(cell.value)

    def test_the_same_budget_gives_the_same_bytes(self) -> None:
        pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
        from estate.report.budget.book import workbook  # noqa: PLC0415 - an extra

        assert workbook(budget(), PLACES) == workbook(budget(), PLACES)

    def test_an_empty_budget_is_a_workbook_too(self) -> None:
        empty = budget_of(facts_of("applications: {}"), range(2026, 2028))
        assert _book(empty)["Sums"].cell(2, 1).value == "All together"

    def test_without_the_extra_it_says_how_to_install_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from estate.report.budget.book import workbook  # noqa: PLC0415 - beside its extra

        monkeypatch.setitem(sys.modules, "xlsxwriter", None)
        with pytest.raises(ReportError, match=r"pip install 'estate\[register\]'"):
            workbook(budget(), PLACES)


@given(hostile_texts)
@settings(max_examples=20)
def test_text_shows_nothing_that_acts(word: str) -> None:
    assert all(line.isprintable() for line in _text(budget(word)).split("\n"))
