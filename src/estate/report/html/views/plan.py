"""Work plan and budget: which projects run when, what they change, and what each year costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from estate.model.scalars import NEVER
from estate.plan.budget import Budget, Payers, Sum, budget_of
from estate.plan.roadmap import PlannedProject, roadmap_of
from estate.report.html.source import Source
from estate.report.html.view import (
    Block,
    Cell,
    Column,
    Part,
    Picture,
    Prose,
    Table,
    View,
    cells,
)
from estate.report.wording import counted, listed

__all__ = ["plan"]

_YEARS: Final = 4
_DRAWN: Final = 36
"""Projects that the picture has room for, on one page of paper."""
_HUNDRED: Final = 100
_RUNNING: Final = ("live", "planned", "proposed", "")
_UNKNOWN: Final = Cell("not known", tone="unknown")
_WITHHELD: Final = Cell("withheld", tone="quiet")


def plan(source: Source) -> View:
    """Return the view of the work plan, and of the budget that pays for it."""
    year = source.facts.years.of(source.facts.today)
    budget = budget_of(source.facts, range(year, year + _YEARS), currency=source.currency)
    return View(
        id="plan",
        title="Work plan and budget",
        lead="What is to be done, by whom and when, what stands in its way, and who pays for it.",
        group="Decisions and plans",
        parts=(
            Part("Projects", tuple(_projects(source))),
            *_paying(source, budget),
        ),
    )


def _paying(source: Source, budget: Budget) -> Iterator[Part]:
    if source.outcome.notice:
        yield Part("Budget", (Prose("Amounts, and the budget with them, are withheld."),))
        return
    yield Part("Budget", tuple(_budget(budget)))
    yield Part("Falls due and is in no budget", tuple(_unplanned(budget)))


def _projects(source: Source) -> Iterator[Block]:
    every = roadmap_of(source.facts, currency=source.currency).projects
    found = sorted(
        (each for each in every if each.status in _RUNNING),
        key=lambda each: (each.span or (NEVER, NEVER), each.name, each.id),
    )
    if not found:
        yield Prose(
            "No project is recorded that runs, is planned or is proposed. Its changes would say "
            "on which day a finding comes to an end."
        )
        return
    spans = [
        [each.status or "status not recorded", each.name, *each.span, _to(each.id)]
        for each in found
        if each.span
    ]
    if spans:
        yield _spans(source, spans[:_DRAWN], len(spans[_DRAWN:]))
    yield Table(
        "Projects that run, are planned or are proposed, in the order in which they begin.",
        (
            Column("Project"),
            Column("Status"),
            Column("From", "date"),
            Column("Until", "date"),
            Column(f"Cost, {source.currency}", "number"),
            Column("Whose"),
            Column("In its way"),
        ),
        tuple(_project(each, source) for each in found),
    )


def _spans(source: Source, drawn: list[list[object]], left: int) -> Picture:
    more = f" {counted(left, 'later one')} {'is' if left == 1 else 'are'} in the table alone."
    return Picture(
        "projects",
        "spans",
        f"{counted(len(drawn), 'project')} from first to last day.{more if left else ''}",
        {"today": source.facts.today, "spans": drawn},
        7 + len(drawn) * 7 // 5,
    )


def _project(each: PlannedProject, source: Source) -> tuple[Cell, ...]:
    whose = listed([source.organisation(key) for key in each.organisations])
    unpriced = _WITHHELD if source.outcome.notice else _UNKNOWN
    return cells(
        Cell(each.name, note=counted(len(each.moves), "dated change"), href=_to(each.id)),
        each.status or _UNKNOWN,
        each.begins or _UNKNOWN,
        each.ends or _UNKNOWN,
        _money(each.cost.capital + each.cost.revenue, None) if each.cost else unpriced,
        whose or _UNKNOWN,
        _obstacles(each),
    )


def _obstacles(each: PlannedProject) -> Cell:
    """Say what stands in a project's way: other projects, and tests that it has not passed."""
    others = [conflict.name for conflict in each.conflicts]
    tests = ", ".join(each.untested) if each.under_way else ""
    note = tests and f"business case: {tests}"
    if others:
        return Cell(f"conflicts with {listed(others)}", note=note, tone="bad")
    if each.unsure:
        return Cell("not known", note=note, tone="unknown")
    return Cell("nothing on record", note=note, tone="quiet")


def _budget(budget: Budget) -> Iterator[Block]:
    payers = budget.payers
    if not payers:
        yield Prose("No budget line is recorded for these years.")
        return
    years = [budget.label(year) for year in budget.years]
    named = [listed(budget.named(each)) or "Nobody recorded" for each in payers]
    rows = [[cell.capital + cell.revenue for cell in _paid(budget, each)] for each in payers]
    yield _years(budget, years, dict(zip(named, rows, strict=True)))
    yield Table(
        f"Budgeted capital and revenue in {budget.currency}, by who pays and financial year. "
        "Lines of projects that are merely proposed, or were stopped, are left out.",
        (Column("Who pays"), *(Column(year, "number") for year in years), Column("All", "number")),
        tuple(
            cells(name, *(_money(v, None) for v in row), _money(sum(row), None))
            for name, row in zip(named, rows, strict=True)
        ),
    )
    yield from _left_out(budget)


def _years(budget: Budget, years: list[str], rows: Mapping[str, list[int]]) -> Picture:
    total = sum(map(sum, rows.values()))
    series = [
        {"name": name, "tone": f"series{number % 6}", "values": [v // _HUNDRED for v in row]}
        for number, (name, row) in enumerate(rows.items())
    ]
    return Picture(
        "budget",
        "bars",
        f"Budget by financial year and organisation, {_money(total, budget)} in all.",
        {"names": years, "upright": True, "unit": budget.currency, "series": series},
        20,
    )


def _left_out(budget: Budget) -> Iterator[Block]:
    apart = [
        f"{counted(len(lines), 'line')} {why}"
        for lines, why in (
            (budget.unsure, "may or may not count, since a year or a status is not recorded"),
            (budget.idle, "of proposed or stopped projects"),
            (budget.outside, "for other years"),
        )
        if lines
    ]
    if apart:
        yield Prose(f"Left out: {listed(apart)}.", "quiet")


def _paid(budget: Budget, payers: Payers) -> tuple[Sum, ...]:
    return budget.row(line for line in budget.lines if line.payers == payers).cells


def _unplanned(budget: Budget) -> Iterator[Block]:
    due = budget.unplanned
    if not due:
        yield Prose(
            "Everything that is known to fall due in these years is in a budget. What has no end "
            "on record cannot be seen to fall due."
        )
        return
    yield Table(
        "What falls due for renewal in these years, and no budget line names it for certain.",
        (
            Column("Due", "date"),
            Column("What"),
            Column("Kind"),
            Column("Budgeted?"),
            Column(f"Cost a year, {budget.currency}", "number"),
        ),
        tuple(
            cells(
                each.on,
                Cell(each.name, href=_to(each.asset)),
                each.kind,
                Cell("no", tone="bad")
                if each.covered is False
                else Cell("perhaps", tone="unknown"),
                _UNKNOWN if each.amount is None else _money(each.amount, None),
            )
            for each in due
        ),
    )


def _money(hundredths: int, budget: Budget | None) -> str:
    amount = f"{hundredths / _HUNDRED:,.0f}"
    return f"{amount} {budget.currency}" if budget else amount


def _to(key: str) -> str:
    return f"#/asset/{key}"
