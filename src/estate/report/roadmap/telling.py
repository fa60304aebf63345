"""A roadmap as a statement: what comes next, what is late, and what stands in the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from estate import __version__
from estate.plan.roadmap import STATUSES, Roadmap
from estate.report.roadmap.drawing import drawing
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
    picture = Picture(drawing(roadmap), lambda width: timeline(roadmap, width))
    said = tuple(_left_out(roadmap))
    timed = Section("timeline", "Timeline", said, (projects_table(roadmap),), picture)
    sections = (timed, *(_section(*each) for each in _parts(roadmap)))
    return Statement(roadmap.estate, "work plan", __version__, tuple(_lead(roadmap)), sections)


def _parts(roadmap: Roadmap) -> Iterator[tuple[str, str, Table | None, str]]:
    """Yield what follows the timeline: anchor, title, table, and what is said without one."""
    table = changes_table(roadmap)
    yield "changes", "What changes, day by day", table, "No project changes anything."
    yield "milestones", "Milestones", milestones_table(roadmap), "No milestone is recorded."
    yield "conflicts", "Conflicts", conflicts_table(roadmap), "No project gets in another's way."
    table = undated_table(roadmap)
    yield "undated", "No project says when", table, "Whatever is to come or to go has its day."
    yield "benefits", "Benefits", promises_table(roadmap), "No project promises a benefit."
    table = case_table(roadmap)
    yield "cases", "Business cases", table, "Every project under way has passed both tests."


def _section(anchor: str, title: str, table: Table | None, otherwise: str) -> Section:
    if table is None:
        return Section(anchor, title, (otherwise,))
    return Section(anchor, title, (), (table,))


def _left_out(roadmap: Roadmap) -> Iterator[str]:
    if roadmap.left_out:
        number = counted(roadmap.left_out, "project")
        yield f"Left out, as other projects were asked for: {number}."


def _lead(roadmap: Roadmap) -> Iterator[str]:
    yield _projects(roadmap)
    yield from filter(None, (_coming(roadmap), _late(roadmap), _obstructed(roadmap)))
    silent = [each for each in roadmap.projects if not each.status]
    if silent:
        names = listed([each.name for each in silent[:_NEXT]])
        rest = f" and {len(silent) - _NEXT:,} more" if len(silent) > _NEXT else ""
        yield f"Without a status, so that nobody can tell whether they come: {names}{rest}."


def _projects(roadmap: Roadmap) -> str:
    tally = Counter(each.status for each in roadmap.projects)
    words = [f"{tally[key]:,} {key or 'without a status'}" for key in STATUSES if tally[key]]
    if not words:
        return "There is no project."
    return f"{counted(len(roadmap.projects), 'project')}: {listed(words)}."


def _coming(roadmap: Roadmap) -> str:
    """Say what comes next, by day."""
    days = [
        (move.on, done_by(move))
        for each in roadmap.projects
        for move in each.moves
        if each.under_way and move.standing == "to come"
    ]
    days += [
        (milestone.due, milestone.name)
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
    return f"Overdue: {listed(words)}." if words else "Nothing is overdue."


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
