"""`estate explain`: a rule's page, an asset's card, or why a finding holds."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from estate.cli.judging import Wanted, judged
from estate.cli.options import Invocation, estate_options
from estate.cli.resources import pack_for
from estate.cli.screen import colour, width, write_out
from estate.errors import UsageError, nearest

if TYPE_CHECKING:
    from estate.pipeline import Run

_FINGERPRINT: Final = re.compile(r"[0-9a-f]{6,20}")


@click.command()
@click.argument("name", metavar="RULE|ASSET|FINGERPRINT")
@estate_options
def explain(said: Invocation, name: str) -> None:
    """Explain a rule, an asset or a finding.

    An asset is named by its id, and so is any other record; a finding by its fingerprint, of
    which the first six digits are enough.
    """
    write_out(_page(said, name, colour(sys.stdout, wanted=said.colour)))


def _page(said: Invocation, name: str, painted: bool) -> Iterator[str]:  # noqa: FBT001 - a colour
    pack = pack_for(said)
    if name in pack.rules:
        from estate.cli.rulebook import page_of  # noqa: PLC0415 - not for help

        return page_of(pack, name, painted, width())
    if said.root_if_any() is None:
        near = nearest(name, pack.rules)
        hint = f"did you mean {near!r}?" if near else "assets and findings need an estate"
        raise UsageError(f"no rule is called {name!r}; {hint}")
    run = judged(said, Wanted(), explain_unknown=False, pack=pack)
    if run.facts.estate.get(name) is not None:
        from estate.cli.cards import card_of  # noqa: PLC0415 - not for help

        return card_of(run, name, painted, width())
    return _finding(run, name, painted)


def _finding(run: Run, name: str, painted: bool) -> Iterator[str]:  # noqa: FBT001 - a colour
    from estate.report.explain import finding_page  # noqa: PLC0415 - not for help

    found = [f for f in run.outcome.findings if f.fingerprint.startswith(name)]
    if not _FINGERPRINT.fullmatch(name) or not found:
        near = nearest(name, [*run.pack.rules, *(entry.id for entry in run.facts.estate)])
        hint = f"; did you mean {near!r}?" if near else ""
        message = f"no rule, record or finding is called {name!r}{hint}"
        raise UsageError(message)
    if len(found) > 1:
        message = f"{len(found)} findings begin with {name!r}; give more digits"
        raise UsageError(message)
    return finding_page(found[0], run.outcome, colour=painted, width=width())
