"""What a trend is."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from estate.findings.trend import Numbers, Point
from estate.frozen import frozen
from estate.report.html.source import Principle

__all__ = ["INTERVALS", "Every", "Trend"]

Every = Literal["week", "month", "quarter", "year"]

INTERVALS: Final[tuple[Every, ...]] = ("week", "month", "quarter", "year")
"""How far the days of a trend may be apart."""


@frozen
class Trend:
    """The days of a trend, the earliest first, with what was found or why nothing was.

    `principles` are those of the estate's rules today; `catalogue_as_of` is the day of the
    lifecycle catalogue by which estates without one of their own are judged.
    """

    estate: str
    every: Every
    tool: str
    catalogue_as_of: date
    principles: tuple[Principle, ...]
    points: tuple[Point, ...]

    @property
    def since(self) -> date:
        """The first day."""
        return self.points[0].on

    @property
    def until(self) -> date:
        """The last day."""
        return self.points[-1].on

    @property
    def judged(self) -> tuple[tuple[date, Numbers], ...]:
        """The days that have numbers, with these."""
        return tuple((point.on, point.numbers) for point in self.points if point.numbers)
