"""What is installed where, as the records list it: each installation once, however often told.

An application has its own product and version, and a list of software; servers, devices and APIs
have a list. What an application or API repeats of the machine it runs on is one installation, on
the machine. Who tells it too may know more of it: the day of its last fix, or the licence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from functools import cached_property

from estate.facts.facts import Facts
from estate.facts.identity import Identifier, Identity, Release
from estate.facts.life import PRESENT
from estate.frozen import frozen, slotted
from estate.model import Api, Application, Asset, Device, Entry, Server, Software

Path = tuple[str | int, ...]

_OWN = (("version",), ("product",))
"""Where an application's own product stands."""


@slotted
class Listed:
    """One product at one version on one asset; `path` is where it stands first.

    `items` are the asset's own, more than one where it repeats itself; `told` those of
    applications and APIs in use that run on it.
    """

    id: str
    asset: Asset
    identity: Identity
    path: Path
    items: list[Software]
    told: list[tuple[Asset, Software]] = field(default_factory=list)

    def software(self) -> Software:
        """Return what all who tell it say together: of two sayings the worse; counts are added."""
        if len(self.items) == 1 and not self.told:
            return self.items[0]
        said = [*self.items, *(item for _, item in self.told)]
        counts = [item.count for item in self.items]
        known = [count for count in counts if count is not None]
        return Software(
            product=self.identity.given,
            version=self.items[0].version,
            patched=min((i.patched for i in said if i.patched is not None), default=None),
            patch_days=max((i.patch_days for i in said if i.patch_days is not None), default=None),
            count=sum(known) if len(known) == len(counts) else None,
        )


@frozen
class Listing:
    """Everything that is installed, in the order of assets and of their lists.

    `own` gives, by application, the installation of its own product.
    """

    listed: tuple[Listed, ...]
    own: dict[str, str]


def identifier_of(facts: Facts) -> Identifier:
    """Return what identifies the software of an estate."""
    return Identifier(facts.catalogue)


def listing_of(facts: Facts) -> Listing:
    """Return what is installed on the assets of an estate."""
    return _Gathering(facts).listing()


class _OnAsset:
    """What was found on one asset so far."""

    def __init__(self, asset: Asset) -> None:
        self.asset = asset
        self.found: dict[str, Listed] = {}
        self._exactly: dict[tuple[Release, tuple[str, ...]], Listed] = {}

    @cached_property
    def _releases(self) -> dict[Release, list[Listed]]:
        releases: dict[Release, list[Listed]] = {}
        for one in self.found.values():
            releases.setdefault(one.identity.release, []).append(one)
        return releases

    def repeated(self, identity: Identity) -> Listed | None:
        """Return what is the same software, its version said as closely, else more or less so.

        Asked of a machine once all that it lists is found.
        """
        there = self._exactly.get((identity.release, identity.detail))
        loosely = (
            one
            for one in self._releases.get(identity.release, ())
            if one.identity.repeats(identity)
        )
        return there or next(loosely, None)

    def add(self, identity: Identity, item: Software, path: Path) -> Listed:
        """Add an item: a second saying of what is there already, or something new."""
        exactly = (identity.release, identity.detail)
        there = self._exactly.get(exactly)
        if there is not None:
            there.items.append(item)
            return there
        key = _id(self.asset, identity)
        if key in self.found:
            # Spelt alike and yet another: then only the whole text tells them apart.
            identity = replace(identity, product_id=identity.given)
            key = _id(self.asset, identity)
        one = Listed(key, self.asset, identity, path, [item])
        self.found[key] = self._exactly[exactly] = one
        return one


class _Gathering:
    """Goes through the records: machines first, then what runs on them."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._identifier = facts.once(identifier_of)
        self._state = facts.column("asset.state")
        self._assets: dict[str, _OnAsset] = {}
        self._own: dict[str, str] = {}

    def listing(self) -> Listing:
        for kind in ("server", "device", "application", "api"):
            for asset in self._facts.estate.of(kind).values():
                self._gather(asset)
        order = (self._assets[a.id] for a in self._facts.assets if a.id in self._assets)
        return Listing(tuple(one for there in order for one in there.found.values()), self._own)

    def _gather(self, asset: Entry) -> None:
        assert isinstance(asset, Application | Server | Device | Api)  # noqa: S101 - the sections
        machines: list[_OnAsset] | None = None
        for item, path in recorded(asset):
            identity = self._identifier.identify(item.product, item.version)
            if machines is None:
                machines = self._machines_of(asset)
            there = _on_any(machines, identity)
            if there is None:
                on_asset = self._assets.get(asset.id) or _OnAsset(asset)
                self._assets[asset.id] = on_asset
                there = on_asset.add(identity, item, path)
            else:
                there.told.append((asset, item))
            if path in _OWN:
                self._own[asset.id] = there.id

    def _machines_of(self, asset: Asset) -> list[_OnAsset]:
        """Return what is on the machines in use that something in use runs on."""
        if not getattr(asset, "runs_on", None) or self._state[asset.id] not in PRESENT:
            return []
        return [
            self._assets[key]
            for key in self._facts.graph.related(asset.id, "runs_on")
            if self._state[key] in PRESENT
            and key in self._assets
            and isinstance(self._facts.estate.get(key), Server | Device)
        ]


def _on_any(machines: list[_OnAsset], identity: Identity) -> Listed | None:
    """Return the same software on a machine; what is not recorded is the same as nothing."""
    if not identity.given:
        return None
    return next((there for one in machines if (there := one.repeated(identity))), None)


def recorded(asset: Application | Server | Device | Api) -> Iterator[tuple[Software, Path]]:
    """Yield what an asset says is installed, with its path.

    Where it says nothing and something must be there, a product that is not recorded is. What
    runs as software as a service is its supplier's affair.
    """
    product = None
    if isinstance(asset, Application):
        product, version = asset.product, asset.version
        if product:
            path = _OWN[0] if version else _OWN[1]
            yield Software(product=product, version=version or None), path
    for position, item in enumerate(asset.software or ()):
        yield item, ("software", position)
    if asset.software is None and product is None and _must_run_something(asset):
        yield _UNRECORDED, ()


_UNRECORDED = Software(product="")


def _must_run_something(asset: Application | Server | Device | Api) -> bool:
    if isinstance(asset, Application):
        return asset.service_model != "saas"
    return not isinstance(asset, Api)


def _id(asset: Asset, identity: Identity) -> str:
    return f"{asset.id}:{identity.product_id}@{identity.version or ''}"
