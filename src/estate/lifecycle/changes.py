"""What changes from one catalogue to another: products, releases, dates, and names that are lost.

The latest version of a release moves every week and judges nothing: it is not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from estate.frozen import frozen
from estate.lifecycle.catalogue import Catalogue
from estate.lifecycle.product import Product

__all__ = ["Change", "Changes", "Renaming", "diff"]

_OF_PRODUCT = ("name", "vendor", "extended")
_OF_CYCLE = ("released", "active_ends", "support_ends", "extended_support_ends", "lts")


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One field of a product, or of one of its cycles, before and after (None: nobody said)."""

    product: str
    cycle: str
    field: str
    old: str | date | bool | None
    new: str | date | bool | None


@dataclass(frozen=True, slots=True, order=True)
class Renaming:
    """A name that stands for something else than before; `new` is empty where it is lost.

    `name` is the key of a product's name or identifier, or `product@name` of a version.
    """

    name: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@frozen
class Changes:
    """Everything that differs, in order. Cycles are written `product@cycle`."""

    old_as_of: date
    new_as_of: date
    products_added: tuple[str, ...] = ()
    products_removed: tuple[str, ...] = ()
    cycles_added: tuple[str, ...] = ()
    cycles_removed: tuple[str, ...] = ()
    changed: tuple[Change, ...] = ()
    renamed: tuple[Renaming, ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything differs but the day."""
        came_or_went = self.products_added or self.products_removed
        cycles = self.cycles_added or self.cycles_removed
        return bool(came_or_went or cycles or self.changed or self.renamed)

    @property
    def names_lost(self) -> tuple[Renaming, ...]:
        """The names that matched before and match nothing now."""
        return tuple(renaming for renaming in self.renamed if not renaming.new)


def diff(old: Catalogue, new: Catalogue) -> Changes:
    """Compare two catalogues. Raises CatalogueError where an entry cannot be read."""
    before, after = _products(old), _products(new)
    both = [(before[key], after[key]) for key in sorted(before.keys() & after.keys())]
    had = {f"{one.id}@{cycle.id}" for one, _ in both for cycle in one.cycles}
    has = {f"{one.id}@{cycle.id}" for _, one in both for cycle in one.cycles}
    return Changes(
        old.as_of,
        new.as_of,
        tuple(sorted(after.keys() - before.keys())),
        tuple(sorted(before.keys() - after.keys())),
        tuple(sorted(has - had)),
        tuple(sorted(had - has)),
        tuple(change for pair in both for change in _changed(*pair)),
        tuple(_renamed(_names(old, before), _names(new, after))),
    )


def _products(catalogue: Catalogue) -> dict[str, Product]:
    found = ((key, catalogue.product(key)) for key in catalogue.ids)
    return {key: product for key, product in found if product is not None}


def _changed(old: Product, new: Product) -> Iterator[Change]:
    for field in _OF_PRODUCT:
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            yield Change(new.id, "", field, was, now)
    after = {cycle.id: cycle for cycle in new.cycles}
    for cycle in old.cycles:
        for field in _OF_CYCLE if cycle.id in after else ():
            was, now = getattr(cycle, field), getattr(after[cycle.id], field)
            if was != now:
                yield Change(new.id, cycle.id, field, was, now)


def _names(catalogue: Catalogue, products: dict[str, Product]) -> dict[str, tuple[str, ...]]:
    """Return what every name stands for: of products, identifiers and versions."""
    versions = {
        f"{product.id}@{name}": to
        for product in products.values()
        for name, to in product.version_names
    }
    return {**catalogue.names, **catalogue.identifiers, **versions}


def _renamed(
    old: dict[str, tuple[str, ...]], new: dict[str, tuple[str, ...]]
) -> Iterator[Renaming]:
    for name in sorted(old):
        if new.get(name, ()) != old[name]:
            yield Renaming(name, old[name], new.get(name, ()))
