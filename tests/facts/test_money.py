"""Money: what is due, who has budgeted it, and what adds up."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.facts.written_estates import fact, facts_of

from estate.facts import derive, dictionary
from estate.lifecycle.nothing import empty
from estate.model.scalars import NEVER

WHEN = date(2027, 9, 30)


@pytest.mark.parametrize(
    ("section", "record", "expected"),
    [
        ("servers", "renewal: 2027-09-30", WHEN),
        ("servers", "form: physical", None),
        ("servers", "form: virtual", NEVER),
        ("servers", "form: virtual, renewal: 2027-09-30", WHEN),
        ("servers", "renewal: null", NEVER),
        ("servers", "renewal: 2027-09-30, until: 2027-09-30", NEVER),
        ("servers", "renewal: 2027-09-30, until: 2027-10-01", WHEN),
        ("devices", "renewal: 2027-09-30", WHEN),
        ("licences", "ends: 2027-09-30", WHEN),
        ("licences", "ends: null", NEVER),
        ("licences", "metric: user", None),
        ("contracts", "ends: 2027-09-30", WHEN),
        ("contracts", "ends: 2025-09-30, auto_renews: true, renews_for: 12 months", WHEN),
        ("contracts", "ends: 2025-09-30, auto_renews: true", None),
        ("contracts", "ends: 2027-09-30, covers: [leaving]", NEVER),
        ("contracts", "ends: 2027-09-30, covers: [leaving, staying]", WHEN),
        ("contracts", "ends: 2027-09-30, covers: []", WHEN),
        ("sites", "purpose: []", NEVER),
    ],
)
def test_the_day_on_which_something_is_due_for_renewal(
    section: str, record: str, expected: date | None
) -> None:
    facts = facts_of(f"""
        {section}: {{it: {{name: It, {record}}}}}
        applications:
          leaving: {{name: Leaving, until: 2027-09-30}}
          staying: {{name: Staying}}
    """)
    assert fact(facts, "asset.renewal_due", "it") == expected


def test_a_contract_that_is_replaced_is_not_renewed() -> None:
    facts = facts_of("""
        contracts:
          con-old: {name: Old, ends: 2027-09-30}
          con-new: {name: New, ends: 2030-09-30, replaces: [con-old]}
    """)
    assert fact(facts, "asset.renewal_due", "con-old") == NEVER


LINES = """
    organisations:
      marram:
        name: Marram
        budget:
          - {year: 2025-26, for: [lic]}
          - {year: 2026-27, for: [lic, lic]}
          - {year: soon, for: [lic]}
    licences: {lic: {name: L, covered_by: [con]}}
    contracts: {con: {name: C}}
    projects:
      prj-a: {name: A, status: live, budget: [{year: 2027-28, for: [con]}]}
      prj-b: {name: B, status: proposed, budget: [{year: 2027-28, for: [lic]}]}
      prj-c: {name: C, budget: [{year: 2027-28, for: [lic]}]}
