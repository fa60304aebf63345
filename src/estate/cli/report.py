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
from estate.errors import UsageError

if TYPE_CHECKING:
    from estate.findings import Outcome

__all__ = ["FORMATS", "exception_report", "report"]

FORMATS: Final = ("html", "pdf", "xlsx")

_OF_REORGANISATION: Final = {
    "html": "html",
    "json": "json",
    "markdown": "md",
    "csv": "csv",
    "text": "txt",
}
"""The formats of the report on a reorganisation, with the ends of its files' names."""


@click.command()
@click.argument("name", type=click.Choice(["exceptions", "reorganisation"]))
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice((*FORMATS, "json", "markdown", "csv", "text")),
    help="Which files to write; repeatable.  [default: all that the report has]",
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

    `reorganisation` is for councils that are replaced by others: who takes over and when, what has
    to be there on vesting day, contracts by when they end, shared systems to part, what is
    probably one, and the acceptances that lapse.
    """
    if name == "reorganisation":
        _reorganisation(said, formats, output, since=since, redact=redact)
    else:
        _refuse(name, formats, FORMATS)
        history = not no_history
        _exceptions(said, formats, output, since=since, redact=bool(redact), history=history)


def _exceptions(
    said: Invocation,
    formats: tuple[str, ...],
    output: Path | None,
    *,
    since: str | None,
    redact: bool,
    history: bool,
) -> None:
    """Write the exception report."""
    from estate.pipeline.acceptances.dossier import with_history, with_routes  # noqa: PLC0415
    from estate.writing import write_together  # noqa: PLC0415 - as above

    run = judged(said, Wanted(), explain_unknown=False)
    root, tell = said.root(), progress(quiet=said.quiet)
    tell("gathering what stands behind each exception")
    outcome = with_routes(run)
    repository = repository_if_any(root) if history else None
    if repository is not None:
        outcome = with_history(outcome, repository)
    before = outcome_since(since, root, run) if since else None
    tell("writing the report")
    folder = output or root / run.config.reports
    stem = "exceptions-public" if redact else "exceptions"
    files = {
        folder / f"{stem}.{form}": exception_report(outcome, before, form, redact=redact)
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


def _refuse(name: str, formats: Iterable[str], known: Iterable[str]) -> None:
    for form in formats:
        if form not in known:
            raise UsageError(f"the report {name} has no {form}; there are {', '.join(known)}")


def _reorganisation(
    said: Invocation,
    formats: tuple[str, ...],
    output: Path | None,
    *,
    since: str | None,
    redact: str | None,
) -> None:
    """Write the report on a reorganisation."""
    from estate.cli.reorganisation import rendered  # noqa: PLC0415 - only for this report
    from estate.cli.targets import Target  # noqa: PLC0415 - as above
    from estate.pipeline.merging import reorganisation  # noqa: PLC0415 - as above
    from estate.writing import write_together  # noqa: PLC0415 - as above

    if since or redact:
        option = "--since" if since else "--redact"
        raise UsageError(f"the report reorganisation has no {option}")
    _refuse("reorganisation", formats, _OF_REORGANISATION)
    run = judged(said, Wanted(), explain_unknown=False)
    told = reorganisation(run)
    folder = output or said.root() / run.config.reports
    files = {
        folder / f"reorganisation.{_OF_REORGANISATION[form]}": rendered(
            said, told, Target(form, folder)
        )
        for form in formats or _OF_REORGANISATION
    }
    write_together(files)
    if not said.quiet:
        say(*(f"wrote {shown(path)}" for path in files))
