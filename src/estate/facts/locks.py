"""What an asset is locked to: product versions that it requires, and when their support ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.installations import UNMANAGED
from estate.findings import Place
from estate.lifecycle import judge_support
from estate.model.asset import Requirement
from estate.model.scalars import NEVER


@dataclass(frozen=True, slots=True)
class Lock:
    """A product the asset requires, at one of these versions.

    `ends` is the last day on which any of them is supported; None is unknown.
    """

    id: str
    product: str
    versions: tuple[str, ...]
    ends: date | None
    place: Place

    def __str__(self) -> str:
        """Return the product with the versions that will do."""
        return f"{self.product} {' or '.join(self.versions)}".rstrip()


def _locks(facts: Facts) -> dict[str, tuple[Lock, ...]]:
    return {
        asset.id: tuple(
            _lock(facts, item, Place(asset.id, ("requires", position)))
            for position, item in enumerate(getattr(asset, "requires", None) or ())
        )
        for asset in facts.assets
    }


def _lock(facts: Facts, item: Requirement, place: Place) -> Lock:
    versions = item.versions or ()
    days = [_support_end(facts, item.product, version) for version in versions]
    known = [day for day in days if day is not None]
    complete = bool(days) and len(known) == len(days)
    ends = max(known) if complete or NEVER in known else None
    return Lock(f"{place.asset}:{item.product}", item.product, versions, ends, place)


def _support_end(facts: Facts, product: str, version: str) -> date | None:
    match = facts.catalogue.match(product, version)
    support = judge_support(match.cycle, match.product, facts.today)
    if support.status in UNMANAGED:
        return support.ended or date.min
    return support.ends


def _own_support(facts: Facts) -> dict[str, date | None]:
    """Return the last day of support of each application's own product, where recorded."""
    ends: dict[str, date | None] = {}
    for found in facts.subjects("installation"):
        if found.path[:1] in {("version",), ("product",)} and found.support.status not in UNMANAGED:
            ends[found.asset.id] = found.support.ends
    return {asset.id: ends.get(asset.id) for asset in facts.assets}


LOCK_FACTS: tuple[Fact, ...] = (
    Fact("lock", "product", Type("text"), "The product required.", attribute="product", open=False),
    Fact(
        "lock",
        "versions",
        Type("text", many=True),
        "The versions that will do.",
        attribute="versions",
        open=False,
    ),
    Fact(
        "lock",
        "ends",
        Type("date", ends=True),
        "The last day on which any of them is supported.",
        attribute="ends",
        settles=("versions",),
        null="no end is announced",
    ),
)

LOCKS = (
    Derived(
        Fact(
            "asset",
            "locked_to",
            Type("lock", many=True),
            "The products that it requires at stated versions.",
            open=False,
            settles=("requires",),
        ),
        _locks,
    ),
    Derived(
        Fact(
            "asset",
            "own_support_ends",
            Type("date", ends=True),
            "The last day of support of its own product.",
            settles=("version",),
            null="no end is announced",
        ),
        _own_support,
    ),
)
