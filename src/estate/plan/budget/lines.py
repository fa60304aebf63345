"""Budget lines as an organisation pays them: each whole, or the share of each that pays it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from estate.facts import Facts
from estate.facts.entries import Item
from estate.facts.money import is_spending, paid_by
from estate.facts.vesting import councils
from estate.facts.years import named_year
from estate.findings import Place
from estate.frozen import frozen
from estate.model import Asset, Project
from estate.plan.budget.sums import Sum, hundredths

__all__ = ["CATEGORIES", "Category", "Line", "Payers", "Standing", "agreed_shares", "lines_of"]

Category: TypeAlias = Literal[
    "hardware", "licences", "contracts", "licences and contracts", "projects", "other"
]
CATEGORIES: Final[tuple[Category, ...]] = (
    "hardware",
    "licences",
    "contracts",
    "licences and contracts",
    "projects",
    "other",
)
Standing: TypeAlias = Literal["counts", "unsure", "proposed", "stopped"]
Payers: TypeAlias = tuple[str, ...]
"""Who pays: one organisation; several, where nobody says in which shares; none, if nobody is
recorded."""

_WHOLE: Final = 100
_KINDS: Final[dict[frozenset[str], Category]] = {
    frozenset({"server"}): "hardware",
    frozenset({"device"}): "hardware",
    frozenset({"server", "device"}): "hardware",
    frozenset({"licence"}): "licences",
    frozenset({"contract"}): "contracts",
    frozenset({"licence", "contract"}): "licences and contracts",
}


@frozen
class Line:
    """What some payers pay of a budget line in one financial year.

    `share` is in percent, None where they pay all of it. `year` is None where the line names none
    (`written` is what it says). `standing` is `unsure` where the line may or may not count: its
    year, or the status of its project, is not recorded.
    """

    id: str
    payers: Payers
    year: int | None
    written: str
    category: Category
    standing: Standing
    owner: str
    owner_name: str
    assets: tuple[str, ...]
    envelope: str
    funded: bool
    share: float | None
    sum: Sum
    place: Place

    @property
    def purpose(self) -> Literal["run", "change"]:
        """Whether it keeps what is there running, or a project changes it."""
        return "change" if self.category == "projects" else "run"


def lines_of(facts: Facts) -> tuple[Line, ...]:
    """Return every budget line of organisations and projects, in a stable order."""
    lines = [part for item in facts.subjects("budget_line") for part in _parts(facts, item)]
    return tuple(sorted(lines, key=_order))


def _order(line: Line) -> tuple[object, ...]:
    year = -1 if line.year is None else line.year
    return line.payers, year, CATEGORIES.index(line.category), line.owner, line.place.path, line.id


def _parts(facts: Facts, item: Item) -> Iterator[Line]:
    whole = Sum(*(hundredths(each) for each in (item.capital, item.revenue, item.displaced)))
    payers = councils(facts.estate, paid_by(item) or ())
    shares = agreed_shares(facts, item.assets, payers) if len(payers) > 1 else None
    if shares is None:
        yield _line(facts, item, payers, whole, None)
        return
    parts = whole.apportioned(list(shares.values()))
    for (payer, share), part in zip(shares.items(), parts, strict=True):
        yield _line(facts, item, (payer,), part, share)


def _line(facts: Facts, item: Item, payers: Payers, part: Sum, share: float | None) -> Line:
    return Line(
        id=item.id,
        payers=payers,
        year=named_year(item.year),
        written=item.year,
        category=_category(facts, item),
        standing=_standing(item),
        owner=item.owner.id,
        owner_name=item.owner.name,
        assets=item.assets,
        envelope=item.envelope or "",
        funded=item.funded,
        share=share,
        sum=part,
        place=item.place,
    )


def _standing(item: Item) -> Standing:
    counting = is_spending(item)
    if counting is False:
        return "proposed" if getattr(item.owner, "status", None) == "proposed" else "stopped"
    return "unsure" if counting is None or named_year(item.year) is None else "counts"


def _category(facts: Facts, item: Item) -> Category:
    """Return what a line is for: a project's own work, or the one kind of thing that it names."""
    if isinstance(item.owner, Project):
        return "projects"
    named = (facts.estate.get(key) for key in item.assets)
    return _KINDS.get(frozenset(entry.kind if entry else "" for entry in named), "other")


def agreed_shares(facts: Facts, assets: tuple[str, ...], payers: Payers) -> dict[str, float] | None:
    """Return the percentage of each payer that all of some assets record alike under `shares`.

    None where they record none, record different ones, or others than these pay, or where the
    shares are not the whole.
    """
    recorded = [_shares(facts.estate.get(key)) for key in assets]
    first = recorded[0] if recorded else None
    if not first or any(other != first for other in recorded):
        return None
    fits = set(first) <= set(payers) and round(sum(first.values()), 6) == _WHOLE
    return {key: first[key] for key in payers if first.get(key)} if fits else None


def _shares(entry: object) -> dict[str, float] | None:
    return entry.shares if isinstance(entry, Asset) else None
