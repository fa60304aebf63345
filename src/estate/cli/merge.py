"""`estate merge`: several estates made one, and what comes of it."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from estate.cli.options import Invocation, estate_options
from estate.cli.reorganisation import FORMATS, rendered
from estate.cli.screen import progress, say, shown
from estate.cli.targets import targets_of, write_to

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


@click.command()
@click.argument(
    "estates",
    nargs=-1,
    required=True,
    metavar="A B...",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder to write: a new one, or an empty one.",
)
@click.option(
    "--prefix",
    "prefixes",
    multiple=True,
    metavar="A=NAME",
    help="What an estate is called in the merged one; repeatable.  [default: its council's id]",
)
@click.option("--name", help="What the merged estate is called.  [default: the names of all]")
@click.option("--dry-run", is_flag=True, help="Print what would come of it, and write nothing.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="|".join(FORMATS) + "[:FILE]",
    help="How to tell it; repeatable, each to a file of its own.  [default: text]",
)
@estate_options
def merge(
    said: Invocation,
    *,
    estates: tuple[Path, ...],
    output: Path,
    prefixes: tuple[str, ...],
    name: str | None,
    dry_run: bool,
    formats: tuple[str, ...],
) -> None:
    """Make one estate of several, and tell what their reorganisation asks for.

    A and B are folders with an estate.yaml. Each estate's files come to inventory/NAME in DIR, with
    their comments and their layout. An id that several estates use gets the name of its estate
    before it, such as marram/web, everywhere where it stands; a record that is the very same in
    all of them is one. Where settings differ, the stricter one holds.

    It is told what was renamed, what is one, which acceptances lapse by it, and then what
    `estate report reorganisation` tells. Either everything is written or nothing is. `estate split`
    is the way back.
    """
    from estate.pipeline.merging import merge as merged  # noqa: PLC0415 - not for help
    from estate.pipeline.merging import read_parts  # noqa: PLC0415 - as above

    targets = targets_of(formats, FORMATS)
    tell = progress(quiet=said.quiet)
    try:
        tell("reading the estates")
        parts = read_parts(estates, prefixes)
        today: Callable[[str], date] = said.today
        done = merged(parts, output, today, tell, name=name, dry_run=dry_run)
    finally:
        tell("")
    for target in targets:
        write_to(rendered(said, done.report, target), target.file)
    if not said.quiet and all(target.file for target in targets):
        verb = "would write" if dry_run else "wrote"
        say(f"{verb} {len(done.merged.files):,} files to {shown(output)}")
        if not dry_run:
            say(f"next: estate check --estate {quote(shown(output))}")
