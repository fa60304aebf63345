"""Every bound on foreign files, in one place: what is larger is refused before it can do harm."""

from __future__ import annotations

from typing import Final

from estate.exchange.table.bounds import DEEPEST, MOST_VALUES
from estate.exchange.table.encoding import LARGEST_FILE
from estate.exchange.table.sheet import MOST_COLUMNS, MOST_ROWS

__all__ = [
    "DEEPEST",
    "DEEPEST_ELEMENTS",
    "LARGEST_FILE",
    "LONGEST_PROPERTY",
    "MOST_COLUMNS",
    "MOST_HOSTS",
    "MOST_ROWS",
    "MOST_VALUES",
]

DEEPEST_ELEMENTS: Final = 200
"""How many elements of XML may stand in one another: folders of models are nested."""
MOST_HOSTS: Final = 100_000
"""How many hosts an inventory of Ansible may name, those of patterns included."""
LONGEST_PROPERTY: Final = 1_000_000
"""How many characters a property may have that carries a field of ours."""
