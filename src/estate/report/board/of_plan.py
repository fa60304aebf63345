"""Decisions about the work plan: what is proposed, late, or in the way of something else."""

from __future__ import annotations

from estate.plan.roadmap import PlannedProject
from estate.report.board.basis import Basis, few
from estate.report.board.decided import Decision, projects_of
from estate.report.board.hindrances import collisions_of, late_of
from estate.report.wording import counted

__all__ = ["collisions", "late", "proposals"]


def proposals(basis: Basis) -> Decision | None:
    """Return what is asked of proposed projects."""
    found = [each for each in basis.roadmap.projects if each.status == "proposed"]
    if not found:
        return None
    moves = sum(len(each.moves) for each in found)
    starts = [each.begins for each in found if each.begins]
    idle = [line for line in basis.budget.idle if line.standing == "proposed"]
    lines = "" if basis.public else f" and {counted(len(idle), 'budget line')}"
    return Decision(
        f"Approve, change or refuse {counted(len(found), 'proposed project')}.",
        f"{_names(found)}; {_costs(found, basis)}.",
        min(starts) if starts else None,
        _asked(found, basis),
        f"{counted(moves, 'dated change')}{lines} of theirs stay out of the plan.",
        4,
    )


def _costs(found: list[PlannedProject], basis: Basis) -> str:
    if basis.public:
        return "cost withheld"
    costs = [each.cost.gross for each in found if each.cost]
    blank = len(found) - len(costs)
    if not costs:
        return "cost not recorded"
    return f"{basis.money.named(sum(costs))} in all" + (
        f", of {blank:,} not recorded" if blank else ""
    )


def _asked(found: list[PlannedProject], basis: Basis) -> str:
    keys = {key for each in found for key in each.organisations}
    return projects_of([each.owner for each in found], keys, basis)


def _names(found: list[PlannedProject]) -> str:
    return few(list(dict.fromkeys(each.name for each in found)))


def late(basis: Basis) -> Decision | None:
    """Return what is asked of milestones, changes and benefits that are overdue."""
    found = late_of(basis)
    if not found:
        return None
    projects = {each.project.id: each.project for each in found}
    coming = sum(m.standing == "to come" for each in projects.values() for m in each.moves)
    return Decision(
        f"Report on {counted(len(found), 'overdue thing')} of the plan: done, given a new day, or "
        "stopped.",
        f"{_names(list(projects.values()))}.",
        found[0].due,
        _asked(list(projects.values()), basis),
        f"Nothing on record says how they stand in {counted(len(projects), 'project')}; "
        f"{counted(coming, 'change')} of theirs {'is' if coming == 1 else 'are'} still to come.",
        4,
    )


def collisions(basis: Basis) -> Decision | None:
    """Return what is asked where projects get in each other's way."""
    found = collisions_of(basis)
    if not found:
        return None
    projects = {each.id: each for each, _, _ in found}
    days = [each.begins for each in projects.values() if each.begins]
    stuck = sum(bool(m.obstacles) for each in projects.values() for m in each.moves)
    left = f"; {counted(stuck, 'change')} cannot be made as planned" if stuck else ""
    return Decision(
        f"Settle {counted(len(found), 'collision')} of the plan.",
        f"{_names(list(projects.values()))}.",
        max(min(days), basis.today) if days else None,
        _asked(list(projects.values()), basis),
        f"Assets or teams stay planned twice{left}.",
        4,
    )
