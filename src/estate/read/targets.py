"""Which ids a record's raw values name, and where they stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]


def targets(value: Any, path: Path) -> Iterator[tuple[Path, str]]:  # noqa: ANN401 - raw
    """Yield each id that a relation's raw value names, with its path."""
    if type(value) is str:
        yield path, value
    elif isinstance(value, list):
        for position, item in enumerate(value):
            if type(item) is str:
                yield (*path, position), item
            elif isinstance(item, dict):
                yield from targets(item.get("to"), (*path, position, "to"))
                yield from targets(item.get("any_of"), (*path, position, "any_of"))


def reach(value: Any, steps: tuple[str, ...], path: Path) -> Iterator[tuple[Path, str]]:  # noqa: ANN401 - raw
    """Yield each text at `steps` below a raw value, with its path.

    `*` is every item of a list, or the one text in its place, `#` every key of a mapping.
    """
    if not steps or (steps == ("*",) and type(value) is str):
        if type(value) is str:
            yield path, value
    elif steps[0] == "*":
        for position, item in enumerate(value if isinstance(value, list) else ()):
            yield from reach(item, steps[1:], (*path, position))
    elif isinstance(value, dict):
        for key in value if steps[0] == "#" else {steps[0]} & value.keys():
            inner = key if steps[0] == "#" else value[key]
            yield from reach(inner, steps[1:], (*path, key))
