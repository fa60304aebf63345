"""Exceptions: which risks somebody accepted, which of these count, and when they lapse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from estate.findings import Acceptance
from estate.report.html.source import Source
from estate.report.html.view import (
    Block,
    Cell,
    Column,
    Part,
    Picture,
    Prose,
    Table,
    View,
    cells,
)
from estate.report.register.words import state_of
from estate.report.wording import counted, listed, organisations_of

__all__ = ["accepted"]

_MONTHS: Final = 18
"""Months ahead for which the picture shows what lapses."""
_YEAR: Final = 12
_REPORT: Final = "exceptions.html"
_NONE: Final = (
    "Nobody has accepted a risk. Every open finding is to be put right, or to be accepted for a "
    "time by whoever is entitled to."
)


def accepted(source: Source) -> View:
    """Return the view of the accepted risks."""
    found = source.outcome.acceptances
    parts = (
        (
            Part("", tuple(_states(source))),
            Part("When they lapse", tuple(_cliff(source))),
            Part("The register", (_register(source),)),
        )
        if found
        else (Part("", (Prose(_NONE),)),)
    )
    return View(
        id="exceptions",
        title="Exceptions",
        lead=(
            "Risks that somebody entitled has accepted for a time, with a plan that ends them. "
            "Only an exception that counts on the day takes a finding off the headline."
        ),
        group="Decisions and plans",
        parts=parts,
    )


def _states(source: Source) -> Iterator[Block]:
    found = source.outcome.acceptances
    counting = sum(each.counts for each in found)
    states = Counter((each.counts, each.state) for each in found)
    verb = "counts" if counting == 1 else "count"
    yield Prose(f"{counting} of {counted(len(found), 'exception')} {verb} on this day.")
    yield Table(
        "Exceptions by state.",
        (Column("State"), Column("Does it count?"), Column("Exceptions", "number")),
        tuple(
            cells(
                Cell(state_of(state).name, note=state_of(state).meaning),
                Cell("counts", tone="good") if counts else Cell("does not count", tone="bad"),
                number,
            )
            for (counts, state), number in sorted(
                states.items(), key=lambda each: (not each[0][0], -each[1], each[0][1])
            )
        ),
    )
    if _REPORT in source.beside:
        yield Prose(
            "The exception report has a page for each, with the facts that it rests on.",
            href=_REPORT,
            link="Open the exception report",
        )


def _cliff(source: Source) -> Iterator[Block]:
    today = source.facts.today
    ends = [each.last_day for each in source.outcome.acceptances if each.counts and each.last_day]
    if not ends:
        yield Prose("No exception that counts has a last day.")
        return
    months = [_month(today, ahead) for ahead in range(_MONTHS)]
    numbers = Counter(day.isoformat()[:7] for day in ends)
    shown = [numbers[month] for month in months]
    later = len(ends) - sum(shown)
    yield Picture(
        "cliff",
        "bars",
        f"Exceptions that count, by the month in which they lapse: {sum(shown)} within "
        f"{_MONTHS} months, {later} later.",
        {
            "names": [_named(month) for month in months],
            "unit": "exceptions",
            "upright": True,
            "series": [{"name": "Exceptions that lapse", "tone": "accent", "values": shown}],
        },
        16,
    )
    yield Table(
        "Exceptions that lapse, month by month; months without any are left out.",
        (Column("Month"), Column("Exceptions", "number")),
        tuple(
            cells(_named(month), number)
            for month, number in zip(months, shown, strict=True)
            if number
        ),
    )


def _month(today: date, ahead: int) -> str:
    month = today.year * _YEAR + today.month - 1 + ahead
    return f"{month // _YEAR:04}-{month % _YEAR + 1:02}"


def _named(month: str) -> str:
    """Return a month as people write it: `Mar 2027`."""
    return f"{date.fromisoformat(f'{month}-01'):%b %Y}"


def _register(source: Source) -> Table:
    return Table(
        "Every exception, what it covers, who accepted it and until when it can count.",
        (
            Column("Exception"),
            Column("State"),
            Column("Covers"),
            Column("Accepted by"),
            Column("Last day", "date"),
        ),
        tuple(_row(each, source) for each in source.outcome.acceptances),
    )


def _row(each: Acceptance, source: Source) -> tuple[Cell, ...]:
    return (
        Cell(each.id, note=each.rule, href=f"#/asset/{each.id}"),
        Cell(
            "counts" if each.counts else "does not count",
            note="; ".join([state_of(each.state).name, *each.reasons]),
            tone="good" if each.counts else "bad",
        ),
        Cell(listed(each.covers), note=each.plan and f"Plan: {each.plan}"),
        Cell(
            each.accepted_by or "nobody named",
            note=organisations_of(each, source.outcome.organisations),
        ),
        Cell(each.last_day or "no end"),
    )
