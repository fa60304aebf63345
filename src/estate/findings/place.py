"""A place in the inventory, by name.

A place is a name, not a line: the record's id and the path below it. Lines are looked up when a
report asks for them, so that equality, schema and comparison know nothing of layout.
"""

from __future__ import annotations

from estate.frozen import frozen


@frozen
class Place:
    """The value at `path` in the record `asset`; an empty path is the record itself.

    A path is made of field names and list positions: `("software", 1)`. If nothing stands there
    (the field is missing), the place is that of the nearest thing above it that does.
    """

    asset: str
    path: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        """Return the place as `asset.field[0]`."""
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path)
        return self.asset + "".join(steps)
