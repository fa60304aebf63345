"""Licences: who uses them, how much of them, and what is left over, in each one's own metric.

An effective licence position is what was bought less what is deployed (ISO/IEC 19770). What a
use takes is what its `licensed_by` item says; else it is counted as the metric has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.life import PRESENT
from estate.findings import Place
from estate.frozen import frozen
from estate.model import Asset, Licence
from estate.model.scalars import UNLIMITED

ONE_MACHINE = ("network", "appliance", "physical", "virtual")
"""The forms of a server or device whose record stands for one machine."""


@frozen
class Use:
    """An asset in use that uses a licence, and how much of it: None where that is not recorded."""

    id: str
    asset: Asset
    quantity: float | None

    @property
    def place(self) -> Place:
        """Where the asset is recorded."""
        return Place(self.asset.id)

    def __str__(self) -> str:
        """Return the asset's id."""
        return self.asset.id


def product_of(facts: Facts, licence: Licence) -> str | None:
    """Return the id of the product that a licence is for, else its name as it was written."""
    if not licence.product:
        return None
    match = facts.catalogue.match(licence.product, None)
    return match.product.id if match.product else licence.product


def licences_in(facts: Facts) -> dict[str, Licence]:
    """Return every licence by id."""
    return {c.id: c for c in facts.estate.of("licence").values() if isinstance(c, Licence)}


def _uses(facts: Facts) -> dict[str, tuple[Use, ...]]:
    """Return, for each licence, its uses by assets that are live or retiring.

    An asset uses what it is `licensed_by`, and what buys extended support for its software.
    """
    licences = licences_in(facts)
    counting = _Counting(facts)
    state = facts.column("asset.state")
    found: dict[str, list[Use]] = {key: [] for key in licences}
    for asset in facts.assets:
        if state[asset.id] not in PRESENT:
            continue
        stated = _stated(facts, asset)
        for key in dict.fromkeys((*stated, *_extending(asset))):
            if key in licences:
                said = stated.get(key)
                quantity = counting.count(asset, licences[key]) if said is None else said
                found[key].append(Use(f"{key}:{asset.id}", asset, quantity))
    return {key: tuple(listed) for key, listed in found.items()}


def _stated(facts: Facts, asset: Asset) -> dict[str, float | None]:
    """Return the licences of an asset on the day, each with the quantity that it states."""
    stated: dict[str, float | None] = {}
    for link in asset.licensed_by or ():
        if link.begins <= facts.today <= link.until:
            stated.update(dict.fromkeys(link.targets, link.quantity))
    return stated


def _extending(asset: Asset) -> Iterator[str]:
    for item in getattr(asset, "software", None) or ():
        if item.extended_support:
            yield item.extended_support


