"""The architecture budget: what is planned, by organisation and financial year, and what is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from typing import Final

from estate.facts import Facts
from estate.facts.vesting import councils
from estate.facts.years import FinancialYears
from estate.frozen import frozen
from estate.plan.budget.checks import (
    Envelope,
    PlanDifference,
    Reconciliation,
    differences_of,
    envelopes_of,
    reconciliations_of,
)
from estate.plan.budget.dues import Due, Renewals, renewals_of
from estate.plan.budget.lines import CATEGORIES, Category, Line, Payers, lines_of
from estate.plan.budget.sums import Sum, total

__all__ = ["Budget", "Row", "budget_of"]

_NOBODY: Final = 10_000


@frozen
class Row:
    """A row of a budget: its sum in each year, in the order of the years, and their total."""

    cells: tuple[Sum, ...]

    @property
    def total(self) -> Sum:
        """What all years come to."""
        return total(self.cells)


@frozen
class Budget:
    """A budget over some financial years, each known by the calendar year in which it begins.

    `lines` count and lie in these years. `unsure` may count, `idle` do not (their project is
    proposed or was stopped), `outside` count in other years. `elsewhere` is how many lines other
    organisations pay, where one was asked for.
    """

    estate: str
    as_of: date
    currency: str
    calendar: FinancialYears
    years: tuple[int, ...]
    organisation: str | None
    names: Mapping[str, str]
    lines: tuple[Line, ...]
    unsure: tuple[Line, ...] = ()
    idle: tuple[Line, ...] = ()
    outside: tuple[Line, ...] = ()
    elsewhere: int = 0
    renewals: Renewals = field(default_factory=Renewals)
    envelopes: tuple[Envelope, ...] = ()
    projects: tuple[Reconciliation, ...] = ()
    differences: tuple[PlanDifference, ...] = ()

    @property
    def payers(self) -> tuple[Payers, ...]:
        """Whoever pays a line: single organisations by name, then those that share, then nobody."""
        found = {line.payers for line in self.lines}
        return tuple(sorted(found, key=lambda p: (len(p) or _NOBODY, self.named(p), p)))

    @property
    def unplanned(self) -> tuple[Due, ...]:
        """What falls due and is in no budget, or may not be."""
        return tuple(due for due in self.renewals.due if not due.covered)

    def named(self, payers: Payers) -> tuple[str, ...]:
        """Return the names of organisations."""
        return tuple(self.names.get(key, key) for key in payers)

    def label(self, year: int) -> str:
        """Return a financial year as it is written: `2026-27`."""
        return self.calendar.label(year)

    def categories(self, payers: Payers) -> tuple[Category, ...]:
        """Return the categories of the lines that somebody pays, in their order."""
        found = {line.category for line in self.lines if line.payers == payers}
        return tuple(each for each in CATEGORIES if each in found)

    def row(self, lines: Iterable[Line] | None = None) -> Row:
        """Return the sums of some of the lines, year by year; of all, if none are given."""
        sums = dict.fromkeys(self.years, Sum())
        for line in self.lines if lines is None else lines:
            if line.year is not None:
                sums[line.year] += line.sum
        return Row(tuple(sums.values()))


def budget_of(
    facts: Facts, years: Iterable[int], *, currency: str = "GBP", organisation: str | None = None
) -> Budget:
    """Return the budget of an estate over some financial years that follow one another.

    With an `organisation`, by id: what it pays, alone or with others. A shared service stands for
    its members.
    """
    asked = tuple(years)
    wanted = _wanted(facts, organisation)
    paying, rest = _paid(lines_of(facts), wanted)
    counting = [line for line in paying if line.standing == "counts"]
    return Budget(
        estate=facts.estate.name,
        as_of=facts.today,
        currency=currency,
        calendar=facts.years,
        years=asked,
        organisation=organisation,
        names={key: entry.name for key, entry in facts.estate.of("organisation").items()},
        lines=tuple(line for line in counting if line.year in asked),
        unsure=tuple(line for line in paying if line.standing == "unsure"),
        idle=tuple(line for line in paying if line.standing in {"proposed", "stopped"}),
        outside=tuple(line for line in counting if line.year not in asked),
        elsewhere=rest,
        renewals=_renewals(facts, asked, wanted),
        envelopes=tuple(e for e in envelopes_of(facts) if _shown((e.organisation,), wanted)),
        projects=tuple(p for p in reconciliations_of(facts) if _shown(p.organisations, wanted)),
        differences=tuple(
            d for d in differences_of(facts) if _shown([key for key, _ in d.plans], wanted)
        ),
    )


def _wanted(facts: Facts, organisation: str | None) -> frozenset[str] | None:
    if organisation is None:
        return None
    return frozenset({organisation, *councils(facts.estate, (organisation,))})


def _shown(organisations: Iterable[str], wanted: frozenset[str] | None) -> bool:
    """Whether something is asked for: it is of these organisations, or of nobody known."""
    found = set(organisations)
    return wanted is None or not found or bool(found & wanted)


def _paid(lines: Iterable[Line], wanted: frozenset[str] | None) -> tuple[list[Line], int]:
    every = list(lines)
    shown = [line for line in every if _shown(line.payers, wanted)]
    return shown, len(every) - len(shown)


def _renewals(facts: Facts, years: tuple[int, ...], wanted: frozenset[str] | None) -> Renewals:
    found = renewals_of(facts, years[0], years[-1])
    organisations = facts.column("asset.organisations")

    def mine(key: str) -> bool:
        return _shown(organisations[key] or (), wanted)

    return Renewals(
        due=tuple(due for due in found.due if mine(due.asset)),
        undated=tuple(key for key in found.undated if mine(key)),
        past=tuple(key for key in found.past if mine(key)),
    )
