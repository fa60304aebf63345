"""What several layouts of a budget call things."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from estate.model.scalars import ALWAYS, NEVER
from estate.plan.budget import Budget, Due, Line, Payers, Standing
from estate.report.currency import Currency
from estate.report.wording import listed

__all__ = ["STANDINGS", "currency_of", "label", "paid_by", "period", "span", "title", "unlisted"]

STANDINGS: Final[dict[Standing, str]] = {
    "counts": "counts",
    "unsure": "may count: its year, or the status of its project, is not recorded",
    "proposed": "does not count: its project is proposed",
    "stopped": "does not count: its project was stopped",
}


def title(budget: Budget) -> str:
    """Return what the document is."""
    whose = ""
    if budget.organisation:
        whose = f" of {budget.names.get(budget.organisation, budget.organisation)}"
    return f"architecture budget{whose}, {period(budget)}"


def period(budget: Budget) -> str:
    """Return the years of a budget: `2026-27 to 2030-31`."""
    first, last = budget.label(budget.years[0]), budget.label(budget.years[-1])
    return first if first == last else f"{first} to {last}"


def paid_by(budget: Budget, payers: Payers) -> str:
    """Return who pays, in words."""
    names = budget.named(payers)
    if not names:
        return "No organisation recorded"
    return names[0] if len(names) == 1 else f"{listed(names)}, shares not recorded"


def label(budget: Budget, line: Line) -> str:
    """Return the year of a line, as it was written where it names none."""
    return line.written if line.year is None else budget.label(line.year)


def currency_of(budget: Budget) -> Currency:
    """Return how amounts of a budget are written."""
    lines = (*budget.lines, *budget.unsure, *budget.idle, *budget.outside)
    amounts = [each for line in lines for each in (line.sum.gross, line.sum.net, line.sum.capital)]
    dues = budget.renewals.due
    known = [each for due in dues for each in (due.a_year, *(part.amount for part in due.parts))]
    for envelope in budget.envelopes:
        amounts += [envelope.approved.capital, envelope.approved.revenue, envelope.displaced]
        known += [envelope.capital, envelope.revenue]
    for project in budget.projects:
        known += [project.capital, project.revenue]
        amounts += [project.stated.capital, project.stated.revenue] if project.stated else []
    return Currency.of(budget.currency, [*amounts, *(each for each in known if each is not None)])


def span(begins: date, until: date) -> str:
    """Return the days from one to another."""
    first = "" if begins == ALWAYS else f"from {begins} "
    last = "with no end" if until == NEVER else f"to {until}"
    return (first + last).strip()


def unlisted(dues: Sequence[Due], payers: Payers | None = None) -> tuple[int, int, int]:
    """Return the known amount of renewals a year, of how many it is, and of how many it is not.

    With `payers` only what they bear counts. A licence within a contract is of neither number.
    """
    parts = [
        part
        for due in dues
        for part in due.parts
        if not due.within and (payers is None or part.payers == payers)
    ]
    known = [part.amount for part in parts if part.amount is not None]
    if payers is not None:
        return sum(known), len(known), len(parts) - len(known)
    whole = [due for due in dues if not due.within]
    number = sum(due.amount is not None for due in whole)
    return sum(known), number, len(whole) - number
