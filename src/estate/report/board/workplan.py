"""The fourth page: what the work plan ends, what of it is late, and what collides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from estate.model.scalars import NEVER, Term
from estate.plan.roadmap import STATUSES, PlannedProject
from estate.report.board.basis import Basis, brief
from estate.report.board.document import Block, Listing, Page, Span, Spans
from estate.report.board.hindrances import colliding, collisions_of, late_of, overdue
from estate.report.register.document import Cell, Prose
from estate.report.register.words import day
from estate.report.wording import counted, listed

__all__ = ["workplan"]

_ROWS: Final = 20
_DRAWN: Final = 8
_QUARTER: Final = Term(months=3)
_YEAR: Final = Term(months=12)
_NAMED: Final = 3
"""Proposed projects that are named; the others are counted."""
_SCALE: Final = 1000
_WHERE: Final = "Work plan and budget in index.html"
_UNKNOWN: Final = Cell("Not recorded", "warn")


def workplan(basis: Basis) -> Page:
    """Return the page of the work plan."""
    running = _running(basis)
    return Page(
        "plan",
        "The work plan",
        _lead(basis),
        (
            ("What ends", tuple(_ends(running, basis))),
            ("What is proposed", tuple(_proposed(basis))),
            ("What is late", tuple(overdue(basis))),
            ("What collides", tuple(colliding(basis))),
        ),
    )


def _running(basis: Basis) -> list[PlannedProject]:
    """Return the projects under way, those that end first before the others."""
    found = [each for each in basis.roadmap.projects if each.under_way]
    return sorted(found, key=lambda each: (each.ends or NEVER, each.name, each.id))


def _lead(basis: Basis) -> str:
    roadmap = basis.roadmap
    tally = Counter(each.status for each in roadmap.projects)
    words = [f"{tally[key]:,} {key or 'without a status'}" for key in STATUSES if tally[key]]
    if not words:
        return "No project is recorded: nothing is known to be planned."
    late, collisions = late_of(basis), collisions_of(basis)
    unsure = sum(each.unsure for each in roadmap.projects if each.under_way)
    said = [
        f"{counted(len(roadmap.projects), 'project')}: {listed(words)}.",
        f"{counted(len(late), 'thing is', 'things are')} overdue."
        if late
        else "Nothing that has a day is overdue.",
        f"{counted(len(collisions), 'thing stands', 'things stand')} in a project's way."
        if collisions
        else "Nothing that is known stands in a project's way.",
    ]
    if unsure:
        said.append(f"Of {counted(unsure, 'project')} nobody can tell.")
    if roadmap.undated:
        coming = counted(len(roadmap.undated), "asset")
        verb = "is" if len(roadmap.undated) == 1 else "are"
        said.append(f"{coming} {verb} to come or to go, and no project says when.")
    return " ".join(said)


def _ends(running: Sequence[PlannedProject], basis: Basis) -> Iterator[Block]:
    if not running:
        yield Prose("No project is planned or live.")
        return
    spans = _spans(running, basis)
    if spans:
        yield spans
    yield Listing(
        f"{counted(len(running), 'project')} planned, live or without a status, with the number of "
        "things that each is still to change; the first to end comes first.",
        ("Project", "Status", "Whose", "Ends", f"Cost, {basis.source.currency}", "To change"),
        (30, 9, 27, 13, 12, 9),
        tuple(_project(each, basis) for each in running[:_ROWS]),
        len(running),
        "further project",
        "further projects",
        _WHERE,
        right=(4, 5),
        least=min(3, len(running)),
    )


def _proposed(basis: Basis) -> Iterator[Block]:
    found = [each for each in basis.roadmap.projects if each.status == "proposed"]
    if not found:
        yield Prose("No project is proposed.")
        return
    told = [
        f"{brief(each.name)} ({f'from {day(each.begins)}' if each.begins else 'no day recorded'})"
        for each in found[:_NAMED]
    ]
    more = len(found) - len(told)
    rest = f"; and {more:,} more: see {_WHERE}" if more else ""
    yield Prose(f"{counted(len(found), 'project')}: {'; '.join(told)}{rest}.")


def _project(each: PlannedProject, basis: Basis) -> tuple[Cell, ...]:
    coming = sum(move.standing == "to come" for move in each.moves)
    return (
        Cell(brief(each.name)),
        Cell(each.status) if each.status else _UNKNOWN,
        Cell(basis.whose(each.organisations)),
        Cell(each.ends) if each.ends else _UNKNOWN,
        _cost(each, basis),
        Cell(coming),
    )


def _cost(each: PlannedProject, basis: Basis) -> Cell:
    if basis.public:
        return Cell("Withheld", "quiet")
    return Cell(basis.money.bare(each.cost.gross)) if each.cost else _UNKNOWN


def _spans(running: Sequence[PlannedProject], basis: Basis) -> Spans | None:
    first = _QUARTER.before(basis.today)
    drawn = [each for each in running if (span := each.span) and span[1] >= first][:_DRAWN]
    if not drawn:
        return None
    ends = max(each.span[1] for each in drawn if each.span)
    last = max(min(ends, _YEAR.after(basis.today)), _QUARTER.after(basis.today))

    def at(when: date) -> int:
        inside = min(max(when, first), last)
        return (inside - first).days * _SCALE // (last - first).days

    spans = tuple(
        Span(
            brief(each.name, 40),
            at(each.span[0]),
            at(each.span[1]),
            day(each.ends) if each.ends else "end not recorded",
            each.status == "live",
        )
        for each in drawn
        if each.span
    )
    said = "; ".join(f"{each.name} until {each.label}" for each in spans)
    return Spans(
        spans,
        at(basis.today),
        tuple((at(when), f"{when:%b} {when:%y}") for when in _months(first, last)),
        f"The {counted(len(spans), 'project')} that end first, from {day(first)} to {day(last)}: "
        f"{said}.",
    )


def _months(first: date, last: date) -> Iterator[date]:
    """Yield the first days of months between two days, at most some eight of them."""
    step = 1 + (last - first).days // 240
    for number in range(1, 17, step):
        when = Term(months=number).after(first.replace(day=1))
        if when < last - timedelta(days=20):
            yield when
