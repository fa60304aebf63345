"""The tables of a roadmap; None where there is nothing to show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from estate.plan.roadmap import PlannedProject, Roadmap
from estate.plan.roadmap_entries import Move, PlannedMilestone, Promise
from estate.report.currency import Currency
from estate.report.statement import Table
from estate.report.wording import counted, listed

__all__ = [
    "case_table",
    "changes_table",
    "conflicts_table",
    "done_by",
    "milestones_table",
    "projects_table",
    "promises_table",
    "undated_table",
]

_UNKNOWN: Final = "not recorded"


def projects_table(roadmap: Roadmap) -> Table:
    """Return every project, under the organisations and the programme that have it."""
    rows: list[tuple[str, ...]] = []
    strong: set[int] = set()
    group = None
    money = _money(roadmap)
    for each in roadmap.projects:
        if _group(each, roadmap) != group:
            group = _group(each, roadmap)
            strong.add(len(rows))
            rows.append((group, *("",) * 6))
        rows.append(_project(each, money, _unsaid(roadmap)))
    head = ("Project", "Status", "From", "Until", "Team", f"Cost, {roadmap.currency}", "Owner")
    caption = "Projects by organisation and programme; capital and revenue together."
    wide = len(head)
    if not any(each.owner for each in roadmap.projects):
        caption, wide = f"{caption} No project names its owner.", wide - 1
    shown = tuple(row[:wide] for row in rows)
    long = len(rows) > _FEW
    return Table(caption, head[:wide], shown, frozenset({5}), frozenset(strong), long=long)


_FEW: Final = 60
"""Rows of projects that a terminal shows at once."""


def _money(roadmap: Roadmap) -> Currency:
    costs = [each.cost for each in roadmap.projects if each.cost]
    amounts = [amount for cost in costs for amount in (cost.capital, cost.revenue)]
    return Currency.of(roadmap.currency, amounts)


def _group(project: PlannedProject, roadmap: Roadmap) -> str:
    names = listed(roadmap.named(project.organisations)) or "No organisation recorded"
    return f"{names}: {project.programme or 'no programme'}"


def _project(each: PlannedProject, money: Currency, silent: str) -> tuple[str, ...]:
    return (
        f"  {each.name}",
        each.status or _UNKNOWN,
        _day(each.begins),
        _day(each.ends),
        _UNKNOWN if each.team is None else ", ".join(each.team) or "none",
        silent if each.cost is None else money.bare(each.cost.gross),
        each.owner or _UNKNOWN,
    )


def _unsaid(roadmap: Roadmap) -> str:
    """Return what is said where there is no amount: in a copy for the public there never is."""
    return "withheld" if roadmap.notice else _UNKNOWN


def _day(day: date | None) -> str:
    return _UNKNOWN if day is None else day.isoformat()


def changes_table(roadmap: Roadmap) -> Table | None:
    """Return what projects change, by day; what cannot be applied says why."""
    found = sorted(
        ((move.on, each.id, move, each) for each in roadmap.projects for move in each.moves),
        key=lambda item: item[:2],
    )
    rows = tuple(
        (str(day), each.name, done_by(move), move.asset, _move_note(move))
        for day, _, move, each in found
    )
    if not rows:
        return None
    coming = sum(move.standing == "to come" for _, _, move, _ in found)
    caption = f"{counted(len(rows), 'change')}, {coming:,} of them to come."
    return Table(caption, ("Day", "Project", "Change", "Id", "Standing"), rows)


def done_by(move: Move) -> str:
    """Return what a change does, in words: `retire PRINT01`, `change PRINT01: software`."""
    what = move.name or move.asset
    if move.action != "set":
        return f"{move.action} {what}"
    return f"change {what}: {', '.join(move.fields) or 'nothing'}"


def _move_note(move: Move) -> str:
    if move.obstacles:
        return f"cannot be applied: {'; '.join(move.obstacles)}"
    if move.unsure:
        return "to come; nobody can tell whether it can be applied"
    if move.standing == "passed":
        return "its day has passed; not recorded whether it was made"
    return move.standing


def milestones_table(roadmap: Roadmap) -> Table | None:
    """Return the milestones, those that are late first."""
    found = [(each, milestone) for each in roadmap.projects for milestone in each.milestones]
    found.sort(key=lambda pair: (not _late(*pair), pair[1].due or date.max, pair[0].id))
    rows = tuple(
        (
            _day(milestone.due),
            milestone.name,
            each.name,
            _standing(each, milestone),
            _day(milestone.reported) if milestone.reported else "never",
        )
        for each, milestone in found
    )
    late = sum(_late(each, milestone) for each, milestone in found)
    silent = sum(_silent(each, milestone) for each, milestone in found)
    caption = (
        f"{counted(len(rows), 'milestone')}: {late or 'none'} overdue; of those still to be done "
        f"in projects under way, {silent:,} never reported on."
    )
    head = ("Due", "Milestone", "Project", "Standing", "Last report")
    return Table(caption, head, rows) if rows else None


def _silent(project: PlannedProject, milestone: PlannedMilestone) -> bool:
    return project.under_way and milestone.done is None and milestone.reported is None


def _late(project: PlannedProject, milestone: PlannedMilestone) -> bool:
    return project.under_way and milestone.standing == "overdue"


def _standing(project: PlannedProject, milestone: PlannedMilestone) -> str:
    if milestone.done:
        return f"done on {milestone.done}"
    if milestone.standing == "overdue" and not project.under_way:
        return f"not recorded as done; the project is {project.status}"
    return milestone.standing


def conflicts_table(roadmap: Roadmap) -> Table | None:
    """Return which projects get in each other's way: in an asset, a team, a period."""
    rows = tuple(_conflicts(roadmap))
    caption = (
        "Both change one asset, or need one team in one month. The project that starts later is "
        "told of."
    )
    head = ("Project", "Gets in the way of", "Assets", "Teams and months")
    return Table(caption, head, rows) if rows else None


