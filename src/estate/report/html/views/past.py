"""What views show of the past: how the headline, and each principle, came to this."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from estate.findings.trend import Bearing, Numbers
from estate.report.html.source import Point, Principle, Source
from estate.report.html.view import Block, Cell, Column, Picture, Prose, Table, cells
from estate.report.wording import shortened

__all__ = ["daily", "named", "principles_over_time", "trend_of"]

_Held = Mapping[str, Bearing]

_SHORT: Final = 76
"""Characters of a principle that a picture has room for."""
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


def principles_over_time(source: Source) -> Iterator[Block]:
    """Yield what became of each principle since the first day that has numbers.

    Nothing where no earlier day has any.
    """
    judged = [(point.on, _by_id(point.numbers)) for point in source.history if point.numbers]
    if len(judged) < _ENDS:
        return
    held = {point.on: _by_id(point.numbers) for point in source.history}
    yield Picture(
        "principles-trend",
        "panels",
        f"Open faults that bear on each principle, from {judged[0][0]} to {judged[-1][0]}; each "
        f"principle on its own scale. {_furthest(source, judged[0][1], judged[-1][1])}",
        {
            "days": [point.on for point in source.history],
            "series": [
                {"name": named(each), "values": [_open(held[on], each) for on in held]}
                for each in source.principles
            ],
        },
    )
    yield _then_and_now(source, judged[0], judged[-1])
    yield Table(
        "Open faults that bear on each principle, by its number, day by day.",
        (Column("Day", "date"), *(Column(_number_of(e), "number") for e in source.principles)),
        tuple(
            cells(
                Cell(point.on, note=point.reason),
                *(_open(held[point.on], each) for each in source.principles),
            )
            for point in source.history
        ),
    )


def named(principle: Principle) -> str:
    """Return a principle as a picture has room for it: its number, and how it begins."""
    return f"{_number_of(principle)}. {shortened(principle.says, _SHORT)}"


def _number_of(principle: Principle) -> str:
    return principle.title.rpartition(" ")[2]


def _by_id(numbers: Numbers | None) -> _Held:
    return {each.id: each for each in numbers.principles} if numbers else {}


def _open(held: _Held, principle: Principle) -> int | None:
    return held[principle.id].open if principle.id in held else None


def _share(held: _Held, principle: Principle) -> str | None:
    coverage = held[principle.id].coverage if principle.id in held else None
    return None if coverage is None else f"{coverage}%"


def _change(then: _Held, now: _Held, principle: Principle) -> int | None:
    was, is_now = _open(then, principle), _open(now, principle)
    return None if was is None or is_now is None else is_now - was


def _furthest(source: Source, then: _Held, now: _Held) -> str:
    """Say of which principle most has come or gone."""
    changes = {each.title: _change(then, now, each) or 0 for each in source.principles}
    title = max(changes, key=lambda each: abs(changes[each]), default="")
    change = changes.get(title, 0)
    if not change:
        return "None has more or fewer of them than then."
    return f"{title} has changed most, by {change:+,}."


def _then_and_now(source: Source, first: tuple[date, _Held], last: tuple[date, _Held]) -> Table:
    (since, then), (until, now) = first, last
    return Table(
        f"Each principle on {since} and on {until}: open faults, and how much could be judged.",
        (
            Column("Principle"),
            *(Column(name, "number") for name in ("Open then", "Open now", "Change")),
            *(Column(name, "number") for name in ("Coverage then", "Coverage now")),
        ),
        tuple(
            cells(
                Cell(each.title, note=each.says, href=f"#/findings?principle={each.id}"),
                _open(then, each),
                _open(now, each),
                _signed(_change(then, now, each)),
                _share(then, each),
                _share(now, each),
            )
            for each in source.principles
        ),
    )


def _signed(change: int | None) -> str | None:
    return None if change is None else f"{change:+,}" if change else "0"
