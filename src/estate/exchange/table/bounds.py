"""Bounds on nested foreign documents, the same for JSON and YAML."""

from __future__ import annotations

from typing import Final

__all__ = ["DEEPEST", "MOST_VALUES"]

DEEPEST: Final = 64
"""How many mappings and lists may stand in one another."""
MOST_VALUES: Final = 5_000_000
"""How many values one file may hold, those repeated by aliases included."""
