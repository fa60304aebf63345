"""A mapping file's YAML as values, with the place of every key and value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, TypeAlias

import yaml

from estate.errors import ExchangeError, Location
from estate.exchange.table.bounds import DEEPEST
from estate.exchange.table.encoding import decoded
from estate.exchange.table.yaml_file import LOADER, yaml_documents

__all__ = ["MappingText", "Path", "read_mapping_text"]

Path: TypeAlias = tuple[str | int, ...]
LARGEST_MAPPING: Final = 1024 * 1024
_MOST_NODES: Final = 50_000
_WHOLE: Final = re.compile(r"0|-?[1-9]\d{0,15}", re.ASCII)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WORDS: Final = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(slots=True)
class MappingText:
    """The values of a mapping file, and where each stands: by path, keys apart from values."""

    name: str
    lines: list[str]
    document: Any = None
    values: dict[Path, Location] = field(default_factory=dict)
    keys: dict[Path, Location] = field(default_factory=dict)
    nodes: int = 0

    def at(self, path: Path, *, key: bool = False) -> Location:
        """Return the place of a value, or of its key; of the nearest thing above it that stands."""
        while path:
            places = (self.keys, self.values) if key else (self.values, self.keys)
            for known in places:
                if path in known:
                    return known[path]
            path = path[:-1]
        return self.values.get((), Location(self.name, 1, 1, 1, 2))

    def location(self, node: Any) -> Location:  # noqa: ANN401 - PyYAML's nodes have no types
        """Return where a node stands: a collection, where it begins."""
        start, end = node.start_mark, node.end_mark
        text = self.lines[start.line] if start.line < len(self.lines) else ""
        same = end.line == start.line and end.column > start.column
        stop = end.column if same else max(len(text), start.column + 1)
        line, column = start.line + 1, start.column + 1
        return Location(self.name, line, column, line, stop + 1, text)


def read_mapping_text(data: bytes, name: str) -> MappingText:
    """Read a mapping's YAML. Raises ExchangeError where it is none, or passes a bound."""
    if len(data) > LARGEST_MAPPING:
        raise ExchangeError(f"{name}: a mapping has at most {LARGEST_MAPPING:,} bytes")
    text, _ = decoded(data, name)
    if len(yaml_documents(data, name)) != 1:
        raise ExchangeError(f"{name}: a mapping file holds one YAML document")
    read = MappingText(name, re.split("\r\n?|\n", text))
    # Safe to compose: the pass over events has just bounded depth and aliases, and refused keys
    # that are given twice or are no text, and merges of anything but mappings.
    node = yaml.compose(text, Loader=LOADER)
    read.document = _value(read, node, ())
    return read


def _value(read: MappingText, node: Any, path: Path) -> Any:  # noqa: ANN401 - as above
    read.nodes += 1
    if read.nodes > _MOST_NODES or len(path) > DEEPEST:
        raise ExchangeError(f"{read.name}: a mapping has at most {_MOST_NODES:,} values")
    read.values[path] = read.location(node)
    if isinstance(node, yaml.SequenceNode):
        return [_value(read, item, (*path, number)) for number, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(read, node, path)
    return node.value if node.style else _scalar(node.value)


def _mapping(read: MappingText, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
    made: dict[str, Any] = {}
    merged: list[Any] = []
    for key, value in node.value:
        if key.value == "<<":
            found = _value(read, value, path)
            merged += found if isinstance(found, list) else [found]
            continue
        below = (*path, key.value)
        read.keys[below] = read.location(key)
        made[key.value] = _value(read, value, below)
    read.values[path] = read.location(node)
    for item in merged:
        made = {**item, **made}
    return made


def _scalar(text: str) -> str | int | bool | date | None:
    """Resolve a plain scalar: whole numbers, truth, null and dates; all else stays text."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text
