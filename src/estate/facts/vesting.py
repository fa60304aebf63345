"""Reorganisation: who shares an asset, who takes over from them, and on which day.

On vesting day an organisation is replaced by its successor, which is named by id and may not be
in the inventory yet. A shared service stands for its members.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, partial
from typing import Final

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Column, Derived, Facts
from estate.model import Estate, Organisation, RiskAcceptance
from estate.model.scalars import NEVER


def councils(estate: Estate, named: Iterable[str]) -> tuple[str, ...]:
    """Return organisations by id, in order, a shared service replaced by its members."""
    found: dict[str, None] = {}
    for key in named:
        entry = estate.get(key)
        members = entry.members if isinstance(entry, Organisation) else None
        found.update(dict.fromkeys(members or (key,)))
    return tuple(sorted(found))


class _Vesting:
    """The successors of every organisation, and the first day of the first of them."""

    def __init__(self, estate: Estate) -> None:
        self._estate = estate
        self._successors: dict[str, tuple[str, ...]] = {}
        self._day: dict[str, date] = {}
        for key, entry in estate.of("organisation").items():
            if isinstance(entry, Organisation) and entry.successors:
                self._successors[key] = tuple(s.organisation for s in entry.successors)
                self._day[key] = min(s.vesting for s in entry.successors)

    def day(self, named: Iterable[str] | None) -> date | None:
        """Return the first vesting day among organisations; None where it cannot be known."""
        if named is None:
            return None if self._day else NEVER
        keys = {*named, *councils(self._estate, named)}
        return min((self._day[key] for key in keys if key in self._day), default=NEVER)

    def successors(self, named: Iterable[str] | None) -> tuple[str, ...] | None:
        """Return who takes over from organisations; one that is not replaced goes on itself."""
        if named is None:
            return None
        found = (self._successors.get(key, (key,)) for key in councils(self._estate, named))
        return tuple(sorted({key for keys in found for key in keys}))


def _organisations(facts: Facts) -> Column:
    estate = facts.estate
    sharing = cache(partial(councils, estate))  # many assets have the same organisations
    return {
        asset.id: None if asset.organisation is None else sharing(asset.organisation)
        for asset in facts.assets
    }


def _days(facts: Facts) -> dict[str, date | None]:
    day = cache(_Vesting(facts.estate).day)
    return {asset.id: day(asset.organisation) for asset in facts.assets}


def _successors(facts: Facts) -> Column:
    successors = cache(_Vesting(facts.estate).successors)
    return {asset.id: successors(asset.organisation) for asset in facts.assets}


def _days_of_exceptions(facts: Facts) -> dict[str, date | None]:
    vesting = _Vesting(facts.estate)
    return {
        key: vesting.day(_accepting(record))
        for key, record in facts.estate.of("exception").items()
        if isinstance(record, RiskAcceptance)
    }


def _accepting(record: RiskAcceptance) -> tuple[str, ...] | None:
    """Return the organisations in whose name a risk was accepted."""
    signed = tuple(approval.organisation for approval in record.approvals or ())
    return signed or record.organisation


def _replaced(column: str) -> Derived:
    owner = column.partition(".")[0]
    doc = "Whether an organisation that {} is replaced by a successor."
    whose = "has it" if owner == "asset" else "accepted it"
    return Derived(
        Fact(owner, "reorganises", Type("boolean"), doc.format(whose), settles=("organisation",)),
        lambda facts: {
            key: None if day is None else day != NEVER for key, day in facts.column(column).items()
        },
    )


VESTING: Final = (
    Derived(
        Fact(
            "asset",
            "organisations",
            Type("text", many=True),
            "The organisations that have it; a shared service stands for its members.",
            settles=("organisation",),
        ),
        _organisations,
    ),
    Derived(
        Fact(
            "asset",
            "vesting",
            Type("date", ends=True),
            "The first day on which one of its organisations is replaced by a successor.",
            settles=("organisation",),
            null="no reorganisation",
        ),
        _days,
    ),
    Derived(
        Fact(
            "asset",
            "successors",
            Type("text", many=True),
            "The organisations that take over from those that have it; one that is not replaced "
            "goes on itself.",
            settles=("organisation",),
        ),
        _successors,
    ),
    Derived(
        Fact(
            "exception",
            "vesting",
            Type("date", ends=True),
            "The first day on which an organisation in whose name it was accepted is replaced.",
            settles=("organisation",),
            null="no reorganisation",
        ),
        _days_of_exceptions,
    ),
    _replaced("asset.vesting"),
    _replaced("exception.vesting"),
)
