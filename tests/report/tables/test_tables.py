"""The tables of an audit: one definition of each, and what its cells say."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.report.html.sources import attacked, example, small, source, with_outcome

from estate.report.html import Source
from estate.report.register.entry import unmanaged_of
from estate.report.tables import Table, Value
from estate.report.tables.every import tables_of
from estate.report.tables.planned import budget_from

NAMES = [
    *("about", "findings", "exceptions", "assets", "installations", "licences", "contracts"),
    *("ends", "budget", "renewals", "projects", "rules", "unknown"),
]
TYPES: dict[str, tuple[type, ...]] = {
    "text": (str, int, date),
    "id": (str,),
    "severity": (str,),
    "flag": (bool, str),
    "number": (int, float, str),
    "money": (Decimal, str),
    "date": (date, str),
}


def _tables(of: Source) -> dict[str, Table]:
    return {table.name: table for table in tables_of(of)}


def _rows(of: Source, name: str) -> list[dict[str, Value]]:
    table = _tables(of)[name]
    return [dict(zip((h.key for h in table.heads), row, strict=True)) for row in table.rows]


def _row(of: Source, name: str, **wanted: str) -> dict[str, Value]:
    return next(row for row in _rows(of, name) if wanted.items() <= row.items())


def test_there_is_a_table_for_everything_that_people_ask_for() -> None:
    assert list(_tables(small())) == NAMES


@pytest.mark.parametrize("of", [small, attacked, example])
def test_every_row_has_a_value_of_its_kind_in_every_column(of: object) -> None:
    assert callable(of)
    for table in tables_of(of()):
        rows = list(table.rows)
        assert len(rows) == table.size
        for row in rows:
            for head, value in zip(table.heads, row, strict=True):
                assert value is None or isinstance(value, TYPES[head.kind]), (head, value)


def test_names_of_columns_and_sheets_are_such() -> None:
    tables = tables_of(small())
    assert len({table.title.lower() for table in tables}) == len(tables)
    for table in tables:
        assert 0 < len(table.title) <= 31
        assert not set(table.title) & set("[]:*?/\\'")
        keys = [head.key for head in table.heads]
        assert len(set(keys)) == len(keys)
        assert all(key.isidentifier() for key in keys)


def test_rows_can_be_read_again() -> None:
    for table in tables_of(small()):
        assert list(table.rows) == list(table.rows)


def test_every_finding_exception_and_asset_is_a_row() -> None:
    of = example()
    found = _tables(of)
    assert found["findings"].size == len(of.outcome.findings)
    assert found["exceptions"].size == len(of.outcome.acceptances)
    assert found["assets"].size == len(of.facts.assets) == of.outcome.assets
    assert found["installations"].size == len(of.facts.subjects("installation"))
    assert found["rules"].size == len(of.outcome.rules) + len(of.outcome.not_run)
    assert found["projects"].size == len(of.facts.estate.of("project"))


def test_a_finding_says_how_it_stands_and_why_it_fails_or_does_not() -> None:
    rows = _rows(example(), "findings")
    failing = {finding.fingerprint for finding in example().outcome.failing}
    assert {row["fingerprint"] for row in rows if row["fails_the_run"]} == failing
    assert all(bool(row["why_it_does_not"]) != row["fails_the_run"] for row in rows)
    accepted = [row for row in rows if row["status"] == "accepted"]
    assert accepted
    assert all(row["exception"] and row["until"] for row in accepted)
    unmanaged = {finding.fingerprint for finding in unmanaged_of(example().outcome)}
    assert {row["fingerprint"] for row in rows if row["unmanaged"]} == unmanaged


def test_an_asset_says_what_is_known_what_is_not_and_what_does_not_apply() -> None:
    row = _row(small(), "assets", id="tax")
    assert row["organisations"] == "Dune Council"
    assert row["criticality"] == "critical"
    assert row["owner"] is None  # an application has an owner, and nobody recorded it
    assert row["directorate"] == ""  # an application has none
    assert row["revenue_a_year"] is None
    assert row["services_that_rest_on_it"] == 1
    assert row["recorded_in"] == "inventory/all.json:1"
    assert _row(small(), "assets", id="council-tax")["directorate"] == "Finance"
    assert _row(small(), "assets", id="srv-db")["leaves_by_plan_on"] == date(2027, 5, 1)


def test_an_installation_says_how_it_is_supported() -> None:
    ended = _row(small(), "installations", asset="srv-db")
    assert ended["software"] == "Dune database 12"
    assert ended["support"] == "ended"
    assert ended["support_ends_or_ended"] == date(2022, 3, 31)
    assert ended["days_to_its_end"] == -1696
    assert ended["risk"] == "unmanaged"
    unheard = _row(small(), "installations", asset="levy")
    assert unheard["support"] is None
    assert unheard["support_ends_or_ended"] is None
    assert unheard["why_it_is_unknown"]


def test_an_accepted_installation_names_its_exception() -> None:
    risks = Counter(str(row["risk"]) for row in _rows(example(), "installations"))
    assert risks["unmanaged"] == example().outcome.unmanaged.installations
    assert any(risk.startswith("accepted by ex-") for risk in risks)


def test_terms_say_when_they_end_in_how_many_days_and_whether_ever() -> None:
    contract = _row(small(), "contracts", id="con-tax")
    assert contract["ends"] == date(2027, 3, 31)
    assert contract["days_left"] == 130
    assert contract["value_a_year"] is None
    assert contract["renews_for"] is None  # it may renew itself
    assert contract["covers"] == "Tax system"
    terms = {
        "for-ever": {"name": "A", "ends": None, "metric": "enterprise"},
        "unsaid": {"name": "B", "quantity": 20, "annual_cost": {"revenue": "12.5"}},
        "unlimited": {"name": "C", "quantity": None, "starts": "2020-01-01"},
    }
    ends = {"name": "D", "value": None, "auto_renews": "false"}
    of = source({"licences": terms, "contracts": {"con": ends}})
    assert _row(of, "licences", id="for-ever")["ends"] == "no end"
    assert _row(of, "licences", id="for-ever")["bought"] == "unlimited"
    assert _row(of, "licences", id="for-ever")["days_left"] == ""
    unsaid = _row(of, "licences", id="unsaid")
    assert (unsaid["ends"], unsaid["days_left"], unsaid["bought"]) == (None, None, 20)
    assert (unsaid["revenue_a_year"], unsaid["capital_a_year"]) == (Decimal("12.50"), 0)
    unlimited = _row(of, "licences", id="unlimited")
    assert (unlimited["bought"], unlimited["starts"]) == ("unlimited", date(2020, 1, 1))
    assert _row(of, "contracts", id="con")["value_a_year"] == "unlimited"
    assert _row(of, "contracts", id="con")["renews_for"] == ""


def test_the_budget_adds_up_to_the_budget() -> None:
    found = budget_from(example())
    rows = [row for row in _rows(example(), "budget") if row["standing"] == "counts"]
    together = sum(row["gross"] for row in rows if isinstance(row["gross"], Decimal))
    assert together * 100 == found.row().total.gross
    lines = (*found.lines, *found.unsure, *found.idle, *found.outside)
    every = _rows(example(), "budget")
    assert sum(row["budget_lines"] for row in every if isinstance(row["budget_lines"], int)) == len(
        lines
    )


def test_a_line_for_another_year_is_listed_and_does_not_count() -> None:
    sections = {
        "organisations": {
            "dune": {
                "name": "Dune",
                "budget": [
                    {"year": "2019-20", "revenue": 5},
                    {"year": "2027-28", "capital": "0.5"},
                ],
            }
        }
    }
    rows = _rows(source(sections), "budget")
    assert [(row["financial_year"], row["standing"]) for row in rows] == [
        ("2027-28", "counts"),
        ("2019-20", "counts in another year"),
    ]
    assert rows[0]["capital"] == Decimal("0.50")


def test_a_project_says_what_stands_in_its_way_or_that_nobody_knows() -> None:
    row = _row(small(), "projects", id="prj-db")
    assert (row["starts"], row["ends"]) == (date(2026, 6, 1), date(2027, 5, 31))
    assert row["changes_to_come"] == 1
    assert row["business_case"] == "appropriateness not recorded; value for money not recorded"
    vague = _row(small(), "projects", id="prj-vague")
    assert (vague["status"], vague["starts"], vague["capital"]) == (None, None, None)


def test_what_we_do_not_know_names_the_field_and_each_record() -> None:
    rows = _rows(small(), "unknown")
    assert rows
    first = rows[0]
    assert all(isinstance(row["subjects_it_settles_alone"], int) for row in rows)
    assert first["subjects_it_settles_alone"] == max(
        int(str(row["subjects_it_settles_alone"])) for row in rows
    )
    missing = {name for each in small().outcome.unknown for name in each.missing}
    assert {str(row["field"]).split(".")[-1] for row in rows} <= {
        name.split(".")[-1] for name in missing
    }


def test_a_rule_that_was_not_run_is_said_to_be_unknown() -> None:
    row = _rows(attacked(), "rules")[-1]
    assert str(row["title"]).startswith("Not run: ")
    assert row["failed"] is None


def test_about_says_what_was_judged_and_what_the_tables_hold() -> None:
    rows = _rows(example(), "about")
    said = {str(row["what"]): row["is"] for row in rows}
    outcome = example().outcome
    assert said["As of"] == date(2026, 11, 21)
    assert said["Inventory"] == outcome.digest
    assert said["Unmanaged unsupported installations"] == outcome.unmanaged.installations
    assert said["Questions without an answer"] == outcome.undecided
    assert said["Money"] == "Amounts are in GBP."
    assert str(said["Findings"]).startswith(f"{len(outcome.findings):,} rows.")
    assert [row["what"] for row in rows if row["about"] == "Contents"] == [
        table.title for table in tables_of(example())[1:]
    ]


def test_a_copy_says_first_what_it_leaves_out_and_claims_nothing_of_budgets() -> None:
    of = with_outcome(example(), replace(example().outcome, notice="Copy for the public."))
    rows = _rows(of, "about")
    assert rows[0]["is"] == "Copy for the public."
    said = {str(row["what"]): str(row["is"]) for row in rows}
    assert said["In no budget"] == said["Budget"] == "Withheld from this copy."
    assert "or it is withheld" in said["A cell that says unknown"]
    assert _tables(of)["budget"].size == 0
    assert _tables(of)["renewals"].size == 0 < _tables(example())["renewals"].size
