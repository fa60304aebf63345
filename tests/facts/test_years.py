"""Financial years: every day lies in one, and budget lines name them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.facts.years import FinancialYears, named_year

STARTS = st.builds("{:02}-{:02}".format, st.integers(1, 12), st.integers(1, 28))
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@given(STARTS, DAYS)
def test_a_day_lies_in_its_year_and_the_next_begins_after_its_last_day(
    starts: str, day: date
) -> None:
    years = FinancialYears(starts)
    year = years.of(day)
    assert years.first(year) <= day <= years.last(year)
    assert years.first(year).strftime("%m-%d") == starts
    assert years.following(day) == years.last(year) + timedelta(days=1) == years.first(year + 1)


def test_the_default_begins_in_april() -> None:
    years = FinancialYears()
    assert years.of(date(2027, 3, 31)) == 2026
    assert years.of(date(2027, 4, 1)) == 2027


def test_the_last_year_of_the_calendar_ends_with_it() -> None:
    assert FinancialYears().last(9999) == date.max
    assert FinancialYears().following(date.max) == date.max


@pytest.mark.parametrize("text", ["2026-27", "2026/27", "2026-2027", "2026", " 2026-27 "])
def test_a_year_is_named_by_the_one_in_which_it_begins(text: str) -> None:
    assert named_year(text) == 2026


def test_the_century_turns() -> None:
    assert named_year("2099-00") == 2099


@pytest.mark.parametrize("text", ["2026-28", "2026-26", "26-27", "next year", "2026-2", ""])
def test_what_names_no_year_is_unknown(text: str) -> None:
    assert named_year(text) is None


@given(STARTS, st.integers(1, 9998))
def test_the_label_of_a_year_names_it(starts: str, year: int) -> None:
    assert named_year(FinancialYears(starts).label(year)) == year


def test_a_year_is_labelled_as_budget_lines_write_it() -> None:
    assert [FinancialYears().label(year) for year in (2026, 1999)] == ["2026-27", "1999-00"]
    assert FinancialYears("01-01").label(2026) == "2026"
