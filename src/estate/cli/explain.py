"""`estate explain`: a rule's page, an asset's card, or why a finding holds."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from estate.cli.judging import Wanted, judged
from estate.cli.options import Invocation, estate_options
from estate.cli.redacting import redact_option, refuse
from estate.cli.resources import pack_for
from estate.cli.screen import colour, width, write_out
from estate.errors import UsageError, nearest

if TYPE_CHECKING:
    from estate.pipeline import Run

_STANDARD: Final = "standard"
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{6,20}")


@click.command()
@click.argument("name", metavar="RULE|ASSET|FINGERPRINT")
@redact_option
@estate_options
def explain(said: Invocation, name: str, redact: str | None) -> None:
    """Explain a rule, an asset or a finding.

    An asset is named by its id, and so is any other record; a finding by its fingerprint, of
    which the first six digits are enough.
    """
    painted = colour(sys.stdout, wanted=said.colour)
    write_out(_page(said, name, painted=painted, redact=redact))


def _page(
    said: Invocation, name: str, *, painted: bool, redact: str | None = None
) -> Iterator[str]:
    pack = pack_for(said)
    if name in pack.rules:
        if pack.rules[name].pack != _STANDARD:
            refuse(redact, f"{name} is a rule of this estate's own, in its own words")
        from estate.cli.rulebook import page_of  # noqa: PLC0415 - not for help

        return page_of(pack, name, painted=painted, width=width())
    if said.root_if_any() is None:
        near = nearest(name, pack.rules)
        hint = f"did you mean {near!r}?" if near else "assets and findings need an estate"
        raise UsageError(f"no rule is called {name!r}; {hint}")
    run = judged(said, Wanted(), explain_unknown=False, pack=pack)
    if redact:
        run, name = _public(run, name)
    entry = run.facts.estate.get(name)
    if entry is not None:
        from estate.cli.cards import card_of  # noqa: PLC0415 - not for help

        return card_of(run, entry, painted=painted, width=width())
    return _finding(run, name, painted=painted)


def _public(run: Run, name: str) -> tuple[Run, str]:
    """Return a run for the public, and what stands for the record that was named."""
    from estate.pipeline.publishing import published, stand_ins  # noqa: PLC0415 - only for a copy

    names = stand_ins(run)
    return published(run, names=names), names.ids.get(name, name)


def _finding(run: Run, name: str, *, painted: bool) -> Iterator[str]:
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
