"""The products that the inventory itself describes, as the catalogue takes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from estate.lifecycle import LocalCycle, LocalProduct
from estate.model import Estate, Product
from estate.model.commercial import Version
from estate.model.scalars import ALWAYS, NEVER


def local_products(estate: Estate) -> Iterator[LocalProduct]:
    """Yield what the inventory says of products; fields it does not state say nothing."""
    for key, entry in estate.of("product").items():
        if isinstance(entry, Product):
            yield LocalProduct(
                id=key,
                name=entry.name,
                vendor=entry.vendor,
                aliases=entry.aliases or (),
                standard=entry.standard,
                withdrawn=None if entry.withdrawn == NEVER else entry.withdrawn,
                extended=entry.extended,
                cycles={name: _cycle(version) for name, version in (entry.versions or {}).items()},
            )


def _cycle(version: Version) -> LocalCycle:
    return LocalCycle(
        released=_day(version.released),
        active_ends=version.active_support_ends,
        support_ends=version.support_ends,
        extended_support_ends=version.extended_support_ends,
        source=version.source,
    )


def _day(said: date | None) -> date | None:
    return None if said == ALWAYS else said
