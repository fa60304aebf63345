"""Money: what is due for renewal, who has put it into a budget, and what budgets add up to.

Lines of projects count unless the project is merely proposed or was stopped. Sums are gross:
what a line displaces is not taken off. They are rounded to a hundredth, so that pence add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from estate.facts.commerce import needed_until
from estate.facts.dictionary import Fact, Type
from estate.facts.entries import Item
from estate.facts.facts import Column, Derived, Facts
from estate.facts.plans import Span, spans_of
from estate.facts.vesting import councils
from estate.facts.years import named_year
from estate.model import Asset, Contract, Device, Licence, Organisation, Project, Server
from estate.model.organisations import BudgetLine
from estate.model.scalars import NEVER

_SPENDING: Final = ("planned", "live", "done")
_NO_HARDWARE: Final = ("virtual", "managed")


def is_spending(line: Item) -> bool | None:
    """Whether a line is money somebody means to spend; None where that is not recorded."""
    if not isinstance(line.owner, Project):
        return True
    return None if line.owner.status is None else line.owner.status in _SPENDING


def paid_by(line: Item) -> tuple[str, ...] | None:
    """Return the organisations that a line may be paid by; None where nobody is recorded."""
    if isinstance(line.owner, Organisation):
        return (line.owner.id,)
    entry = line.entry
    if isinstance(entry, BudgetLine) and entry.organisation:
        return (entry.organisation,)
    return line.owner.organisation if isinstance(line.owner, Project) else None


def _renewals(facts: Facts) -> dict[str, date | None]:
    """For each asset the day on which it is due for renewal; never, where it leaves by then."""
    leaves = facts.once(spans_of)
    due = {asset.id: _due(facts, asset) for asset in facts.assets}
    return {key: day and _unless(leaves[key], day) for key, day in due.items()}


def _unless(needed: Span, due: date) -> date | None:
    """Return a day of renewal; never, if what is to be renewed is not needed after it."""
    if needed.latest <= due:
        return NEVER
    return due if needed.earliest > due else None


def _due(facts: Facts, asset: Asset) -> date | None:
    if isinstance(asset, Licence):
        return asset.ends
    if isinstance(asset, Contract):
        return _contract_due(facts, asset)
    if isinstance(asset, Server | Device):
        virtual = asset.renewal is None and asset.form in _NO_HARDWARE
        return NEVER if virtual else asset.renewal
    return NEVER


def _contract_due(facts: Facts, contract: Contract) -> date | None:
    """Return the end of a contract's present term, unless nothing needs it afterwards."""
    if facts.column("contract.replaced")[contract.id]:
        return NEVER
    end: date | None = facts.column("contract.current_end")[contract.id]
    needed = facts.once(needed_until)[contract.id]
    return end if end is None or needed is None else _unless(needed, end)


def _lines(facts: Facts) -> dict[str, tuple[Item | None, ...]]:
    """For each asset the lines that pay for it, of this financial year or later ones.

    A line that may or may not count is an unknown member.
    """
    this_year = facts.years.of(facts.today)
    named: dict[str, list[Item | None]] = {}
    for line in facts.subjects("budget_line"):
        year, counts = named_year(line.year), is_spending(line)
        if counts is False or (year is not None and year < this_year):
            continue
        for key in dict.fromkeys(line.assets):
            named.setdefault(key, []).append(None if counts is None or year is None else line)
    return {
        asset.id: tuple(line for key in _bought_as(facts, asset) for line in named.get(key, ()))
        for asset in facts.assets
    }


def _bought_as(facts: Facts, asset: Asset) -> tuple[str, ...]:
    """Return what a line may name to pay for an asset: a licence is paid for by its contract."""
    contracts = facts.graph.related(asset.id, "covered_by") if isinstance(asset, Licence) else ()
    return (asset.id, *contracts)


def sharers_of(facts: Facts, asset: Asset) -> tuple[str, ...] | None:
    """Return the organisations that share an asset's cost; one that pays nothing does not."""
    organisations: tuple[str, ...] | None = facts.column("asset.organisations")[asset.id]
    if organisations is None:
        return None
    shares = asset.shares
    return tuple(k for k in organisations if shares.get(k) != 0) if shares else organisations


Split = tuple[tuple[str | None, ...], tuple[str | None, ...]]