class _Counting:
    """Counts what an asset uses of a licence where its `licensed_by` item does not say."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._counted = {
            (found.asset.id, found.product_id): found.count
            for found in facts.subjects("installation")
            if found.count is not None
        }

    def count(self, asset: Asset, licence: Licence) -> float | None:
        """Return how much of a licence an asset uses; None where that is not recorded.

        user: named users. core: a server's cores. device, instance: how many of a fleet have the
        product, else how many it is; one for a single machine. concurrent: never counted, because
        how many people use a system does not say how many do so at one time.
        """
        if licence.metric == "user":
            users = getattr(asset, "users", None)
            return users.named if users else None
        if licence.metric == "core":
            return getattr(asset, "cores", None)
        if licence.metric == "device":
            return self._machines(asset, licence)
        if licence.metric == "instance":
            return self._machines(asset, licence) if asset.kind == "device" else 1
        return 1 if licence.metric == "enterprise" else None

    def _machines(self, asset: Asset, licence: Licence) -> float | None:
        """Return how many machines have the product, else how many a record stands for."""
        having = self._counted.get((asset.id, product_of(self._facts, licence)))
        if having is not None:
            return float(having)
        count: float | None = getattr(asset, "count", None)
        if count is not None:
            return count
        return 1 if getattr(asset, "form", None) in ONE_MACHINE else None


def _deployed(facts: Facts) -> dict[str, float | None]:
    """Sum the uses; None where one is not counted, or there is none on record."""
    return {
        key: sum(known) if uses and len(known) == len(uses) else None
        for key, uses, known in _known(facts)
    }


def _at_least(facts: Facts) -> dict[str, float]:
    return {key: sum(known) for key, _, known in _known(facts)}


def _known(facts: Facts) -> Iterator[tuple[str, tuple[Use, ...], list[float]]]:
    for key, uses in facts.column("licence.uses").items():
        yield key, uses, [use.quantity for use in uses if use.quantity is not None]


def _surplus(facts: Facts) -> dict[str, float | None]:
    deployed = facts.column("licence.deployed")
    return {key: _left(licence, deployed[key]) for key, licence in licences_in(facts).items()}


def _surplus_at_most(facts: Facts) -> dict[str, float | None]:
    at_least = facts.column("licence.deployed_at_least")
    return {key: _left(licence, at_least[key]) for key, licence in licences_in(facts).items()}


def _left(licence: Licence, deployed: float | None) -> float | None:
    """Return what is unused: of a licence without a limit, without limit."""
    if licence.metric == "enterprise" or licence.quantity == UNLIMITED:
        return UNLIMITED
    if licence.quantity is None or deployed is None:
        return None
    return licence.quantity - deployed


def _unused_share(facts: Facts) -> dict[str, float | None]:
    surplus = facts.column("licence.surplus")
    return {key: _share(licence, surplus[key]) for key, licence in licences_in(facts).items()}


def _share(licence: Licence, surplus: float | None) -> float | None:
    if surplus is None:
        return None
    if surplus == UNLIMITED or not licence.quantity:
        return 0
    return max(surplus, 0) / licence.quantity


_COUNTED = ("licensed_by", "metric")

LICENSING_FACTS: tuple[Fact, ...] = (
    Fact("licence_use", "asset", Type("asset"), "Who uses it.", attribute="asset", open=False),
    Fact(
        "licence_use",
        "quantity",
        Type("number"),
        "How much of it, in the licence's own metric.",
        attribute="quantity",
        settles=("licensed_by",),
        null="no limit",
    ),
)

LICENSING = (
    Derived(
        Fact(
            "licence",
            "uses",
            Type("licence_use", many=True),
            "The assets in use that are licensed by it, or whose extended support it buys, and "
            "how much of it each uses.",
            open=False,
            settles=("licensed_by",),
        ),
        _uses,
    ),
    Derived(
        Fact(
            "licence",
            "deployed",
            Type("number"),
            "How much of it is in use, in its own metric: what each `licensed_by` item says, "
            "else named users, cores, devices or instances.",
            settles=_COUNTED,
        ),
        _deployed,
    ),
    Derived(
        Fact(
            "licence",
            "deployed_at_least",
            Type("number"),
            "How much of it is in use as far as that is recorded, in its own metric.",
            open=False,
            settles=_COUNTED,
        ),
        _at_least,
    ),
    Derived(
        Fact(
            "licence",
            "surplus",
            Type("number"),
            "What was bought less what is in use, in its own metric; negative where more is in "
            "use. An enterprise licence has no limit.",
            settles=("quantity", *_COUNTED),
            null="no limit",
        ),
        _surplus,
    ),
    Derived(
        Fact(
            "licence",
            "surplus_at_most",
            Type("number"),
            "What was bought less what is in use as far as that is recorded: negative where more "
            "is in use for certain.",
            settles=("quantity", *_COUNTED),
            null="no limit",
        ),
        _surplus_at_most,
    ),
    Derived(
        Fact(
            "licence",
            "unused_share",
            Type("number"),
            "Which share of it is not in use, from 0 to 1; 0 where it has no limit.",
            settles=("quantity", *_COUNTED),
        ),
        _unused_share,
    ),
)
