"""What hinders the work plan: what is late in it, and what collides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from estate.frozen import frozen
from estate.plan.roadmap import PlannedProject
from estate.report.board.basis import Basis, brief, few
from estate.report.board.document import Block, Listing
from estate.report.register.document import Cell, Prose
from estate.report.roadmap.tables import done_by

__all__ = ["Late", "colliding", "collisions_of", "late_of", "overdue"]

_ROWS: Final = 20


@frozen
class Late:
    """Something whose day has gone by: a milestone, a change, or a benefit to be counted."""

    due: date
    kind: str
    name: str
    project: PlannedProject


def late_of(basis: Basis) -> list[Late]:
    """Return what is overdue in projects that are not merely proposed, the oldest first."""
    found = []
    for each in basis.roadmap.projects:
        if each.status == "proposed":
            continue
        if each.under_way:
            found += [
                Late(one.due, "milestone", one.name, each)
                for one in each.milestones
                if one.standing == "overdue" and one.due
            ]
        found += [
            Late(one.on, "change", done_by(one), each)
            for one in each.moves
            if one.standing == "overdue"
        ]
        found += [
            Late(one.due, "uncounted benefit", one.name, each)
            for one in each.promises
            if one.standing == "overdue" and one.due and not basis.public
        ]
    return sorted(found, key=lambda late: (late.due, late.project.id, late.name))


def collisions_of(basis: Basis) -> list[tuple[PlannedProject, str, str]]:
    """Return what gets in the way of projects under way: the project, of what, and over what."""
    found = []
    for each in basis.roadmap.projects:
        if not each.under_way:
            continue
        for other in each.conflicts:
            over = [*map(basis.source.name, other.assets), *other.busy]
            found.append((each, f"Collides with {brief(other.name, 60)}", few(over, 3, 40)))
        for move in each.moves:
            if move.obstacles:
                why = brief("; ".join(move.obstacles), 110)
                found.append((each, f"Cannot {brief(done_by(move), 70)}", why))
    return found


def overdue(basis: Basis) -> Iterator[Block]:
    """Return what is late as a table."""
    late = late_of(basis)
    if not late:
        yield Prose("Nothing that has a day is overdue.")
        return
    yield Listing(
        "What should have been there; the oldest first.",
        ("Due", "What", "Kind", "Project", "Days late"),
        (13, 30, 17, 30, 10),
        tuple(
            (
                Cell(each.due),
                Cell(brief(each.name, 80)),
                Cell(each.kind),
                Cell(brief(each.project.name)),
                Cell((basis.today - each.due).days),
            )
            for each in late[:_ROWS]
        ),
        len(late),
        "further thing",
        "further things",
        "estate plan",
        right=(4,),
        least=min(2, len(late)),
    )


def colliding(basis: Basis) -> Iterator[Block]:
    """Return what is in the way of projects as a table."""
    found = collisions_of(basis)
    if not found:
        yield Prose("Nothing that is known stands in a project's way.")
        return
    yield Listing(
        "Two projects change one asset or need one team in one month, or a change cannot be made.",
        ("Project", "What is in its way", "Over what, or why"),
        (28, 34, 38),
        tuple(
            (Cell(brief(each.name)), Cell(what), Cell(over)) for each, what, over in found[:_ROWS]
        ),
        len(found),
        "further thing",
        "further things",
        "estate plan",
        least=min(2, len(found)),
    )
