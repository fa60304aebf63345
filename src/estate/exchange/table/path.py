"""Dotted paths into nested records: `metadata.labels."app.kubernetes.io/name"`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from estate.exchange.table.cells import UNKNOWN, Cell

__all__ = ["flatten", "path_text", "steps"]

_STEP: Final = re.compile(r'"((?:[^"\\]|\\.)*)"|([^."]+)')
_BARE: Final = re.compile(r'[^."\\\s][^."\\]*')


def steps(path: str) -> tuple[str, ...]:
    """Read a path. A key that holds a dot stands in double quotes. Raises ValueError."""
    found: list[str] = []
    position = 0
    while True:
        step = _STEP.match(path, position)
        if step is None:
            message = f"{path!r} is no path: keys joined by dots, a key with a dot in double quotes"
            raise ValueError(message)
        quoted, bare = step.groups()
        found.append(re.sub(r"\\(.)", r"\1", quoted) if bare is None else bare.strip())
        position = step.end()
        if position == len(path):
            return tuple(found)
        if path[position] != ".":
            message = f"{path!r}: a dot is missing after {step.group()}"
            raise ValueError(message)
        position += 1


def path_text(keys: Iterable[str]) -> str:
    """Write a path, quoting only the keys that need it."""
    return ".".join(key if _plain(key) else _quoted(key) for key in keys)


def _plain(key: str) -> bool:
    return bool(_BARE.fullmatch(key)) and key == key.strip()


def _quoted(key: str) -> str:
    escaped = key.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def flatten(record: Mapping[str, Cell]) -> dict[str, Cell]:
    """Return the leaves of a nested record by path, leaving out what is empty.

    A list is a leaf.
    """
    leaves: dict[str, Cell] = {}
    _gather(record, "", leaves)
    return leaves


def _gather(record: Mapping[str, Cell], above: str, leaves: dict[str, Cell]) -> None:
    for key, value in record.items():
        path = above + (key if _plain(key) else _quoted(key))
        if isinstance(value, dict):
            _gather(value, path + ".", leaves)
        elif (kept := _leaf(value)) is not UNKNOWN:
            leaves[path] = kept


def _leaf(value: Cell) -> Cell:
    if isinstance(value, str):
        return value.strip() or UNKNOWN
    if isinstance(value, list):
        members: list[Cell] = [kept for item in value if (kept := _leaf(item)) is not UNKNOWN]
        return members or UNKNOWN
    return UNKNOWN if value is None else value
