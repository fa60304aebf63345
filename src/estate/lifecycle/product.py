"""What the world says of a product: its releases and the last days of their support."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from estate.frozen import frozen

__all__ = [
    "Cycle",
    "Ending",
    "Extended",
    "LocalCycle",
    "LocalProduct",
    "Product",
    "Standard",
    "newest_first",
]

Ending = date | bool | None
"""When a kind of support ends: its last day; True: over, day unknown; False: no end is announced;
None: nobody says."""

Extended = Literal["paid", "included", "automatic"]
"""Whether extended support must be bought, belongs to the product, or is charged unasked."""

Standard = Literal["approved", "contain", "prohibited"]


@frozen
class Cycle:
    """One release cycle of a product. `lts` may be the day from which it is long-term.

    `source` names who says so, and `as_of` the day of that saying where it is known.
    """

    id: str
    released: date | None = None
    active_ends: Ending = None
    support_ends: Ending = None
    extended_support_ends: Ending = None
    lts: date | bool = False
    latest: str = ""
    source: str = ""
    as_of: date | None = None


@frozen
class Product:
    """One product of the catalogue; its cycles stand newest first.

    `version_names` maps what people write for a version, its components joined by hyphens, to the
    cycles it may mean (`product@version` where it is another product's), and `editions` an
    edition's word to its mark in a cycle's id ("" where the word carries no meaning). `local`: the
    inventory says something of it.
    """

    id: str
    name: str
    vendor: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    extended: Extended | None = None
    standard: Standard | None = None
    withdrawn: date | None = None
    cycles: tuple[Cycle, ...] = ()
    version_names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    editions: tuple[tuple[str, str], ...] = ()
    local: bool = False

    def cycle(self, cycle_id: str) -> Cycle | None:
        """Return the cycle of exactly this id."""
        return next((cycle for cycle in self.cycles if cycle.id == cycle_id), None)


@frozen
class LocalCycle:
    """What the inventory says of one version of a product; None where it says nothing."""

    released: date | None = None
    active_ends: Ending = None
    support_ends: Ending = None
    extended_support_ends: Ending = None
    source: str | None = None


@frozen
class LocalProduct:
    """What the inventory says of a product; laid over the catalogue field by field."""

    id: str
    name: str | None = None
    vendor: str | None = None
    aliases: tuple[str, ...] = ()
    standard: Standard | None = None
    withdrawn: date | None = None
    extended: Extended | None = None
    cycles: Mapping[str, LocalCycle] = field(default_factory=dict)


def newest_first(cycles: Iterable[Cycle]) -> tuple[Cycle, ...]:
    """Sort cycles by release, the newest first; those without a date last; ties as they stood."""
    known = sorted(cycles, key=lambda cycle: cycle.released or date.min, reverse=True)
    return tuple(known)
