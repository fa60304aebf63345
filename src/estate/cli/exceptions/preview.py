"""`estate exceptions preview`: what an acceptance would cover and change."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from estate.cli.options import Invocation, estate_options
from estate.cli.screen import colour, progress, width, write_out

if TYPE_CHECKING:
    from estate.pipeline.acceptances.preview import Preview

__all__ = ["preview"]


@click.command()
@click.argument("key", metavar="ID")
@estate_options
def preview(said: Invocation, key: str) -> None:
    """Show what an exception would cover and change if it were accepted today.

    Nothing is written. It is taken as given by whoever it names, or else by whoever holds the role
    today, on the facts of today; signatures are left out of account.
    """
    from estate.pipeline import Options, load_estate  # noqa: PLC0415 - not for help
    from estate.pipeline.acceptances.preview import preview as tried  # noqa: PLC0415 - as above

    show = progress(quiet=said.quiet)
    try:
        show("judging the estate with the exception and without")
        loaded = load_estate(said.root())
        seen = tried(loaded, Options(said.today(loaded.config.timezone)), key)
    finally:
        show("")
    write_out(_lines(seen, painted=colour(sys.stdout, wanted=said.colour)))


def _lines(seen: Preview, *, painted: bool) -> Iterator[str]:
    from estate.report.text.paint import painter  # noqa: PLC0415 - not for help
    from estate.report.text.register import acceptance_lines  # noqa: PLC0415 - as above
    from estate.report.visible import clip  # noqa: PLC0415 - as above

    paint = painter(colour=painted)
    yield paint("strong", "As it stands") + "\n"
    yield from acceptance_lines(seen.now, paint, width())
    people = (f"{by or 'nobody'} for {key}" for key, by in seen.by.items())
    yield paint("strong", f"If it were accepted today, by {', '.join(people) or 'nobody'}") + "\n"
    yield from acceptance_lines(seen.then, paint, width())
    for title, found in (("It would cover", seen.gained), ("It would no longer cover", seen.lost)):
        if found:
            yield paint("strong", title) + "\n"
            yield from (f"    {f.severity}[{f.rule}] {clip(f.message)}\n" for f in found)
            yield "\n"
    if not seen.gained and not seen.lost:
        yield "What is accepted would not change.\n\n"
    before, after = seen.before.unmanaged, seen.after.unmanaged
    yield f"unmanaged unsupported installations: {before.installations} → {after.installations}\n"
    yield f"services that rest on them: {before.services} → {after.services}\n"
    yield f"findings that fail a run: {len(seen.before.failing)} → {len(seen.after.failing)}\n"
