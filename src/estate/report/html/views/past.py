"""What views show of the past: how the headline, and each principle, came to this."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.report.html.source import Point, Source
from estate.report.html.view import Block, Cell, Column, Picture, Prose, Table, cells

__all__ = ["daily", "trend_of"]

_ENDS: Final = 2
"""Days that a trend needs: a line has two ends."""
_DRAWN: Final = {
    "Unmanaged": "unmanaged",
    "Accepted findings": "accepted",
    "Unknown support": "unknown",
}
"""What is drawn over time, and where a day has it."""


def trend_of(source: Source) -> Iterator[Block]:
    """Yield the headline over time, or how to have it."""
    points = source.history
    if not points:
        yield Prose(
            "This page shows one day. With “estate audit --since DATE” it shows how it came to "
            "this, from the history of the inventory; “estate compare” tells what has changed "
            "since an earlier day or revision, and what of it the calendar brought about.",
            "quiet",
        )
        return
    judged = [(point.on, point.numbers) for point in points if point.numbers]
    if len(judged) < _ENDS:
        yield Prose("Too few of these days have an inventory that loads to draw a line.", "quiet")
    else:
        (since, first), (until, last) = judged[0], judged[-1]
        yield Picture(
            "trend",
            "line",
            f"Unmanaged installations went from {first.unmanaged:,} on {since} to "
            f"{last.unmanaged:,} on {until}.",
            {
                "days": [point.on for point in points],
                "series": [
                    {"name": name, "values": [_number(point, field) for point in points]}
                    for name, field in _DRAWN.items()
                ],
            },
        )


def daily(source: Source) -> Table:
    """Return what the picture of the trend shows, in numbers."""
    return Table(
        "Unmanaged, accepted and unknown, day by day: the inventory as it was, judged on that day "
        "by what is known of products today.",
        (Column("Day", "date"), *(Column(name, "number") for name in _DRAWN)),
        tuple(
            cells(
                Cell(point.on, note=point.reason),
                *(_number(point, field) for field in _DRAWN.values()),
            )
            for point in source.history
        ),
    )


def _number(point: Point, field: str) -> int | None:
    """Return a number of a day; None, a gap in the line, where the day has none."""
    number: int | None = getattr(point.numbers, field, None)
    return number
