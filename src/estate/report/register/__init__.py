"""The exception report: what the SIRO has accepted, whether it holds, and what to decide today.

One view is computed of an outcome; a page, a PDF and a workbook lay it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from estate.findings import Outcome
from estate.report.register.view import report_of

__all__ = ["html", "pdf", "workbook"]


def html(outcome: Outcome, *, before: Outcome | None = None) -> Iterator[str]:
    """Yield the report as one page in pieces; `before` is the outcome at the last report."""
    from estate.report.register.page import page  # noqa: PLC0415 - each format pays for itself

    return page(report_of(outcome, before=before))


def pdf(outcome: Outcome, *, before: Outcome | None = None) -> bytes:
    """Return the report as a tagged PDF for A4 (PDF/UA-1, ISO 14289-1).

    The same outcomes give the same bytes. Raises ReportError where Typst is missing.
    """
    from estate.report.register.paper import paper  # noqa: PLC0415 - each format pays for itself

    return paper(report_of(outcome, before=before))


def workbook(outcome: Outcome, *, before: Outcome | None = None) -> bytes:
    """Return the register as a workbook (Office Open XML), without formulas.

    The same outcomes give the same bytes. Raises ReportError where XlsxWriter is missing.
    """
    from estate.report.register.book import workbook as made  # noqa: PLC0415 - each format pays for itself

    return made(report_of(outcome, before=before))
