"""`estate exceptions new`: draft the acceptance of findings."""

from __future__ import annotations

import re
from typing import Final

import click

from estate.cli.judging import Wanted, judged
from estate.cli.options import Invocation, estate_options
from estate.cli.screen import say, shown
from estate.errors import UsageError

__all__ = ["new"]

_ID: Final = re.compile(r"[a-z0-9]+([-._/][a-z0-9]+)*")


@click.command()
@click.argument("fingerprints", nargs=-1, required=True, metavar="FINGERPRINT...")
@click.option("--id", "key", default="", metavar="ID", help="Its id.  [default: the next one]")
@estate_options
def new(said: Invocation, fingerprints: tuple[str, ...], key: str) -> None:
    """Draft the acceptance of one or more findings of one rule.

    The draft is added to the inventory, beside the other exceptions: what is covered, the facts
    that the rule read, and a comment for each field that its writer has to fill in. Until then it
    counts for nothing.
    """
    from estate.pipeline.acceptances.amending import add  # noqa: PLC0415 - not for help
    from estate.pipeline.acceptances.drafting import draft_of, found, next_id  # noqa: PLC0415

    run = judged(said, Wanted(), explain_unknown=False)
    key = key or next_id(run)
    if not _ID.fullmatch(key):
        raise UsageError(f"{key!r} is no id: small letters and digits, with - . _ or / between")
    if run.facts.estate.get(key) is not None:
        raise UsageError(f"{key!r} is the id of another record")
    draft = draft_of(run, found(run, fingerprints), key)
    file = add(said.root(), run, draft)
    if not said.quiet:
        say(f"{key} is drafted in {shown(file)}", f"next: estate exceptions preview {key}")
