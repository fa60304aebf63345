"""What the rules will say: risk over time with the work plan and without, and what falls due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, Literal

from estate.errors import UsageError
from estate.facts.years import FinancialYears
from estate.findings import Counts, Place
from estate.frozen import frozen
from estate.model.scalars import ALWAYS, Term

__all__ = [
    "EVERY",
    "Due",
    "Every",
    "Forecast",
    "Lapse",
    "Moment",
    "Outlook",
    "Point",
    "days_of",
    "ends_of",
]

Every = Literal["month", "quarter", "year"]

EVERY: Final[dict[Every, int]] = {"month": 1, "quarter": 3, "year": 12}
"""The months from one day of a forecast to the next."""

_MOST: Final = 130
"""Days of one forecast: each is judged twice."""


@frozen
class Outlook:
    """What the rules say of an estate on a day, in numbers.

    `unmanaged` are unsupported installations that nobody entitled has accepted, `services` rest on
    them, and of `unknown` installations nobody knows the support. `accepted` are findings under an
    acceptance that counts; `counts` the others by severity; `undecided` is how many questions
    nobody can answer.
    """

    unmanaged: int
    services: int
    unknown: int
    accepted: int
    counts: Counts
    undecided: int


@frozen
class Point:
    """One day of a forecast; `applied` is how many changes of the plan are made by then."""

    day: date
    planned: Outlook
    unplanned: Outlook
    applied: int


@frozen
class Due:
    """Something that falls due on a day: of which kind, whose, what it is, what the plan does.

    `settled` says whether the plan takes care of it by then; None where nobody knows, or where
    there is nothing that a plan could do.
    """

    on: date
    kind: str
    id: str
    name: str
    told: str
    place: Place
    settled: bool | None = None


@frozen
class Lapse:
    """An acceptance that ends before the plan has removed what it covers.

    `delivers` is when it will have; None where nothing in the plan does, as far as is known.
    """

    on: date
    id: str
    covers: tuple[str, ...]
    projects: tuple[str, ...]
    delivers: date | None
    place: Place

    @property
    def days(self) -> int | None:
        """How many days nobody accepts the risk that is still there."""
        return None if self.delivers is None else (self.delivers - self.on).days


@frozen
class Moment:
    """A renewal that is the moment to downsize: nothing planned needs the thing by then."""

    on: date
    id: str
    name: str
    told: str
    place: Place


@frozen
class Forecast:
    """The rules at each of some days, and what falls due until the last of them.

    `refused` changes of the plan cannot be applied by then, `unsure` are of projects without a
    status; neither are in it. `last_change` is the day of the last that is.
    """

    estate: str
    today: date
    until: date
    every: Every
    tool: str
    catalogue_as_of: date
    points: tuple[Point, ...]
    dues: tuple[Due, ...]
    lapses: tuple[Lapse, ...]
    moments: tuple[Moment, ...]
    refused: int
    unsure: int
    last_change: date | None = None


def days_of(today: date, until: date, every: Every, years: FinancialYears) -> tuple[date, ...]:
    """Return the days of a forecast: today, the last days of periods, and the last day itself.

    Months, quarters and years are those of the financial year. Raises UsageError for an end that
    is not after today, and for more days than can be judged in good time.
    """
    if until <= today:
        raise UsageError(f"--until {until} is not after {today}: a forecast looks ahead")
    days = [today]
    for last in ends_of(EVERY[every], today, years):
        if last >= until:
            break
        days.append(last)
        if len(days) >= _MOST:
            raise UsageError(f"more than {_MOST} days to judge; end earlier, or look less often")
    return (*days, until)


def ends_of(months: int, today: date, years: FinancialYears) -> Iterator[date]:
    """Yield the last days of periods of so many months after today, while the calendar has any.

    They divide the financial year. After the calendar's first day, which stands for always, there
    are none.
    """
    if today == ALWAYS:
        return
    first = years.first(years.of(today)) if today.year > 1 else today
    number = 0
    while (last := Term(months=months * number, days=0).after(first)) != date.max:
        number += 1
        day = Term(days=1).before(last)
        if day > today:
            yield day
