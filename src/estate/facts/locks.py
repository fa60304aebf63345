"""What an asset is locked to: product versions that it requires, and when their support ends."""

from __future__ import annotations

from datetime import date

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.installations import UNMANAGED
from estate.facts.listing import listing_of
from estate.findings import Place
from estate.frozen import frozen
from estate.lifecycle import Support, judge_support
from estate.model import Api, Application, Asset, Device, Server
from estate.model.asset import Requirement
from estate.model.scalars import ALWAYS, NEVER


@frozen
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


def _locks(facts: Facts) -> dict[str, tuple[Lock, ...] | None]:
    """For each asset, what it is locked to; None where nobody says."""
    return {asset.id: _locks_of(facts, asset) for asset in facts.assets}


def _locks_of(facts: Facts, asset: Asset) -> tuple[Lock, ...] | None:
    if not isinstance(asset, Application | Server | Device | Api):
        return ()
    if asset.requires is None:
        return None
    products = [item.product for item in asset.requires]
    return tuple(
        _lock(facts, item, Place(asset.id, ("requires", position)), products[:position])
        for position, item in enumerate(asset.requires)
    )


def _lock(facts: Facts, item: Requirement, place: Place, before: list[str]) -> Lock:
    versions = item.versions or ()
    days = [_lasts(facts, item.product, version) for version in versions]
    known = [day for day in days if day is not None]
    complete = bool(days) and len(known) == len(days)
    ends = max(known) if complete or NEVER in known else None
    again = f"#{before.count(item.product) + 1}" if item.product in before else ""
    key = f"{place.asset}:{item.product}{again}"
    return Lock(key, item.product, versions, ends, place)


def _lasts(facts: Facts, product: str, version: str) -> date | None:
    match = facts.catalogue.match(product, version)
    return _last_day(judge_support(match.cycle, match.product, facts.today))


def _last_day(support: Support) -> date | None:
    """Return the last day of support, had or over; ALWAYS where it is over and no day is known."""
    return (support.ended or ALWAYS) if support.status in UNMANAGED else support.ends


def _own_support(facts: Facts) -> dict[str, date | None]:
    """For each asset, the last day of support of what it is: its own product, or its hardware.

    What is no product, such as an API or what was made for this estate, lasts as long as it is
    kept: no lock ends before that.
    """
    installed = {found.id: found for found in facts.subjects("installation")}
    own = facts.once(listing_of).own
    return {
        asset.id: _last_day(installed[own[asset.id]].support)
        if asset.id in own
        else _without_product(asset)
        for asset in facts.assets
    }


def _without_product(asset: Asset) -> date | None:
    if isinstance(asset, Server | Device):
        return asset.hardware.support_ends if asset.hardware else None
    unsaid = isinstance(asset, Application) and asset.product is None
    return None if unsaid else ALWAYS


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
            settles=("requires",),
        ),
        _locks,
    ),
    Derived(
        Fact(
            "asset",
            "own_support_ends",
            Type("date", ends=True),
            "The last day of support of an application's own product, or of a machine's hardware.",
            settles=("version", "hardware.support_ends"),
            null="no end is announced",
        ),
        _own_support,
    ),
)
