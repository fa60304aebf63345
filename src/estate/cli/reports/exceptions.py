"""The exception report for the SIRO."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from estate.cli.reports.asked import Report

if TYPE_CHECKING:
    from estate.cli.reports.asked import Asked, Content
    from estate.findings import Outcome

__all__ = ["EXCEPTIONS", "exception_report"]


def exception_report(
    outcome: Outcome, before: Outcome | None, form: str, *, redact: bool = False
) -> Content:
    """Return the exception report in one format. Raises ReportError where it cannot be made."""
    from estate.report import register  # noqa: PLC0415 - not for help

    if form == "pdf":
        return [register.pdf(outcome, before=before, redact=redact)]
    if form == "xlsx":
        return [register.workbook(outcome, before=before, redact=redact)]
    return register.html(outcome, before=before, redact=redact)


def _files(asked: Asked) -> dict[str, Content]:
    from estate.cli.revisions import outcome_since, repository_if_any  # noqa: PLC0415 - not for help
    from estate.pipeline.acceptances.dossier import with_history, with_routes  # noqa: PLC0415

    run, root = asked.run, asked.said.root()
    asked.tell("gathering what stands behind each exception")
    outcome = with_routes(run)
    repository = repository_if_any(root) if asked.history else None
    if repository is not None:
        outcome = with_history(outcome, repository)
    before = outcome_since(asked.since, root, run) if asked.since else None
    asked.tell("writing the report")
    stem = "exceptions-public" if asked.redact else "exceptions"
    return {
        f"{stem}.{form}": exception_report(outcome, before, form, redact=asked.redact)
        for form in asked.formats
    }


EXCEPTIONS: Final = Report(
    ("html", "pdf", "xlsx"), _files, frozenset({"--since", "--redact", "--no-history"})
)
