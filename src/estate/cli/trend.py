"""`estate trend`: what the rules said over time, from the history of the repository."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from estate.cli.options import Day, Invocation, estate_options
from estate.cli.past import EVERY, cache_of, history_of
from estate.cli.redacting import noticed, redact_option
from estate.cli.screen import progress
from estate.cli.statements import laid_out
from estate.cli.targets import Target, targets_of, write_to
from estate.errors import UsageError

if TYPE_CHECKING:
    from estate.pipeline.history_cache import Cache
    from estate.report.trend import Every, Trend

_FORMATS: Final = ("text", "json", "csv", "markdown", "html", "svg")


@click.command()
@click.option("--since", type=Day(), required=True, metavar="DATE", help="The first day to judge.")
@click.option(
    "--until", type=Day(), metavar="DATE", help="The last day to judge.  [default: the day]"
)
@click.option(
    "--every",
    type=click.Choice(EVERY),
    default="month",
    show_default=True,
    help="How often to judge: on the last day of each; weeks end on Sunday, the others are those "
    "of the financial year.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="|".join(_FORMATS) + "[:FILE]",
    help="How to print; repeatable, each to a file of its own.  [default: text]",
)
@click.option(
    "--cache",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Where to keep what was counted, to spare judging it again.  [default: a folder "
    "estate/trend in $XDG_CACHE_HOME, or in ~/.cache]",
)
@click.option("--no-cache", "alone", is_flag=True, help="Judge every day anew, and keep nothing.")
@redact_option
@estate_options
def trend(
    said: Invocation,
    *,
    since: date,
    until: date | None,
    every: Every,
    formats: tuple[str, ...],
    folder: Path | None,
    alone: bool,
    redact: str | None,
) -> None:
    """Show what the rules said over time, from the history of the repository.

    On the last day of each month, the last commit by its end is read from git and judged as of that
    day by the settings, rules and catalogue that stand in it. The standard rules, and the catalogue
    where it has none, are those of this program. A commit that does not load, or from before there
    was an inventory, is a day without numbers that says why.

    The repository is only read, and nothing is checked out. What has been counted is kept, as
    numbers alone, in a folder of its own that may be deleted any time.
    """
    targets = targets_of(formats, _FORMATS)
    if alone and folder:
        raise UsageError("--cache says where to keep what was counted, --no-cache to keep nothing")
    found = _found(said, since, until, every, None if alone else cache_of(folder))
    if redact:
        from estate.pipeline.publishing import published_trend  # noqa: PLC0415 - only for a copy

        found = published_trend(found)
    for target in targets:
        write_to(_rendered(said, found, target, redact), target.file)


def _found(
    said: Invocation, since: date, until: date | None, every: Every, cache: Cache | None
) -> Trend:
    from estate.config import load_config  # noqa: PLC0415 - not for help
    from estate.pipeline.history_series import trend as look_back  # noqa: PLC0415 - as above

    show = progress(quiet=said.quiet)
    root = said.root()
    try:
        today = said.today(load_config(root).timezone)
        last = until or today
        if last > today:
            ahead = "a trend looks back; 'estate forecast' looks ahead"
            raise UsageError(f"--until {last} is after {today}: {ahead}")
        return look_back(root, since, last, every, history_of(root), cache=cache, tell=show)
    finally:
        show("")


def _rendered(said: Invocation, found: Trend, target: Target, redact: str | None) -> Iterator[str]:
    if target.form == "json":
        from estate.report.trend import document  # noqa: PLC0415 - only for this format

        return document.render(found)
    if target.form == "csv":
        from estate.report.trend import csv  # noqa: PLC0415 - only for this format

        return csv.render(found)
    if target.form == "svg":
        from estate.report.trend.drawing import svg  # noqa: PLC0415 - only for this format

        return svg(found)
    from estate.report.trend.telling import statement  # noqa: PLC0415 - not for help

    return laid_out(noticed(redact, statement(found)), said, target)
