"""From the name of a place to the lines it stands on."""

from __future__ import annotations

from collections.abc import Mapping

from estate.errors import Location
from estate.findings import Place

__all__ = ["locate", "where"]


def locate(places: Mapping[Place, Location], place: Place) -> Location | None:
    """Return where `place` stands, or the nearest thing above it that stands somewhere.

    None means that nothing of the record is written in the inventory: a location is never made up.
    """
    for length in range(len(place.path), -1, -1):
        found = places.get(Place(place.asset, place.path[:length]))
        if found is not None:
            return found
    return None


def where(places: Mapping[Place, Location], place: Place) -> str:
    """Return the file and line of a place, `inventory/projects.yaml:12`; "" of what has none."""
    at = locate(places, place)
    return f"{at.file}:{at.line}" if at else ""
