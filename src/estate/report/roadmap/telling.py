"""A roadmap as a statement: what comes next, what is late, and what stands in the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from estate import __version__
from estate.plan.roadmap import STATUSES, Roadmap
from estate.report.roadmap.drawing import MOST, drawing
from estate.report.roadmap.tables import (
    case_table,
    changes_table,
    conflicts_table,
    done_by,
    milestones_table,
    projects_table,
    promises_table,
    undated_table,
)
from estate.report.roadmap.timeline import timeline
from estate.report.statement import Picture, Section, Statement, Table
from estate.report.wording import counted, listed

__all__ = ["statement"]

_NEXT: Final = 3
"""How many of a list a sentence names."""


def statement(roadmap: Roadmap) -> Statement:
    """Return the roadmap as sentences, a picture and tables."""
    picture = Picture(drawing(roadmap), lambda width, most: timeline(roadmap, width, most))
    said = tuple(_left_out(roadmap))
    tables = (projects_table(roadmap),) if roadmap.projects else ()
    timed = Section("timeline", "Timeline", said, tables, picture)
    sections = (timed, *(_section(*each) for each in _parts(roadmap)))
    return Statement(roadmap.estate, "work plan", __version__, tuple(_lead(roadmap)), sections)


def _parts(roadmap: Roadmap) -> Iterator[tuple[str, str, Table | None, str]]:
    """Yield what follows the timeline: anchor, title, table, and what is said without one."""
    table = changes_table(roadmap)
    yield "changes", "What changes, day by day", table, "No project changes anything."
    yield "milestones", "Milestones", milestones_table(roadmap), "No milestone is recorded."
    yield "conflicts", "Conflicts", conflicts_table(roadmap), "No project gets in another's way."
    table = undated_table(roadmap)
    yield "undated", "No project says when", table, _dated(roadmap)
    yield "benefits", "Benefits", promises_table(roadmap), "No project promises a benefit."
    table, some = case_table(roadmap), any(each.under_way for each in roadmap.projects)
    passed = "Every project under way has passed both tests." if some else "None is under way."
    yield "cases", "Business cases", table, passed


def _dated(roadmap: Roadmap) -> str:
    if roadmap.left_out and not roadmap.undated:
        return "Nothing of those that were asked for."
    return "No asset is planned or retiring without its day."


def _section(anchor: str, title: str, table: Table | None, otherwise: str) -> Section:
    if table is None:
        return Section(anchor, title, (otherwise,))
    return Section(anchor, title, (), (table,))


def _left_out(roadmap: Roadmap) -> Iterator[str]:
    if roadmap.left_out:
        number = counted(roadmap.left_out, "project")
        yield f"Left out, as other projects were asked for: {number}."
    if len(roadmap.projects) > MOST:
        yield f"The picture of a page has the first {MOST} of {len(roadmap.projects):,} projects."


def _lead(roadmap: Roadmap) -> Iterator[str]:
    if roadmap.notice:
        yield roadmap.notice
    yield _projects(roadmap)
    if roadmap.projects:
        yield from (_coming(roadmap), _late(roadmap))
    yield _obstructed(roadmap)
    silent = [each for each in roadmap.projects if not each.status]
    if silent:
        names = listed([each.name for each in silent[:_NEXT]])
        rest = f" and {len(silent) - _NEXT:,} more" if len(silent) > _NEXT else ""
        yield f"Without a status, so that nobody can tell whether they come: {names}{rest}."


def _projects(roadmap: Roadmap) -> str:
    tally = Counter(each.status for each in roadmap.projects)
    words = [f"{tally[key]:,} {key or 'without a status'}" for key in STATUSES if tally[key]]
    if not words:
        return (
            "No project is recorded that was asked for."
            if roadmap.left_out
            else "No project is recorded."
        )
    return f"{counted(len(roadmap.projects), 'project')}: {listed(words)}."


def _coming(roadmap: Roadmap) -> str:
    """Say what comes next, by day."""
    days = [
        (move.on, f"{done_by(move)} ({each.name})")
        for each in roadmap.projects
        for move in each.moves
        if each.under_way and move.standing == "to come"
    ]
    days += [
        (milestone.due, f"{milestone.name} ({each.name})")
        for each in roadmap.projects
        for milestone in each.milestones
        if each.under_way and milestone.standing == "to come" and milestone.due
    ]
    nearest = sorted(days)[:_NEXT]
    if not nearest:
        return "Nothing is to come on a recorded day."
    return f"Next: {'; '.join(f'{day} {what}' for day, what in nearest)}."


def _late(roadmap: Roadmap) -> str:
    projects = [each for each in roadmap.projects if each.status != "proposed"]
    open_ones = [each for each in projects if each.under_way]
    milestones = sum(m.standing == "overdue" for each in open_ones for m in each.milestones)
    moves = sum(m.standing == "overdue" for each in projects for m in each.moves)
    promises = sum(p.standing == "overdue" for each in projects for p in each.promises)
    words = [counted(milestones, "milestone")] if milestones else []
    words += [counted(moves, "change")] if moves else []
    words += [counted(promises, "benefit") + " to be counted"] if promises else []
    return f"Overdue: {listed(words)}." if words else "Nothing that has a day is overdue."


def _obstructed(roadmap: Roadmap) -> str:
    under_way = [each for each in roadmap.projects if each.under_way]
    conflicts = sum(len(each.conflicts) for each in under_way)
    stuck = sum(bool(move.obstacles) for each in under_way for move in each.moves)
    words = [counted(conflicts, "conflict") + " between projects"] if conflicts else []
    words += [counted(stuck, "change") + " that cannot be applied"] if stuck else []
    if roadmap.undated:
        number = len(roadmap.undated)
        words.append(counted(number, "asset", "assets") + " to come or to go on no recorded day")
    return f"In the way: {listed(words)}." if words else "Nothing that is known stands in the way."
