"""The further sheets of a budget's workbook: what no budget holds, and where plans disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from estate.errors import Location
from estate.findings import Place
from estate.model.scalars import ALWAYS, NEVER
from estate.plan.budget import Budget, Due
from estate.report.budget.cells import Cell, Formula, Sheet
from estate.report.budget.words import paid_by
from estate.report.currency import decimal
from estate.report.locate import locate

__all__ = ["sheets_beside", "where"]

_Places = Mapping[Place, Location]


def where(place: Place, places: _Places) -> str:
    """Return the file and line of a place: `inventory/projects.yaml:12`."""
    at = locate(places, place)
    return f"{at.file}:{at.line}" if at else ""


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
            where(due.place, places),
        )
        for due in budget.unplanned
        for part in due.parts
    )
    columns = (
        ("Due", 12), ("Year", 10), ("What", 34), ("Id", 20), ("Kind", 12), ("Who would pay", 34),
        ("A year", 15), ("Note", 34), ("Where", 30),
    )  # fmt: skip
    return Sheet("In no budget", columns, rows)


def _note(due: Due, amount: int | None) -> str:
    notes = ["may be in a budget"] if due.covered is None else []
    if due.within:
        notes.append(f"paid for by {due.within}")
    elif amount is None:
        notes.append("cost not recorded")
    return "; ".join(notes)


def _known(amount: int | None) -> Cell:
    return "unknown" if amount is None else decimal(amount)


def _differences(budget: Budget, places: _Places) -> Sheet:
    rows = tuple(
        (
            each.due,
            each.name,
            each.asset,
            each.kind,
            budget.named((key,))[0],
            ", ".join(map(budget.label, years)) or "nothing",
            where(each.place, places),
        )
        for each in budget.differences
        for key, years in each.plans
    )
    columns = (
        ("Due", 12), ("What", 34), ("Id", 20), ("Kind", 12), ("Who", 34), ("Budgeted in", 24),
        ("Where", 30),
    )  # fmt: skip
    return Sheet("Planned differently", columns, rows)


def _envelopes(budget: Budget, places: _Places) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    for each in budget.envelopes:
        for part in ("capital", "revenue"):
            approved, drawn = getattr(each.approved, part), getattr(each, part)
            at = len(rows) + 2
            left: Cell = "unknown"
            if drawn is not None:
                left = Formula(f"=F{at}-G{at}", decimal(approved - drawn))
            rows.append(
                (
                    each.name,
                    budget.named((each.organisation,))[0],
                    None if each.begins == ALWAYS else each.begins,
                    None if each.until == NEVER else each.until,
                    part,
                    decimal(approved),
                    _known(drawn),
                    left,
                    where(each.place, places),
                )
            )
    columns = (
        ("Envelope", 28), ("Who approved it", 34), ("From", 12), ("Until", 12), ("Of", 10),
        ("Approved", 16), ("Drawn", 16), ("Left", 16), ("Where", 30),
    )  # fmt: skip
    return Sheet("Envelopes", columns, tuple(rows))


def _projects(budget: Budget, places: _Places) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    for each in budget.projects:
        for part in ("capital", "revenue"):
            stated = getattr(each.stated, part) if each.stated else None
            lines = getattr(each, part)
            at = len(rows) + 2
            apart: Cell = "unknown"
            if stated is not None and lines is not None:
                apart = Formula(f"=F{at}-E{at}", decimal(lines - stated))
            name, status = each.name, each.status or "not recorded"
            sums = (_known(stated), _known(lines), apart)
            rows.append((name, each.project, status, part, *sums, where(each.place, places)))
    columns = (
        ("Project", 34), ("Id", 24), ("Status", 12), ("Of", 10), ("Stated", 16),
        ("Its lines", 16), ("Difference", 16), ("Where", 30),
    )  # fmt: skip
    return Sheet("Projects", columns, tuple(rows))
