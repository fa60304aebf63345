"""`estate impact`: what stops when these stop, what a closing leaves, and what a system is."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from estate.cli.options import Day, Invocation, estate_options
from estate.cli.redacting import known_as, noticed, redact_option, refuse
from estate.cli.screen import progress
from estate.cli.statements import laid_out
from estate.cli.targets import Target, targets_of, write_to
from estate.errors import ReportError, UsageError
from estate.frozen import frozen

if TYPE_CHECKING:
    from estate.facts import Facts
    from estate.impact import Wanted
    from estate.impact.architecture import Map
    from estate.pipeline.questions import Asked
    from estate.report.statement import Statement

_FORMATS: Final = ("text", "json", "markdown", "html", "csv")
_DRAWN: Final = (*_FORMATS, "svg")
_MOST: Final = {"markdown": 50, "html": 1000}
"""Rows of one table in a document: a comment has bounds, and so has a page."""

C = TypeVar("C", bound=Callable[..., Any])

_SELECTIONS: Final = (
    click.argument("ids", nargs=-1, metavar="[ID]..."),
    click.option("--site", "sites", multiple=True, metavar="ID", help="What stands at this site."),
    click.option(
        "--supplier", "suppliers", multiple=True, metavar="ID", help="What this supplier runs."
    ),
    click.option(
        "--product",
        "products",
        multiple=True,
        metavar="NAME[@VERSION]",
        help="Whatever has this product installed, as if it had to be switched off.",
    ),
    click.option("--connection", "connections", multiple=True, metavar="ID", help="This line."),
)


def _selecting(command: C) -> C:
    """Give a command the options that select what is stopped, as the argument `wanted`."""

    @wraps(command)
    def wrapped(
        *args: Any,  # noqa: ANN401 - passed on
        ids: tuple[str, ...],
        sites: tuple[str, ...],
        suppliers: tuple[str, ...],
        products: tuple[str, ...],
        connections: tuple[str, ...],
        **more: Any,  # noqa: ANN401 - passed on
    ) -> Any:  # noqa: ANN401 - passed on
        from estate.impact import Wanted  # noqa: PLC0415 - not for help

        return command(*args, wanted=Wanted(ids, sites, suppliers, products, connections), **more)

    given: Any = wrapped
    for option in reversed(_SELECTIONS):
        given = option(given)
    taking: C = given
    return taking


@click.command()
@_selecting
@click.option(
    "--at",
    type=Day(),
    metavar="DATE",
    help="Ask the estate as the work plan will have made it by DATE.",
)
@click.option(
    "--closing",
    type=Day(),
    metavar="DATE",
    help="With --site: its last day. Say what goes, moves and is left behind by then.",
)
@click.option(
    "--map",
    "mapped",
    is_flag=True,
    help="Show of what one system or service is made, instead of what stops with it.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="|".join(_DRAWN) + "[:FILE]",
    help="How to print; repeatable, each to a file of its own; svg with --map.  [default: text]",
)
@redact_option
@estate_options
def impact(
    said: Invocation,
    wanted: Wanted,
    at: date | None,
    closing: date | None,
    formats: tuple[str, ...],
    *,
    mapped: bool,
    redact: str | None,
) -> None:
    """Say what stops when these stop, stage by stage, and how it comes back.

    IDs and options together are one failure. Each thing that stops is shown with the path that
    brings it down and the redundancy that did not save it; what redundancy saves, and what goes on
    without something, stands apart. Services come first, the most critical first.

    With --site and --closing it is what the closing of the site asks for; with --map, the
    architecture map of one system.
    """
    targets = targets_of(formats, _DRAWN if mapped else _FORMATS)
    _sensible(wanted, at, closing, mapped=mapped, redact=redact)
    show = progress(quiet=said.quiet)
    try:
        show("reading the inventory")
        asked = _asked(said)
        facts, plan = _facts(asked, at)
        if redact:
            facts, wanted = _public(facts, wanted)
        if mapped:
            answer = _map(facts, wanted.ids[0], plan)
        elif closing is not None:
            answer = _closing(facts, wanted.sites[0], closing, asked.config.currency)
        else:
            answer = _stopping(facts, wanted, plan)
    finally:
        show("")
    answer = replace(answer, told=noticed(redact, answer.told))
    for target in targets:
        write_to(_rendered(said, answer, target), target.file)


def _public(facts: Facts, wanted: Wanted) -> tuple[Facts, Wanted]:
    """Return what is asked, for the public, and of what. Raises UsageError."""
    from estate.impact import select  # noqa: PLC0415 - not for help
    from estate.pipeline.publishing import published_facts  # noqa: PLC0415 - only for a copy

    select(facts, wanted)  # what is wrong with the question is said in the user's own words
    if any("@" in text for text in wanted.products):
        raise UsageError("--product with a version is not for the public: versions are withheld")
    public, names = published_facts(facts)
    families = (names.families.of_text(text, facts.catalogue)[0] for text in wanted.products)
    return public, replace(
        wanted,
        ids=known_as(names, wanted.ids, public),
        sites=known_as(names, wanted.sites, public),
        suppliers=known_as(names, wanted.suppliers, public),
        products=tuple(families),
        connections=known_as(names, wanted.connections, public),
    )


def _sensible(
    wanted: Wanted, at: date | None, closing: date | None, *, mapped: bool, redact: str | None
) -> None:
    """Refuse options that make no sense together. Raises UsageError."""
    others = (*wanted.suppliers, *wanted.products, *wanted.connections)
    if mapped and (len(wanted.ids) != 1 or wanted.sites or others or closing):
        raise UsageError("--map is of one system: give its id, and no other selection")
    if closing and (len(wanted.sites) != 1 or wanted.ids or others):
        raise UsageError("--closing is of one site: give --site, and no other selection")
    if closing and at:
        raise UsageError("--closing asks the work plan for its own day; leave --at out")
    if closing:
        refuse(redact, "what the closing of a site releases is amounts, and its address is known")


@frozen
class _Answer:
    """What was found out, as it is told, as a document and, if it can be drawn, as a picture."""

    told: Statement
    document: Iterator[str]
    drawn: Callable[[], str] = str


def _asked(said: Invocation) -> Asked:
    from estate.pipeline.questions import ask  # noqa: PLC0415 - not for help

    return ask(said.root(), said.today)


def _facts(asked: Asked, at: date | None) -> tuple[Facts, str]:
    """Return the facts, and what of the work plan is in them, in words."""
    if at is None:
        return asked.facts, ""
    from estate.pipeline.impact import ahead  # noqa: PLC0415 - only for a day to come

    found = ahead(asked.facts, at)
    return found.facts, found.said


def _stopping(facts: Facts, wanted: Wanted, plan: str) -> _Answer:
    from estate.impact import impact_of, select  # noqa: PLC0415 - not for help
    from estate.report.impact import document, stopping  # noqa: PLC0415 - as above

    found = impact_of(facts, select(facts, wanted))
    return _Answer(stopping.statement(found, plan), document.render(found, plan))


def _closing(facts: Facts, site: str, day: date, currency: str) -> _Answer:
    from estate.pipeline.impact import closing  # noqa: PLC0415 - not for help
    from estate.report.impact import closing_document, leaving  # noqa: PLC0415 - as above

    found = closing(facts, site, day)
    told = leaving.statement(found, currency)
    return _Answer(told, closing_document.render(found, currency))


def _map(facts: Facts, key: str, plan: str) -> _Answer:
    from estate.impact.architecture import map_of  # noqa: PLC0415 - not for help
    from estate.report.impact import map_document, mapped  # noqa: PLC0415 - as above
    from estate.report.impact.picture import statuses  # noqa: PLC0415 - as above

    found, status = map_of(facts, key), statuses(facts)
    return _Answer(
        mapped.statement(found, status, plan),
        map_document.render(found),
        lambda: _drawn(found, status),
    )


def _drawn(found: Map, status: dict[str, str]) -> str:
    """Draw a map: with the Graphviz of pygraphviz, else with the system's. Raises ReportError."""
    from estate.report.impact.picture import drawn  # noqa: PLC0415 - only for a picture

    engine = shutil.which("dot")
    try:
        return "".join(drawn(found, status))
    except ReportError:
        if engine is None:
            raise
        return "".join(drawn(found, status, engine))


def _with_picture(answer: _Answer) -> Statement:
    """Return what a page tells, with its picture; where none can be drawn the page says why."""
    told = answer.told
    try:
        svg = answer.drawn()
    except ReportError as error:
        return replace(told, lead=(*told.lead, f"There is no picture: {error.message}."))
    if not svg:
        return told
    from estate.report.impact.picture import pictured  # noqa: PLC0415 - as above

    return replace(told, sections=(pictured(svg), *told.sections))


def _rendered(said: Invocation, answer: _Answer, target: Target) -> Iterator[str]:
    if target.form == "json":
        return answer.document
    if target.form == "svg":
        return iter((answer.drawn(),))
    if target.form == "csv":
        from estate.report.impact import csv  # noqa: PLC0415 - only for this format

        return csv.render(answer.told)
    told = _with_picture(answer) if target.form == "html" else answer.told
    most = _MOST.get(target.form)
    return laid_out(told if most is None else told.bounded(most), said, target)
