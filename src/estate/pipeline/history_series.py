"""A trend: the days of a series, and what the rules say of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from estate import __version__
from estate.config import load_config
from estate.errors import UsageError
from estate.facts.years import FinancialYears
from estate.findings.trend import Point
from estate.lifecycle import bundled
from estate.pipeline import Run, Tell, load_pack
from estate.pipeline.git import Repository
from estate.pipeline.history import history, numbers_of
from estate.pipeline.history_cache import Cache
from estate.pipeline.showing import principles_of
from estate.plan.forecast import EVERY, ends_of
from estate.report.trend import Every, Trend

__all__ = ["past_of", "series", "trend"]

_MOST: Final = 530
"""Days of one trend: ten years of weeks."""
_WEEK: Final = 7
"""In days."""


def series(since: date, until: date, every: Every, years: FinancialYears) -> tuple[date, ...]:
    """Return the days of a trend: the first, the last days of periods, and the last.

    Weeks end on Sunday (ISO 8601); months, quarters and years are those of the financial year.
    Raises UsageError for an end before the first day, and for more days than anybody would read.
    """
    if until < since:
        raise UsageError(f"--since {since} is after {until}, the last day of the trend")
    days = [since]
    for last in _ends(since, every, years):
        if last >= until:
            break
        days.append(last)
        if len(days) >= _MOST:
            raise UsageError(f"more than {_MOST} days to judge; begin later, or look less often")
    return (*days, until) if until > since else (since,)


def trend(  # noqa: PLR0913 - what a trend is asked for
    root: Path,
    since: date,
    until: date,
    every: Every,
    repository: Repository,
    *,
    cache: Cache | None = None,
    tell: Tell = lambda _: None,
) -> Trend:
    """Return what the rules said over time, as `history` tells each day. Raises EstateError.

    Of what stands in the folder now, the settings and the names of principles alone are read.
    """
    config = load_config(root)
    days = series(since, until, every, FinancialYears(config.financial_year_starts))
    principles = principles_of(load_pack(root))
    return Trend(
        estate=config.name,
        every=every,
        tool=__version__,
        catalogue_as_of=bundled().as_of,
        principles=principles,
        points=history(root, days, repository, cache=cache, tell=tell),
    )


def past_of(  # noqa: PLR0913 - as above
    run: Run,
    root: Path,
    since: date,
    every: Every,
    repository: Repository,
    *,
    cache: Cache | None = None,
    tell: Tell = lambda _: None,
) -> tuple[Point, ...]:
    """Return the days before that of a run, as `history` tells each, and the run's own last.

    Raises UsageError where there is no day before it.
    """
    today = run.outcome.as_of
    if since >= today:
        raise UsageError(f"--since {since} is not before {today}, the day of the audit")
    days = series(since, today, every, FinancialYears(run.config.financial_year_starts))
    points = history(root, days[:-1], repository, cache=cache, tell=tell)
    return (*points, Point(today, "", numbers_of(run)))


def _ends(since: date, every: Every, years: FinancialYears) -> Iterator[date]:
    """Yield the last days of periods after a day, as long as the calendar has any."""
    if every != "week":
        yield from ends_of(EVERY[every], since, years)
        return
    first = since.toordinal() + (_WEEK - since.isoweekday() or _WEEK)
    yield from map(date.fromordinal, range(first, date.max.toordinal() + 1, _WEEK))
