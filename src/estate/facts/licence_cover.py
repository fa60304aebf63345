"""Whether a licence covers an installation of a product that is licensed in the estate.

A licence for a product covers what names it: the asset, what that runs on, what runs on it, or
what it is hosted on. An enterprise licence covers every asset of its own organisations. Whether
it is still in force is not asked here: an ended licence in use is a matter of its own. Extended
support is sold on top of a licence: it covers what names it, and makes no product a licensed one.
"""

from __future__ import annotations

from collections.abc import Iterator

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.installations import Installation
from estate.facts.licensing import licences_in, product_of
from estate.facts.life import PRESENT
from estate.model import Asset, Licence, Organisation


class _Cover:
    """The licences in use by the product they are for, and whom they cover."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._cycles: dict[tuple[str, str], str | None] = {}
        self._around: dict[str, set[str]] = {}
        self._bodies: dict[tuple[str, ...], set[str]] = {}
        state = facts.column("asset.state")
        self.by_product: dict[str | None, list[Licence]] = {}
        for key, licence in licences_in(facts).items():
            if state[key] in PRESENT:
                self.by_product.setdefault(product_of(facts, licence), []).append(licence)

    def licensed_products(self) -> set[str]:
        """Return the products that some licence is for, not only for their support."""
        return {
            product
            for product, licences in self.by_product.items()
            if product and any(not licence.extended_support for licence in licences)
        }

    def covers(self, found: Installation) -> bool | None:
        """Whether a licence covers an installation; None where that is not recorded."""
        named, complete = self._named(found.asset)
        answers: list[bool | None] = [] if complete else [None]
        for licence in self.by_product.get(found.product_id, ()):
            if licence.id in named:
                answers.append(self._version(licence, found))
            elif licence.metric in {"enterprise", None} and not licence.extended_support:
                answers.append(self._across(licence, found))
        if any(licence.id in named for licence in self.by_product.get(None, ())):
            answers.append(None)
        return True if True in answers else None if None in answers else False

    def _across(self, licence: Licence, found: Installation) -> bool | None:
        """Whether a licence that may be an enterprise one covers an asset that does not name it."""
        answers = {self._theirs(licence, found.asset), self._version(licence, found)}
        if False in answers:
            return False
        return None if licence.metric is None or None in answers else True

    def _named(self, asset: Asset) -> tuple[set[str], bool]:
        """Return the licences that an asset is covered by, and whether the asset itself says."""
        if asset.id not in self._around:
            related = self._facts.graph.related
            self._around[asset.id] = {
                key for one in self._near(asset.id) for key in related(one, "licensed_by")
            }
        return self._around[asset.id], asset.licensed_by is not None

    def _near(self, key: str) -> Iterator[str]:
        """Yield the asset, what it runs on, what runs on it, and what it is hosted on."""
        graph = self._facts.graph
        yield key
        yield from graph.holders(key, "runs_on")
        yield from graph.related(key, "runs_on")
        seen, todo = {key}, list(graph.related(key, "hosted_on"))
        while todo:
            host = todo.pop()
            if host not in seen:
                seen.add(host)
                yield host
                todo.extend(graph.related(host, "hosted_on"))

    def _version(self, licence: Licence, found: Installation) -> bool | None:
        """Whether a licence is for this version; one that names none is for all."""
        if not licence.versions:
            return True
        if not found.version:
            return None
        if any(_within(found.version, version) for version in licence.versions):
            return True
        cycles = (self._cycle(found.product_id, version) for version in licence.versions)
        return found.cycle is not None and found.cycle in set(cycles)

    def _cycle(self, product: str, version: str) -> str | None:
        key = (product, version)
        if key not in self._cycles:
            cycle = self._facts.catalogue.match(product, version).cycle
            self._cycles[key] = cycle.id if cycle else None
        return self._cycles[key]

    def _theirs(self, licence: Licence, asset: Asset) -> bool | None:
        """Whether an asset belongs to the organisations that a licence belongs to."""
        if not licence.organisation or not asset.organisation:
            return None
        return self._councils(asset.organisation) <= self._councils(licence.organisation)

    def _councils(self, named: tuple[str, ...]) -> set[str]:
        """Return organisations, a shared service with its members instead of itself."""
        if named in self._bodies:
            return self._bodies[named]
        found = self._bodies[named] = set()
        for key in named:
            entry = self._facts.estate.get(key)
            members = entry.members if isinstance(entry, Organisation) else None
            found.update(members or (key,))
        return found


def _within(version: str, licensed: str) -> bool:
    """Whether a version is the licensed one, or a part, service pack or edition of it."""
    return version == licensed or version.startswith((f"{licensed}.", f"{licensed}-"))


def _licensed(facts: Facts) -> dict[str, bool | None]:
    cover = _Cover(facts)
    return {found.id: cover.covers(found) for found in facts.subjects("installation")}


def _product_licensed(facts: Facts) -> dict[str, bool]:
    known = _Cover(facts).licensed_products()
    return {found.id: found.product_id in known for found in facts.subjects("installation")}


ENTITLEMENT = (
    Derived(
        Fact(
            "installation",
            "product_licensed",
            Type("boolean"),
            "Whether some licence of the estate is for its product (to use it, not only to "
            "support it).",
            open=False,
        ),
        _product_licensed,
    ),
    Derived(
        Fact(
            "installation",
            "licensed",
            Type("boolean"),
            "Whether a licence for its product and version covers it: one that names the asset, "
            "what it runs on, what runs on it or what it is hosted on, or an enterprise licence "
            "of its organisations.",
            settles=("asset.licensed_by",),
        ),
        _licensed,
    ),
)
