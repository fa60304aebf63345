"""`estate report`: one report alone."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from estate.cli.judging import Wanted, loaded_and_judged
from estate.cli.options import Invocation, estate_options
from estate.cli.redacting import redact_option
from estate.cli.reports import REPORTS, Asked, Report
from estate.cli.screen import progress, say, shown
from estate.errors import UsageError

__all__ = ["report"]

_FORMATS: Final = tuple(dict.fromkeys(form for each in REPORTS.values() for form in each.formats))


@click.command()
@click.argument("name", type=click.Choice(list(REPORTS)))
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(_FORMATS),
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
@redact_option
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

    `board` is six pages for a committee: the numbers, the trend with the year ahead, the
    exceptions, the work plan, the budget, and the decisions needed. With --since, a day, its trend
    begins there.

    `exceptions` is the exception report for the SIRO: what is accepted and what is not, what needs
    a decision today, what lapses next, and a page for each exception with the facts it rests on.

    `reorganisation` is for councils that are replaced by others: who takes over and when, what has
    to be there on vesting day, contracts by when they end, shared systems to part, what is
    probably one, and the acceptances that lapse.

    `workbook` has every table of an audit on a sheet of its own: findings, exceptions, assets,
    software with its support, licences, contracts, budget, projects, and what nobody knows.
    `tables` are the same as CSV and JSON, in a folder. `wiki` are pages in Markdown, one for each
    organisation and directorate among them, in a folder.

    With --redact public, a report is written as a copy for papers that everybody may read, whose
    file or folder ends in `-public`.
    """
    wanted = REPORTS[name]
    given = {"--since": since, "--redact": redact, "--no-history": no_history}
    _refuse(name, wanted, formats, [option for option, value in given.items() if value])
    loaded, run = loaded_and_judged(said, Wanted(), explain_unknown=wanted.explain_unknown)
    tell, forms = progress(quiet=said.quiet), formats or wanted.formats
    asked = Asked(said, loaded, run, tell, forms, since, bool(redact), not no_history)
    _write(wanted, asked, output or said.root() / run.config.reports, redact)


def _write(wanted: Report, asked: Asked, folder: Path, redact: str | None) -> None:
    """Write the files of a report, and say where they are."""
    from estate.writing import write_together  # noqa: PLC0415 - not for help

    try:
        made = wanted.files(asked)
        files = {folder / _named(file, redact): content for file, content in made.items()}
        write_together(files)
    finally:
        asked.tell("")
    if not asked.said.quiet:
        say(*(f"wrote {shown(path)}" for path in files))


def _named(file: str, redact: str | None) -> Path:
    """Return where a file goes: a copy, or its folder, has a name of its own."""
    first, *rest = Path(file).parts
    named = Path(first)
    return Path(named.with_stem(f"{named.stem}-{redact}") if redact else named, *rest)


def _refuse(name: str, wanted: Report, formats: tuple[str, ...], options: list[str]) -> None:
    """Raise UsageError for a format or an option that a report does not have."""
    for form in formats:
        if form not in wanted.formats:
            there = ", ".join(wanted.formats)
            raise UsageError(f"the report {name} has no {form}; there are {there}")
    for option in options:
        if option not in wanted.options:
            raise UsageError(f"the report {name} has no {option}")
