"""Unmanaged, accepted and unknown over time as a picture; a line ends where days have no numbers.

It is named and described for those who do not see it; the tables beside it say all that it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from typing import Final

from estate.findings.trend import Numbers
from estate.report.plot import Plot, Stroke, as_file, as_part, legend
from estate.report.trend.values import Trend

__all__ = ["drawing", "svg"]

_UNMANAGED: Final = Stroke("#c2410c", "", "unmanaged installations", 230)
_ACCEPTED: Final = Stroke("#4d7c0f", "9 5", "findings that are accepted", 250)
_UNKNOWN: Final = Stroke("#1d6fb8", "2 5", "installations of unknown support", 280)
_LINES: Final[tuple[tuple[Stroke, Callable[[Numbers], int]], ...]] = (
    (_UNKNOWN, lambda numbers: numbers.unknown),
    (_ACCEPTED, lambda numbers: numbers.accepted),
    (_UNMANAGED, lambda numbers: numbers.unmanaged),
)


def svg(trend: Trend) -> Iterator[str]:
    """Yield the picture as a file of its own, on white, with its title."""
    told = f"unmanaged, accepted and unknown, {trend.since} to {trend.until}"
    return as_file(trend.estate, told, _inner(trend))


def drawing(trend: Trend) -> str:
    """Return the picture as a part of a page."""
    return as_part(_inner(trend))


def _inner(trend: Trend) -> Iterator[str]:
    most = max((of(numbers) for _, numbers in trend.judged for _, of in _LINES), default=0)
    plot = Plot.over(trend.since, trend.until, most)
    yield '<title id="g-title">Unmanaged, accepted and unknown over time</title>'
    yield f'<desc id="g-desc">{_described(trend)} The table says the same in numbers.</desc>'
    yield from plot.grid("installations, and findings that are accepted")
    yield from plot.names(point.on for point in trend.points)
    for stroke, of in _LINES:
        for days in _unbroken(trend):
            heights = [plot.y(of(numbers)) for _, numbers in days]
            yield stroke.through([plot.x(on) for on, _ in days], heights)
    yield from _marks(trend, plot)
    yield from legend(stroke for stroke, _ in reversed(_LINES))


def _marks(trend: Trend, plot: Plot) -> Iterator[str]:
    for point in trend.points:
        if point.numbers is None:
            yield plot.gap(point.on, point.reason)
            continue
        for stroke, of in _LINES:
            place = f'cx="{plot.x(point.on)}" cy="{plot.y(of(point.numbers))}" r="3.5"'
            told = f"{point.on}: {of(point.numbers):,} {stroke.name}"
            yield f'<circle {place} fill="{stroke.colour}"><title>{told}</title></circle>'


def _unbroken(trend: Trend) -> Iterator[list[tuple[date, Numbers]]]:
    """Yield the stretches of days that have numbers."""
    for known, points in groupby(trend.points, lambda point: point.numbers is not None):
        if known:
            yield [(point.on, point.numbers) for point in points if point.numbers]


def _described(trend: Trend) -> str:
    if not trend.judged:
        return "No day has numbers."
    (since, first), (until, last) = trend.judged[0], trend.judged[-1]
    parts = [f"{stroke.name}: {of(first):,}, then {of(last):,}" for stroke, of in _LINES[::-1]]
    return f"From {since} to {until}: {'; '.join(parts)}."
