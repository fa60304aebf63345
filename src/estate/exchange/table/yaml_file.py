"""YAML documents, every scalar as the text that stands there, within bounds.

The documents are built from the parser's events, which never recurse, so that depth and size are
known before anything is built from them. No tag makes an object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import yaml

from estate.errors import ExchangeError
from estate.exchange.table.bounds import DEEPEST, MOST_VALUES
from estate.exchange.table.cells import Cell
from estate.exchange.table.encoding import decoded
from estate.exchange.table.unreadable import unreadable

__all__ = ["LOADER", "yaml_documents"]

LOADER: Final[type[Any]] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, or the slow one where PyYAML was built without it."""
_Event: TypeAlias = Any  # PyYAML has no type for "an event with marks and an anchor"
_NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
_CORE: Final = "tag:yaml.org,2002:"
_TAGS: Final = frozenset(
    _CORE + tag for tag in ("str", "int", "float", "bool", "null", "map", "seq")
)


def yaml_documents(
    data: bytes,
    name: str,
    encoding: str | None = None,
    *,
    tags: Mapping[str, str | None] = MappingProxyType({}),
) -> list[Cell]:
    """Return every document of a YAML file; an empty one is None. Raises ExchangeError.

    A scalar with one of `tags` is the text that this says, or its own text where it says None.
    """
    text, _ = decoded(data, name, encoding)
    try:
        return list(_Builder(name, tags).documents(yaml.parse(text, Loader=LOADER)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise unreadable(name, f"no YAML: {error.problem}", line=line, column=column) from error
    except yaml.YAMLError as error:
        raise unreadable(name, f"no YAML: {error}") from error


@dataclass(slots=True)
class _Frame:
    """A container that is still open: its key that waits for a value, what it merges in."""

    made: dict[str, Cell] | list[Cell]
    anchor: str | None
    start: int
    key: str | None = None
    merged: list[Cell] = field(default_factory=list)


class _Builder:
    """Builds values from events: a stack of open containers, and what each anchor stands for."""

    def __init__(self, name: str, tags: Mapping[str, str | None]) -> None:
        self._name = name
        self._tags = tags
        self._count = 0
        self._begin()

    def _begin(self) -> None:
        """Begin a document: anchors do not reach beyond their own."""
        self._open: list[_Frame] = []
        self._anchors: dict[str, tuple[Cell, int]] = {}
        self._result: Cell = None

    def documents(self, events: Iterable[_Event]) -> Iterator[Cell]:
        """Take events and give each document when it ends. Raises ExchangeError."""
        for event in events:
            if isinstance(event, yaml.ScalarEvent) and event.tag in self._tags:
                said = self._tags[event.tag or ""]
                self._put(event, event.value if said is None else said, 1, event.anchor)
            elif isinstance(event, yaml.ScalarEvent):
                self._tagged(event)
                null = event.value in _NULLS and event.implicit[0]
                self._put(event, None if null else event.value, 1, event.anchor)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._enter(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._leave(event)
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentEndEvent):
                yield self._result
                self._begin()

    def _enter(self, event: _Event) -> None:
        self._tagged(event)
        if len(self._open) >= DEEPEST:
            raise self._error(event, "nested too deep", f"at most {DEEPEST} levels")
        made: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._open.append(_Frame(made, event.anchor, self._count))

    def _leave(self, event: _Event) -> None:
        frame = self._open.pop()
        for value in frame.merged:
            self._merge(event, frame.made, value)
        inside = self._count - frame.start
        self._put(event, frame.made, 1, frame.anchor, inside)

    def _merge(self, event: _Event, holder: Any, value: Cell) -> None:  # noqa: ANN401 - a mapping
        for merged in value if isinstance(value, list) else [value]:
            if not isinstance(merged, dict):
                raise self._error(event, "<< merges mappings only")
            for key, item in merged.items():
                holder.setdefault(key, item)

    def _alias(self, event: _Event) -> None:
        if event.anchor not in self._anchors:
            raise self._error(event, f"no anchor is called {event.anchor}")
        value, size = self._anchors[event.anchor]
        self._put(event, value, size, None)

    def _put(
        self, event: _Event, value: Cell, size: int, anchor: str | None, inside: int = 0
    ) -> None:
        """Put a finished value where it belongs; `size` counts anew, `inside` is counted."""
        self._count += size
        if self._count > MOST_VALUES:
            raise self._error(event, "too many values", f"at most {MOST_VALUES:,}")
        if anchor:
            self._anchors[anchor] = (value, size + inside)
        if not self._open:
            self._result = value
        elif isinstance(self._open[-1].made, list):
            self._open[-1].made.append(value)
        else:
            self._fill(event, self._open[-1], self._open[-1].made, value)

    def _fill(self, event: _Event, frame: _Frame, holder: dict[str, Cell], value: Cell) -> None:
        if frame.key is None:
            if isinstance(value, dict | list):
                raise self._error(event, "a key that is no text")
            frame.key = "" if value is None else str(value)
            if frame.key in holder:
                raise self._error(event, f"the key {frame.key!r} is given twice")
            return
        if frame.key == "<<":
            frame.merged.append(value)
        else:
            holder[frame.key] = value
        frame.key = None

    def _tagged(self, event: _Event) -> None:
        if event.tag and event.tag != "!" and event.tag not in _TAGS:
            raise self._error(event, f"the tag {event.tag} means nothing here", "no tag")

    def _error(self, event: _Event, reason: str, expected: str = "") -> ExchangeError:
        mark = event.start_mark
        return unreadable(
            self._name, reason, line=mark.line + 1, column=mark.column + 1, expected=expected
        )
