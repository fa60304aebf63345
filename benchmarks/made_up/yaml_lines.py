"""Records as people write them: a field to a line, short lists and mappings in flow style."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, TypeAlias

Value: TypeAlias = "str | int | float | bool | date | Sequence[Value] | Mapping[str, Value] | None"
Fields: TypeAlias = dict[str, Value]

_WIDTH: Final = 96
_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _./@+-]*(?<! )|pkg:[a-z0-9/@.+-]+")
_NUMBER: Final = re.compile(r"[0-9.]+")
_WORDS: Final = frozenset({"true", "false", "null"})


@lru_cache(maxsize=65536)
def _text(text: str) -> str:
    """Write a text: plain where it stays the same text to every reader, else in quotes."""
    plain = _PLAIN.fullmatch(text) and not _NUMBER.fullmatch(text) and text not in _WORDS
    return text if plain else f'"{text}"'


def inline(value: Value) -> str:
    """Write a value on one line."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {inline(part)}" for key, part in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(inline(part) for part in value) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)


def record(key: str, fields: Mapping[str, Value], comment: str = "") -> Iterator[str]:
    """Write a record of a section: one line if it is short, else a field to a line."""
    said = f"   # {comment}" if comment else ""
    if len(fields) <= 4:  # noqa: PLR2004 - what still reads well on one line
        yield f"  {key}: {inline(fields)}{said}"
        return
    yield f"  {key}:{said}"
    for name, value in fields.items():
        yield from _field(name, value)


def _field(name: str, value: Value) -> Iterator[str]:
    if isinstance(value, str) and len(value) > _WIDTH:
        yield f"    {name}: >-"
        yield from (f"      {line}" for line in _folded(value))
        return
    line = f"    {name}: {inline(value)}"
    if len(line) <= _WIDTH or not value or not isinstance(value, Mapping | list):
        yield line
    elif isinstance(value, Mapping):
        yield f"    {name}:"
        yield from (f"      {key}: {inline(part)}" for key, part in value.items())
    else:
        yield f"    {name}:"
        yield from (f"      - {inline(item)}" for item in value)


def _folded(text: str) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and len(line) + len(word) >= _WIDTH - 6:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
