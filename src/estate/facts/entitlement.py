"""Extended support that licences buy, for one product, version and asset (rules.md).

What is not recorded about a licence leaves open whether it buys: then so is the support.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from estate.facts.facts import Facts
from estate.facts.identity import Identifier, Identity
from estate.facts.life import PRESENT
from estate.facts.listing import Listed, identifier_of
from estate.frozen import frozen
from estate.model import Asset, Licence


@frozen
class Entitlement:
    """The licence that buys extended support today; `unsure` where another one may, or may longer.

    `licence` is None where none is known to.
    """

    licence: Licence | None = None
    unsure: bool = False


NONE = Entitlement()


@frozen
class _Purchase:
    """What a licence buys: the product and the versions as they are identified; None: unknown."""

    licence: Licence
    product: Identity | None
    versions: tuple[Identity, ...] | None
    in_force: bool | None

    def buys(self, identity: Identity) -> bool | None:
        """Whether it buys support for a product at a version today."""
        answers = (self.in_force, self._of_product(identity), self._of_version(identity))
        if False in answers:
            return False
        return None if None in answers else True

    def _of_product(self, identity: Identity) -> bool | None:
        if self.product is None:
            return None
        bought, used = self.product.match.product, identity.match.product
        if bought is not None and used is not None:
            return bought.id == used.id
        return self.product.product_id.casefold() == identity.product_id.casefold()

    def _of_version(self, identity: Identity) -> bool | None:
        if not self.versions:
            return None if self.versions is None else True
        wanted = identity.match.cycle
        return any(
            bought.version == identity.version
            or (wanted is not None and bought.match.cycle == wanted)
            for bought in self.versions
        )


class Entitlements:
    """Finds the licences that buy extended support for what is installed."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        identifier = facts.once(identifier_of)
        self._purchases = {
            key: _purchase(facts, identifier, licence)
            for key, licence in facts.estate.of("licence").items()
            if isinstance(licence, Licence) and licence.extended_support
        }

    def of(self, listed: Listed) -> Entitlement:
        """Return what entitles an installation to extended support: the licence that lasts."""
        best: Licence | None = None
        unsure = False
        for key in self._licences(listed):
            purchase = self._purchases.get(key)
            answer = purchase.buys(listed.identity) if purchase else False
            if purchase and answer:
                best = max(best or purchase.licence, purchase.licence, key=_lasts)
            unsure = unsure or answer is None
        return Entitlement(best, unsure) if best or unsure else NONE

    def _licences(self, listed: Listed) -> Iterator[str]:
        """Yield the licences named by the items, by the asset, and by those who tell it too."""
        for item in (*listed.items, *(item for _, item in listed.told)):
            if item.extended_support:
                yield item.extended_support
        for asset in (listed.asset, *(asset for asset, _ in listed.told)):
            yield from self._of_asset(asset)

    def _of_asset(self, asset: Asset) -> Iterator[str]:
        for link in asset.licensed_by or ():
            if link.begins <= self._facts.today <= link.until:
                yield from link.targets


def _lasts(licence: Licence) -> date:
    return licence.ends or date.min


def _purchase(facts: Facts, identifier: Identifier, licence: Licence) -> _Purchase:
    product = licence.product
    versions = None
    if product is not None and licence.versions is not None:
        versions = tuple(identifier.identify(product, version) for version in licence.versions)
    return _Purchase(
        licence,
        None if product is None else identifier.identify(product, None),
        versions,
        _in_force(facts, licence),
    )


def _in_force(facts: Facts, licence: Licence) -> bool | None:
    """Whether a licence holds today; None where its end is not recorded."""
    if licence.starts > facts.today or facts.column("asset.state")[licence.id] not in PRESENT:
        return False
    return None if licence.ends is None else facts.today <= licence.ends
