"""What a budget is held against: what was approved, what projects say, what others plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, TypeAlias

from estate.facts import Facts
from estate.facts.entries import Item
from estate.facts.money import paid_by, sharers_of
from estate.facts.vesting import councils
from estate.facts.years import named_year
from estate.findings import Place
from estate.frozen import frozen
from estate.model import Asset, Project
from estate.model.asset import Cost
from estate.model.scalars import NEVER
from estate.plan.budget.sums import Sum, hundredths

__all__ = [
    "Agreement",
    "Envelope",
    "PlanDifference",
    "Reconciliation",
    "differences_of",
    "envelopes_of",
    "reconciliations_of",
]

Agreement: TypeAlias = Literal["agrees", "differs", "unknown"]


@frozen
class Envelope:
    """A sum that an organisation approved, and what its budget lines draw on it, in hundredths.

    `capital` and `revenue` are drawn; None where it is not certain which lines draw on it.
    `unsure` are lines that may.
    """

    organisation: str
    name: str
    begins: date
    until: date
    approved: Sum
    capital: int | None
    revenue: int | None
    displaced: int
    lines: int
    unsure: int
    place: Place

    @property
    def exceeded(self) -> bool | None:
        """Whether more is drawn than was approved; None where that is not certain."""
        pairs = ((self.capital, self.approved.capital), (self.revenue, self.approved.revenue))
        over = [None if drawn is None else drawn > approved for drawn, approved in pairs]
        return True if True in over else None if None in over else False


@frozen
class Reconciliation:
    """What a project states that it costs, and what its budget lines come to, in hundredths."""

    project: str
    name: str
    status: str
    organisations: tuple[str, ...]
    stated: Sum | None
    capital: int | None
    revenue: int | None
    displaced: int
    place: Place

    @property
    def agreement(self) -> Agreement:
        """Whether capital and revenue each add up."""
        if self.stated is None or self.capital is None or self.revenue is None:
            return "unknown"
        same = (self.capital, self.revenue) == (self.stated.capital, self.stated.revenue)
        return "agrees" if same else "differs"


@frozen
class PlanDifference:
    """An asset that organisations share and plan differently: in which years each pays for it.

    An organisation that plans it in no year has none. `due` is the day of its renewal, None where
    it is not recorded or never.
    """

    asset: str
    name: str
    kind: str
    due: date | None
    plans: tuple[tuple[str, tuple[int, ...]], ...]
    place: Place


def envelopes_of(facts: Facts) -> tuple[Envelope, ...]:
    """Return every envelope, with what is drawn on it."""
    return tuple(_envelope(facts, item) for item in facts.subjects("envelope"))


def _envelope(facts: Facts, item: Item) -> Envelope:
    drawing = facts.column("envelope.lines")[item.id]
    certain = [line for line in drawing if line is not None]
    return Envelope(
        organisation=item.owner.id,
        name=item.name,
        begins=item.begins,
        until=item.until,
        approved=Sum(hundredths(item.capital), hundredths(item.revenue)),
        capital=_known(facts.column("envelope.capital_budgeted")[item.id]),
        revenue=_known(facts.column("envelope.revenue_budgeted")[item.id]),
        displaced=sum(hundredths(line.displaced) for line in certain),
        lines=len(certain),
        unsure=len(drawing) - len(certain),
        place=item.place,
    )


def _known(amount: float | None) -> int | None:
    return None if amount is None else hundredths(amount)


def reconciliations_of(facts: Facts) -> tuple[Reconciliation, ...]:
    """Return every project that is planned or live, or may be, by id."""
    return tuple(
        _reconciliation(facts, project)
        for _, project in sorted(facts.estate.of("project").items())
        if isinstance(project, Project) and project.status in {"planned", "live", None}
    )


def _reconciliation(facts: Facts, project: Project) -> Reconciliation:
    cost = project.cost
    return Reconciliation(
        project=project.id,
        name=project.name,
        status=project.status or "",
        organisations=councils(facts.estate, project.organisation or ()),
        stated=_stated(cost) if cost else None,
        capital=_known(facts.column("project.capital_budgeted")[project.id]),
        revenue=_known(facts.column("project.revenue_budgeted")[project.id]),
        displaced=sum(hundredths(line.displaced) for line in project.budget or ()),
        place=Place(project.id, ("cost",)),
    )


def _stated(cost: Cost) -> Sum:
    return Sum(hundredths(cost.capital), hundredths(cost.revenue))


def differences_of(facts: Facts) -> tuple[PlanDifference, ...]:
    """Return what organisations share, at least one budgets, and not all in the same years.

    What nobody can tell, as a line does not say who pays or in which year, is no difference. A
    licence that is paid for by its contract is told of there. Those due first come first.
    """
    found = (_difference(facts, asset) for asset in facts.assets)
    return tuple(sorted((d for d in found if d), key=lambda d: (d.due or NEVER, d.asset)))


def _difference(facts: Facts, asset: Asset) -> PlanDifference | None:
    lines = facts.column("asset.budget_lines")[asset.id]
    sharers = sharers_of(facts, asset) or () if lines else ()
    if len(sharers) <= 1 or any(line is None or paid_by(line) is None for line in lines):
        return None
    if not any(asset.id in line.assets for line in lines):
        return None
    planned: dict[str, set[int]] = {key: set() for key in sharers}
    for payer, year in _payments(facts, lines):
        planned.get(payer, set()).add(year)
    if len({frozenset(years) for years in planned.values()}) <= 1:
        return None
    due = facts.column("asset.renewal_due")[asset.id]
    plans = tuple((key, tuple(sorted(years))) for key, years in planned.items())
    known = None if due == NEVER else due
    return PlanDifference(asset.id, asset.name, asset.kind, known, plans, Place(asset.id))


def _payments(facts: Facts, lines: tuple[Item, ...]) -> Iterator[tuple[str, int]]:
    for line in lines:
        year = named_year(line.year)
        for payer in councils(facts.estate, paid_by(line) or ()):
            if year is not None:
                yield payer, year
