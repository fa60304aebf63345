"""The roadmap as a picture (SVG 1.1): a bar for each project, with its changes and milestones.

It is named and described for those who do not see it, and the tables beside it say all that it
shows. Colours come from the style sheet of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from estate.plan.roadmap import PlannedProject, Roadmap
from estate.report.roadmap.calendar import Stretch, drawn, stretch_of
from estate.report.visible import visible
from estate.report.wording import counted, shortened

__all__ = ["MOST", "drawing"]

MOST: Final = 200
"""Projects that a picture holds; the table beside it holds all."""

_WIDTH: Final = 1000
_LEFT: Final = 270
_TOP: Final = 34
_ROW: Final = 24
_QUARTER: Final = 3
_LONG: Final = 36
"""Months from which years alone are named."""


def drawing(roadmap: Roadmap) -> str:
    """Return the picture; texts from the inventory are escaped in it."""
    return "\n".join(_pieces(roadmap))


def _pieces(roadmap: Roadmap) -> Iterator[str]:
    stretch = stretch_of(roadmap)
    projects = drawn(roadmap, stretch)[:MOST]
    height = _TOP + _ROW * len(projects) + 34
    yield f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="g-title g-desc">'
    yield '<title id="g-title">Projects over time</title>'
    yield f'<desc id="g-desc">{_said(roadmap, projects)}</desc>'
    yield from _grid(stretch, height - 34)
    for number, project in enumerate(projects):
        yield from _project(project, roadmap, stretch, _TOP + number * _ROW)
    yield from _today(roadmap.as_of, stretch, height - 34)
    yield from _legend(height - 12)
    yield "</svg>"


def _said(roadmap: Roadmap, projects: tuple[PlannedProject, ...]) -> str:
    number = counted(len(projects), "project")
    return f"{number} by day, seen on {roadmap.as_of}; the tables below say the same in words."


def _x(position: float, stretch: Stretch) -> float:
    inside = min(max(position, 0.0), float(stretch.months))
    return round(_LEFT + (_WIDTH - _LEFT - 8) * inside / stretch.months, 1)


def _grid(stretch: Stretch, bottom: int) -> Iterator[str]:
    for number in range(stretch.months):
        year, month = stretch.month(number)
        named = month == 1 or (stretch.months < _LONG and month % _QUARTER == 1)
        x = _x(number, stretch)
        if named:
            text = f"{date(year, month, 1):%b} {year}"
            yield f'<line class="rule" x1="{x}" y1="20" x2="{x}" y2="{bottom}"/>'
            yield f'<text class="quiet" x="{x + 3}" y="14">{text}</text>'


def _project(
    project: PlannedProject, roadmap: Roadmap, stretch: Stretch, top: int
) -> Iterator[str]:
    begins, ends = project.span or (roadmap.as_of, roadmap.as_of)
    first, last = _x(stretch.position(begins), stretch), _x(stretch.position(ends), stretch)
    kind = {"live": "live", "planned": "", "done": "over"}.get(project.status, "proposed")
    status = project.status or "status not recorded"
    yield f'<text x="0" y="{top + 12}">{_safe(shortened(visible(project.name), 42))}</text>'
    yield (
        f'<rect class="span {kind}" x="{first}" y="{top + 2}" '
        f'width="{round(max(3.0, last - first), 1)}" height="12" rx="2">'
        f"<title>{_safe(project.name)}: {status}, {begins} to {ends}</title></rect>"
    )
    for move in project.moves:
        if 0 <= stretch.position(move.on) < stretch.months:
            late = " late" if move.standing == "overdue" else ""
            x, y = _x(stretch.position(move.on), stretch), top + 8
            yield (
                f'<path class="change{late}" d="M{x} {y - 6}l5 6l-5 6l-5 -6z">'
                f"<title>{move.on}: {move.action} {_safe(move.name or move.asset)}</title></path>"
            )
    yield from _milestones(project, stretch, top + 8)


def _milestones(project: PlannedProject, stretch: Stretch, y: int) -> Iterator[str]:
    for each in project.milestones:
        if each.due is None or not 0 <= stretch.position(each.due) < stretch.months:
            continue
        x = _x(stretch.position(each.due), stretch)
        told = f"<title>{each.due}: {_safe(each.name)}, {each.standing}</title>"
        if each.standing == "overdue" and project.under_way:
            yield f"{_late(x, y)}{told}</rect>"
        else:
            yield f"{_mark(' done' if each.done else '', x, y)}{told}</circle>"


def _mark(kind: str, x: float, y: float) -> str:
    return f'<circle class="milestone{kind}" cx="{x}" cy="{y}" r="4.5">'


def _late(x: float, y: float) -> str:
    """Return the beginning of a square: what is late differs in form too, not in colour alone."""
    return f'<rect class="late" x="{round(x - 4.5, 1)}" y="{y - 4.5}" width="9" height="9">'


def _today(day: date, stretch: Stretch, bottom: int) -> Iterator[str]:
    if 0 <= stretch.position(day) < stretch.months:
        x = _x(stretch.position(day), stretch)
        yield f'<line class="today" x1="{x}" y1="20" x2="{x}" y2="{bottom}"/>'
        yield f'<text class="quiet" x="{x + 3}" y="28">today</text>'


def _legend(y: int) -> Iterator[str]:
    x = _LEFT
    for kind, text in (
        ("live", "live"),
        ("", "planned"),
        ("proposed", "proposed"),
        ("over", "done"),
    ):
        yield f'<rect class="span {kind}" x="{x}" y="{y - 10}" width="26" height="10" rx="2"/>'
        yield f'<text class="quiet" x="{x + 32}" y="{y}">{text}</text>'
        x += 104
    yield f'<path class="change" d="M{x + 5} {y - 11}l5 6l-5 6l-5 -6z"/>'
    yield f'<text class="quiet" x="{x + 16}" y="{y}">change</text>'
    marks = (
        (_mark("", x + 81, y - 5) + "</circle>", "milestone", 91),
        (_mark(" done", x + 179, y - 5) + "</circle>", "done", 189),
        (_late(x + 245, y - 5) + "</rect>", "overdue", 255),
    )
    for mark, text, at in marks:
        yield f'{mark}<text class="quiet" x="{x + at}" y="{y}">{text}</text>'


def _safe(text: str) -> str:
    return escape(visible(text[:200]))
