"""A budget as a workbook: numbers are numbers, and sums are formulas."""

from __future__ import annotations

from collections.abc import Mapping

from estate import __version__
from estate.errors import Location
from estate.findings import Place
from estate.plan.budget import Budget
from estate.report.budget.sheets import sheets_of
from estate.report.budget.words import title
from estate.report.workbook import Properties, book

__all__ = ["workbook"]


def workbook(budget: Budget, places: Mapping[Place, Location]) -> bytes:
    """Return a workbook (Office Open XML); `places` says where records stand.

    Raises ReportError where XlsxWriter is missing.
    """
    properties = Properties(
        what="the budget",
        title=f"{budget.estate}: {title(budget)}",
        tool=__version__,
        as_of=budget.as_of,
        estate=budget.estate,
        comments=f"Amounts in {budget.currency}.",
    )
    return book(properties, sheets_of(budget, places))
