"""The estate as a workbook: every table of its audit on a sheet of its own."""

from __future__ import annotations

from estate.report.html.source import Source
from estate.report.tables.every import tables_of
from estate.report.workbook.book import Properties, book
from estate.report.workbook.sheet import sheet_of

__all__ = ["workbook"]


def workbook(source: Source) -> bytes:
    """Return the workbook of a judged estate (Office Open XML), without formulas.

    The same source gives the same bytes. Raises ReportError where XlsxWriter is missing.
    """
    outcome = source.outcome
    properties = Properties(
        what="the estate",
        title=f"{outcome.estate} on {outcome.as_of}",
        tool=outcome.tool,
        as_of=outcome.as_of,
        estate=outcome.estate,
        comments=outcome.notice or f"Amounts in {source.currency}.",
    )
    return book(properties, map(sheet_of, tables_of(source)))
