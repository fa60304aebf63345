"""`estate report`: one report alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from estate.cli.judging import Wanted, judged
from estate.cli.options import Invocation, estate_options
from estate.cli.revisions import outcome_since, repository_if_any
from estate.cli.screen import progress, say, shown

if TYPE_CHECKING:
    from estate.findings import Outcome

__all__ = ["FORMATS", "exception_report", "report"]

FORMATS: Final = ("html", "pdf", "xlsx")


@click.command()
@click.argument("name", type=click.Choice(["exceptions"]))
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    help="Which files to write; repeatable.  [default: all]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder to write to.  [default: the reports folder of the estate]",
)
@click.option("--since", metavar="DATE|REV", help="Say what changed since a day or a revision.")
@click.option(
    "--redact", type=click.Choice(["public"]), help="Leave out what is not for everybody."
)
@click.option("--no-history", is_flag=True, help="Leave the history of each record in git out.")
@estate_options
def report(
    said: Invocation,
    *,
    name: str,
    formats: tuple[str, ...],
    output: Path | None,
    since: str | None,
    redact: str | None,
    no_history: bool,
) -> None:
    """Write one report.

    `exceptions` is the exception report for the SIRO: what is accepted and what is not, what needs
    a decision today, what lapses next, and a page for each exception with the facts it rests on.
    With --redact public it has no versions, hosts, addresses, amounts or names, for papers that
    everybody may read.
    """
    from estate.pipeline.acceptances.dossier import with_history, with_routes  # noqa: PLC0415
    from estate.writing import write_together  # noqa: PLC0415 - as above

    run = judged(said, Wanted(), explain_unknown=False)
    root, tell = said.root(), progress(quiet=said.quiet)
    tell("gathering what stands behind each exception")
    outcome = with_routes(run)
    repository = None if no_history else repository_if_any(root)
    if repository is not None:
        outcome = with_history(outcome, repository)
    before = outcome_since(since, root, run) if since else None
    tell("writing the report")
    folder = output or root / run.config.reports
    stem = f"{name}-public" if redact else name
    files = {
        folder / f"{stem}.{form}": exception_report(outcome, before, form, redact=bool(redact))
        for form in formats or FORMATS
    }
    write_together(files)
    tell("")
    if not said.quiet:
        say(*(f"wrote {shown(path)}" for path in files))


def exception_report(
    outcome: Outcome, before: Outcome | None, form: str, *, redact: bool = False
) -> Iterable[str | bytes]:
    """Return the exception report in one format. Raises ReportError where it cannot be made."""
    from estate.report import register  # noqa: PLC0415 - not for help

    if form == "pdf":
        return [register.pdf(outcome, before=before, redact=redact)]
    if form == "xlsx":
        return [register.workbook(outcome, before=before, redact=redact)]
    return register.html(outcome, before=before, redact=redact)
