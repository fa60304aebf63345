"""The second page: the past, the year ahead with the work plan and without, and what drives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, TypeAlias

from estate.findings.trend import Point as Past
from estate.plan.forecast import Due, Point
from estate.report.board.basis import Basis, brief
from estate.report.board.document import Block, Course, Kind, Line, Listing, Page
from estate.report.register.document import Cell, Prose
from estate.report.register.words import day
from estate.report.wording import counted

__all__ = ["trend"]

_PAST: Final = 12
"""Days of the past that the table shows, the newest."""
_ENDS: Final = 24
_SUPPORT: Final = ("support", "hardware")
_Course: TypeAlias = tuple[str, Kind, list[tuple[date, int]]]
"""A line before it is drawn: its name, its kind, and its days with their numbers."""

_HOW: Final = ("with", "without")
_TOPS: Final = (1, 2, 4, 5, 10)
_COLUMNS: Final = (
    "On",
    *(f"{name} {how}" for name in ("Unmanaged", "Services", "Accepted") for how in _HOW),
    "Unknown",
)
_NOT_KNOWN: Final = Cell("not known", "quiet")


def trend(basis: Basis) -> Page:
    """Return the page of the trend."""
    picture = _picture(basis)
    return Page(
        "trend",
        "The trend",
        _lead(basis),
        (
            ("Unmanaged risks over time", tuple(filter(None, [picture, *_ahead(basis)]))),
            ("The past", tuple(_past(basis.source.history))),
            ("What loses its support until then", tuple(_ending(basis))),
        ),
    )


def _lead(basis: Basis) -> str:
    now = basis.outcome.unmanaged.installations
    said = [f"Today there {'is' if now == 1 else 'are'} {counted(now, 'unmanaged risk')}."]
    was = _was_unmanaged(basis)
    if was:
        on, number = was[0]
        said.append(f"On {day(on)} there {'was' if number == 1 else 'were'} {number:,}.")
    if basis.ahead:
        last = basis.ahead[-1]
        planned, unplanned = last.planned.unmanaged, last.unplanned.unmanaged
        said.append(
            f"On {day(last.day)} there will be {planned:,} with the work plan, and {unplanned:,} "
            "without it, if nobody decides anything else."
            if planned != unplanned
            else f"On {day(last.day)} there will be {planned:,}, with the work plan or without it, "
            "if nobody decides anything else."
        )
        if not last.applied:
            said.append("No change of the plan comes by then.")
    else:
        said.append("The year ahead was not judged.")
    return " ".join(said)


def _was_unmanaged(basis: Basis) -> list[tuple[date, int]]:
    """Return the headline of the days before today that could be judged."""
    return [(point.on, found.unmanaged) for point in basis.source.history
            if (found := point.numbers) and point.on < basis.today]  # fmt: skip


def _picture(basis: Basis) -> Course | None:
    """Return the course of the headline: what was, and from today on what will be."""
    was = _was_unmanaged(basis)
    now = (basis.today, basis.outcome.unmanaged.installations)
    lines: list[_Course] = []
    if was:
        lines.append(("was", "past", [*was, now]))
    if basis.ahead:
        planned = [(point.day, point.planned.unmanaged) for point in basis.ahead]
        unplanned = [(point.day, point.unplanned.unmanaged) for point in basis.ahead]
        if planned == unplanned:
            lines.append(("with the plan or without", "planned", [now, *planned]))
        else:
            lines.append(("without the plan", "unplanned", [now, *unplanned]))
            lines.append(("with the plan", "planned", [now, *planned]))
    return _course(basis, lines) if lines else None


def _course(basis: Basis, lines: Sequence[_Course]) -> Course:
    every = [point for _, _, points in lines for point in points]
    first, last = min(on for on, _ in every), max(on for on, _ in every)
    days = sorted({on for on, _ in every})
    top, steps = _scale(max(number for _, number in every))
    return Course(
        days=(last - first).days,
        today=(basis.today - first).days,
        top=top,
        ticks=tuple(_ticks(days, first)),
        steps=steps,
        lines=tuple(
            Line(name, kind, tuple(((on - first).days, number) for on, number in points))
            for name, kind, points in lines
        ),
        alt=_alt(basis, lines),
    )


def _ticks(days: Sequence[date], first: date) -> Iterator[tuple[int, str]]:
    """Yield the days that are named, so far apart that their names do not touch."""
    room = (days[-1] - first).days / 9
    free = -room
    for on in days:
        at = (on - first).days
        if at - free >= room:
            yield at, f"{on.day} {on:%b} {on:%y}"
            free = at


def _scale(most: int) -> tuple[int, tuple[int, ...]]:
    """Return the top of a scale, and the values at which it has rules."""
    step = 1
    while True:
        for part in _TOPS[:-1]:
            if part * step * 4 >= most:
                return part * step * 4, tuple(part * step * number for number in range(5))
        step *= _TOPS[-1]


def _alt(basis: Basis, lines: Sequence[_Course]) -> str:
    said = [
        f"{name}: from {points[0][1]:,} on {day(points[0][0])} to {points[-1][1]:,} on "
        f"{day(points[-1][0])}"
        for name, _, points in lines
    ]
    return f"Unmanaged risks over time, today {day(basis.today)}. {'; '.join(said)}."


def _ahead(basis: Basis) -> Iterator[Block]:
    if not basis.ahead:
        yield Prose("Nothing was judged beyond today.", "quiet")
        return
    accepted = sum(f.status == "accepted" for f in basis.headlined)
    now = basis.outcome.unmanaged
    today = (now.installations, now.installations, now.services, now.services, accepted, accepted)
    rows = [_row("Today", (*today, now.unknown))]
    rows += [_row(day(point.day), _numbers(point)) for point in basis.ahead]
    yield Listing(
        "Unsupported installations that nobody manages, services that rest on them, unsupported "
        "installations whose risk is accepted: with the plan, and without it. Last: those whose "
        "support is unknown.",
        _COLUMNS,
        (15, 12, 13, 12, 12, 12, 12, 12),
        tuple(rows),
        len(rows),
        "",
        "",
        "",
        right=tuple(range(1, 8)),
        least=len(rows),
    )


def _numbers(point: Point) -> tuple[int, ...]:
    with_plan, without = point.planned, point.unplanned
    return (
        with_plan.unmanaged,
        without.unmanaged,
        with_plan.services,
        without.services,
        with_plan.accepted,
        without.accepted,
        with_plan.unknown,
    )


def _row(name: str, values: Sequence[int]) -> tuple[Cell, ...]:
    return (Cell(name), *(Cell(value) for value in values))


def _past(history: Sequence[Past]) -> Iterator[Block]:
    if not history:
        yield Prose(
            "This pack has no past. “estate report board --since DATE” draws it from the history "
            "of the inventory in git.",
            "quiet",
        )
        return
    shown = history[-_PAST:]
    yield Listing(
        f"As the inventory stood then, judged on that day: {counted(len(history), 'day')}.",
        ("On", "Unmanaged", "Services", "Unknown", "Accepted findings", "Open findings"),
        (20, 16, 16, 16, 16, 16),
        tuple(_was(point) for point in reversed(shown)),
        len(history),
        "earlier day",
        "earlier days",
        "estate trend",
        right=tuple(range(1, 6)),
        least=min(2, len(history)),
    )


def _was(point: Past) -> tuple[Cell, ...]:
    found = point.numbers
    if found is None:
        return Cell(day(point.on), note=point.reason), *(_NOT_KNOWN for _ in range(5))
    numbers = (found.unmanaged, found.services, found.unknown, found.accepted, found.open)
    return Cell(day(point.on)), *(Cell(number) for number in numbers)


def _ending(basis: Basis) -> Iterator[Block]:
    if basis.public:
        yield Prose("Withheld: on which days support ends.", "quiet")
        return
    dues = [due for due in basis.dues if due.kind in _SUPPORT]
    left = [due for due in dues if due.settled is not True]
    if not left:
        number = counted(len(dues), "end of support", "ends of support")
        yield Prose(
            f"{number} until {day(basis.until)}; the plan settles all of them."
            if dues
            else f"No end of support is recorded until {day(basis.until)}."
        )
        return
    yield Listing(
        f"{counted(len(dues), 'end of support', 'ends of support')} until {day(basis.until)}, "
        f"{len(left):,} of which the plan does not settle; the first of these:",
        ("Last day", "What", "And the plan"),
        (16, 38, 46),
        tuple(_end(due) for due in left[:_ENDS]),
        len(left),
        "further end of support",
        "further ends of support",
        "What ends when in index.html",
        least=min(2, len(left)),
    )


def _end(due: Due) -> tuple[Cell, ...]:
    told = brief(due.told, 90) or "leaves it as it is"
    return (
        Cell(due.on),
        Cell(brief(due.name)),
        Cell(told, "warn") if due.settled is None else Cell(told),
    )
