"""Architecture and asset-inventory analyser with legacy-risk detection."""

from __future__ import annotations

__version__ = "0.1.0"
