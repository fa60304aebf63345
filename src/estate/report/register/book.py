"""The register as a workbook."""

from __future__ import annotations

from estate.report.register.document import Report
from estate.report.workbook import Properties, book, sheet_of

__all__ = ["workbook"]


def workbook(report: Report) -> bytes:
    """Return the workbook of a report. Raises ReportError where XlsxWriter is missing."""
    properties = Properties(
        what="the register",
        title=f"{report.estate}: {report.title}",
        tool=report.tool,
        as_of=report.as_of,
        estate=report.estate,
        comments=report.notice,
    )
    return book(properties, map(sheet_of, report.sheets))
