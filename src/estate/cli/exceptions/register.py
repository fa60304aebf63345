"""`estate exceptions list` and `verify`: how the accepted risks stand."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from estate.cli.exits import FOUND
from estate.cli.judging import Wanted, judged
from estate.cli.options import Invocation, estate_options
from estate.cli.screen import colour, say, width, write_out
from estate.cli.table import aligned
from estate.errors import UsageError, nearest

if TYPE_CHECKING:
    from estate.findings import Acceptance, Outcome, Sign
    from estate.model.scalars import Term

__all__ = ["list_", "verify"]


class Span(click.ParamType["Term"]):
    """A term on the command line, such as `30 days` or `3 months`."""

    name = "term"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's own
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Term:
        """Read it, or fail with the form."""
        from estate.model.scalars import term  # noqa: PLC0415 - only when a term is given

        try:
            return term(str(value))
        except ValueError:
            self.fail(f"{value!r} is no term; write '30 days' or '3 months'", param, ctx)


@click.command("list")
@click.option("--expired", is_flag=True, help="Only those whose last day is past.")
@click.option("--expiring-in", "ending", type=Span(), help="Only those that count and end within.")
@click.option("--role", default="", metavar="ROLE", help="Only those that this role may accept.")
@click.option("--organisation", default="", metavar="ID", help="Only those of an organisation.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print.",
)
@estate_options
def list_(
    said: Invocation, *, expired: bool, ending: Term | None, role: str, organisation: str, form: str
) -> int:
    """List the accepted risks, worst first.

    The exit code is 1 where one of them has lapsed: its last day is past, and what it covers is
    still there.
    """
    from estate.pipeline.acceptances.records import record_of  # noqa: PLC0415 - not for help
    from estate.pipeline.acceptances.register import Wish, lapsed, register  # noqa: PLC0415

    run = judged(said, Wanted(), explain_unknown=False)
    outcome, estate = run.outcome, run.facts.estate
    if organisation and organisation not in outcome.organisations:
        near = nearest(organisation, outcome.organisations)
        hint = f"; did you mean {near!r}?" if near else ""
        raise UsageError(f"no organisation is called {organisation!r}{hint}")
    wish = Wish(expired, ending, role, organisation)
    shown = register(outcome.acceptances, outcome.as_of, wish)
    write_out(_json(shown, outcome) if form == "json" else _text(shown, said))
    records = {each.id: record_of(estate, each.id) for each in shown}
    late = any(lapsed(each, records[each.id], outcome.as_of) for each in shown)
    return FOUND if late else 0


def _text(shown: tuple[Acceptance, ...], said: Invocation) -> Iterator[str]:
    from estate.report.text.register import register_lines  # noqa: PLC0415 - not for help

    painted = colour(sys.stdout, wanted=said.colour)
    return register_lines(shown, colour=painted, width=width())


def _json(shown: tuple[Acceptance, ...], outcome: Outcome) -> Iterator[str]:
    from estate.report.register_json import render  # noqa: PLC0415 - not for help

    return render(shown, outcome)


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@estate_options
def verify(said: Invocation, ids: tuple[str, ...]) -> int:
    """Check the signatures of all exceptions, or of those named, and say how each stands.

    The exit code is 1 where a signature does not hold, or is missing where policy asks for it.
    """
    from estate.pipeline.acceptances.records import record_of  # noqa: PLC0415 - not for help

    run = judged(said, Wanted(), explain_unknown=False)
    for key in ids:
        record_of(run.facts.estate, key)
    checked = [a for a in run.outcome.acceptances if not ids or a.id in ids]
    rows = [_row(each, sign) for each in checked for sign in each.signs]
    if rows:
        say(*aligned([("exception", "state", "for", "person", "signature"), *rows]))
    else:
        say("no exceptions")
    required = run.facts.estate.policy.acceptance.signatures == "required"
    wrong = any(_refused(each) or (required and _unsigned(each)) for each in checked)
    return FOUND if wrong else 0


def _row(acceptance: Acceptance, sign: Sign) -> tuple[str, ...]:
    told = {
        "verified": f"holds, by the key {sign.key}",
        "refused": f"refused: {sign.reason}",
        "unsigned": "not signed",
    }[sign.signature]
    return acceptance.id, acceptance.state, sign.organisation, sign.person or "nobody", told


def _refused(acceptance: Acceptance) -> bool:
    return acceptance.state == "forged" or _has(acceptance, "refused")


def _unsigned(acceptance: Acceptance) -> bool:
    """Whether a signature is missing: whatever else is wrong with it, but not where it is over."""
    return acceptance.state not in {"expired", "withdrawn"} and _has(acceptance, "unsigned")


def _has(acceptance: Acceptance, signature: str) -> bool:
    return any(sign.signature == signature for sign in acceptance.signs)
