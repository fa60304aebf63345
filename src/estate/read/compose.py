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

from estate.errors import quoted
from estate.model.estate import SECTIONS
from estate.model.types import NULL

DEEPEST: Final = 32
MOST_ALIASED: Final = 200_000
"""Bounds on levels, and on the nodes that aliases may repeat."""

EVERY: Final = "*"
"""Stands for every section of a document."""

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

    `note(event, found, expected)` takes what is wrong, with the rule and a line to compare, if
    need be. `values` holds what has been read, also when reading stopped: sections, and the records
    that were read to their end. `lines` gets the 0-based line of each key on these two levels,
    `starts` all of them in their order. `entangled` names the sections of which a record's lines
    alone do not say what is in it, because of brackets or anchors.
    """

    def __init__(self, get_event: Callable[[], Event], note: Note) -> None:
        self.values: dict[str, Any] = {}
        self.lines: dict[tuple[str, ...], int] = {}
        self.starts: list[int] = []
        self.entangled: list[str] = []
        self._get = get_event
        self._note = note
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._nodes = 0
        self._repeated = 0
        self._words: dict[str, str] = {}  # every key once: most of them are fields' names

    def compose(self) -> None:
        """Read the document's mapping; an empty file has none.

        Raises StopReading, and whatever the parser raises of text that is not YAML.
        """
        event = self._get()
        while event.__class__ in (StreamStartEvent, DocumentStartEvent):
            event = self._get()
        if event.__class__ is StreamEndEvent:
            return
        self._root(event)
        while (event := self._get()).__class__ is not StreamEndEvent:
            if event.__class__ is DocumentStartEvent:
                self._stop(
                    event,
                    "a second document in one file",
                    "one document a file, the others in files of their own",
                )

    def _stop(self, event: Event, found: str, expected: str) -> None:
        self._note(event, found, expected)
        raise StopReading

    def _root(self, event: Event) -> None:
        if event.__class__ is MappingStartEvent:
            self._outer(event, (), self.values)
        elif event.__class__ is not ScalarEvent or self._scalar(event) is not NULL:
            what = "a text" if event.__class__ is ScalarEvent else "a list"
            expected = "a mapping whose keys are sections, such as 'applications:'"
            self._stop(event, f"the file holds {what}", expected)

    def _outer(self, start: Event, path: tuple[str, ...], node: dict[str, Any]) -> None:
        """Read the mapping of sections, or one of records, into `node` as it goes."""
        before = self._enter(start, path)
        if start.flow_style:
            self.entangled.append(path[0] if path else EVERY)
        sources: list[Any] = []
        while (event := self._get()).__class__ is not MappingEndEvent:
            line = event.start_mark.line
            self.starts.append(line)
            key = self._odd_key(event, path, sources)
            if key is not None and key not in node:
                self.lines[*path, key] = line
                self._member((*path, key), node)
            elif key is not None:
                self._again(event, (*path, key), node)
        _merge(node, sources)
        self._leave(start, node, before)

    def _member(self, path: tuple[str, ...], node: dict[str, Any]) -> None:
        event = self._get()
        if len(path) == 1 and event.__class__ is MappingStartEvent:
            node[path[0]] = {}
            self._outer(event, path, node[path[0]])
        else:
            node[path[-1]] = self._node(event, path)

    def _again(self, event: Event, path: tuple[str, ...], node: dict[str, Any]) -> None:
        """Note a key that stands there already; a section's records are read all the same."""
        first, word = self.lines.get(path), quoted(path[-1])
        if len(path) == 1 or path[0] not in SECTIONS:
            self._note(event, f"the key {word} a second time", "each key once", first=first)
        else:
            found, expected = f"the id {word} a second time", "an id of its own"
            self._note(event, found, expected, rule="duplicate-id", first=first)
        value, known = self._get(), node[path[-1]]
        if len(path) == 1 and value.__class__ is MappingStartEvent and type(known) is dict:
            self._outer(value, path, known)
        else:
            self._node(value, path)

    def _mapping(self, start: Event, path: tuple[str, ...]) -> dict[str, Any]:
        get, nulls, words = self._get, NULLS, self._words
        before = self._enter(start, path)
        node: dict[str, Any] = {}
        sources: list[Any] = []
        while (event := get()).__class__ is not MappingEndEvent:
            key = event.value if event.__class__ is ScalarEvent else None
            if key is None or key == _MERGE or event.anchor:
                key = self._odd_key(event, path, sources)
                if key is None:
                    continue
            if key in node:
                self._note(event, f"the key {quoted(key)} a second time", "each key once")
            event = get()
            if event.__class__ is ScalarEvent and not event.anchor and not event.tag:
                self._nodes += 1
                value = event.value
                if event.implicit[0] and value in nulls:
                    value = NULL
            else:
                value = self._node(event, (*path, key))
            node.setdefault(words.setdefault(key, key), value)
        _merge(node, sources)
        self._leave(start, node, before)
        return node

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
        self._tag(event)
        self._anchor(event, value, 1)
        return value

    def _odd_key(self, event: Event, path: tuple[str, ...], sources: list[Any]) -> str | None:
        """Return a key's text; None for a merge key, or one that is no text, read with its value.

        Most keys are neither, and are read where they stand.
        """
        if event.__class__ is not ScalarEvent:
            self._note(event, "a key that is no text", "a text; one with { or [ in it in quotes")
            self._node(event, (*path, ""))
            self._node(self._get(), (*path, ""))
            return None
        key: str = event.value
        self._anchor(event, key, 1)
        if key == _MERGE and event.implicit[0]:
            self._source(event, (*path, key), sources)
            return None
        return key

    def _source(self, event: Event, path: tuple[str, ...], sources: list[Any]) -> None:
        """Read what a merge key names."""
        value = self._node(self._get(), path)
        found = value if type(value) is list else [value]
        if all(type(source) is dict for source in found):
            sources += found
        else:
            self._note(event, "a merge key (<<) that names no mapping", "<<: *anchor")

    def _enter(self, start: Event, path: tuple[str, ...]) -> int:
        self._nodes += 1
        if len(path) >= DEEPEST:
            self._stop(start, f"more than {DEEPEST} levels", "values that are nested less")
        self._tag(start)
        self._anchor(start, None, 0)
        return self._nodes

    def _leave(self, start: Event, node: Any, before: int) -> None:  # noqa: ANN401 - any value
        self._anchor(start, node, self._nodes - before + 1)

    def _tag(self, event: Event) -> None:
        if event.tag and event.tag not in _TAGS:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._note(event, f"the tag {quoted(tag)}", "no tag: fields have types of their own")

    def _anchor(self, event: Event, node: Any, size: int) -> None:  # noqa: ANN401 - any value
        if event.anchor:
            if EVERY not in self.entangled:
                self.entangled.append(EVERY)
            self._anchors[event.anchor] = (node, size)

    def _alias(self, event: Event) -> Any:  # noqa: ANN401 - any value
        name = quoted(event.anchor)
        node, size = self._anchors.get(event.anchor, (None, -1))
        if size < 0:
            expected = "the text in quotes, or an anchor of that name above"
            self._note(event, f"the alias {name} of no anchor", expected)
            return NULL
        if size == 0:
            self._stop(event, f"the alias {name} inside its own anchor", "an alias outside it")
        self._repeated += size
        self._nodes += size
        if self._repeated > MOST_ALIASED:
            self._stop(event, f"aliases that repeat over {MOST_ALIASED:,} values", "fewer aliases")
        return node


def _merge(node: dict[str, Any], sources: list[Any]) -> None:
    """Lay a mapping over those that its merge key names; earlier ones win."""
    for source in sources:
        for key, value in source.items():
            node.setdefault(key, value)
