"""What falls due for renewal, and whether any budget holds the money for it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from estate.facts import Facts
from estate.facts.money import sharers_of
from estate.findings import Place
from estate.frozen import frozen
from estate.model import Asset, Contract, Device, Licence, Server
from estate.model.scalars import NEVER
from estate.plan.budget.lines import Payers, agreed_shares
from estate.plan.budget.sums import apportioned, hundredths

__all__ = ["Due", "Part", "Renewals", "renewals_of"]

_RENEWED: Final = (Server, Device, Licence, Contract)


@frozen
class Part:
    """What some payers bear of a renewal, in hundredths a year; None is not recorded."""

    payers: Payers
    amount: int | None


@frozen
class Due:
    """Something that falls due for renewal on a day.

    `amount` is what a licence or a contract costs a year, in hundredths. Of hardware no price is
    recorded, so it is None; `a_year` is what it costs a year now. `covered` says whether a budget
    line names it; None where it may. A licence that is bought `within` a contract that is due as
    well is paid for there, and has no amount of its own.
    """

    asset: str
    name: str
    kind: str
    on: date
    year: int
    covered: bool | None
    amount: int | None
    a_year: int | None
    parts: tuple[Part, ...]
    place: Place
    within: str = ""


@frozen
class Renewals:
    """What is due, and of how much that cannot be said.

    `undated` are assets whose day of renewal is not recorded, `past` those whose day has gone by.
    """

    due: tuple[Due, ...] = ()
    undated: tuple[str, ...] = ()
    past: tuple[str, ...] = ()


def renewals_of(facts: Facts, first: int, last: int) -> Renewals:
    """Return what is due from today on in some financial years, by day."""
    due, undated, past = [], [], []
    days = facts.column("asset.renewal_due")
    for asset in facts.assets:
        if not isinstance(asset, _RENEWED):
            continue
        day = days[asset.id]
        if day is None:
            undated.append(asset.id)
        elif day < facts.today:
            past.append(asset.id)
        elif day != NEVER and first <= facts.years.of(day) <= last:
            due.append(_due(facts, asset, day))
    whole = _within_contracts(facts, sorted(due, key=lambda d: (d.on, d.asset)))
    return Renewals(tuple(whole), tuple(undated), tuple(past))


def _within_contracts(facts: Facts, dues: list[Due]) -> Iterator[Due]:
    there = {due.asset for due in dues if due.kind == "contract"}
    for due in dues:
        contracts = facts.graph.related(due.asset, "covered_by") if due.kind == "licence" else ()
        within = next((key for key in contracts if key in there), "")
        none = tuple(replace(part, amount=None) for part in due.parts)
        yield replace(due, within=within, amount=None, parts=none) if within else due


def _due(facts: Facts, asset: Asset, day: date) -> Due:
    lines = facts.column("asset.budget_lines")[asset.id]
    certain = any(line is not None for line in lines)
    cost = _a_year(asset)
    amount = None if isinstance(asset, Server | Device) else cost
    return Due(
        asset=asset.id,
        name=asset.name,
        kind=asset.kind,
        on=day,
        year=facts.years.of(day),
        covered=True if certain else None if lines else False,
        amount=amount,
        a_year=cost,
        parts=tuple(_parts(facts, asset, amount)),
        place=Place(asset.id),
    )


def _a_year(asset: Asset) -> int | None:
    """Return what an asset costs a year, as its contract's value or its yearly cost says."""
    if isinstance(asset, Contract) and asset.value is not None and math.isfinite(asset.value):
        return hundredths(asset.value)
    cost = asset.annual_cost
    return None if cost is None else hundredths(cost.capital) + hundredths(cost.revenue)


def _parts(facts: Facts, asset: Asset, amount: int | None) -> Iterator[Part]:
    payers = sharers_of(facts, asset) or ()
    shares = agreed_shares(facts, (asset.id,), payers) if len(payers) > 1 else None
    if shares is None:
        yield Part(payers, amount)
        return
    known = None if amount is None else apportioned(amount, list(shares.values()))
    for number, payer in enumerate(shares):
        yield Part((payer,), None if known is None else known[number])
