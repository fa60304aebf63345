"""What the inventory says of products, laid over the catalogue field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from estate.lifecycle.product import Cycle, LocalCycle, LocalProduct, Product, newest_first
from estate.lifecycle.versions import VersionIndex

__all__ = ["merged"]

_INVENTORY = "inventory"
_DATES = ("released", "active_ends", "support_ends", "extended_support_ends")


def merged(known: Product | None, local: LocalProduct) -> Product:
    """Return the product as the inventory and the catalogue together describe it.

    What the inventory gives wins; what it leaves out stays. An alias is added to those known.
    """
    product = known or Product(local.id, local.name or local.id)
    told = {
        field: getattr(local, field)
        for field in ("name", "vendor", "standard", "withdrawn", "extended")
        if getattr(local, field) is not None
    }
    cycles = _cycles(product, local)
    if "extended" not in told and product.extended is None and _has_extended(cycles):
        told["extended"] = "paid"  # the answer that never passes by mistake
    aliases = (*local.aliases, *((product.name,) if "name" in told else ()), *product.aliases)
    return replace(
        product,
        **told,
        aliases=tuple(dict.fromkeys(aliases)),
        cycles=cycles,
        local=True,
    )


def _has_extended(cycles: Iterable[Cycle]) -> bool:
    return any(cycle.extended_support_ends is not None for cycle in cycles)


def _cycles(product: Product, local: LocalProduct) -> tuple[Cycle, ...]:
    cycles = {cycle.id: cycle for cycle in product.cycles}
    index = VersionIndex(product)
    for version, told in local.cycles.items():
        meant = index.exactly(version)
        known = cycles.get(meant) or Cycle(version)
        cycles[known.id] = _cycle(known, told)
    return newest_first(cycles.values())


def _cycle(known: Cycle, told: LocalCycle) -> Cycle:
    said: dict[str, Any] = {
        field: getattr(told, field) for field in _DATES if getattr(told, field) is not None
    }
    as_of: date | None = known.as_of
    if said:
        said["source"] = told.source or _INVENTORY
    elif told.source:
        said["source"] = told.source
    if "support_ends" in said or not known.source:
        as_of = None
    return replace(known, **said, as_of=as_of)
