"""`estate audit`: judge the estate and write every report."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from estate.cli.judging import failed, judged, judging_options
from estate.cli.options import Invocation, estate_options
from estate.cli.screen import colour, progress, width

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from estate.pipeline import Run

_FOUND = 1


@click.command()
@click.option(
    "--show",
    type=click.Choice(["critical", "high", "medium", "low", "info", "unknown", "gaps", "all"]),
    help="What is printed; the reports hold everything.",
)
@judging_options
@estate_options
def audit(said: Invocation, show: str | None, wanted: dict[str, Any]) -> int:
    """Judge the estate, write every report, and print what is found."""
    from estate.report import text  # noqa: PLC0415 - not for help

    run = judged(said, wanted, explain_unknown=True)
    painted = colour(sys.stdout, wanted=said.colour)
    if not said.quiet:
        lines = text.render(
            run.outcome, show=show, colour=painted, width=width(), detail=said.detail
        )
        sys.stdout.writelines(lines)
    tell = progress(quiet=said.quiet)
    folder = said.root() / run.config.reports
    written = []
    for name, pieces in _reports(run).items():
        tell(f"writing {name}")
        written.append(_write(folder / name, pieces))
    tell("")
    for path in written:
        click.echo(f"wrote {path}")
    return _FOUND if failed(run.outcome) else 0


def _write(path: Path, pieces: Iterator[str]) -> Path:
    from estate.writing import write  # noqa: PLC0415 - not for help

    write(path, pieces)
    return path


def _reports(run: Run) -> dict[str, Iterator[str]]:
    """Return each report's file and its text in pieces."""
    from estate.report import findings_json, html  # noqa: PLC0415 - not for help
    from estate.report.picture import svg  # noqa: PLC0415 - as above
    from estate.report.picture.estate import edges_of, nodes_of  # noqa: PLC0415 - as above

    title = f"{run.outcome.estate} on {run.outcome.as_of}"
    return {
        "index.html": html.render(run.outcome, beside=("findings.json", "estate.svg")),
        "findings.json": findings_json.render(run.outcome),
        "estate.svg": svg(nodes_of(run.facts), edges_of(run.facts), title=title),
    }
