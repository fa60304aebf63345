"""Which catalogue an estate is judged by."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from estate.lifecycle import Catalogue, bundled, load

__all__ = ["CATALOGUE", "catalogue_of"]

CATALOGUE: Final = "lifecycle.json"
"""The file of an estate's own catalogue, beside its estate.yaml."""


def catalogue_of(root: Path | None) -> Catalogue:
    """Return the estate's own catalogue, if it has one, else the bundled one.

    Raises CatalogueError.
    """
    own = None if root is None else root / CATALOGUE
    return load(own) if own is not None and own.is_file() else bundled()
