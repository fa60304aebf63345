"""What stops, as the work plan will have made the estate: read, project, derive, ask."""

from __future__ import annotations

from datetime import date, timedelta

from estate.errors import UsageError
from estate.facts import Facts, derive
from estate.frozen import frozen
from estate.impact.closing import Closing, closing_of
from estate.plan import Projection, project

__all__ = ["Ahead", "ahead", "closing"]


@frozen
class Ahead:
    """The facts of a day to come, and what of the work plan is in them."""

    facts: Facts
    projection: Projection

    @property
    def said(self) -> str:
        """Say what of the work plan is done by then, and what is not."""
        plan = self.projection
        parts = [f"{len(plan.applied):,} changes done"]
        if plan.refused:
            parts.append(f"{len(plan.refused):,} that cannot be applied left out")
        if plan.unsure:
            parts.append(f"{len(plan.unsure):,} of projects without a status left out")
        return f"As the work plan will have made it by {plan.day}: {', '.join(parts)}."


def ahead(now: Facts, day: date) -> Ahead:
    """Return the facts of a day to come. Raises UsageError for a day before today."""
    if day < now.today:
        raise UsageError(
            f"--at {day} is before {now.today}: the work plan says what is to come; "
            f"for a day that has passed, write --as-of {day}"
        )
    projection = project(now.estate, now.today, day)
    return Ahead(_derived(now, projection, day), projection)


def closing(now: Facts, site: str, day: date) -> Closing:
    """Return what the closing of a site asks for, whose last day is given. Raises UsageError."""
    projection = project(now.estate, now.today, max(day, now.today))
    after = max(day, now.today) + timedelta(days=1)
    unsure = ((step.asset, step.project) for step in projection.unsure)
    return closing_of(now, _derived(now, projection, after), site, day, unsure)


def _derived(now: Facts, projection: Projection, day: date) -> Facts:
    return derive(
        projection.estate,
        day,
        now.catalogue,
        now.dictionary,
        financial_year_starts=now.years.starts,
    )
