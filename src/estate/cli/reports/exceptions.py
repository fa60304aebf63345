"""The exception report for the SIRO."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from estate.cli.reports.asked import Report

if TYPE_CHECKING:
    from estate.cli.reports.asked import Asked, Content
    from estate.findings import Outcome

__all__ = ["EXCEPTIONS", "exception_report"]


def exception_report(outcome: Outcome, before: Outcome | None, form: str) -> Content:
    """Return the exception report in one format. Raises ReportError where it cannot be made."""
    from estate.report import register  # noqa: PLC0415 - not for help

    if form == "pdf":
        return [register.pdf(outcome, before=before)]
    if form == "xlsx":
        return [register.workbook(outcome, before=before)]
    return register.html(outcome, before=before)


def _files(asked: Asked) -> dict[str, Content]:
    outcome, before = _outcomes(asked)
    asked.tell("writing the report")
    return {f"exceptions.{form}": exception_report(outcome, before, form) for form in asked.formats}


def _outcomes(asked: Asked) -> tuple[Outcome, Outcome | None]:
    """Return what the report is about, and how it was before: for the public, if that is asked."""
    from estate.cli.revisions import repository_if_any, run_since  # noqa: PLC0415 - not for help
    from estate.pipeline.acceptances.dossier import with_history, with_routes  # noqa: PLC0415

    run, root = asked.run, asked.said.root()
    asked.tell("gathering what stands behind each exception")
    outcome = with_routes(run)
    repository = repository_if_any(root) if asked.history else None
    if repository is not None:
        outcome = with_history(outcome, repository)
    before = run_since(asked.since, root, run) if asked.since else None
    if not asked.redact:
        return outcome, before.outcome if before else None
    from estate.pipeline.publishing import stand_ins  # noqa: PLC0415 - only for the public
    from estate.redaction import public_outcome  # noqa: PLC0415 - as above

    names = stand_ins(run, *((before,) if before else ()))
    return public_outcome(outcome, names), public_outcome(before.outcome, names) if before else None


EXCEPTIONS: Final = Report(
    ("html", "pdf", "xlsx"), _files, frozenset({"--since", "--redact", "--no-history"})
)
