"""The days of a forecast, and what falls due between them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.written import PRODUCTS, facts_of

from estate.errors import UsageError
from estate.facts.years import FinancialYears
from estate.plan.forecast import EVERY, Every, Lapse, days_of
from estate.plan.forecast_dues import KINDS, dues_of

TODAY = date(2026, 11, 21)
YEARS = FinancialYears()


def days(until: date, every: Every, starts: str = "04-01", today: date = TODAY) -> list[str]:
    return [f"{day}" for day in days_of(today, until, every, FinancialYears(starts))]


def test_the_days_are_today_the_last_of_each_period_and_the_last() -> None:
    quarters = ["2026-11-21", "2026-12-31", "2027-03-31", "2027-06-30", "2027-07-15"]
    assert days(date(2027, 7, 15), "quarter") == quarters
    assert days(date(2027, 6, 30), "quarter") == quarters[:-1]
    assert days(date(2028, 1, 1), "year") == ["2026-11-21", "2027-03-31", "2028-01-01"]
    assert days(date(2028, 1, 1), "year", "01-01")[1] == "2026-12-31"
    assert days(date(2027, 1, 1), "month")[1:] == ["2026-11-30", "2026-12-31", "2027-01-01"]


def test_a_period_that_ends_today_is_not_told_twice() -> None:
    assert days(date(2027, 4, 1), "quarter", today=date(2026, 12, 31)) == [
        "2026-12-31",
        "2027-03-31",
        "2027-04-01",
    ]


@given(
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    st.integers(1, 2000),
    st.sampled_from(list(EVERY)),
)
def test_days_rise_from_today_to_the_last(today: date, ahead: int, every: Every) -> None:
    until = date.fromordinal(today.toordinal() + ahead)
    found = days_of(today, until, every, YEARS)

    assert (found[0], found[-1]) == (today, until)
    assert all(
        one < other and (other - one).days <= 31 * EVERY[every] for one, other in pairwise(found)
    )


@pytest.mark.parametrize("until", [TODAY, date(2026, 1, 1)])
def test_a_forecast_looks_ahead(until: date) -> None:
    with pytest.raises(UsageError, match="is not after 2026-11-21"):
        days_of(TODAY, until, "quarter", YEARS)


def test_more_days_than_can_be_judged_are_refused() -> None:
    with pytest.raises(UsageError, match="more than 130 days to judge"):
        days_of(TODAY, date(2126, 1, 1), "month", YEARS)


def test_the_calendar_has_an_end() -> None:
    assert days(date.max, "year", today=date(9998, 6, 1))[-1] == "9999-12-31"


DUE = """
organisations:
  marram: {name: Marram, successors: [{organisation: north, vesting: 2028-04-01}]}
sites: {civic: {name: Civic, closes: 2027-10-31}, empty: {name: Empty, closes: 2027-10-31}}
servers:
  srv-a:
    {name: A, software: [dune-os@3], located_at: [civic], renewal: 2027-09-30,
     hardware: {support_ends: 2027-05-31}}
  srv-b: {name: B, software: [dune-os@3, dune-os@4]}
  srv-c: {name: C, software: [dune-os@3], status: retired}
applications: {app: {name: App, covered_by: [con]}}
licences: {lic: {name: Licence, ends: 2027-01-31}, for-ever: {name: For ever, ends: null}}
contracts:
  con: {name: Contract, ends: 2027-12-31, notice: 3 months, auto_renews: true, renews_for: 1 year}
  bare: {name: Bare}
projects:
  prj:
    name: P
    status: live
    changes: [{on: 2027-02-28, retire: srv-a}, {on: 2027-06-30, retire: app}]
    milestones:
      - {name: First, due: 2027-01-31}
      - {name: Done, due: 2027-01-31, done: 2026-11-01}
  may-be: {name: M, milestones: [{name: Perhaps, due: 2027-02-01}]}
"""


def test_everything_dated_falls_due() -> None:
    found = [(f"{due.on}", due.kind, due.id, due.settled) for due in dues_of(_facts(), _END)]

    assert found == [
        ("2027-01-31", "licence", "lic", None),
        ("2027-01-31", "milestone", "prj", None),
        ("2027-02-01", "milestone", "may-be", None),
        ("2027-03-31", "support", "dune-os", False),
        ("2027-05-31", "hardware", "srv-a", True),
        ("2027-09-30", "notice", "con", True),
        ("2027-09-30", "renewal", "srv-a", True),
        ("2027-10-31", "site", "civic", True),
        ("2027-10-31", "site", "empty", True),
        ("2027-12-31", "contract", "con", True),
        ("2028-04-01", "vesting", "marram", None),
    ]
    assert {kind for _, kind, _, _ in found} | {"acceptance"} == set(KINDS)


def test_what_falls_due_is_told_with_what_the_plan_does() -> None:
    told = {(due.kind, due.id): due.told for due in dues_of(_facts(), _END)}

    assert told["support", "dune-os"] == "2 installations; the plan takes 1 away by then"
    assert told["hardware", "srv-a"] == "the plan takes it away on 2027-02-28"
    assert told["site", "empty"] == "nothing stands there"
    assert told["contract", "con"] == (
        "renews itself unless notice is given; what it covers leaves by 2027-06-30"
    )
    assert told["milestone", "may-be"] == "Perhaps; the project's status is not recorded"


def test_what_is_due_later_is_left_out() -> None:
    assert [due.kind for due in dues_of(_facts(), date(2027, 2, 1))] == [
        "licence",
        "milestone",
        "milestone",
    ]


def test_a_project_of_unknown_status_settles_nothing() -> None:
    facts = facts_of(
        PRODUCTS,
        "servers: {srv: {name: S, software: [dune-os@3]}}\n"
        "projects: {p: {name: P, changes: [{on: 2027-01-31, retire: srv}]}}",
    )
    (due,) = dues_of(facts, _END)

    assert due.settled is None


def test_a_lapse_says_how_long_nobody_accepts_the_risk() -> None:
    on = date(2027, 3, 31)
    assert Lapse(on, "ex", ("x",), ("p",), date(2027, 8, 31), _PLACE).days == 153
    assert Lapse(on, "ex", ("x",), ("p",), None, _PLACE).days is None


_END = date(2029, 1, 1)
_PLACE: Any = None


def _facts() -> Any:  # noqa: ANN401 - facts
    return facts_of(PRODUCTS, DUE)