"""


def test_the_lines_that_pay_for_a_licence_name_it_or_its_contract() -> None:
    facts = facts_of(LINES)
    assert [str(line) for line in fact(facts, "asset.budget_lines", "lic")] == [
        "None",
        "marram 2026-27",
        "None",
        "prj-a 2027-28",
    ]
    assert [str(line) for line in fact(facts, "asset.budget_lines", "con")] == ["prj-a 2027-28"]


def test_a_line_counts_to_the_end_of_its_financial_year() -> None:
    text = """
        organisations: {marram: {name: Marram, budget: [{year: 2026-27, for: [lic]}]}}
        licences: {lic: {name: L}}
    """
    assert fact(facts_of(text, date(2027, 3, 31)), "asset.budget_lines", "lic")
    assert not fact(facts_of(text, date(2027, 4, 1)), "asset.budget_lines", "lic")


def test_financial_years_begin_where_the_estate_says() -> None:
    estate = facts_of("""
        organisations: {marram: {name: Marram, budget: [{year: 2026, for: [lic]}]}}
        licences: {lic: {name: L}}
    """).estate
    words, nothing = dictionary(), empty(date.min)
    in_january = derive(estate, date(2027, 1, 1), nothing, words, financial_year_starts="01-01")
    in_april = derive(estate, date(2027, 1, 1), nothing, words)
    assert not fact(in_january, "asset.budget_lines", "lic")
    assert fact(in_april, "asset.budget_lines", "lic")
    assert in_january.scope["next_financial_year"] == date(2028, 1, 1)
    assert in_april.scope["next_financial_year"] == date(2027, 4, 1)


def plans(asset: str, more: str = "") -> tuple[Any, Any]:
    facts = facts_of(f"""
        organisations:
          marram: {{name: Marram, budget: [{{year: 2027-28, for: [san]}}]}}
          saltern: {{name: Saltern}}
          dune: {{name: Dune, members: [marram, saltern]}}
        servers: {{san: {{name: Storage, {asset}}}}}
        {more}
    """)
    return fact(facts, "asset.budgeted_by", "san"), fact(facts, "asset.unbudgeted_by", "san")


@pytest.mark.parametrize("whose", ["dune", "[marram, saltern]"])
def test_who_shares_it_has_a_line_or_has_none(whose: str) -> None:
    assert plans(f"organisation: {whose}") == (("marram",), ("saltern",))


def test_plans_cannot_diverge_where_nothing_is_shared() -> None:
    assert plans("organisation: marram") == ((), ())
    shares = "shares: {marram: 100, saltern: 0}"
    assert plans(f"organisation: dune, {shares}") == ((), ())
    assert plans("form: physical") == (None, None)


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        ("status: live, organisation: saltern", (("marram", "saltern"), ())),
        ("status: live, organisation: dune", (("marram", "saltern"), ())),
        ("status: stopped, organisation: saltern", (("marram",), ("saltern",))),
        ("organisation: saltern", (("marram", None), (None,))),
        ("status: live", (("marram", None), (None,))),
    ],
)
def test_projects_pay_for_their_organisations(project: str, expected: tuple[Any, Any]) -> None:
    line = "budget: [{year: 2027-28, for: [san]}]"
    more = f"projects: {{prj-a: {{name: A, {project}, {line}}}}}"
    assert plans("organisation: dune", more) == expected


def envelope(lines: str, project: str = "") -> tuple[Any, Any]:
    facts = facts_of(f"""
        organisations:
          marram:
            name: Marram
            envelopes: [{{name: ICT, from: 2026-04-01, until: 2028-03-31}}]
            budget: [{lines}]
          saltern: {{name: Saltern}}
        projects: {{prj-a: {{name: A, {project or "status: proposed"}}}}}
    """)
    (item,) = facts.subjects("envelope")
    capital = fact(facts, "envelope.capital_budgeted", item.id)
    return capital, fact(facts, "envelope.revenue_budgeted", item.id)


def test_an_envelope_holds_the_lines_that_name_it_in_its_years() -> None:
    inside = "{year: 2026-27, capital: 1, revenue: 10, envelope: ICT}"
    last = "{year: 2027-28, capital: 2, envelope: ICT}"
    outside = (
        "{year: 2025-26, capital: 4, envelope: ICT}, {year: 2028-29, capital: 8, envelope: ICT}"
    )
    other = "{year: 2026-27, capital: 16, envelope: Roads}, {year: 2026-27, capital: 32}"
    assert envelope(f"{inside}, {last}, {outside}, {other}") == (3, 10)
    assert envelope("") == (0, 0)
    assert envelope("{year: soon, capital: 1, envelope: ICT}") == (None, None)


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        ("status: live, organisation: marram", 5),
        ("status: done, organisation: marram", 5),
        ("status: stopped, organisation: marram", 0),
        ("status: live, organisation: saltern", 0),
        ("organisation: marram", None),
        ("status: live, organisation: [marram, saltern]", None),
        ("status: live", None),
    ],
)
def test_projects_draw_on_the_envelopes_of_whoever_pays(
    project: str, expected: float | None
) -> None:
    line = "budget: [{year: 2026-27, capital: 5, envelope: ICT}]"
    assert envelope("", f"{project}, {line}")[0] == expected


@settings(max_examples=50)
@given(st.lists(st.integers(0, 10**9), max_size=6))
def test_pence_add_up_in_any_split(pence: list[int]) -> None:
    lines = [{"year": "2026-27", "revenue": amount / 100} for amount in pence]
    facts = facts_of(json.dumps({"projects": {"prj-a": {"name": "A", "budget": lines}}}))
    assert fact(facts, "project.revenue_budgeted", "prj-a") == sum(pence) / 100


def test_ten_years_of_the_2007_strategy_add_up() -> None:
    """Client technologies 9.8m, capital 750k, and 130k a year for ten years: 11.85m."""
    years = [{"year": str(2008 + number), "revenue": 130_000} for number in range(10)]
    first = {"year": "2008", "capital": 750_000, "revenue": 9_800_000, "displaced": 9_800_000}
    project = {"name": "Strategy", "budget": [first, *years]}
    facts = facts_of(json.dumps({"projects": {"prj-a": project}}))
    capital = fact(facts, "project.capital_budgeted", "prj-a")
    assert capital + fact(facts, "project.revenue_budgeted", "prj-a") == 11_850_000


def test_a_line_of_a_shared_project_is_paid_by_whom_it_names() -> None:
    lines = (
        "{year: 2026-27, organisation: marram, capital: 5, envelope: ICT},"
        "{year: 2026-27, organisation: saltern, capital: 7, envelope: ICT}"
    )
    project = f"status: live, organisation: [marram, saltern], budget: [{lines}]"
    assert envelope("", project) == (5, 0)


def test_a_project_without_a_budget_is_unknown() -> None:
    assert (
        fact(facts_of("projects: {prj-a: {name: A}}"), "project.capital_budgeted", "prj-a") is None
    )
