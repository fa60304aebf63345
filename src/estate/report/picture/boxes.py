"""Which box each thing stands in: that of its organisation, site, service or zone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final, Literal, TypeAlias

from estate.facts import Facts

__all__ = ["BOXES", "Box", "boxes_of"]

Box: TypeAlias = Literal["organisation", "site", "service", "zone", "none"]


def boxes_of(facts: Facts, by: Box) -> Mapping[str, str]:
    """Return the name of the box of each asset, by its id; an empty name is no box."""
    return BOXES[by](facts)


def _by_organisation(facts: Facts) -> dict[str, str]:
    names = facts.estate.of("organisation")
    return {
        asset.id: _one(
            [names[key].name if key in names else key for key in asset.organisation or ()],
            "no organisation recorded",
            "shared",
        )
        for asset in facts.assets
    }


def _by_site(facts: Facts) -> dict[str, str]:
    """Go by where a thing ultimately stands; a place that nobody recorded is none."""
    sites = facts.column("asset.sites")
    found = {
        asset.id: _one(
            sorted({site.name for site in sites[asset.id] if site is not None}),
            "no site recorded" if None in sites[asset.id] else "at no site of ours",
            "several sites",
        )
        for asset in facts.assets
    }
    return found | {key: site.name for key, site in facts.estate.of("site").items()}


def _by_service(facts: Facts) -> dict[str, str]:
    """Go by the service that cannot do without a thing, directly or not."""
    services = facts.estate.of("service")
    needing: dict[str, set[str]] = {}
    for key, service in services.items():
        for needed in facts.graph.all_needs(key):
            needing.setdefault(needed, set()).add(service.name)
    found = {
        asset.id: _one(sorted(needing.get(asset.id, ())), "no service needs it", "several services")
        for asset in facts.assets
    }
    return found | {key: service.name for key, service in services.items()}


def _by_zone(facts: Facts) -> dict[str, str]:
    return {asset.id: asset.zone or "no zone recorded" for asset in facts.assets}


def _in_none(facts: Facts) -> dict[str, str]:
    return {asset.id: "" for asset in facts.assets}


def _one(names: Collection[str], none: str, several: str) -> str:
    return several if len(names) > 1 else next(iter(names), none)


BOXES: Final[Mapping[Box, Callable[[Facts], Mapping[str, str]]]] = {
    "organisation": _by_organisation,
    "site": _by_site,
    "service": _by_service,
    "zone": _by_zone,
    "none": _in_none,
}
"""How things can be put into boxes."""
