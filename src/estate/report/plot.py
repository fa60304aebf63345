"""A plot of numbers over days (SVG 1.1): its grid, the names of days, its lines and its legend.

Lines differ in stroke as well as in colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from estate.frozen import frozen
from estate.report.visible import visible

__all__ = ["Plot", "Stroke", "as_file", "as_part", "legend"]

_WIDTH: Final = 1000
_HEIGHT: Final = 380
_LEFT: Final = 60
_RIGHT: Final = 985
_TOP: Final = 30
_BOTTOM: Final = 300
_STEPS: Final = (1, 2, 5, 10)
_LINES: Final = 5
"""About how many lines of a grid there are."""
_ROOM: Final = 62
"""What the name of a day takes."""


@frozen
class Stroke:
    """How a line is drawn, what the legend says of it, and how much room that takes."""

    colour: str
    dashes: str
    name: str
    wide: int

    def through(self, places: Sequence[float], heights: Sequence[float]) -> str:
        """Return a line through points."""
        points = " ".join(f"{x},{y}" for x, y in zip(places, heights, strict=True))
        dashed = f' stroke-dasharray="{self.dashes}"' if self.dashes else ""
        return (
            f'<polyline points="{points}" fill="none" stroke="{self.colour}" stroke-width="2.5"'
            f"{dashed}/>"
        )


@frozen
class Plot:
    """The frame of numbers up to `top` over the days from the first to the last."""

    first: date
    last: date
    top: int

    @classmethod
    def over(cls, first: date, last: date, most: int) -> Plot:
        """Return the frame for numbers of which `most` is the largest."""
        step = _step(most)
        return cls(first, last, max(step, -(-most // step) * step))

    def x(self, day: date) -> float:
        """Return where a day stands."""
        span = (self.last - self.first).days
        part = (day - self.first).days / span if span else 0.5
        return round(_LEFT + (_RIGHT - _LEFT) * part, 1)

    def y(self, number: int) -> float:
        """Return how high a number stands."""
        return round(_BOTTOM - (_BOTTOM - _TOP) * number / self.top, 1)

    def grid(self, caption: str) -> Iterator[str]:
        """Yield the lines of the grid with their numbers, and what is counted."""
        for number in range(0, self.top + 1, _step(self.top)):
            y = self.y(number)
            yield (
                f'<line x1="{_LEFT}" y1="{y}" x2="{_RIGHT}" y2="{y}" stroke="currentColor" '
                'stroke-opacity="0.18"/>'
            )
            yield _text(_LEFT - 8, y + 4, f"{number:,}", "end")
        yield _text(_LEFT, _TOP - 14, caption, "start")

    def names(self, days: Iterable[date], today: date | None = None) -> Iterator[str]:
        """Yield the names of days, as many as there is room for."""
        before, said = -100.0, ""
        for day in days:
            x, name = self.x(day), "today" if day == today else f"{day:%b %Y}"
            clear = x - before >= _ROOM and (_RIGHT - x >= _ROOM or day == self.last)
            if clear and name != said:
                yield _text(min(x, _RIGHT - 20), _BOTTOM + 20, name, "middle")
                before, said = x, name

    def gap(self, day: date, reason: str) -> str:
        """Return the mark of a day that has no numbers, and why."""
        return (
            f'<text x="{self.x(day)}" y="{_BOTTOM - 6}" font-size="13" text-anchor="middle" '
            f'fill="currentColor">?<title>{day}: {escape(reason)}</title></text>'
        )


def legend(strokes: Iterable[Stroke]) -> Iterator[str]:
    """Yield what each line is, below the plot."""
    x, y = float(_LEFT), _BOTTOM + 55
    for stroke in strokes:
        yield stroke.through([x, x + 36], [y - 4, y - 4])
        yield _text(x + 44, y, stroke.name, "start")
        x += stroke.wide


def as_part(inner: Iterable[str]) -> str:
    """Return a plot for a page; its title and description have the ids `g-title` and `g-desc`."""
    head = f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-labelledby="g-title g-desc">'
    return "\n".join([head, *inner, "</svg>"])


def as_file(estate: str, told: str, inner: Iterable[str]) -> Iterator[str]:
    """Yield a plot as a file of its own, on white, under the estate's name and what is told."""
    title = escape(visible(estate[:100]))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -30 {_WIDTH} {_HEIGHT + 30}" '
        'font-family="sans-serif" color="#222222" role="img" aria-labelledby="g-title g-desc">\n'
    )
    yield f'<rect x="0" y="-30" width="{_WIDTH}" height="{_HEIGHT + 30}" fill="#ffffff"/>\n'
    yield (
        f'<text x="{_LEFT}" y="-8" font-size="17" font-weight="bold" fill="currentColor">{title}: '
        f"{escape(told)}</text>\n"
    )
    yield "\n".join(inner)
    yield "\n</svg>\n"


def _step(most: int) -> int:
    size = 1
    while size * _STEPS[-1] * _LINES < most:
        size *= 10
    return next(size * each for each in _STEPS if size * each * _LINES >= most)


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text x="{round(x, 1)}" y="{round(y, 1)}" font-size="13" text-anchor="{anchor}" '
        f'fill="currentColor">{escape(text)}</text>'
    )
