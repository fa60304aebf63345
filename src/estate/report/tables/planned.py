"""What is planned: budgets by organisation and financial year, renewals in none, and projects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, TypeAlias

from estate.errors import Location
from estate.findings import Place
from estate.frozen import frozen
from estate.model.scalars import NEVER
from estate.plan.budget import Budget, Category, Due, Line, Part, Payers, Sum, budget_of, total
from estate.plan.roadmap import PlannedProject, Roadmap, roadmap_of
from estate.report.budget.words import STANDINGS, label, paid_by
from estate.report.currency import decimal
from estate.report.html.source import Source
from estate.report.locate import where
from estate.report.tables.said import joined
from estate.report.tables.values import Column, Table, Value, table

__all__ = ["YEARS", "budget", "budget_from", "projects", "projects_of", "renewals"]

YEARS: Final = 5
"""Financial years of the budget, from the present one."""


@frozen
class _Share:
    """What some payers pay in a year, of one category and one standing."""

    payers: Payers
    year: str
    category: Category
    standing: str
    lines: int
    sum: Sum


def budget_from(source: Source) -> Budget:
    """Return the budget of the present financial year and the next ones."""
    year = source.facts.years.of(source.facts.today)
    years = range(year, min(year + YEARS, date.max.year))
    return budget_of(source.facts, years, currency=source.currency)


def budget(source: Source) -> Table:
    """Return what is budgeted, by who pays, financial year and category."""
    found = budget_from(source)
    shares = sorted(
        () if source.outcome.notice else _shares(found),
        key=lambda each: (each.standing, not each.payers, each.payers, each.year),
    )
    columns: tuple[Column[_Share], ...] = (
        Column("Who pays", lambda each: paid_by(found, each.payers), wide=40),
        Column("Financial year", lambda each: each.year or None, "id", 12),
        Column("Category", lambda each: each.category.capitalize(), wide=22),
        Column("Standing", lambda each: each.standing, wide=40),
        Column("Capital", lambda each: decimal(each.sum.capital), "money"),
        Column("Revenue", lambda each: decimal(each.sum.revenue), "money"),
        Column("Gross", lambda each: decimal(each.sum.gross), "money"),
        Column("Displaced", lambda each: decimal(each.sum.displaced), "money"),
        Column("Net", lambda each: decimal(each.sum.net), "money"),
        Column("Budget lines", lambda each: each.lines, "number"),
    )
    says = (
        f"What one payer pays in one financial year for one category, in {source.currency}. Only "
        "rows that count are part of the budget of these years."
    )
    return table("budget", "Budget", says, columns, shares)


def _shares(found: Budget) -> Iterator[_Share]:
    """Yield the sums of lines that are alike, those that do not count among them."""
    alike: dict[tuple[Payers, str, Category, str], list[Line]] = {}
    for line in (*found.lines, *found.unsure, *found.idle, *found.outside):
        elsewhere = line.standing == "counts" and line.year not in found.years
        standing = "counts in another year" if elsewhere else STANDINGS[line.standing]
        key = (line.payers, label(found, line), line.category, standing)
        alike.setdefault(key, []).append(line)
    for key, several in alike.items():
        yield _Share(*key, len(several), total(line.sum for line in several))


_Owed: TypeAlias = tuple[Due, Part]


def renewals(source: Source) -> Table:
    """Return what falls due in the years of the budget, and no budget line names for certain."""
    found, places = budget_from(source), source.outcome.places
    # Without the budgets, which the public is not shown, nobody can tell what is in none.
    due = () if source.outcome.notice else found.unplanned
    owed = [(each, part) for each in due for part in each.parts]
    columns: tuple[Column[_Owed], ...] = (
        Column("Due", lambda pair: pair[0].on, "date"),
        Column("Financial year", lambda pair: found.label(pair[0].year), "id", 12),
        Column("What", lambda pair: pair[0].name),
        Column("Id", lambda pair: pair[0].asset, "id"),
        Column("Kind", lambda pair: pair[0].kind, wide=12),
        Column("Who would pay", lambda pair: paid_by(found, pair[1].payers)),
        Column("In a budget", lambda pair: pair[0].covered, "flag"),
        Column("A year", _price, "money"),
        Column("Note", lambda pair: f"paid for by {pair[0].within}" if pair[0].within else ""),
        Column("Recorded in", lambda pair: where(places, pair[0].place), wide=40),
    )
    says = "One thing that falls due for renewal, and that no budget line names for certain."
    return table("renewals", "In no budget", says, columns, owed)


def _price(pair: _Owed) -> Value:
    due, part = pair
    return "" if due.within else None if part.amount is None else decimal(part.amount)


def _moves(project: PlannedProject, standing: str) -> int:
    return sum(move.standing == standing for move in project.moves)


def _milestone(project: PlannedProject) -> Value:
    """Return the day of the first milestone that is to come."""
    days = [each.due for each in project.milestones if each.standing == "to come" and each.due]
    return "no end" if days and min(days) == NEVER else min(days, default="")


def _in_its_way(project: PlannedProject) -> str | None:
    """Return the projects that it collides with; None where nobody can tell."""
    found = joined(each.name for each in project.conflicts)
    return None if project.under_way and project.unsure and not found else found


def _obstacles(project: PlannedProject) -> str:
    return joined(
        f"{move.name or move.asset}: {', '.join(move.obstacles)}"
        for move in project.moves
        if move.obstacles
    )


_PROJECT: Final[tuple[Column[PlannedProject], ...]] = (
    Column("Name", lambda each: each.name, wide=40),
    Column("Id", lambda each: each.id, "id"),
    Column("Status", lambda each: each.status or None, wide=11),
    Column("Programme", lambda each: each.programme, wide=24),
    Column("Starts", lambda each: each.begins, "date"),
    Column("Ends", lambda each: each.ends, "date"),
    Column("Owner", lambda each: each.owner or None, wide=26),
    Column("Team", lambda each: None if each.team is None else joined(each.team), wide=26),
    Column("Capital", lambda each: decimal(each.cost.capital) if each.cost else None, "money"),
    Column("Revenue", lambda each: decimal(each.cost.revenue) if each.cost else None, "money"),
    Column("Changes to come", lambda each: _moves(each, "to come"), "number"),
    Column("Changes overdue", lambda each: _moves(each, "overdue"), "number"),
    Column("Next milestone", _milestone, "date"),
    Column(
        "Milestones overdue",
        lambda each: sum(m.standing == "overdue" for m in each.milestones),
        "number",
    ),
    Column("In its way", _in_its_way, wide=44),
    Column("Cannot be applied", _obstacles, wide=44),
    Column("Business case", lambda each: joined(each.untested) or "both tests passed", wide=34),
    Column("Benefits promised", lambda each: len(each.promises), "number"),
)


def projects(source: Source) -> Table:
    """Return every project of the work plan."""
    found = roadmap_of(source.facts, currency=source.currency)
    return projects_of(found, source.outcome.places)


def projects_of(found: Roadmap, places: Mapping[Place, Location]) -> Table:
    """Return the projects of a roadmap; `places` says where records stand."""
    columns: tuple[Column[PlannedProject], ...] = (
        *_PROJECT[:2],
        Column("Organisations", lambda each: joined(found.named(each.organisations)) or None),
        *_PROJECT[2:],
        Column("Recorded in", lambda each: where(places, each.place), wide=40),
    )
    says = "One project: whose, from when to when, at what cost, and what stands in its way."
    return table("projects", "Projects", says, columns, found.projects)
