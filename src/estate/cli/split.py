"""`estate split`: the estate of some organisations alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Final

import click

from estate.cli.options import Invocation, estate_options
from estate.cli.screen import progress, say, shown

if TYPE_CHECKING:
    from estate.merge import Parted

_FIRST: Final = 20
"""How many losses are printed unless everything is asked for."""


@click.command()
@click.option(
    "--organisation",
    "organisations",
    multiple=True,
    required=True,
    metavar="ID",
    help="Whose estate it is to be; repeatable.",
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder to write: a new one, or an empty one.",
)
@click.option("--name", help="What the estate is called.  [default: the organisations' names]")
@click.option("--dry-run", is_flag=True, help="Print what would come of it, and write nothing.")
@estate_options
def split(
    said: Invocation,
    *,
    organisations: tuple[str, ...],
    output: Path,
    name: str | None,
    dry_run: bool,
) -> None:
    """Part the estate of some organisations from another.

    What goes into DIR: the records of the organisations, also those that they share; what those
    name that is nobody's or a partner's; and what is nobody's and named by nothing. The files keep
    their comments and their layout. What stays behind and is still named gets a stand-in, tagged
    left-behind, and is listed here; merging puts both together again.

    In an estate that `estate merge` made, the name of one that went into it gives that back: its
    own files, ids and settings, with what was changed in them since.
    """
    from estate.pipeline.merging import split as parted  # noqa: PLC0415 - not for help

    tell = progress(quiet=said.quiet)
    try:
        tell("parting the estate")
        found = parted(said.root(), organisations, output, name=name, dry_run=dry_run)
    finally:
        tell("")
    if not said.quiet:
        most = None if said.verbose else _FIRST
        say(*_told(found, most))
        verb = "would write" if dry_run else "wrote"
        say(f"{verb} {len(found.files):,} files to {shown(output)}")
        if not dry_run:
            say(f"next: estate check --estate {quote(shown(output))}")


def _told(found: Parted, most: int | None) -> Iterator[str]:
    from estate.report.visible import clip  # noqa: PLC0415 - not for help
    from estate.report.wording import counted, listed  # noqa: PLC0415 - as above

    for one, many, counts in (("goes", "go", found.kept), ("stays", "stay", found.left)):
        kinds = listed([counted(number, kind, _plural(kind)) for kind, number in counts.items()])
        total = sum(counts.values())
        yield f"{counted(total, 'record')} {one if total == 1 else many}: {kinds or 'none'}"
    for key in found.without_money:
        yield f"{clip(key, 200)} goes without its budget and its envelopes"
    for key in found.stale:
        yield f"{clip(key, 200)} was changed after the merge, and comes back as it was before it"
    if found.losses:
        number = counted(len(found.losses), "reference")
        yield f"{number} to what stays behind, which has a stand-in:"
    for loss in found.losses[:most]:
        whose = f" of {listed(loss.owners)}" if loss.owners else ""
        yield clip(f"  {loss.holder} {loss.field} → {loss.kind} {loss.target}{whose}", 300)
    if most is not None and len(found.losses) > most:
        yield f"  and {len(found.losses) - most:,} more (-v)"


def _plural(kind: str) -> str:
    from estate.model import SECTION_OF  # noqa: PLC0415 - not for help

    return SECTION_OF[kind]
