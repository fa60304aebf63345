"""`estate impact`: what stops when these stop, what a closing leaves, and what a system is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from estate.cli.options import Invocation, estate_options
from estate.cli.screen import NORMAL, colour, progress, width
from estate.cli.targets import Target, targets_of, write_to
from estate.frozen import frozen

if TYPE_CHECKING:
    from estate.facts import Facts
    from estate.impact import Wanted
    from estate.report.impact import Telling

_FORMATS: Final = ("text", "json", "markdown", "html", "csv")


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--site", "sites", multiple=True, metavar="ID", help="What stands at this site.")
@click.option(
    "--supplier", "suppliers", multiple=True, metavar="ID", help="What this supplier runs."
)
@click.option(
    "--product",
    "products",
    multiple=True,
    metavar="NAME[@VERSION]",
    help="Whatever has this product installed, as if it had to be switched off.",
)
@click.option("--connection", "connections", multiple=True, metavar="ID", help="This line.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="|".join(_FORMATS) + "[:FILE]",
    help="How to print; repeatable, each to a file of its own.  [default: text]",
)
@estate_options
def impact(
    said: Invocation,
    ids: tuple[str, ...],
    sites: tuple[str, ...],
    suppliers: tuple[str, ...],
    products: tuple[str, ...],
    connections: tuple[str, ...],
    formats: tuple[str, ...],
) -> None:
    """Say what stops when these stop, stage by stage, and how it comes back.

    IDs and options together are one failure. Each thing that stops is shown with the path that
    brings it down and the redundancy that did not save it; what redundancy saves, and what goes on
    without something, stands apart. Services come first, the most critical first.
    """
    from estate.impact import Wanted  # noqa: PLC0415 - not for help

    targets = targets_of(formats, _FORMATS)
    wanted = Wanted(ids, sites, suppliers, products, connections)
    show = progress(quiet=said.quiet)
    try:
        show("reading the inventory")
        answer = _stopping(_facts(said), wanted)
    finally:
        show("")
    for target in targets:
        write_to(_rendered(said, answer, target), target.file)


@frozen
class _Answer:
    """What was found out, as it is told, and as a document."""

    telling: Telling
    document: Iterator[str]


def _facts(said: Invocation) -> Facts:
    from estate.pipeline.questions import ask  # noqa: PLC0415 - not for help

    return ask(said.root(), said.today).facts


def _stopping(facts: Facts, wanted: Wanted) -> _Answer:
    from estate.impact import impact_of, select  # noqa: PLC0415 - not for help
    from estate.report.impact import document, stopping  # noqa: PLC0415 - as above

    found = impact_of(facts, select(facts, wanted))
    return _Answer(stopping.telling(found), document.render(found))


def _rendered(said: Invocation, answer: _Answer, target: Target) -> Iterator[str]:
    if target.form == "json":
        return answer.document
    if target.form == "markdown":
        from estate.report.impact import markdown  # noqa: PLC0415 - only for this format

        return markdown.render(answer.telling)
    if target.form == "html":
        from estate.report.impact import page  # noqa: PLC0415 - only for this format

        return page.render(answer.telling)
    if target.form == "csv":
        from estate.report.impact import csv  # noqa: PLC0415 - only for this format

        return csv.render(answer.telling)
    from estate.report.impact import text  # noqa: PLC0415 - only for this format

    on_screen = target.file is None
    painted = on_screen and colour(sys.stdout, wanted=said.colour)
    size = width() if on_screen else NORMAL
    return text.render(answer.telling, colour=painted, width=size, detail=said.detail)
