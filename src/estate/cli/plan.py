"""`estate plan`: the work plan as a roadmap, and what stands in its way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from estate.cli.options import Day, Invocation, estate_options
from estate.cli.redacting import redact_option
from estate.cli.screen import progress
from estate.cli.statements import laid_out
from estate.cli.targets import WORKBOOK, Target, targets_of, write_to, write_workbook
from estate.errors import UsageError, nearest

if TYPE_CHECKING:
    from estate.errors import Location
    from estate.findings import Place
    from estate.pipeline.questions import Asked
    from estate.plan.roadmap import Roadmap

_FORMATS: Final = ("text", "json", "csv", "markdown", "html", WORKBOOK)


@click.command()
@click.option("--organisation", metavar="ID", help="Only the projects of this organisation.")
@click.option("--project", "projects", multiple=True, metavar="ID", help="Only this; repeatable.")
@click.option(
    "--from", "first", type=Day(), metavar="DATE", help="Only what ends from this day on."
)
@click.option("--until", "last", type=Day(), metavar="DATE", help="Only what begins by this day.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="|".join(_FORMATS) + "[:FILE]",
    help="How to print; repeatable, each to a file of its own.  [default: text]",
)
@redact_option
@estate_options
def plan(
    said: Invocation,
    organisation: str | None,
    projects: tuple[str, ...],
    first: date | None,
    last: date | None,
    formats: tuple[str, ...],
    redact: str | None,
) -> None:
    """Show the work plan as a roadmap, with what is late and what collides.

    Projects by organisation and programme, with their days, owner, team and cost; what each
    changes on which day, milestones, benefits and business cases; conflicts of asset, team and
    period, changes that cannot be applied, and what is to come or to go while no project says
    when.
    """
    targets = targets_of(formats, _FORMATS)
    if first and last and last < first:
        raise UsageError(f"--until {last} lies before --from {first}")
    asked, found = _found(said, organisation, projects, (first, last))
    places: Mapping[Place, Location] = asked.inventory.places
    if redact:
        from estate.pipeline.publishing import published_roadmap  # noqa: PLC0415 - for a copy

        found, places = published_roadmap(asked.facts, found), {}
    for target in targets:
        _write(said, places, found, target)


def _found(
    said: Invocation,
    organisation: str | None,
    projects: tuple[str, ...],
    days: tuple[date | None, date | None],
) -> tuple[Asked, Roadmap]:
    from estate.pipeline.questions import ask  # noqa: PLC0415 - not for help
    from estate.plan.roadmap import roadmap_of  # noqa: PLC0415 - as above

    show = progress(quiet=said.quiet)
    try:
        show("reading the inventory")
        asked = ask(said.root(), said.today)
        estate = asked.facts.estate
        _known("organisation", (organisation,) if organisation else (), estate.of("organisation"))
        _known("project", projects, estate.of("project"))
        show("drawing the plan")
        found = roadmap_of(
            asked.facts,
            currency=asked.config.currency,
            organisation=organisation,
            projects=projects,
            first=days[0],
            last=days[1],
        )
    finally:
        show("")
    return asked, found


def _known(kind: str, named: Iterable[str], there: Iterable[str]) -> None:
    """Refuse what there is not. Raises UsageError that names the nearest."""
    every = list(there)
    for name in named:
        if name not in every:
            close = nearest(name, every)
            hint = f"; did you mean {close!r}?" if close else ""
            raise UsageError(f"no {kind} {name!r}{hint}")


def _write(
    said: Invocation, places: Mapping[Place, Location], found: Roadmap, target: Target
) -> None:
    if target.form == WORKBOOK:
        from estate.report.roadmap.book import workbook  # noqa: PLC0415 - only for this format

        write_workbook(workbook(found, places), target)
    else:
        write_to(_rendered(said, places, found, target), target.file)


def _rendered(
    said: Invocation, places: Mapping[Place, Location], found: Roadmap, target: Target
) -> Iterator[str]:
    if target.form == "json":
        from estate.report.roadmap import document  # noqa: PLC0415 - only for this format

        return document.render(found, places)
    if target.form == "csv":
        from estate.report.roadmap import csv  # noqa: PLC0415 - only for this format

        return csv.render(found, places)
    from estate.report.roadmap.telling import statement  # noqa: PLC0415 - not for help

    return laid_out(statement(found), said, target)
