"""`estate export dot` and `estate export mermaid`: what `estate graph` draws, as text."""

from __future__ import annotations

from pathlib import Path

import click

from estate.cli.graph import graph
from estate.cli.options import Invocation, estate_options

__all__ = ["dot", "mermaid"]

_OUTPUT = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where to write.  [default: print it]",
)


@click.command()
@_OUTPUT
@estate_options
def dot(said: Invocation, output: Path | None) -> None:
    """Write who needs whom in the language of Graphviz; `estate graph` can draw a part of it."""
    _draw(said, output, "dot")


@click.command()
@_OUTPUT
@estate_options
def mermaid(said: Invocation, output: Path | None) -> None:
    """Write who needs whom as a Mermaid flowchart; `estate graph` can draw a part of it."""
    _draw(said, output, "mermaid")


def _draw(said: Invocation, output: Path | None, form: str) -> None:
    click.get_current_context().invoke(
        graph,
        estate=said.estate,
        as_of=said.as_of,
        no_colour=not said.colour,
        quiet=said.quiet,
        verbose=said.verbose,
        output=output,
        form=form,
    )