def _split(facts: Facts, asset: Asset) -> Split | None:
    """Return who shares an asset and has a line for it, and who shares it and has none.

    One of whom it cannot be known is an unknown member of both.
    """
    sharers = sharers_of(facts, asset)
    if sharers is None or len(sharers) <= 1:
        return None if sharers is None else ((), ())
    paying: set[str] = set()
    unsure = False
    for line in facts.column("asset.budget_lines")[asset.id]:
        payers = None if line is None else paid_by(line)
        paying.update(councils(facts.estate, payers or ()))
        unsure = unsure or payers is None
    have = tuple(key for key in sharers if key in paying)
    lack = tuple(key for key in sharers if key not in paying)
    if unsure and lack:
        return (*have, None), (None,)
    return have, lack


def _splits(facts: Facts) -> dict[str, Split | None]:
    return {asset.id: _split(facts, asset) for asset in facts.assets}


def _by(facts: Facts, side: int) -> Column:
    splits = facts.once(_splits)
    return {key: None if split is None else split[side] for key, split in splits.items()}


def _drawing(facts: Facts) -> dict[str, list[Item | None]]:
    """For each envelope the lines that draw on it: they name it, in one of its years.

    An unknown member is a line that may or may not draw on it.
    """
    named: dict[str, list[Item]] = {}
    for line in facts.subjects("budget_line"):
        if line.envelope and is_spending(line) is not False:
            named.setdefault(line.envelope, []).append(line)
    return {
        envelope.id: list(_drawn(facts, envelope, named.get(envelope.name, ())))
        for envelope in facts.subjects("envelope")
    }


def _drawn(facts: Facts, envelope: Item, lines: Iterable[Item]) -> Iterator[Item | None]:
    for line in lines:
        payers, year = paid_by(line), named_year(line.year)
        mine = payers is None or envelope.owner.id in payers
        first = facts.years.first(year) if year else envelope.begins
        last = facts.years.last(year) if year else envelope.until
        if mine and first <= envelope.until and last >= envelope.begins:
            sure = payers == (envelope.owner.id,) and year is not None and is_spending(line)
            yield line if sure else None


def _sum(lines: Iterable[Item | None], kind: str) -> float | None:
    amounts = [None if line is None else float(getattr(line, kind)) for line in lines]
    known = [amount for amount in amounts if amount is not None]
    return round(sum(known), 2) if len(known) == len(amounts) else None


def _drawn_sum(kind: str) -> Derived:
    doc = f"The {kind} of the budget lines that draw on it: they name it, in one of its years."
    return Derived(
        Fact("envelope", f"{kind}_budgeted", Type("number"), doc, settles=_LINE),
        lambda facts: {
            key: _sum(lines, kind) for key, lines in facts.column("envelope.lines").items()
        },
    )


def _project_sum(kind: str) -> Derived:
    doc = f"The {kind} of its budget lines together."
    return Derived(
        Fact("project", f"{kind}_budgeted", Type("number"), doc, settles=("budget",)),
        lambda facts: {
            key: None if lines is None else _sum(lines, kind)
            for key, lines in facts.column("project.budget").items()
        },
    )


_LINE: Final = ("budget.year", "budget.organisation", "project.status")

MONEY: Final = (
    Derived(
        Fact(
            "asset",
            "renewal_due",
            Type("date", ends=True),
            "The day on which it is due for renewal: of hardware its `renewal`, of a licence its "
            "end, of a contract the end of its present term. Never, where by then it leaves, or "
            "another contract replaces it, or all that it covers leaves.",
            settles=("renewal", "ends", "plan.status"),
            null="never",
        ),
        _renewals,
    ),
    Derived(
        Fact(
            "asset",
            "budget_lines",
            Type("budget_line", many=True),
            "The budget lines, of this financial year or later ones, that name it (of a licence: "
            "or a contract that covers it): those of organisations, and of projects that are "
            "planned, live or done.",
            open=False,
            settles=("project.status", "budget.year"),
        ),
        _lines,
    ),
    Derived(
        Fact(
            "asset",
            "budgeted_by",
            Type("text", many=True),
            "The organisations that share its cost and have one of its budget lines; none "
            "where it is not shared.",
            settles=("organisation", *_LINE),
        ),
        lambda facts: _by(facts, 0),
    ),
    Derived(
        Fact(
            "asset",
            "unbudgeted_by",
            Type("text", many=True),
            "The organisations that share its cost and have none of its budget lines; none "
            "where it is not shared.",
            settles=("organisation", *_LINE),
        ),
        lambda facts: _by(facts, 1),
    ),
    Derived(
        Fact(
            "envelope",
            "lines",
            Type("budget_line", many=True),
            "The budget lines that draw on it: they name it, in one of its years.",
            open=False,
            settles=_LINE,
        ),
        lambda facts: {key: tuple(lines) for key, lines in _drawing(facts).items()},
    ),
    _drawn_sum("capital"),
    _drawn_sum("revenue"),
    _project_sum("capital"),
    _project_sum("revenue"),
)
