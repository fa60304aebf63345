"""Whether an asset is there on the day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts

if TYPE_CHECKING:
    from estate.model import Asset

STATES = ("proposed", "planned", "live", "retiring", "retired")
PRESENT = ("live", "retiring")
"""The states in which an asset is in use."""
COMING = ("proposed", "planned")
"""The states in which an asset is still to come."""


def state_of(asset: Asset, today: date) -> str:
    """Return an asset's status as cut by `from` and `until`.

    Past its last day it is retired, whatever it says; before its first day it is planned at most.
    """
    if asset.until < today:
        return "retired"
    if asset.begins > today and asset.status in PRESENT:
        return "planned"
    return asset.status


def _states(facts: Facts) -> dict[str, str]:
    today = facts.today
    return {
        asset.id: asset.status if asset.begins <= today <= asset.until else state_of(asset, today)
        for asset in facts.assets
    }


LIFE = (
    Derived(
        Fact(
            "asset",
            "state",
            Type("enumeration", values=STATES),
            "Its status, as cut by `from` and `until`: past its last day it is retired.",
            open=False,
            settles=("status",),
        ),
        _states,
    ),
)
