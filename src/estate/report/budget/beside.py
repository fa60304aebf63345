"""The further sheets of a budget's workbook: what no budget holds, and where plans disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from estate.errors import Location
from estate.findings import Place
from estate.model.scalars import ALWAYS, NEVER
from estate.plan.budget import Budget, Due
from estate.report.budget.words import paid_by
from estate.report.currency import decimal
from estate.report.locate import where
from estate.report.tables import Head
from estate.report.workbook import Cell, Formula, Sheet

__all__ = ["sheets_beside"]

_Places = Mapping[Place, Location]


def sheets_beside(budget: Budget, places: _Places) -> Iterator[Sheet]:
    """Yield the sheets of what is in no budget, plans that differ, envelopes and projects."""
    yield _due(budget, places)
    yield _differences(budget, places)
    yield _envelopes(budget, places)
    yield _projects(budget, places)


def _due(budget: Budget, places: _Places) -> Sheet:
    rows = tuple(
        (
            due.on,
            budget.label(due.year),
            due.name,
            due.asset,
            due.kind,
            paid_by(budget, part.payers),
            _known(part.amount),
            _note(due, part.amount),
            where(places, due.place),
        )
        for due in budget.unplanned
        for part in due.parts
    )
    heads = (
        Head("Due", "date"), Head("Year", wide=10), Head("What"), Head("Id", "id"),
        Head("Kind", wide=12), Head("Who would pay"), Head("A year", "money"), Head("Note"),
        Head("Where", wide=30),
    )  # fmt: skip
    return Sheet("In no budget", heads, rows)


def _note(due: Due, amount: int | None) -> str:
    notes = ["may be in a budget"] if due.covered is None else []
    if due.within:
        notes.append(f"paid for by {due.within}")
    elif amount is None:
        notes.append("cost not recorded")
    return "; ".join(notes)


def _known(amount: int | None) -> Cell:
    return None if amount is None else decimal(amount)


def _differences(budget: Budget, places: _Places) -> Sheet:
    rows = tuple(
        (
            each.due or "",
            each.name,
            each.asset,
            each.kind,
            budget.named((key,))[0],
            ", ".join(map(budget.label, years)) or "nothing",
            where(places, each.place),
        )
        for each in budget.differences
        for key, years in each.plans
    )
    heads = (
        Head("Due", "date"), Head("What"), Head("Id", "id"), Head("Kind", wide=12), Head("Who"),
        Head("Budgeted in", wide=24), Head("Where", wide=30),
    )  # fmt: skip
    return Sheet("Planned differently", heads, rows)


def _envelopes(budget: Budget, places: _Places) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    for each in budget.envelopes:
        for part in ("capital", "revenue"):
            approved, drawn = getattr(each.approved, part), getattr(each, part)
            at = len(rows) + 2
            left: Cell = None
            if drawn is not None:
                left = Formula(f"=F{at}-G{at}", decimal(approved - drawn))
            rows.append(
                (
                    each.name,
                    budget.named((each.organisation,))[0],
                    "" if each.begins == ALWAYS else each.begins,
                    "no end" if each.until == NEVER else each.until,
                    part,
                    decimal(approved),
                    _known(drawn),
                    left,
                    where(places, each.place),
                )
            )
    heads = (
        Head("Envelope", wide=28), Head("Who approved it"), Head("From", "date"),
        Head("Until", "date"), Head("Of", wide=10), Head("Approved", "money"),
        Head("Drawn", "money"), Head("Left", "money"), Head("Where", wide=30),
    )  # fmt: skip
    return Sheet("Envelopes", heads, tuple(rows))


def _projects(budget: Budget, places: _Places) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    for each in budget.projects:
        for part in ("capital", "revenue"):
            stated = getattr(each.stated, part) if each.stated else None
            lines = getattr(each, part)
            at = len(rows) + 2
            apart: Cell = None
            if stated is not None and lines is not None:
                apart = Formula(f"=F{at}-E{at}", decimal(lines - stated))
            name, status = each.name, each.status or "not recorded"
            sums = (_known(stated), _known(lines), apart)
            rows.append((name, each.project, status, part, *sums, where(places, each.place)))
    heads = (
        Head("Project"), Head("Id", "id"), Head("Status", wide=12), Head("Of", wide=10),
        Head("Stated", "money"), Head("Its lines", "money"), Head("Difference", "money"),
        Head("Where", wide=30),
    )  # fmt: skip
    return Sheet("Projects", heads, tuple(rows))
