"""What personal data an asset has to do with: its own, or that of what stands on it."""

from __future__ import annotations

from typing import Final

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.model import Asset, Device, Server

DEGREES: Final = ("none", "personal", "special-category")
"""Kinds of personal data, the most sensitive last."""


def _personal_data(facts: Facts) -> dict[str, str | None]:
    """Return, for each asset, the most sensitive data it states, holds, or carries for others.

    It is known to be none only where everything that could say otherwise says so.
    """
    return {asset.id: _worst(_sources(facts, asset)) for asset in facts.assets}


def _sources(facts: Facts, asset: Asset) -> list[str | None]:
    if not isinstance(asset, Server | Device):
        return [getattr(asset, "personal_data", None)]
    graph = facts.graph
    near = (
        *graph.related(asset.id, "holds"),
        *graph.holders(asset.id, "runs_on"),
        *graph.holders(asset.id, "stores_in"),
    )
    return [getattr(facts.estate.get(key), "personal_data", None) for key in near] or [None]


def _worst(said: list[str | None]) -> str | None:
    known = [degree for degree in said if degree is not None]
    worst = max(known, key=DEGREES.index, default=None)
    return worst if worst == DEGREES[-1] or len(known) == len(said) else None


INFORMATION = (
    Derived(
        Fact(
            "asset",
            "personal_data",
            Type("enumeration", values=DEGREES),
            "The most sensitive personal data that it states, holds, or carries for what runs on "
            "it or stores in it.",
            settles=("personal_data",),
        ),
        _personal_data,
    ),
)
