"""`estate budget`: the strategy's sums, in every form, and mistakes that say what is right."""

from __future__ import annotations

import csv
import json
import re
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from tests.cli.conftest import Run

DAY = ("--as-of", "2026-11-21")


@pytest.fixture
def strategy(tmp_path: Path) -> Path:
    """Return an estate whose one project is the strategy: £11.85m over ten years."""
    folder = tmp_path / "strategy"
    (folder / "inventory").mkdir(parents=True)
    (folder / "estate.yaml").write_text("estate: 1\nname: Stockwold\n")
    lines = "\n".join(
        f"      - {{year: {year}-{(year + 1) % 100}, capital: {750000 if year == 2026 else 0}, "
        "revenue: 1110000, displaced: 980000}"
        for year in range(2026, 2036)
    )
    (folder / "inventory" / "plan.yaml").write_text(
        "organisations: {stockwold: {name: Stockwold Borough Council}}\n"
        "projects:\n  strategy:\n    name: ICT strategy\n    organisation: stockwold\n"
        "    status: live\n    cost: {capital: 750000, revenue: 11100000}\n"
        f"    budget:\n{lines}\n"
    )
    return folder


def test_the_strategy_comes_to_eleven_million_eight_hundred_and_fifty_thousand(
    run: Run, strategy: Path
) -> None:
    ran = run("budget", "--years", "10", *DAY, at=strategy, columns=120)
    assert (ran.code, ran.err) == (0, "")
    assert "over 2026-27 to 2035-36 £11,850,000, by 10 budget lines." in " ".join(ran.out.split())
    found = json.loads(run("budget", "--years", "10", "--format", "json", *DAY, at=strategy).out)
    assert found["total"] == {
        "capital": 750000,
        "revenue": 11100000,
        "gross": 11850000,
        "displaced": 9800000,
        "net": 750000 + 10 * 130000,
    }
    assert len(found["years"]) == 10


def test_every_format_says_the_same(run: Run, strategy: Path, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
    forms = ("csv", "markdown", "html", "xlsx")
    asked = [part for form in forms for part in ("--format", f"{form}:{tmp_path / form}")]
    ran = run("budget", "--years", "10", *asked, *DAY, at=strategy)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    rows = list(csv.DictReader(StringIO((tmp_path / "csv").read_text(), newline="")))
    assert sum(float(row["gross"]) for row in rows if row["entry"] == "budget") == 11850000
    for form in ("markdown", "html"):
        assert "11,850,000" in (tmp_path / form).read_text()
    book = openpyxl.load_workbook(BytesIO((tmp_path / "xlsx").read_bytes()), data_only=True)
    rows_of_sums = {row[:2]: row[-1] for row in book["Sums"].iter_rows(values_only=True)}
    assert rows_of_sums["All together", None] == 11850000
    assert rows_of_sums["All together", "Net"] == 2050000


def test_the_years_that_are_asked_for(run: Run, strategy: Path) -> None:
    def years(*asked: str) -> list[str]:
        return list(
            json.loads(run("budget", "--format", "json", *asked, *DAY, at=strategy).out)["years"]
        )

    assert years() == ["2026-27", "2027-28", "2028-29", "2029-30", "2030-31"]
    assert years("--from", "2024/25", "--until", "2025-26") == ["2024-25", "2025-26"]
    assert years("--from", "2024", "--years", "1") == ["2024-25"]
    assert years("--until", "2026-27") == ["2026-27"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("--organisation", "stokwold"), "no organisation 'stokwold'; did you mean 'stockwold'?"),
        (("--organisation", "x"), "no organisation 'x'; there are stockwold"),
        (("--from", "2026-28"), "--from '2026-28' is no financial year; did you mean '2026-27'?"),
        (("--until", "soon"), "--until 'soon' is no financial year; write 2026-27"),
        (("--from", "0000"), "--from '0000' is no financial year"),
        (("--until", "2020-21"), "--until 2020-21 lies before 2026-27"),
        (("--until", "2028", "--years", "2"), "--until and --years both say where to end"),
        (("--until", "2999"), "974 financial years are too many; at most 50"),
        (("--from", "9990", "--years", "20"), "the calendar ends before 20 years from 9990-91"),
        (("--format", "xlsx"), "a workbook goes to a file: --format xlsx:FILE"),
        (("--format", "jsn"), "did you mean 'json'?"),
    ],
)
def test_a_mistake_says_what_is_right(
    asked: tuple[str, ...], message: str, run: Run, strategy: Path
) -> None:
    ran = run("budget", *asked, *DAY, at=strategy)
    assert (ran.code, ran.out) == (2, "")
    assert message in " ".join(ran.err.split())


def test_quiet_says_the_sum_alone(run: Run, strategy: Path) -> None:
    ran = run("budget", "-q", *DAY, at=strategy)
    assert "What is to be paid" not in ran.out
    assert "£1,860,000" in ran.out


def test_the_schema_is_published(run: Run) -> None:
    for name in ("budget", "plan"):
        found = json.loads(run("schema", "--of", name).out)
        assert found["properties"]["schema"]["const"] == f"estate-{name}/1"


@pytest.mark.parametrize("name", ["budget", "plan"])
def test_what_the_page_shows_is_what_the_command_prints(name: str, run: Run) -> None:
    root = Path(__file__).parents[2]
    page = (root / "docs" / f"{name}.md").read_text(encoding="utf-8")
    (shown,) = re.findall(
        r"^```text\n(Marram and Saltern: .*?)^```", page, re.DOTALL | re.MULTILINE
    )
    assert run(name, "--estate", str(root), *DAY).out.startswith(shown)


def test_the_years_and_the_currency_are_those_of_the_estate(run: Run, strategy: Path) -> None:
    with (strategy / "estate.yaml").open("a") as file:
        file.write("financial_year_starts: 01-01\ncurrency: EUR\n")
    ran = run("budget", "--years", "2", *DAY, at=strategy)
    assert "To be paid in 2026 €1,860,000" in ran.out
    assert re.search(r"^EUR +2026 +2027 +Total$", ran.out, re.MULTILINE)


def test_it_finds_what_the_rules_find(run: Run) -> None:
    """The example: what the rules of budgets fail is what the budget tells of."""
    root = str(Path(__file__).parents[2])
    rules = "unbudgeted-renewal,diverging-plans,exceeded-envelope,unreconciled-budget"
    checked = run("check", "--estate", root, "--select", rules, "--format", "json", *DAY)
    findings = [
        (each["rule"], each["subject"]["id"])
        for each in json.loads(checked.out)["findings"]
        if each["rule"] in rules
    ]
    told = json.loads(run("budget", "--estate", root, "--format", "json", *DAY).out)
    horizon = "2029-04-01"
    unbudgeted = {
        each["id"]
        for each in told["renewals"]
        if each["budgeted"] is False and each["on"] < horizon
    }
    assert unbudgeted == {key for rule, key in findings if rule == "unbudgeted-renewal"}
    lacking = {
        each["id"]
        for each in told["differences"]
        if each["due"] and each["due"] < horizon and any(not p["years"] for p in each["plans"])
    }
    diverging = {key for rule, key in findings if rule == "diverging-plans"}
    licences = {key for key in diverging if key.startswith("lic-")}
    assert lacking == diverging - licences
    assert [each["organisation"] for each in told["envelopes"] if each["exceeded"]] == [
        key for rule, key in findings if rule == "exceeded-envelope"
    ]
    assert [each["id"] for each in told["projects"] if each["agreement"] == "differs"] == [
        key for rule, key in findings if rule == "unreconciled-budget"
    ]
