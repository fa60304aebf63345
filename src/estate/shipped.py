"""Where the data that ships with the program lies: the standard rules and the example estate.

An installed program carries them beside its code; in a checkout they stand where people look for
them, at the top.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent
_CHECKOUT: Final = _HERE.parent.parent


def standard_rules() -> Path:
    """Return the folder of the standard rule pack."""
    packaged = _HERE / "standard"
    return packaged if packaged.is_dir() else _CHECKOUT / "rules"


def example_estate() -> Path:
    """Return the folder that holds the example's `estate.yaml` and `inventory/`."""
    packaged = _HERE / "example"
    return packaged if packaged.is_dir() else _CHECKOUT
