"""`estate forecast`: what the rules will say, with the work plan and without it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from estate.cli.options import Day, Invocation, estate_options
from estate.cli.redacting import noticed, redact_option
from estate.cli.screen import progress
from estate.cli.statements import laid_out
from estate.cli.targets import Target, targets_of, write_to

if TYPE_CHECKING:
    from collections.abc import Mapping

    from estate.errors import Location
    from estate.findings import Place
    from estate.pipeline import Loaded
    from estate.plan.forecast import Every, Forecast

    Places = Mapping[Place, Location]

_FORMATS: Final = ("text", "json", "csv", "markdown", "html", "svg")
_YEARS: Final = 3


@click.command()
@click.option(
    "--until",
    type=Day(),
    metavar="DATE",
    help=f"The last day to judge.  [default: {_YEARS} years from the day]",
)
@click.option(
    "--every",
    type=click.Choice(["month", "quarter", "year"]),
    default="quarter",
    show_default=True,
    help="How often to judge: on the last day of each, as the financial year divides them.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="|".join(_FORMATS) + "[:FILE]",
    help="How to print; repeatable, each to a file of its own.  [default: text]",
)
@redact_option
@estate_options
def forecast(
    said: Invocation,
    until: date | None,
    every: Every,
    formats: tuple[str, ...],
    redact: str | None,
) -> None:
    """Show what the rules will say, with the work plan and without it.

    The estate is judged on the last day of each quarter, as `check` would judge it on that day:
    once as it stands here, and once as the changes of planned and live projects will have made
    it. Beside it stands what falls due, which acceptance ends before the plan has removed what
    was accepted, and which renewal is the moment to downsize.
    """
    targets = targets_of(formats, _FORMATS)
    loaded, found = _found(said, until, every)
    places: Places = loaded.inventory.places
    if redact:
        from estate.pipeline.publishing import published_forecast  # noqa: PLC0415 - for a copy

        found, places = published_forecast(loaded, found), {}
    for target in targets:
        write_to(_rendered(said, places, found, target, redact), target.file)


def _found(said: Invocation, until: date | None, every: Every) -> tuple[Loaded, Forecast]:
    from estate.model.scalars import Term  # noqa: PLC0415 - not for help
    from estate.pipeline import load_estate  # noqa: PLC0415 - as above
    from estate.pipeline.forecasting import forecast as foresee  # noqa: PLC0415 - as above

    show = progress(quiet=said.quiet)
    try:
        show("reading the inventory")
        loaded = load_estate(said.root())
        today = said.today(loaded.config.timezone)
        last = until or Term(months=12 * _YEARS).after(today)
        return loaded, foresee(loaded, today, last, every, show)
    finally:
        show("")


def _rendered(
    said: Invocation, places: Places, found: Forecast, target: Target, redact: str | None
) -> Iterator[str]:
    if target.form == "json":
        from estate.report.forecast import document  # noqa: PLC0415 - only for this format

        return document.render(found, places)
    if target.form == "csv":
        from estate.report.forecast import csv  # noqa: PLC0415 - only for this format

        return csv.render(found, places)
    if target.form == "svg":
        from estate.report.forecast.drawing import svg  # noqa: PLC0415 - only for this format

        return svg(found)
    from estate.report.forecast.telling import statement  # noqa: PLC0415 - not for help

    return laid_out(noticed(redact, statement(found)), said, target)
