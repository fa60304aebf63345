"""The year ahead in few days: the headline at the end of each quarter, with the plan and without.

A forecast in full judges every rule on a dozen days. A page for a committee needs the headline on
four, and the rules behind it are a small part of the work.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from estate.facts.years import FinancialYears
from estate.model.scalars import Term
from estate.pipeline import Loaded, Options, Run, Tell
from estate.pipeline.forecasting import points_of
from estate.pipeline.headline import RULES
from estate.plan.forecast import Point, days_of

__all__ = ["quarters_ahead", "year_ahead"]

_YEAR: Final = Term(months=12, days=1)


def year_ahead(
    loaded: Loaded, now: Run, tell: Tell = lambda _: None, *, exceptions: bool = True
) -> tuple[Point, ...]:
    """Return the headline at the end of each of the next four quarters of the financial year.

    What is accepted is counted of unsupported installations alone. Without `exceptions`, nothing
    counts as accepted.
    """
    chosen = tuple(sorted(set(RULES.values()) & set(loaded.pack.rules)))
    today = now.facts.today
    days = quarters_ahead(today, now.facts.years)
    return points_of(loaded, days, Options(today, select=chosen, exceptions=exceptions), tell)


def quarters_ahead(today: date, years: FinancialYears) -> tuple[date, ...]:
    """Return the last days of the next four quarters, as far as the calendar has them."""
    until = _YEAR.after(today)
    return days_of(today, until, "quarter", years)[1:-1] if until > today else ()
