"""What the fields of records mean, for people: descriptions in schemas and documentation.

Reading an inventory needs none of it, so nothing that reading needs may import this.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

__all__ = ["meaning", "meanings"]


@cache
def meanings() -> dict[str, dict[str, str]]:
    """Return the table: by type of record (or `any`), the meaning of each field as written."""
    table = resources.files(__package__).joinpath("meanings.toml")
    return tomllib.loads(table.read_text(encoding="utf-8"))


def meaning(kind: type, field: str) -> str:
    """Return the one-line meaning of a record's field, by the name it is written under.

    It gives the unit, and what null says where it says something. Raises KeyError where the table
    has none.
    """
    table = meanings()
    for wider in (*(ancestor.__name__ for ancestor in kind.__mro__), "any"):
        if field in table.get(wider, {}):
            return table[wider][field]
    raise KeyError(f"{kind.__name__}.{field}")
