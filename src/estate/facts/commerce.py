"""Contracts: when they really end, whether they hold today, and whom they cover."""

from __future__ import annotations

from datetime import date

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.life import PRESENT
from estate.model import Contract
from estate.model.scalars import Term

_LONGEST_MONTH = 31


def current_end(contract: Contract, today: date) -> date | None:
    """Return the last day of the term that a contract is in, rolled on where it renews itself.

    Each renewal counts in calendar months from the first end, so that a clamped month is made
    good. None is unknown: no end is recorded; or it is past, and nobody says whether the contract
    renews itself, or by which term.
    """
    end = contract.ends
    if end is None or end >= today or contract.auto_renews is False:
        return end
    if contract.auto_renews is None or contract.renews_for is None:
        return None
    return _rolled_on(end, contract.renews_for, today)


def _rolled_on(end: date, term: Term, today: date) -> date | None:
    """Return the first end of a term, counted on from an end, that is not past."""
    longest = term.months * _LONGEST_MONTH + term.days
    if not longest:
        return None
    renewals = max(1, (today - end).days // longest)
    while (rolled := Term(term.months * renewals, term.days * renewals).after(end)) < today:
        renewals += 1
    return rolled


def _in_force(facts: Facts, contract: Contract) -> bool | None:
    """Whether a contract holds today; None where its beginning or end is not recorded."""
    if facts.column("asset.state")[contract.id] not in PRESENT:
        return False
    if contract.starts is not None and contract.starts > facts.today:
        return False
    end = facts.column("contract.current_end")[contract.id]
    if end is not None and end < facts.today:
        return False
    return None if end is None or contract.starts is None else True


def _contracts(facts: Facts) -> dict[str, tuple[Contract, ...] | None]:
    """For each asset the contracts that cover it; None where nobody says, () where known none."""
    covering: dict[str, list[Contract]] = {}
    for contract in _each(facts):
        for key in facts.graph.holders(contract.id, "covered_by"):
            covering.setdefault(key, []).append(contract)
    return {
        asset.id: tuple(covering.get(asset.id, ()))
        if asset.id in covering or asset.covered_by is not None
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
            settles=("ends", "auto_renews", "renews_for"),
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
            settles=("starts", "ends", "auto_renews", "renews_for"),
        ),
        lambda facts: {c.id: _in_force(facts, c) for c in _each(facts)},
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
