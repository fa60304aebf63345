"""The stretch of months that a roadmap is drawn over."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Final

from estate.frozen import frozen
from estate.plan.roadmap import PlannedProject, Roadmap

__all__ = ["Stretch", "drawn", "stretch_of"]

_BACK: Final = 3
"""Months before today that are drawn: what is over is told of in the table."""
_LONGEST: Final = 120
"""Months that are drawn at most."""
_YEAR: Final = 12


@frozen
class Stretch:
    """Whole months: the first, and how many; a month is counted from the year 0."""

    first: int
    months: int

    def position(self, day: date) -> float:
        """Return where a day lies, in months from the beginning; it may lie outside."""
        length = calendar.monthrange(day.year, day.month)[1]
        return _month(day) - self.first + (day.day - 1) / length

    def month(self, number: int) -> tuple[int, int]:
        """Return the year, and the month from 1, of one of its months."""
        year, month = divmod(self.first + number, _YEAR)
        return year, month + 1


def _month(day: date) -> int:
    return day.year * _YEAR + day.month - 1


def stretch_of(roadmap: Roadmap) -> Stretch:
    """Return the months from a quarter before today, or what was asked for, to the last end."""
    today = _month(roadmap.as_of)
    spans = [each.span for each in roadmap.projects if each.span]
    begins = [_month(span[0]) for span in spans]
    ends = [_month(span[1]) for span in spans]
    first = max(min(begins, default=today), today - _BACK)
    first = _month(roadmap.first) if roadmap.first else min(first, today)
    last = _month(roadmap.last) if roadmap.last else max([*ends, today])
    return Stretch(first, min(max(1, last - first + 1), _LONGEST))


def drawn(roadmap: Roadmap, stretch: Stretch) -> tuple[PlannedProject, ...]:
    """Return the projects of which some part lies in a stretch, in the order of the roadmap."""
    return tuple(
        each
        for each in roadmap.projects
        if each.span
        and each.status != "stopped"
        and stretch.position(each.span[1]) >= 0
        and stretch.position(each.span[0]) < stretch.months
    )
