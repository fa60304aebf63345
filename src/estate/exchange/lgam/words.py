"""The register's words, and ours for them."""

from __future__ import annotations

from typing import Final

__all__ = ["AREAS", "CATEGORIES", "HOSTING", "LAYERS", "STATUS", "SUPPORT"]

STATUS: Final = {"live": "live", "retiring": "retiring", "planned": "planned"}
CATEGORIES: Final = {
    "line-of-business": "line-of-business",
    "corporate": "corporate",
    "platform": "platform",
    "shared-service": "shared-service",
}
HOSTING: Final = {"cloud": "hosted", "on-prem": "on-premise", "hybrid": "hybrid"}
SUPPORT: Final = {"vendor-supported": "vendor", "in-house": "in-house"}
LAYERS: Final = {
    "capabilities": "Capabilities",
    "business": "Business Areas",
    "corporate": "Corporate Areas",
    "foundational-technology": "Foundational Technology",
    "integration": "Integration",
    "security": "Security",
    "data": "Data & Information",
}
AREAS: Final = frozenset({"business", "corporate"})
"""The layers whose areas are what a council does."""
