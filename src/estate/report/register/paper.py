"""The exception report as a tagged PDF."""

from __future__ import annotations

from dataclasses import fields
from importlib.resources import files

from estate.report import paper as papers
from estate.report.register.document import Report

__all__ = ["paper"]


def paper(report: Report) -> bytes:
    """Return the PDF of a report. Raises ReportError where Typst is missing or refuses it."""
    kept = (field.name for field in fields(report) if field.name != "sheets")
    return papers.paper(
        files("estate.report.register").joinpath("templates", "register.typ"),
        {name: papers.shown(getattr(report, name)) for name in kept},
        what="the exception report",
        as_of=report.as_of,
    )
