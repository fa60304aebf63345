"""What a system costs a year: itself, and its part of the contracts and licences it shares.

A contract and a licence are shared evenly by the systems that they are for. A licence without a
cost of its own is paid for by the contract that covers it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite
from typing import Final

from estate.duplicates.candidate import Line
from estate.duplicates.release import users_of
from estate.facts import PRESENT, Facts
from estate.model import Asset, Contract, Licence

__all__ = ["cost_of", "money", "own_cost", "paid_by"]

_PENNY: Final = Decimal("0.01")


def money(value: float | None) -> Decimal | None:
    """Return a sum to a hundredth; None where it is not recorded, or without limit."""
    if value is None or not isfinite(value):
        return None
    return Decimal(str(value)).quantize(_PENNY, ROUND_HALF_UP)


def own_cost(asset: Asset) -> Decimal | None:
    """Return what an asset itself costs a year: a contract its yearly value."""
    if isinstance(asset, Contract) and asset.value is not None:
        return money(asset.value)
    cost = asset.annual_cost
    return None if cost is None else money(cost.capital + cost.revenue)


def paid_by(facts: Facts, asset: Asset) -> tuple[str, ...]:
    """Return what pays for an asset without a cost of its own.

    That is for a licence the contracts in force that cover it, for an interface who provides it.
    """
    if own_cost(asset) is not None:
        return ()
    if asset.kind == "api":
        return facts.graph.holders(asset.id, "provides")
    if not isinstance(asset, Licence):
        return ()
    covering = facts.graph.related(asset.id, "covered_by")
    return tuple(contract.id for contract in _bought(facts, covering, Contract))


def cost_of(facts: Facts, key: str) -> tuple[Line, ...]:
    """Return a line for everything that a system pays for: itself, then licences, contracts."""
    system = facts.estate.get(key)
    assert isinstance(system, Asset)  # noqa: S101 - a member of a group is one
    own = own_cost(system)
    lines = [Line(system.id, system.name, system.kind, own, own)]
    licences = list(_licences(facts, key))
    covering = {c for asset in (system, *licences) for c in _covering(facts, asset.id)}
    bought = [*licences, *_bought(facts, sorted(covering), Contract)]
    return (*lines, *(_shared(facts, asset) for asset in bought))


def _shared(facts: Facts, asset: Asset) -> Line:
    whole, sharers = own_cost(asset), len(_sharers(facts, asset.id))
    part = None if whole is None else (whole / sharers).quantize(_PENNY, ROUND_HALF_UP)
    payers = paid_by(facts, asset)
    note = f"paid for by {', '.join(payers)}" if payers else ""
    return Line(asset.id, asset.name, asset.kind, part, whole, sharers, note)


def _sharers(facts: Facts, key: str) -> set[str]:
    """Return the assets that a licence or a contract is for: of licences whoever holds them."""
    found: set[str] = set()
    for user in users_of(facts, key):
        asset = facts.estate.get(user)
        holders = users_of(facts, user) if isinstance(asset, Licence) else ()
        found.update(holders or (user,))
    return found


def _licences(facts: Facts, key: str) -> Iterator[Asset]:
    return _bought(facts, facts.graph.related(key, "licensed_by"), Licence)


def _covering(facts: Facts, key: str) -> tuple[str, ...]:
    return facts.graph.related(key, "covered_by")


def _bought(facts: Facts, keys: tuple[str, ...] | list[str], kind: type[Asset]) -> Iterator[Asset]:
    """Yield those that are in use, and of contracts those that are not known to be over."""
    state = facts.column("asset.state")
    for key in keys:
        asset = facts.estate.get(key)
        if isinstance(asset, kind) and state[key] in PRESENT:
            over = kind is Contract and facts.column("contract.in_force")[key] is False
            if not over:
                yield asset
