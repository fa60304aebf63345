"""What an item of software is: its product and version, matched to the lifecycle catalogue once."""

from __future__ import annotations

from dataclasses import replace

from estate.frozen import frozen
from estate.lifecycle import Catalogue, Cycle, Match, Product
from estate.lifecycle.identifiers import DISTRIBUTED, cpe, package_url
from estate.lifecycle.wording import components

_NO_PRODUCT = Match("none", reason="no product is recorded")

Release = tuple[str, tuple[str, ...]]


@frozen
class Identity:
    """What a product and a version are, as they were written and as they matched.

    `product` is what it matched; of a distribution's package, that package, with the dates of the
    distribution. `product_id` names it for good: the id of that product, else the text without
    the version. `version` is that of the text where none stands beside it. `release` is the
    product with its release cycle, else with its version by components; `detail` is what the
    version says beyond the cycle. Where both are equal, it is one product at one version.
    """

    given: str
    match: Match
    product: Product | None
    product_id: str
    version: str | None
    release: Release
    detail: tuple[str, ...]

    def repeats(self, other: Identity) -> bool:
        """Whether both may be one installation: one says the version more closely at most."""
        shorter = min(len(self.detail), len(other.detail))
        return self.release == other.release and self.detail[:shorter] == other.detail[:shorter]


class Identifier:
    """Identifies software by a catalogue, each spelling once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known: dict[tuple[str, str | None], Identity] = {}

    def identify(self, product: str, version: str | None) -> Identity:
        """Return what a product's text and the version beside it are."""
        asked = (product, version)
        if asked not in self._known:
            self._known[asked] = self._identified(product, version or None)
        return self._known[asked]

    def _identified(self, given: str, stated: str | None) -> Identity:
        match = self._catalogue.match(given, stated) if given else _NO_PRODUCT
        named, within = _taken_apart(given)
        version = stated or within or (match.cycle.id if match.cycle else None)
        product = _package(given, named, match.product)
        known = product is not None and (match.cycle is not None or self._is_bare(given))
        product_id = product.id if product is not None and known else named
        release, detail = components(version or ""), tuple[str, ...]()
        if product is not None and match.cycle is not None and product is match.product:
            release, detail = (match.cycle.id,), self._beyond(product, match.cycle, version or "")
        of_product = (product_id.casefold(), release)
        return Identity(given, match, product, product_id, version, of_product, detail)

    def _is_bare(self, given: str) -> bool:
        """Whether a text names a product and says nothing of a version."""
        product, _, said = self._catalogue.identify(given)
        return product is not None and not said

    def _beyond(self, product: Product, cycle: Cycle, version: str) -> tuple[str, ...]:
        """Return the components of a version that go beyond the cycle it matched."""
        parts, least = self._catalogue.reading(product, version).parts, components(cycle.id)
        return parts[len(least) :] if parts[: len(least)] == least else ()


def _taken_apart(given: str) -> tuple[str, str | None]:
    """Return what an identifier names whatever its version, and its version; else the text."""
    if url := package_url(given):
        of = url.qualifiers.get("distro")
        return url.key + (f"?distro={of}" if of else ""), url.version
    return cpe(given) or (given, None)


def _package(given: str, named: str, matched: Product | None) -> Product | None:
    """Return the product as people know it: a distribution's package is not the distribution."""
    url = package_url(given)
    if matched is None or url is None or url.type not in DISTRIBUTED:
        return matched
    return replace(matched, id=named, name=f"{url.name} ({matched.name})")
