"""An estate as the work plan will have made it, to be judged like any other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from estate.errors import Location, UsageError
from estate.findings import Place
from estate.frozen import slotted
from estate.pipeline import Loaded
from estate.plan import Projection, project
from estate.read import Inventory

__all__ = ["at", "projected"]


def at(loaded: Loaded, today: date, day: date) -> Loaded:
    """Return an estate as the work plan will have made it on a day, to be judged on that day.

    What the plan changes is pointed at where the plan says so. `projection` says what was applied
    and what could not be. Raises UsageError for a day before today.
    """
    if day < today:
        raise UsageError(
            f"--at {day} is before {today}: the work plan says what is to come; "
            f"for a day that has passed, write --as-of {day}"
        )
    return projected(loaded, project(loaded.inventory.estate, today, day))


def projected(loaded: Loaded, projection: Projection) -> Loaded:
    """Return what was read with a projected estate in its place."""
    places = _Places(loaded.inventory.places, projection)
    inventory = Inventory(projection.estate, places)
    return replace(loaded, inventory=inventory, projection=projection)


@slotted
class _Places(Mapping[Place, Location]):
    """Where the values of a projected estate are written: in the inventory, or in its plan."""

    read: Mapping[Place, Location]
    projection: Projection

    def __getitem__(self, place: Place) -> Location:
        """Return the location of a place. Raises KeyError for an unknown record."""
        return self.read[self.projection.place(place)]

    def __iter__(self) -> Iterator[Place]:
        """Every record's own place."""
        return iter(self.read)

    def __len__(self) -> int:
        """How many records there are."""
        return len(self.read)
