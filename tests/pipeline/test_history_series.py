"""The days of a trend, and what stands around them."""

from __future__ import annotations

import os
import shutil
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pipeline.repositories import Made, repository

from estate.errors import UsageError
from estate.facts.years import FinancialYears
from estate.pipeline import Options, load_estate, run
from estate.pipeline.git import Git, Repository
from estate.pipeline.history import numbers_of
from estate.pipeline.history_series import past_of, series, trend
from estate.report.trend import INTERVALS, Every

YEARS = FinancialYears()
TODAY = date(2026, 11, 21)


def _repository(made: Made) -> Repository:
    program = shutil.which("git")
    assert program is not None
    return Repository.around(made.estate, Git(program, {"PATH": os.environ["PATH"]}))


@given(
    st.dates(date(2, 1, 1), date(9999, 12, 31)),
    st.integers(0, 1000),
    st.sampled_from(INTERVALS),
    st.sampled_from(["04-01", "01-01", "10-15"]),
)
def test_a_series_begins_and_ends_where_it_is_told_to(
    since: date, days: int, every: Every, starts: str
) -> None:
    until = since + timedelta(days=min(days, (date.max - since).days))
    found = series(since, until, every, FinancialYears(starts))
    assert (found[0], found[-1]) == (since, until)
    assert list(found) == sorted(set(found))
    longest = {"week": 7, "month": 31, "quarter": 92, "year": 366}[every]
    gaps = [(later - earlier).days for earlier, later in pairwise(found)]
    assert all(gap <= longest for gap in gaps)


def test_weeks_end_on_sunday_and_months_on_their_last_day() -> None:
    weeks = series(date(2026, 11, 1), TODAY, "week", YEARS)
    assert weeks == (date(2026, 11, 1), date(2026, 11, 8), date(2026, 11, 15), TODAY)
    months = series(date(2026, 8, 15), TODAY, "month", YEARS)
    assert [f"{day:%m-%d}" for day in months] == ["08-15", "08-31", "09-30", "10-31", "11-21"]
    years = series(date(2024, 1, 1), TODAY, "year", YEARS)
    assert years[1:-1] == (date(2024, 3, 31), date(2025, 3, 31), date(2026, 3, 31))


def test_a_series_of_one_day() -> None:
    assert series(TODAY, TODAY, "month", YEARS) == (TODAY,)


def test_a_series_from_the_first_day_of_the_calendar_ends() -> None:
    assert series(date.min, date(1, 3, 1), "month", YEARS) == (date.min, date(1, 3, 1))
    assert len(series(date.max - timedelta(days=9), date.max, "week", YEARS)) == 3


def test_what_is_no_series_is_refused() -> None:
    with pytest.raises(UsageError, match="--since 2026-11-22 is after 2026-11-21"):
        series(date(2026, 11, 22), TODAY, "month", YEARS)
    with pytest.raises(UsageError, match="more than 530 days to judge"):
        series(date(2016, 1, 1), TODAY, "week", YEARS)
    assert len(series(date(2016, 11, 21), TODAY, "week", YEARS)) > 500


def test_a_trend_knows_whose_it_is(tmp_path: Path) -> None:
    made = repository(tmp_path)
    found = trend(made.estate, date(2026, 10, 15), TODAY, "month", _repository(made))
    assert (found.estate, found.every, found.principles) == ("One", "month", ())
    assert (found.since, found.until) == (date(2026, 10, 15), TODAY)
    assert [on for on, _ in found.judged] == [TODAY]


def test_the_past_of_an_audit_ends_with_the_audit(tmp_path: Path) -> None:
    """What stands in the folder and is not committed is the audit's, and its last day alone."""
    made = repository(tmp_path)
    made.write("inventory/more.yaml", "servers: {three: {name: Three, cores: 2}}\n")
    audit = run(load_estate(made.estate), Options(TODAY))
    points = past_of(audit, made.estate, date(2026, 11, 2), "week", _repository(made))
    assert [(p.on, p.numbers.assets) for p in points if p.numbers] == [
        (date(2026, 11, 2), 2),
        (date(2026, 11, 8), 2),
        (date(2026, 11, 15), 2),
        (TODAY, 3),
    ]
    assert points[-1].numbers == numbers_of(audit)
    assert points[-1].commit == ""
    with pytest.raises(UsageError, match="is not before 2026-11-21, the day of the audit"):
        past_of(audit, made.estate, TODAY, "week", _repository(made))
