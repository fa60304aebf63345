"""`estate duplicates`: which systems do one job twice, and what ending that would save."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from estate.cli.options import Day, Invocation, estate_options
from estate.cli.redacting import redact_option, refuse
from estate.cli.screen import progress
from estate.cli.statements import laid_out
from estate.cli.targets import WORKBOOK, Target, targets_of, write_to, write_workbook

if TYPE_CHECKING:
    from estate.duplicates import Rationalisation, Wanted

_FORMATS: Final = ("text", "json", "csv", "matrix", "markdown", "html", WORKBOOK)
_TOLD: Final = 8
"""Candidates that a terminal shows in detail unless everything is asked for."""
_ON_PAGE: Final = 30
"""Candidates that a document has in detail."""


@click.command()
@click.option("--organisation", metavar="ID", help="Only what concerns this organisation.")
@click.option(
    "--level", metavar="LEVEL", help="Only matches by product, service, function or capability."
)
@click.option(
    "--service",
    metavar="ID|LGSL",
    help="Only systems for this service: its id, or its number in the Local Government Services "
    "List.",
)
@click.option("--function", metavar="N", help="Only systems for services of this ESD function.")
@click.option(
    "--at",
    type=Day(),
    metavar="DATE",
    help="Ask the estate as the work plan will have made it on DATE, on that day.",
)
@click.option(
    "--mid-point",
    type=click.IntRange(1, 5),
    default=3,
    show_default=True,
    help="The fit, from 1 to 5, from which on it counts as high.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="|".join(_FORMATS) + "[:FILE]",
    help="How to print; repeatable, each to a file of its own. matrix is CSV: services by "
    "systems.  [default: text]",
)
@redact_option
@estate_options
def duplicates(
    said: Invocation,
    organisation: str | None,
    level: str | None,
    service: str | None,
    function: str | None,
    at: date | None,
    mid_point: int,
    formats: tuple[str, ...],
    redact: str | None,
) -> None:
    """List candidates for rationalisation: systems that do one job twice.

    For each: at which level they match and how far that can be trusted, what each system costs,
    who uses it, how well it fits (tolerate, invest, migrate, eliminate) and how it is supported;
    which should stay, and why; what goes with the others, since nothing else needs it; what that
    saves a year, and from when, by the notice of each contract.

    What is unknown is said, never taken for nothing. Accepted duplication is listed apart. The
    rules about duplication are judged; nothing fails the run.
    """
    refuse(redact, "which system stays, and what that saves, rests on amounts and names")
    targets = targets_of(formats, _FORMATS)
    from estate.duplicates import Wanted  # noqa: PLC0415 - not for help

    found = _found(said, Wanted(organisation, level, service, function), at, mid_point)
    for target in targets:
        _write(said, found, target)


def _found(said: Invocation, wanted: Wanted, at: date | None, mid_point: int) -> Rationalisation:
    from estate.pipeline import load_estate  # noqa: PLC0415 - not for help
    from estate.pipeline.duplicates import rationalised  # noqa: PLC0415 - as above

    show = progress(quiet=said.quiet)
    try:
        show("reading the inventory")
        loaded = load_estate(said.root())
        today = said.today(loaded.config.timezone)
        return rationalised(loaded, today, wanted, at=at, mid_point=mid_point, tell=show)
    finally:
        show("")


def _write(said: Invocation, found: Rationalisation, target: Target) -> None:
    if target.form == WORKBOOK:
        from estate.report.duplicates.book import workbook  # noqa: PLC0415 - only for this format

        write_workbook(workbook(found), target)
    else:
        write_to(_rendered(said, found, target), target.file)


def _rendered(said: Invocation, found: Rationalisation, target: Target) -> Iterator[str]:
    if target.form == "json":
        from estate.report.duplicates import document  # noqa: PLC0415 - only for this format

        return document.render(found)
    if target.form in {"csv", "matrix"}:
        from estate.report.duplicates import table  # noqa: PLC0415 - only for these formats

        return table.members(found) if target.form == "csv" else table.matrix(found)
    from estate.report.duplicates.telling import statement  # noqa: PLC0415 - not for help

    if target.form == "text":
        verbose = said.detail == "verbose"
        told = statement(found, None if verbose else _TOLD, brief=not verbose)
    else:
        told = statement(found, _ON_PAGE, wide=target.form == "html")
    return laid_out(told, said, target)
