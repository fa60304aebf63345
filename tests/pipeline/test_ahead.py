"""The year ahead is the forecast's headline, on few days and for less."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from estate.facts.years import FinancialYears
from estate.findings import Unmanaged
from estate.pipeline import Loaded, Options, Run, load_estate, run
from estate.pipeline.ahead import quarters_ahead, year_ahead
from estate.pipeline.projecting import at
from estate.plan.forecast import Outlook, Point

TODAY: Final = date(2026, 11, 21)


@pytest.fixture(scope="module")
def loaded(example: Path) -> Loaded:
    """Return the example estate."""
    return load_estate(example)


@pytest.fixture(scope="module")
def now(loaded: Loaded) -> Run:
    """Return the example, judged today."""
    return run(loaded, Options(TODAY))


@pytest.fixture(scope="module")
def points(loaded: Loaded, now: Run) -> tuple[Point, ...]:
    """Return the year ahead of the example."""
    return year_ahead(loaded, now)


def headline(outlook: Outlook) -> Unmanaged:
    return Unmanaged(outlook.unmanaged, outlook.services, outlook.unknown)


def test_it_looks_at_the_ends_of_the_next_four_quarters(points: tuple[Point, ...]) -> None:
    days = [date(2026, 12, 31), date(2027, 3, 31), date(2027, 6, 30), date(2027, 9, 30)]
    assert [point.day for point in points] == days


@pytest.mark.parametrize("today", ["2026-12-30", "2026-12-31", "2027-01-01", "2028-02-29"])
@pytest.mark.parametrize("starts", ["04-01", "01-01"])
def test_there_are_four_quarters_whatever_the_day(today: str, starts: str) -> None:
    days = quarters_ahead(date.fromisoformat(today), FinancialYears(starts))
    assert len(days) == 4
    assert {day.day for day in days} <= {30, 31}


def test_after_the_last_day_there_is_no_year() -> None:
    assert quarters_ahead(date.max, FinancialYears()) == ()


@pytest.mark.no_cover
def test_its_headline_is_that_of_the_whole_judgement(
    loaded: Loaded, points: tuple[Point, ...]
) -> None:
    last = points[-1]
    whole = run(loaded, Options(last.day)).outcome.unmanaged
    planned = run(at(loaded, TODAY, last.day), Options(last.day)).outcome.unmanaged
    assert (headline(last.unplanned), headline(last.planned)) == (whole, planned)
    assert whole != planned


def test_accepted_are_the_unsupported_installations_alone(
    loaded: Loaded, points: tuple[Point, ...]
) -> None:
    first = points[0]
    found = run(loaded, Options(first.day)).outcome.findings
    accepted = [f for f in found if f.status == "accepted"]
    headlined = [f for f in accepted if f.rule.startswith(("unsupported-", "unpaid-"))]
    assert first.unplanned.accepted == len(headlined) < len(accepted)


@pytest.mark.no_cover
def test_without_exceptions_nothing_is_accepted(loaded: Loaded, now: Run) -> None:
    bare = year_ahead(loaded, now, exceptions=False)
    assert {point.unplanned.accepted for point in bare} == {0}
