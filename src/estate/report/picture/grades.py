"""What the colour of a thing says: the support of what it runs, or how critical it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from estate.facts import UNMANAGED, Facts, Installation
from estate.report.picture.shapes import GRADES, STATUSES, Status

__all__ = ["COLOURS", "Colour", "grades_of", "support_of"]

Colour: TypeAlias = Literal["support", "criticality"]

COLOURS: Final[Mapping[Colour, str]] = {
    "support": "coloured by the worst support of what each runs",
    "criticality": "coloured by how critical each is said to be",
}
"""What a picture can be coloured by, in words."""


def grades_of(facts: Facts, colour: Colour) -> Mapping[str, Status]:
    """Return what to say of each asset by id; an asset that is absent has nothing to be said of."""
    return support_of(facts) if colour == "support" else _criticality(facts)


def support_of(facts: Facts) -> dict[str, Status]:
    """Return the worst support of what each asset runs, by its id; of those that run something."""
    worst: dict[str, Status] = {}
    for found in facts.subjects("installation"):
        status = _status(facts, found)
        before = worst.get(found.asset.id, status)
        worst[found.asset.id] = min(status, before, key=STATUSES.index)
    return worst


def _status(facts: Facts, found: Installation) -> Status:
    support = found.support
    if support.status is None:
        return "none" if facts.column("installation.software_as_a_service")[found.id] else "unknown"
    if support.status in UNMANAGED:
        return "ended"
    if support.status == "extended":
        return "extended"
    horizons = facts.estate.policy.horizons
    soon = bool(horizons) and support.ends is not None
    if soon and support.ends is not None and support.ends <= facts.today + horizons[0]:
        return "ending"
    return "supported"


def _criticality(facts: Facts) -> dict[str, Status]:
    said = {asset.id: asset.criticality or "unstated" for asset in facts.assets}
    return {key: grade for key, grade in said.items() if grade in GRADES}
