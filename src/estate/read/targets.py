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
    """Yield each text at `steps` below a raw value, with its path; `*` is every item or key."""
    if not steps:
        if type(value) is str:
            yield path, value
    elif steps[0] != "*":
        if isinstance(value, dict) and steps[0] in value:
            yield from reach(value[steps[0]], steps[1:], (*path, steps[0]))
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from reach(item, steps[1:], (*path, position))
    elif isinstance(value, dict):
        for key in value:
            yield from reach(key, steps[1:], (*path, key))
    elif len(steps) == 1:
        yield from reach(value, (), path)
