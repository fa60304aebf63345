"""Contracts: when they really end, whether they hold today, and whom they cover."""

from __future__ import annotations

from datetime import date

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.model import Contract
from estate.model.scalars import NEVER

_MOST_RENEWALS = 1200


def current_end(contract: Contract, today: date) -> date | None:
    """Return the end of the term that a contract is in, rolled on where it renews itself.

    None is unknown: no end is recorded, or it renews itself by a term that is not.
    """
    end = contract.ends
    if end is None or end >= today or contract.auto_renews is False:
        return end
    if contract.auto_renews is None or contract.renews_for is None:
        return end if contract.auto_renews is None and contract.renews_for is None else None
    term, first = contract.renews_for, end
    for count in range(1, _MOST_RENEWALS):
        end = type(term)(term.months * count, term.days * count).after(first)
        if end >= today or end == NEVER:
            return end
    return end


def in_force(contract: Contract, today: date) -> bool | None:
    """Whether a contract holds today; None where its beginning or end is not recorded."""
    if contract.starts is not None and contract.starts > today:
        return False
    end = current_end(contract, today)
    if end is not None and end < today:
        return False
    return None if end is None or contract.starts is None else True


def _contracts(facts: Facts) -> dict[str, tuple[Contract, ...] | None]:
    """For each asset the contracts that cover it; None where nobody says, () where known none."""
    covering = {
        asset.id: [
            entry
            for key in facts.graph.related(asset.id, "covered_by")
            if isinstance(entry := facts.estate.get(key), Contract)
        ]
        for asset in facts.assets
    }
    return {
        asset.id: tuple(covering[asset.id])
        if covering[asset.id] or asset.covered_by is not None
        else None
        for asset in facts.assets
    }


def _each(facts: Facts) -> list[Contract]:
    return [c for c in facts.estate.of("contract").values() if isinstance(c, Contract)]


COMMERCE = (
    Derived(
        Fact(
            "contract",
            "current_end",
            Type("date", ends=True),
            "The last day of the term it is in: a contract that renews itself rolls on.",
            settles=("ends", "renews_for"),
            null="it never ends",
        ),
        lambda facts: {c.id: current_end(c, facts.today) for c in _each(facts)},
    ),
    Derived(
        Fact(
            "contract",
            "in_force",
            Type("boolean"),
            "Whether it holds today.",
            settles=("starts", "ends", "renews_for"),
        ),
        lambda facts: {c.id: in_force(c, facts.today) for c in _each(facts)},
    ),
    Derived(
        Fact(
            "asset",
            "contracts",
            Type("contract", many=True),
            "The contracts that cover it, whichever side says so.",
            settles=("covered_by",),
        ),
        _contracts,
    ),
)
