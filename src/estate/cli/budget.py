"""`estate budget`: what is to be paid, by whom and when, and what of it is in no budget."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from estate.cli.options import Invocation, estate_options
from estate.cli.redacting import redact_option, refuse
from estate.cli.screen import progress
from estate.cli.statements import laid_out
from estate.cli.targets import WORKBOOK, Target, targets_of, write_to, write_workbook
from estate.errors import UsageError, nearest

if TYPE_CHECKING:
    from estate.facts import Facts
    from estate.pipeline.questions import Asked
    from estate.plan.budget import Budget

_FORMATS: Final = ("text", "json", "csv", "markdown", "html", WORKBOOK)
_SHOWN: Final = 5
"""Financial years that are shown unless something else is asked for."""
_MOST: Final = 50


@click.command()
@click.option(
    "--organisation", metavar="ID", help="Only what this organisation pays, alone or with others."
)
@click.option(
    "--years",
    type=click.IntRange(1, _MOST),
    metavar="N",
    help=f"How many financial years, from the first.  [default: {_SHOWN}]",
)
@click.option(
    "--from", "first", metavar="YEAR", help="The first year, such as 2026-27.  [default: this one]"
)
@click.option("--until", "last", metavar="YEAR", help="The last year; instead of --years.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="|".join(_FORMATS) + "[:FILE]",
    help="How to print; repeatable, each to a file of its own.  [default: text]",
)
@redact_option
@estate_options
def budget(
    said: Invocation,
    organisation: str | None,
    years: int | None,
    first: str | None,
    last: str | None,
    formats: tuple[str, ...],
    redact: str | None,
) -> None:
    """Draw up the architecture budget by organisation and financial year.

    It sums the budget lines of organisations, and of projects that are planned, live or done:
    hardware, licences, contracts and projects, capital and revenue, gross and net of the costs
    that it displaces. Beside it stand the renewals that no line names, what organisations share
    and plan differently, envelopes, and projects whose lines do not add up.

    What is unknown is counted as unknown, never as nothing; a line that is not counted is listed.
    """
    refuse(redact, "it is nothing but amounts")
    targets = targets_of(formats, _FORMATS)
    asked, found = _found(said, organisation, (first, last, years))
    for target in targets:
        _write(said, asked, found, target)


def _found(
    said: Invocation, organisation: str | None, span: tuple[str | None, str | None, int | None]
) -> tuple[Asked, Budget]:
    from estate.pipeline.questions import ask  # noqa: PLC0415 - not for help
    from estate.plan.budget import budget_of  # noqa: PLC0415 - as above

    show = progress(quiet=said.quiet)
    try:
        show("reading the inventory")
        asked = ask(said.root(), said.today)
        years = _years(asked.facts, *span)
        if organisation is not None:
            _known(asked.facts, organisation)
        show("adding up")
        found = budget_of(
            asked.facts, years, currency=asked.config.currency, organisation=organisation
        )
    finally:
        show("")
    return asked, found


def _years(facts: Facts, first: str | None, last: str | None, number: int | None) -> range:
    """Return the financial years that are asked for. Raises UsageError."""
    if last is not None and number is not None:
        raise UsageError("--until and --years both say where to end; give one of them")
    begin = facts.years.of(facts.today) if first is None else _year(first, "--from")
    end = begin + (number or _SHOWN) - 1 if last is None else _year(last, "--until")
    if end < begin:
        raise UsageError(f"--until {last} lies before {facts.years.label(begin)}")
    if end >= date.max.year:
        label = facts.years.label(begin)
        raise UsageError(f"the calendar ends before {end - begin + 1} years from {label}")
    if end - begin >= _MOST:
        raise UsageError(f"{end - begin + 1:,} financial years are too many; at most {_MOST}")
    return range(begin, end + 1)


def _year(text: str, option: str) -> int:
    from estate.facts.years import named_year  # noqa: PLC0415 - not for help

    year = named_year(text)
    if not year:
        hint = f"; did you mean {_near(text)!r}?" if _near(text) else "; write 2026-27"
        raise UsageError(f"{option} {text!r} is no financial year{hint}")
    return year


def _near(text: str) -> str:
    """Return the financial year whose first four digits a text begins with, or nothing."""
    digits = text.strip()[:4]
    if len(digits) < len("2026") or not (digits.isascii() and digits.isdigit()):
        return ""
    return f"{digits}-{(int(digits) + 1) % 100:02}"


def _known(facts: Facts, organisation: str) -> None:
    """Refuse an organisation that there is not. Raises UsageError that names the nearest."""
    there = facts.estate.of("organisation")
    if organisation not in there:
        close = nearest(organisation, there)
        hint = f"did you mean {close!r}?" if close else f"there are {', '.join(there)}"
        raise UsageError(f"no organisation {organisation!r}; {hint}")


def _write(said: Invocation, asked: Asked, found: Budget, target: Target) -> None:
    if target.form == WORKBOOK:
        from estate.report.budget.book import workbook  # noqa: PLC0415 - only for this format

        write_workbook(workbook(found, asked.inventory.places), target)
    else:
        write_to(_rendered(said, asked, found, target), target.file)


def _rendered(said: Invocation, asked: Asked, found: Budget, target: Target) -> Iterator[str]:
    if target.form == "json":
        from estate.report.budget import document  # noqa: PLC0415 - only for this format

        return document.render(found, asked.inventory.places)
    if target.form == "csv":
        from estate.report.budget import csv  # noqa: PLC0415 - only for this format

        return csv.render(found, asked.inventory.places)
    from estate.report.budget.telling import statement  # noqa: PLC0415 - not for help

    return laid_out(statement(found), said, target)
