"""`estate explain`: a rule's page, an asset's card, or why a finding holds."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from estate.cli.judging import judged
from estate.cli.options import Invocation, estate_options
from estate.cli.screen import colour, width
from estate.errors import ConfigError, UsageError, nearest

if TYPE_CHECKING:
    from estate.pipeline import Run
    from estate.rules import Pack

_FINGERPRINT: Final = re.compile(r"[0-9a-f]{6,20}")


@click.command()
@click.argument("name", metavar="RULE|ASSET|FINGERPRINT")
@estate_options
def explain(said: Invocation, name: str) -> None:
    """Explain a rule, an asset or a finding.

    A finding is named by its fingerprint, of which the first six digits are enough.
    """
    painted = colour(sys.stdout, wanted=said.colour)
    for line in _page(said, name, painted):
        click.echo(line, nl=False)


def _page(said: Invocation, name: str, painted: bool) -> Iterator[str]:  # noqa: FBT001 - a colour
    from estate.cli.rulebook import page_of  # noqa: PLC0415 - not for help

    pack = _standard(said)
    if pack is not None and name in pack.rules:
        return page_of(pack, name, painted, width())
    run = judged(said, {}, explain_unknown=True)
    if name in run.pack.rules:
        return page_of(run.pack, name, painted, width())
    if run.facts.estate.get(name) is not None:
        from estate.cli.cards import card_of  # noqa: PLC0415 - not for help

        return card_of(run, name, painted, width())
    return _finding(run, name, painted)


def _standard(said: Invocation) -> Pack | None:
    """Return the standard pack where the user stands in no estate."""
    try:
        said.root()
    except ConfigError:
        from estate.exceptions import FACTS  # noqa: PLC0415 - not for help
        from estate.facts import dictionary  # noqa: PLC0415 - as above
        from estate.pipeline import load_packs  # noqa: PLC0415 - as above

        return load_packs(None, None, dictionary(FACTS))
    return None


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
