"""The workbook: every table of an audit, on a sheet of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from estate.cli.reports.asked import Report

if TYPE_CHECKING:
    from estate.cli.reports.asked import Asked, Content
    from estate.pipeline import Run

__all__ = ["WORKBOOK", "estate_workbook"]


def estate_workbook(run: Run) -> Content:
    """Return the workbook of a judged estate. Raises ReportError where it cannot be made."""
    from estate.pipeline.showing import source_of  # noqa: PLC0415 - not for help
    from estate.report.workbook.estate import workbook  # noqa: PLC0415 - as above

    return [workbook(source_of(run, ()))]


def _files(asked: Asked) -> dict[str, Content]:
    run = asked.shown
    asked.tell("writing the workbook")
    return {"estate.xlsx": estate_workbook(run)}


WORKBOOK: Final = Report(("xlsx",), _files, frozenset({"--redact"}), explain_unknown=True)
