"""What the world says of products: the catalogue of lifecycles, matching, and support on a day."""

from __future__ import annotations

from estate.lifecycle.catalogue import Catalogue, bundled, load
from estate.lifecycle.matching import Match
from estate.lifecycle.product import (
    Cycle,
    Ending,
    Extended,
    LocalCycle,
    LocalProduct,
    Product,
    Standard,
)
from estate.lifecycle.support import Support, judge_support

__all__ = [
    "Catalogue",
    "Cycle",
    "Ending",
    "Extended",
    "LocalCycle",
    "LocalProduct",
    "Match",
    "Product",
    "Standard",
    "Support",
    "bundled",
    "judge_support",
    "load",
]