def _conflicts(roadmap: Roadmap) -> Iterator[tuple[str, ...]]:
    for each in roadmap.projects:
        if not each.under_way:
            continue
        for other in each.conflicts:
            yield each.name, other.name, ", ".join(other.assets), ", ".join(other.busy)
        if each.unsure:
            why = (
                "its changes are not recorded" if not each.moves else "a status or team is missing"
            )
            yield each.name, "nobody can tell", why, ""


def undated_table(roadmap: Roadmap) -> Table | None:
    """Return what is to come or to go without a day."""
    rows = tuple(
        (
            each.name,
            each.id,
            each.kind,
            each.state,
            "perhaps a project without a status" if each.unsure else "",
        )
        for each in roadmap.undated
    )
    caption = "Assets that are planned or retiring, and no project under way dates."
    return Table(caption, ("What", "Id", "Kind", "Standing", "Note"), rows) if rows else None


def promises_table(roadmap: Roadmap) -> Table | None:
    """Return what projects promised a year, and what came of it."""
    found = [(each, promise) for each in roadmap.projects for promise in each.promises]
    found.sort(key=lambda pair: (pair[1].due or date.max, pair[0].id, pair[1].name))
    rows = tuple(
        (
            _day(promise.due),
            promise.name,
            each.name,
            _quantity(promise.planned, _unsaid(roadmap)),
            _quantity(promise.actual, _unsaid(roadmap)),
            _counted(each, promise),
        )
        for each, promise in found
    )
    head = ("Due", "Benefit", "Project", "Planned", "Actual", "Standing")
    caption = "Benefits a year, as the business cases promise them and as they were counted."
    return Table(caption, head, rows, frozenset({3, 4})) if rows else None


def _quantity(number: float | None, silent: str) -> str:
    if number is None:
        return silent
    return "none yet" if number == float("inf") else f"{number:,.10g}"


def _counted(project: PlannedProject, promise: Promise) -> str:
    if promise.standing == "overdue" and project.status != "proposed":
        return "due, and nobody has counted it"
    return promise.standing


def case_table(roadmap: Roadmap) -> Table | None:
    """Return the projects under way that have not passed both tests."""
    rows = tuple(
        (each.name, each.status or _UNKNOWN, "; ".join(each.untested))
        for each in roadmap.projects
        if each.under_way and each.untested
    )
    caption = "Projects under way without both tests passed: appropriateness, and value for money."
    return Table(caption, ("Project", "Status", "Tests"), rows) if rows else None
