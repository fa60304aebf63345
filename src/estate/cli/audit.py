"""`estate audit`: judge the estate and write every report."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import click

from estate.cli.exits import FOUND
from estate.cli.formats import FORMATS, format_option, write_outcome, write_problems
from estate.cli.judging import Wanted, judging_options, loaded_and_judged, show_option
from estate.cli.options import Day, Invocation, estate_options
from estate.cli.past import EVERY, agree, past
from estate.cli.redacting import redact_option, unwritten
from estate.cli.reports.board import board_pack
from estate.cli.reports.exceptions import EXCEPTIONS, exception_report
from estate.cli.reports.workbook import estate_workbook
from estate.cli.screen import Progress, open_page, progress, say, shown
from estate.cli.targets import Target, targets_of
from estate.errors import EstateError, ReportError

if TYPE_CHECKING:
    from estate.findings.trend import Point
    from estate.pipeline import Run
    from estate.report.trend import Every

_PICTURE: Final = "estate.svg"

Made: TypeAlias = Callable[[], Iterable[str | bytes]]
"""What makes the content of a report. Raises ReportError where it cannot."""


@click.command()
@format_option
@show_option
@judging_options
@click.option(
    "--since",
    type=Day(),
    metavar="DATE",
    help="Show on the page how it came to this since DATE, from the repository's history.",
)
@click.option(
    "--every",
    type=click.Choice(EVERY),
    help="With --since: how far the days are apart.  [default: month]",
)
@redact_option
@click.option("--open", "to_open", is_flag=True, help="Open the page in a browser afterwards.")
@estate_options
def audit(
    said: Invocation,
    *,
    formats: tuple[str, ...],
    show: str | None,
    wanted: Wanted,
    since: date | None,
    every: Every | None,
    redact: str | None,
    to_open: bool,
) -> int:
    """Judge the estate, print what is found, and write every report.

    The reports stand in the folder `reports`, or where estate.yaml says; those of --at in a folder
    of that day below, copies for the public in a folder `public`. With -q, nothing is printed but
    errors and what --format asks for; with -v, each finding says how to mend it. A report that
    cannot be made does not keep the others from being written; the exit code is 2 then.
    """
    targets = [] if said.quiet and not formats else targets_of(formats, FORMATS)
    agree(wanted, since, every)
    unwritten(redact, wanted)
    try:
        loaded, run = loaded_and_judged(said, wanted, explain_unknown=True)
    except EstateError as error:
        write_problems(said, [] if redact else targets, error)
        raise
    history = past(said, wanted, loaded, run, since, every)
    told, history = _public(run, history) if redact else (run, history)
    write_outcome(said, told.outcome, targets, show)
    folder = _folder(said, run, wanted, redact)
    tell = progress(quiet=said.quiet)
    more = {"exceptions": wanted.exceptions, "redact": bool(redact)}
    board = partial(board_pack, loaded, run, tell, history, **more)
    reports, wrong = _write_all(folder, told, history, board, tell)
    _say_written(said, reports, targets)
    if to_open:
        open_page((folder / "index.html").resolve().as_uri())
    if wrong:
        raise ReportError("; ".join(wrong))
    return FOUND if told.outcome.failing else 0


def _write_all(
    folder: Path, run: Run, history: tuple[Point, ...], board: Made, tell: Progress
) -> tuple[list[Path], list[str]]:
    """Write every report; return their files, and what is wrong with those that cannot be made."""
    from estate.writing import write_together  # noqa: PLC0415 - not for help

    wrong: list[str] = []
    tell("drawing the estate")
    picture = _picture(run, wrong)
    tell("writing the reports")
    made = _reports(run, picture, wrong, history, board)
    write_together({folder / name: pieces for name, pieces in made.items()})
    tell("")
    return [folder / name for name in made], wrong


def _public(run: Run, history: tuple[Point, ...]) -> tuple[Run, tuple[Point, ...]]:
    """Return the run and its past as the public may see them."""
    from estate.pipeline.acceptances.dossier import with_routes  # noqa: PLC0415 - not for help
    from estate.pipeline.publishing import published, published_past  # noqa: PLC0415 - as above

    return published(run, outcome=with_routes(run)), published_past(history)


def _folder(said: Invocation, run: Run, wanted: Wanted, redact: str | None) -> Path:
    """Return the folder to write to: a copy never replaces a whole report."""
    day = f"at-{wanted.at}" if wanted.at else ""
    return said.root() / run.config.reports / day / (redact or "")


def _say_written(said: Invocation, reports: Iterable[Path], targets: Sequence[Target]) -> None:
    """Say what is written, but not in the middle of what a program reads."""
    printed = {target.form for target in targets if target.file is None}
    if printed <= {"text"} and not said.quiet:
        files = [*reports, *(target.file for target in targets if target.file is not None)]
        say(*([""] if printed else []), *(f"wrote {shown(path)}" for path in files))


def _picture(run: Run, wrong: list[str]) -> list[str]:
    """Draw the estate: with the Graphviz of pygraphviz, else with the system's `dot`.

    Return the picture; where there is none, add the reason to what is `wrong`.
    """
    from estate.report.picture import svg  # noqa: PLC0415 - not for help
    from estate.report.picture.estate import edges_of, nodes_of  # noqa: PLC0415 - as above

    nodes, edges = list(nodes_of(run.facts)), list(edges_of(run.facts))
    title = f"{run.outcome.estate} on {run.outcome.as_of}"
    reason = ""
    for engine in (None, *filter(None, [shutil.which("dot")])):
        try:
            return list(svg(nodes, edges, title=title, engine=engine))
        except ReportError as error:
            reason = error.message
    wrong.append(f"{_PICTURE} is not written: {reason}")
    return []


def _reports(
    run: Run, picture: list[str], wrong: list[str], history: tuple[Point, ...], board: Made
) -> dict[str, Iterable[str | bytes]]:
    """Return each report's file and its content in pieces; add to `wrong` what cannot be made."""
    from estate.pipeline.acceptances.dossier import with_routes  # noqa: PLC0415 - not for help
    from estate.pipeline.showing import source_of  # noqa: PLC0415 - as above
    from estate.report import findings_json, html  # noqa: PLC0415 - as above

    drawn: dict[str, Iterable[str | bytes]] = {_PICTURE: picture} if picture else {}
    outcome = run.outcome if run.outcome.notice else with_routes(run)
    makers: dict[str, Made] = {"board.pdf": board, "estate.xlsx": partial(estate_workbook, run)}
    for form in EXCEPTIONS.formats:
        makers[f"exceptions.{form}"] = partial(exception_report, outcome, None, form)
    for name, made in makers.items():
        try:
            drawn[name] = made()
        except EstateError as error:
            wrong.append(f"{name} is not written: {error.message}")
    return {
        "index.html": html.render(source_of(run, ("findings.json", *drawn), history)),
        "findings.json": findings_json.render(run.outcome),
        **drawn,
    }
