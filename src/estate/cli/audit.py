"""`estate audit`: judge the estate and write every report."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import click

from estate.cli.exits import FOUND
from estate.cli.judging import Wanted, judged, judging_options, show_option
from estate.cli.options import Invocation, estate_options
from estate.cli.report import FORMATS, exception_report
from estate.cli.screen import colour, progress, say, shown, width, write_out
from estate.errors import ReportError

if TYPE_CHECKING:
    from estate.pipeline import Run

_PICTURE: Final = "estate.svg"


@click.command()
@show_option
@judging_options
@estate_options
def audit(said: Invocation, show: str | None, wanted: Wanted) -> int:
    """Judge the estate, print what is found, and write every report.

    The reports stand in the folder `reports`, or where estate.yaml says. With -q, nothing is
    printed but errors; with -v, each finding says how to mend it. A report that cannot be made
    does not keep the others from being written; the exit code is 2 then.
    """
    from estate.report import text  # noqa: PLC0415 - not for help
    from estate.writing import write_together  # noqa: PLC0415 - as above

    run = judged(said, wanted, explain_unknown=True)
    folder = said.root() / run.config.reports
    if not said.quiet:
        painted = colour(sys.stdout, wanted=said.colour)
        lines = text.render(
            run.outcome, show=show, colour=painted, width=width(), detail=said.detail
        )
        write_out(lines)
    tell = progress(quiet=said.quiet)
    tell("drawing the estate")
    picture, wrong = _picture(run)
    tell("writing the reports")
    reports = {folder / name: pieces for name, pieces in _reports(run, picture).items()}
    write_together(reports)
    tell("")
    if not said.quiet:
        say("\n" + "\n".join(f"wrote {shown(path)}" for path in reports))
    if wrong is not None:
        raise wrong
    return FOUND if run.outcome.failing else 0


def _picture(run: Run) -> tuple[list[str], ReportError | None]:
    """Draw the estate: with the Graphviz of pygraphviz, else with the system's `dot`.

    Return the picture, or why there is none.
    """
    from estate.report.picture import svg  # noqa: PLC0415 - not for help
    from estate.report.picture.estate import edges_of, nodes_of  # noqa: PLC0415 - as above

    nodes, edges = list(nodes_of(run.facts)), list(edges_of(run.facts))
    title = f"{run.outcome.estate} on {run.outcome.as_of}"
    wrong = ""
    for engine in (None, *filter(None, [shutil.which("dot")])):
        try:
            return list(svg(nodes, edges, title=title, engine=engine)), None
        except ReportError as error:
            wrong = error.message
    return [], ReportError(f"{_PICTURE} is not written: {wrong}")


def _reports(run: Run, picture: list[str]) -> dict[str, Iterable[str | bytes]]:
    """Return each report's file and its content in pieces."""
    from estate.pipeline.acceptances.dossier import with_routes  # noqa: PLC0415 - not for help
    from estate.report import findings_json, html  # noqa: PLC0415 - as above

    drawn = {_PICTURE: picture} if picture else {}
    exceptions = exception_report(with_routes(run), None, FORMATS)
    register = {f"exceptions.{form}": pieces for form, pieces in exceptions}
    beside = ("findings.json", *drawn, *register)
    return {
        "index.html": html.render(run.outcome, beside=beside),
        "findings.json": findings_json.render(run.outcome),
        **drawn,
        **register,
    }
