"""From a parser's events to values: texts, lists, mappings and `NULL`.

Containers call one another, at most `DEEPEST` levels; scalars are read where they stand, which is
what makes this the fast road.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from estate.model.types import NULL

DEEPEST: Final = 32
MOST_ALIASED: Final = 200_000
"""Bounds on levels, and on the nodes that aliases may repeat."""

NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""The plain scalars that are null in the YAML 1.2 core schema."""

_TAGS: Final = frozenset(
    {"!"} | {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "map", "seq")}
)
_MERGE: Final = "<<"

Event = Any  # PyYAML's events are untyped
Note = Callable[..., None]


class StopReading(Exception):  # noqa: N818 - not an error of its own: it has been noted
    """The rest of the document cannot be read."""


class Composer:
    """Builds the values of one document.

    `note(event, found, expected)` takes what is wrong. `lines` gets the 0-based line of each key
    on the first two levels.
    """

    def __init__(
        self, get_event: Callable[[], Event], note: Note, lines: dict[tuple[str, ...], int]
    ) -> None:
        self._get = get_event
        self._note = note
        self._lines = lines
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._nodes = 0
        self._repeated = 0
        self._words: dict[str, str] = {}  # every key once: most of them are fields' names

    @property
    def aliased(self) -> bool:
        """Whether the document has anchors."""
        return bool(self._anchors)

    def compose(self) -> dict[str, Any]:
        """Return the document's mapping; an empty file gives an empty one.

        Raises StopReading, and whatever the parser raises of text that is not YAML.
        """
        event = self._get()
        while event.__class__ in (StreamStartEvent, DocumentStartEvent):
            event = self._get()
        if event.__class__ is StreamEndEvent:
            return {}
        root = self._root(event)
        while (event := self._get()).__class__ is not StreamEndEvent:
            if event.__class__ is DocumentStartEvent:
                self._stop(event, "a second document in one file", "one document a file")
        return root

    def _stop(self, event: Event, found: str, expected: str) -> None:
        self._note(event, found, expected)
        raise StopReading

    def _root(self, event: Event) -> dict[str, Any]:
        if event.__class__ is MappingStartEvent:
            return self._mapping(event, ())
        if event.__class__ is not ScalarEvent or not event.implicit[0] or event.value not in NULLS:
            found = "a list" if event.__class__ is SequenceStartEvent else "a value"
            self._stop(event, found, "a mapping whose keys are sections")
        return {}

    def _mapping(self, start: Event, path: tuple[str, ...]) -> dict[str, Any]:
        get, nulls, words = self._get, NULLS, self._words
        noted = len(path) < 2  # noqa: PLR2004 - the levels of sections and of records
        before = self._enter(start, path)
        node: dict[str, Any] = {}
        while (event := get()).__class__ is not MappingEndEvent:
            key = self._key(event, node)
            key = words.setdefault(key, key)
            if noted:
                self._lines[*path, key] = event.start_mark.line
            event = get()
            if event.__class__ is ScalarEvent and not event.anchor and not event.tag:
                self._nodes += 1
                value = event.value
                if event.implicit[0] and value in nulls:
                    value = NULL
            else:
                value = self._node(event, (*path, key))
            node.setdefault(key, value)
        merged = self._merged(node, start) if _MERGE in node else node
        self._leave(start, merged, before)
        return merged

    def _sequence(self, start: Event, path: tuple[str, ...]) -> list[Any]:
        get = self._get
        before = self._enter(start, path)
        node = []
        while (event := get()).__class__ is not SequenceEndEvent:
            node.append(self._node(event, path))
        self._leave(start, node, before)
        return node

    def _node(self, event: Event, path: tuple[str, ...]) -> Any:  # noqa: ANN401 - any value
        if event.__class__ is ScalarEvent:
            return self._scalar(event)
        if event.__class__ is MappingStartEvent:
            return self._mapping(event, path)
        if event.__class__ is SequenceStartEvent:
            return self._sequence(event, (*path, ""))
        return self._alias(event)

    def _scalar(self, event: Event) -> str:
        self._nodes += 1
        value: str = event.value
        if event.implicit[0] and value in NULLS:
            value = NULL
        if event.tag and event.tag not in _TAGS:
            self._note(event, f"the tag {event.tag}", "no tag: fields have their own types")
        if event.anchor:
            self._anchors[event.anchor] = (value, 1)
        return value

    def _key(self, event: Event, node: dict[str, Any]) -> str:
        """Return a key's text; note one that is no text, or that stands there already."""
        if event.__class__ is not ScalarEvent:
            self._stop(event, "a key that is no word", "a key that is one word")
        key: str = event.value
        if key in node:
            self._note(event, f"the key {key!r} a second time", "each key once")
        return key

    def _enter(self, start: Event, path: tuple[str, ...]) -> int:
        self._nodes += 1
        if len(path) >= DEEPEST:
            self._stop(start, f"more than {DEEPEST} levels", "an inventory of few levels")
        if start.tag and start.tag not in _TAGS:
            self._note(start, f"the tag {start.tag}", "no tag: fields have their own types")
        if start.anchor:
            self._anchors[start.anchor] = (None, 0)
        return self._nodes

    def _leave(self, start: Event, node: Any, before: int) -> None:  # noqa: ANN401 - any value
        if start.anchor:
            self._anchors[start.anchor] = (node, self._nodes - before + 1)

    def _alias(self, event: Event) -> Any:  # noqa: ANN401 - any value
        found = self._anchors.get(event.anchor)
        if found is None:
            self._stop(event, f"the alias *{event.anchor}", "an anchor before its alias")
        node, size = found or (None, 0)
        if size == 0:
            self._stop(event, f"*{event.anchor} inside itself", "an alias outside its anchor")
        self._repeated += size
        self._nodes += size
        if self._repeated > MOST_ALIASED:
            self._stop(event, f"aliases that repeat over {MOST_ALIASED} values", "fewer aliases")
        return node

    def _merged(self, node: dict[str, Any], start: Event) -> dict[str, Any]:
        """Lay a mapping over those that its merge key names; earlier ones win."""
        sources = node.pop(_MERGE)
        merged = dict(node)
        for source in sources if isinstance(sources, list) else [sources]:
            if isinstance(source, dict):
                merged = {**source, **merged}
            else:
                self._note(start, "a merge key (<<) that names no mapping", "<<: *anchor")
        return merged
