"""Unmanaged risk over time as a picture: with the work plan and without it.

It is named and described for those who do not see it; the tables beside it say all that it shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.plan.forecast import Forecast, Point
from estate.report.plot import Plot, Stroke, as_file, as_part, legend

__all__ = ["drawing", "svg"]

_PLANNED: Final = Stroke("#1d6fb8", "", "unmanaged, with the work plan", 270)
_UNPLANNED: Final = Stroke("#c2410c", "9 5", "unmanaged, without it", 220)
_ACCEPTED: Final = Stroke("#4d7c0f", "2 5", "findings that are accepted, with the plan", 320)


def svg(forecast: Forecast) -> Iterator[str]:
    """Yield the picture as a file of its own, on white, with its title."""
    told = f"unmanaged risk, {forecast.today} to {forecast.until}"
    return as_file(forecast.estate, told, _inner(forecast))


def drawing(forecast: Forecast) -> str:
    """Return the picture as a part of a page."""
    return as_part(_inner(forecast))


def _inner(forecast: Forecast) -> Iterator[str]:
    points = forecast.points
    first, last = points[0], points[-1]
    most = max(max(_values(point)) for point in points)
    plot = Plot.over(forecast.today, forecast.until, most)
    yield '<title id="g-title">Unmanaged unsupported installations over time</title>'
    yield (
        f'<desc id="g-desc">{first.unplanned.unmanaged} on {first.day}; on {last.day} '
        f"{last.planned.unmanaged} with the work plan and {last.unplanned.unmanaged} without it. "
        "The table says the same in numbers.</desc>"
    )
    yield from plot.grid("unmanaged unsupported installations")
    yield from plot.names((point.day for point in points), forecast.today)
    yield from _lines(points, plot)
    yield from legend((_PLANNED, _UNPLANNED, _ACCEPTED))


def _lines(points: tuple[Point, ...], plot: Plot) -> Iterator[str]:
    places = [plot.x(point.day) for point in points]
    planned = [plot.y(point.planned.unmanaged) for point in points]
    unplanned = [plot.y(point.unplanned.unmanaged) for point in points]
    back = [*zip(places, unplanned, strict=True)][::-1]
    area = " ".join(f"{x},{y}" for x, y in [*zip(places, planned, strict=True), *back])
    yield f'<polygon points="{area}" fill="{_PLANNED.colour}" fill-opacity="0.12"/>'
    yield _ACCEPTED.through(places, [plot.y(point.planned.accepted) for point in points])
    yield _UNPLANNED.through(places, unplanned)
    yield _PLANNED.through(places, planned)
    for point, x, y in zip(points, places, planned, strict=True):
        yield f'<circle cx="{x}" cy="{y}" r="4" fill="{_PLANNED.colour}">{_told(point)}</circle>'
    for point, x, y in zip(points, places, unplanned, strict=True):
        if point.planned.unmanaged != point.unplanned.unmanaged:
            square = f'x="{round(x - 3.5, 1)}" y="{round(y - 3.5, 1)}" width="7" height="7"'
            yield f'<rect {square} fill="{_UNPLANNED.colour}">{_told(point)}</rect>'


def _values(point: Point) -> tuple[int, ...]:
    return point.planned.unmanaged, point.unplanned.unmanaged, point.planned.accepted


def _told(point: Point) -> str:
    return (
        f"<title>{point.day}: {point.planned.unmanaged} with the plan, "
        f"{point.unplanned.unmanaged} without</title>"
    )
