"""The estate alone: files → records, nothing judged."""

from __future__ import annotations

from pathlib import Path

from estate.config import load_config
from estate.model import Estate
from estate.read import read_inventory

__all__ = ["whole_estate"]


def whole_estate(root: Path) -> Estate:
    """Read an estate. Raises EstateError with all that is wrong."""
    config = load_config(root)
    inventory = read_inventory(
        root, config.inventory, name=config.name, policy=config.policy, defaults=config.defaults
    )
    return inventory.estate
