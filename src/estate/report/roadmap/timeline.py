"""The roadmap in a terminal: months as columns, a line for each project."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from estate.plan.roadmap import PlannedProject, Roadmap
from estate.report.roadmap.calendar import Stretch, drawn, stretch_of
from estate.report.visible import columns, visible
from estate.report.wording import counted, shortened

__all__ = ["timeline"]

_NAME: Final = 34
_STATUS: Final = 9
_WIDEST: Final = 3
"""Columns of a month at most."""
_BARS: Final = {"live": "━", "planned": "─"}
_LATE, _CHANGE, _MILESTONE, _DONE, _TODAY = "!", "◆", "○", "●", "│"
_RANK: Final = " ┄─━│●○◆!"
"""Signs from the weakest to the strongest: of two in one place the stronger is shown."""
_LEGEND: Final = (
    "━ live  ─ planned  ┄ other  ◆ change",
    "○ milestone  ● milestone done  ! overdue  │ today",
)


def timeline(roadmap: Roadmap, width: int, most: int | None = None) -> tuple[str, ...]:
    """Return the lines of the drawing, each of at most `width` columns.

    It has a line for each project, or for the first so many.
    """
    stretch = stretch_of(roadmap)
    projects = drawn(roadmap, stretch)
    rest = len(roadmap.projects) - len(projects)
    kept = f"Not drawn, as over, stopped or without a day: {counted(rest, 'project')}."
    if not projects:
        return ("No project lies in these months.", *([kept] if rest else []))
    room = max(12, width - _NAME - _STATUS - 2)
    cells = min(room, stretch.months * _WIDEST)
    lines = [*_head(stretch, cells)]
    lines += [_line(each, roadmap, stretch, cells) for each in projects[:most]]
    if most is not None and len(projects) > most:
        lines.append(f"and {len(projects) - most:,} more (-v)")
    legend = "  ".join(_LEGEND)
    lines += [kept] if rest else []
    return (*lines, *([legend] if len(legend) <= width else _LEGEND))


def _cell(position: float, stretch: Stretch, cells: int) -> int:
    return int(position * cells / stretch.months)


def _head(stretch: Stretch, cells: int) -> Iterator[str]:
    """Yield a line of years and, where there is room, one of months."""
    years, months = [" "] * cells, [" "] * cells
    free = 0
    for number in range(stretch.months):
        at = _cell(number, stretch, cells)
        year, month = stretch.month(number)
        text = f"{year:04}"
        if (month == 1 or number == 0) and at >= free and at + len(text) <= cells:
            years[at : at + len(text)] = text
            free = at + len(text) + 1
        months[at] = "JFMAMJJASOND"[month - 1]
    space = " " * (_NAME + _STATUS + 2)
    yield (space + "".join(years)).rstrip()
    if cells >= stretch.months:
        yield (space + "".join(months)).rstrip()


def _line(project: PlannedProject, roadmap: Roadmap, stretch: Stretch, cells: int) -> str:
    row = [" "] * cells
    begins, ends = project.span or (roadmap.as_of, roadmap.as_of)
    bar = _BARS.get(project.status, "┄")
    first = _cell(max(0.0, stretch.position(begins)), stretch, cells)
    last = _cell(min(float(stretch.months), stretch.position(ends)), stretch, cells)
    for at in range(first, min(last, cells - 1) + 1):
        row[at] = bar
    for day, sign in (*_signs(project), (roadmap.as_of, _TODAY)):
        at = _cell(stretch.position(day), stretch, cells)
        inside = 0 <= stretch.position(day) < stretch.months
        if inside and _RANK.index(sign) >= _RANK.index(row[at]):
            row[at] = sign
    name = shortened(visible(project.name), _NAME)
    space = " " * max(0, _NAME - columns(name))
    return f"{name}{space} {project.status or 'unknown':<{_STATUS}} {''.join(row)}".rstrip()


def _signs(project: PlannedProject) -> Iterator[tuple[date, str]]:
    for move in project.moves:
        yield move.on, _LATE if move.standing == "overdue" else _CHANGE
    for milestone in project.milestones:
        if milestone.due is not None:
            late = milestone.standing == "overdue" and project.under_way
            yield milestone.due, _LATE if late else _DONE if milestone.done else _MILESTONE
