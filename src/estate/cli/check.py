"""`estate check`: lint the inventory."""

from __future__ import annotations

from pathlib import Path

import click

from estate.cli.exits import FOUND
from estate.cli.formats import (
    FORMATS,
    format_option,
    listing_unknown,
    write_outcome,
    write_problems,
)
from estate.cli.judging import Wanted, judged, judging_options, show_option
from estate.cli.options import Invocation, estate_options
from estate.cli.redacting import redact_option, unwritten
from estate.cli.targets import targets_of
from estate.errors import EstateError


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@format_option
@show_option
@judging_options
@redact_option
@estate_options
def check(
    said: Invocation,
    paths: tuple[Path, ...],
    formats: tuple[str, ...],
    show: str | None,
    wanted: Wanted,
    redact: str | None,
) -> int:
    """Lint the inventory: load it, judge it, print what is found.

    The whole estate is loaded and judged; PATHs filter what is printed and what fails. With -q,
    each finding is one line, and the totals follow; with -v, each says how to mend it. With --at,
    the work plan is applied first, and the estate is judged as it will be then.
    """
    targets = targets_of(formats, FORMATS)
    unknown = show in {"unknown", "all"} or listing_unknown(targets)
    unwritten(redact, wanted)
    try:
        run = judged(said, wanted, explain_unknown=unknown)
    except EstateError as error:
        write_problems(said, [] if redact else targets, error)
        raise
    from estate.cli.paths import only  # noqa: PLC0415 - not for help

    outcome = only(run, paths, said.root())
    if redact:
        from estate.pipeline.publishing import published_outcome  # noqa: PLC0415 - only for a copy

        outcome = published_outcome(run, outcome)
    write_outcome(said, outcome, targets, show)
    return FOUND if outcome.failing else 0
