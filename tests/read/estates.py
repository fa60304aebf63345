"""Small estates, made for one test."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from estate.errors import InventoryError, Location, Problem
from estate.model import Policy
from estate.read import Inventory, read_inventory


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below the inventory of an estate, and return the estate's folder."""
    for name, content in files.items():
        path = root / "inventory" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def load(root: Path, defaults: Mapping[str, Any] | None = None) -> Inventory:
    """Read the inventory of an estate."""
    return read_inventory(root, "inventory", name="Test", policy=Policy(), defaults=defaults)


def problems(root: Path, defaults: Mapping[str, Any] | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with an inventory, which has to be something."""
    with pytest.raises(InventoryError) as caught:
        load(root, defaults)
    return caught.value.problems


def told(found: tuple[Problem, ...]) -> list[str]:
    """Return problems as the lines of an expected.txt."""
    return [f"[{problem.rule}] {problem}" for problem in found]


def covered(location: Location, text: str) -> str:
    """Return what of a text lies between the beginning and the end of a location."""
    lines = text.split("\n")[location.line - 1 : location.end_line]
    lines[-1] = lines[-1][: location.end_column - 1]
    lines[0] = lines[0][location.column - 1 :]
    return "\n".join(lines)
