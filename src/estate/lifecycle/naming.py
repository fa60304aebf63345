"""People's names, kept by hand in `names.json`, laid over what a source says.

Naming happens when a snapshot is made, so that a run finds names by one look into a table.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from estate.frozen import frozen
from estate.lifecycle.identifiers import canonical
from estate.lifecycle.product import Cycle, Extended, Product
from estate.lifecycle.wording import components, key_of

__all__ = [
    "Names",
    "bundled_names",
    "identifier_table",
    "name_table",
    "named",
    "stale_names",
]

_Key = tuple[str, ...]
_HOW: tuple[Extended, ...] = ("paid", "included", "automatic")


@frozen
class Names:
    """The hand-kept data: see `docs/lifecycle.md` for each table's meaning."""

    vendors: Mapping[str, str] = field(default_factory=dict)
    prefixes: Mapping[str, list[str]] = field(default_factory=dict)
    noise: tuple[str, ...] = ()
    extended: Mapping[str, list[str]] = field(default_factory=dict)
    distributions: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str | list[str]] = field(default_factory=dict)
    identifiers: Mapping[str, str] = field(default_factory=dict)
    families: tuple[Mapping[str, Any], ...] = ()
    products: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def of(self, product: str) -> Mapping[str, Any]:
        """Return what is kept by hand of one product."""
        return self.products.get(product, {})

    def versions_of(self, product: str) -> dict[_Key, tuple[str, ...]]:
        """Return the names for a product's versions, its own before those of its family."""
        told: dict[str, str | list[str]] = {}
        for family in self.families:
            if product in family["products"]:
                told |= family["versions"]
        told |= self.of(product).get("versions", {})
        return {components(name): _targets(target) for name, target in told.items()}


def bundled_names() -> Names:
    """Return the names that ship with the program."""
    data: dict[str, Any] = json.loads(Path(__file__).with_name("names.json").read_bytes())
    data |= {key: tuple(data[key]) for key in ("noise", "families")}
    return Names(**{key: value for key, value in data.items() if key != "about"})


def named(product: Product, names: Names) -> Product:
    """Return the product with its vendor, aliases, version names and kind of extended support.

    Where nobody says how extended support is had and the product has it, it is paid: the answer
    that never passes by mistake.
    """
    told = names.of(product.id)
    of_tags = (names.vendors[tag] for tag in product.tags if tag in names.vendors)
    has_extended = any(cycle.extended_support_ends is not None for cycle in product.cycles)
    how = next((how for how in _HOW if product.id in names.extended.get(how, [])), None)
    keys = (key for key in map(canonical, product.identifiers) if key)
    return replace(
        product,
        vendor=told.get("vendor", next(of_tags, "")),
        aliases=tuple(dict.fromkeys((*told.get("aliases", ()), *product.aliases))),
        identifiers=tuple(dict.fromkeys(keys)),
        extended=how or ("paid" if has_extended else None),
        version_names=_version_names(product, names),
        editions=tuple(told.get("editions", {}).items()),
    )


def _version_names(product: Product, names: Names) -> tuple[tuple[str, tuple[str, ...]], ...]:
    told = names.of(product.id)
    found = {components(name): cycles for name, cycles in product.version_names}
    if told.get("builds"):
        found = _builds(product.cycles) | found
    for cycle in told.get("letters", ()):
        found |= {components(cycle + letters): (cycle,) for letters in _letters()}
    found |= names.versions_of(product.id)
    ids = {cycle.id for cycle in product.cycles}
    kept = ((key, tuple(t for t in to if t in ids or "@" in t)) for key, to in found.items())
    return tuple(sorted(("-".join(key), to) for key, to in kept if to))


def _builds(cycles: Iterable[Cycle]) -> dict[_Key, tuple[str, ...]]:
    """Return the builds that releases of Windows are known by, with every cycle of that build."""
    found: dict[_Key, tuple[str, ...]] = {}
    for cycle in cycles:
        key = components(cycle.latest)
        found[key] = (*found.get(key, ()), cycle.id)
    return found


def _letters() -> Iterator[str]:
    yield from ascii_lowercase
    yield from (f"z{letter}" for letter in ascii_lowercase)


def name_table(products: Iterable[Product], names: Names) -> dict[str, tuple[str, ...]]:
    """Return every name's products by the key of the name.

    An id is its product's alone; then what is kept by hand decides; a name that several products
    claim is ambiguous.
    """
    products = list(products)
    ids = {key_of(product.id): (product.id,) for product in products}
    found: dict[str, set[str]] = {}
    for product in products:
        for name in (product.name, *product.aliases):
            found.setdefault(key_of(name), set()).add(product.id)
    table = {key: tuple(sorted(claim)) for key, claim in found.items()}
    for name, target in names.names.items():
        table[key_of(name)] = _targets(_followed(target, names))
    known = {product.id for product in products}
    kept = {key: tuple(t for t in to if t.partition("@")[0] in known) for key, to in table.items()}
    return {key: to for key, to in sorted((kept | ids).items()) if to and key}


def identifier_table(products: Iterable[Product], names: Names) -> dict[str, tuple[str, ...]]:
    """Return every identifier's products by the identifier's key; those kept by hand first."""
    found: dict[str, set[str]] = {}
    known = set()
    for product in products:
        known.add(product.id)
        for identifier in product.identifiers:
            found.setdefault(identifier, set()).add(product.id)
    table = {key: tuple(sorted(claim)) for key, claim in found.items()}
    for identifier, target in names.identifiers.items():
        if target.partition("@")[0] in known:
            table[canonical(identifier)] = (target,)
    return dict(sorted(table.items()))


def _followed(target: str | list[str], names: Names) -> str | list[str]:
    """Return what a name that stands for another name stands for in the end."""
    return names.names[target] if isinstance(target, str) and target in names.names else target


def _targets(target: str | list[str]) -> tuple[str, ...]:
    return (target,) if isinstance(target, str) else tuple(target)


def stale_names(products: Mapping[str, Product], names: Names) -> list[str]:
    """Return what is kept by hand and stands for a product or a version that is not there.

    A family's version is stale when none of its products has it.
    """
    told = [*names.products, *names.distributions.values(), *names.identifiers.values()]
    told += [product for known in names.extended.values() for product in known]
    told += [to for target in names.names.values() for to in _targets(_followed(target, names))]
    groups = [([product], own.get("versions", {})) for product, own in names.products.items()]
    groups += [(family["products"], family["versions"]) for family in names.families]
    stale = {name for name in told if name.partition("@")[0] not in products}
    for members, versions in groups:
        known = [products[product] for product in members if product in products]
        has = {cycle.id for product in known for cycle in product.cycles}
        targets = {to for target in versions.values() for to in _targets(target)}
        wrong = (to for to in targets - has if to.partition("@")[0] not in products)
        stale |= {f"{members[0]}@{to}" for to in wrong}
    return sorted(stale)
