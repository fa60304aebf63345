"""Unmanaged risk over time as a picture (SVG 1.1): with the work plan and without it.

Lines differ in stroke as well as in colour. It is named and described for those who do not see it;
the tables beside it say all that it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from estate.plan.forecast import Forecast, Point
from estate.report.visible import visible

__all__ = ["drawing", "svg"]

_WIDTH: Final = 1000
_HEIGHT: Final = 380
_LEFT: Final = 60
_RIGHT: Final = 985
_TOP: Final = 30
_BOTTOM: Final = 300
_STEPS: Final = (1, 2, 5, 10)
_LINES: Final = 5
"""About how many lines of a grid there are."""

_PLANNED: Final = "#1d6fb8"
_UNPLANNED: Final = "#c2410c"
_ACCEPTED: Final = "#4d7c0f"


def svg(forecast: Forecast) -> Iterator[str]:
    """Yield the picture as a file of its own, on white, with its title."""
    title = escape(visible(forecast.estate[:100]))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -30 {_WIDTH} {_HEIGHT + 30}" '
        'font-family="sans-serif" color="#222222" role="img" aria-labelledby="g-title g-desc">\n'
    )
    yield f'<rect x="0" y="-30" width="{_WIDTH}" height="{_HEIGHT + 30}" fill="#ffffff"/>\n'
    yield (
        f'<text x="{_LEFT}" y="-8" font-size="17" font-weight="bold" fill="currentColor">{title}: '
        f"unmanaged risk, {forecast.today} to {forecast.until}</text>\n"
    )
    yield "\n".join(_inner(forecast))
    yield "\n</svg>\n"


def drawing(forecast: Forecast) -> str:
    """Return the picture as a part of a page."""
    head = f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-labelledby="g-title g-desc">'
    return "\n".join([head, *_inner(forecast), "</svg>"])


def _inner(forecast: Forecast) -> Iterator[str]:
    points = forecast.points
    top = _ceiling(max(max(_values(point)) for point in points))
    first, last = points[0], points[-1]
    yield '<title id="g-title">Unmanaged unsupported installations over time</title>'
    yield (
        f'<desc id="g-desc">{first.unplanned.unmanaged} on {first.day}; on {last.day} '
        f"{last.planned.unmanaged} with the work plan and {last.unplanned.unmanaged} without it. "
        "The table says the same in numbers.</desc>"
    )
    yield from _grid(top)
    yield from _days(forecast)
    places = [_x(point.day, forecast) for point in points]
    planned = [_y(point.planned.unmanaged, top) for point in points]
    unplanned = [_y(point.unplanned.unmanaged, top) for point in points]
    back = [*zip(places, unplanned, strict=True)][::-1]
    area = " ".join(f"{x},{y}" for x, y in [*zip(places, planned, strict=True), *back])
    yield f'<polygon points="{area}" fill="{_PLANNED}" fill-opacity="0.12"/>'
    accepted = [_y(point.planned.accepted, top) for point in points]
    yield _line(places, accepted, _ACCEPTED, "2 5")
    yield _line(places, unplanned, _UNPLANNED, "9 5")
    yield _line(places, planned, _PLANNED, "")
    for point, x, y in zip(points, places, planned, strict=True):
        yield f'<circle cx="{x}" cy="{y}" r="4" fill="{_PLANNED}">{_told(point)}</circle>'
    for point, x, y in zip(points, places, unplanned, strict=True):
        if point.planned.unmanaged != point.unplanned.unmanaged:
            square = f'x="{round(x - 3.5, 1)}" y="{round(y - 3.5, 1)}" width="7" height="7"'
            yield f'<rect {square} fill="{_UNPLANNED}">{_told(point)}</rect>'
    yield from _legend()


def _values(point: Point) -> tuple[int, ...]:
    return point.planned.unmanaged, point.unplanned.unmanaged, point.planned.accepted


def _told(point: Point) -> str:
    return (
        f"<title>{point.day}: {point.planned.unmanaged} with the plan, "
        f"{point.unplanned.unmanaged} without</title>"
    )


def _ceiling(most: int) -> int:
    """Return the number at the top of the picture: whole steps of the grid."""
    step = _step(most)
    return max(step, -(-most // step) * step)


def _step(most: int) -> int:
    size = 1
    while size * _STEPS[-1] * _LINES < most:
        size *= 10
    return next(size * each for each in _STEPS if size * each * _LINES >= most)


def _grid(top: int) -> Iterator[str]:
    for number in range(0, top + 1, _step(top)):
        y = _y(number, top)
        yield (
            f'<line x1="{_LEFT}" y1="{y}" x2="{_RIGHT}" y2="{y}" stroke="currentColor" '
            'stroke-opacity="0.18"/>'
        )
        yield _text(_LEFT - 8, y + 4, f"{number:,}", "end")
    yield _text(_LEFT, _TOP - 14, "unmanaged unsupported installations", "start")


def _days(forecast: Forecast) -> Iterator[str]:
    """Yield the names of days, as many as there is room for."""
    before = -100.0
    for point in forecast.points:
        x = _x(point.day, forecast)
        if x - before >= _ROOM and (_RIGHT - x >= _ROOM or point is forecast.points[-1]):
            name = "today" if point.day == forecast.today else f"{point.day:%b %Y}"
            yield _text(min(x, _RIGHT - 20), _BOTTOM + 20, name, "middle")
            before = x


_ROOM: Final = 62


def _line(places: Sequence[float], heights: Sequence[float], colour: str, dashes: str) -> str:
    points = " ".join(f"{x},{y}" for x, y in zip(places, heights, strict=True))
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"{dashed}/>'


def _legend() -> Iterator[str]:
    x, y = float(_LEFT), _BOTTOM + 55
    for colour, dashes, text, wide in (
        (_PLANNED, "", "unmanaged, with the work plan", 270),
        (_UNPLANNED, "9 5", "unmanaged, without it", 220),
        (_ACCEPTED, "2 5", "findings that are accepted, with the plan", 320),
    ):
        yield _line([x, x + 36], [y - 4, y - 4], colour, dashes)
        yield _text(x + 44, y, text, "start")
        x += wide


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text x="{round(x, 1)}" y="{round(y, 1)}" font-size="13" text-anchor="{anchor}" '
        f'fill="currentColor">{escape(text)}</text>'
    )


def _x(day: date, forecast: Forecast) -> float:
    span = (forecast.until - forecast.today).days
    return round(_LEFT + (_RIGHT - _LEFT) * (day - forecast.today).days / span, 1)


def _y(number: int, top: int) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * number / top, 1)
