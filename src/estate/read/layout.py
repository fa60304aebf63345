"""The layout of a text: where each key and value of a YAML document stands."""

from __future__ import annotations

import re
from dataclasses import field
from itertools import count, takewhile
from typing import Any, Final, NamedTuple

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from estate.frozen import slotted
from estate.read.compose import DEEPEST, MOST_ALIASED
from estate.read.parser import new_parser
from estate.read.source import ODD, Lines, Mark

Path = tuple[str | int, ...]

_MERGE: Final = "<<"
_PROPERTIES: Final = re.compile(r"\s*(?:[&!][^\s,\[\]{}]*\s*)*")
_STARTS: Final = (MappingStartEvent, SequenceStartEvent)
_ENDS: Final = (MappingEndEvent, SequenceEndEvent)
_NODES: Final = (*_STARTS, ScalarEvent)


class Span(NamedTuple):
    """The first character of a key or value, and the one after its last; what a scalar says."""

    start: Mark
    end: Mark
    scalar: bool = False
    style: str = ""
    text: str = ""


@slotted
class Layout:
    """The spans of keys and values by path, and which paths are written elsewhere.

    `aliases` maps the path of an alias to that of its anchor, `merged` the path of a field that a
    merge key brought to where that field is written.
    """

    keys: dict[Path, Span] = field(default_factory=dict)
    values: dict[Path, Span] = field(default_factory=dict)
    aliases: dict[Path, Path] = field(default_factory=dict)
    merged: dict[Path, Path] = field(default_factory=dict)

    def add(self, other: Layout) -> None:
        """Take over what another part of the text says."""
        self.keys.update(other.keys)
        self.values.update(other.values)
        self.aliases.update(other.aliases)
        self.merged.update(other.merged)

    def written(self, path: Path) -> Path:
        """Return the path under which what `path` means is written."""
        for _ in range(DEEPEST):
            further = self._elsewhere(path)
            if further is None:
                break
            path = further
        return path

    def _elsewhere(self, path: Path) -> Path | None:
        """Return where an alias or a merge leads; what an alias itself means stands at it."""
        for length in range(1, len(path) + 1):
            above, rest = path[:length], path[length:]
            if above in self.merged:
                return self.merged[above] + rest
            if rest and above in self.aliases:
                return self.aliases[above] + rest
        return None


def laid_out(text: str, above: Path, first: int, toward: Path = ()) -> Layout | None:
    """Return the layout of a text whose outermost node stands at `above`.

    `first` is the number of its first line. With `toward`, only what lies on the way to a path is
    in it, and nothing behind that is read. Of a file that is not YAML to its end, the layout up
    to there is returned; None for a part of a file that cannot be read alone.
    """
    layout = Layout()
    try:
        _Walker(text, layout, first, toward).walk(above)
    except _Arrived:
        return layout
    except YAMLError:
        return None if above else layout
    return layout


class _Arrived(Exception):  # noqa: N818 - no error: what was looked for has been found
    """The rest of the text need not be read."""


class _Walker:
    """Notes the span of every key and value of a text."""

    def __init__(self, text: str, layout: Layout, first: int, toward: Path) -> None:
        self._get = new_parser(text).get_event
        self._text = text
        self._lines: Lines | None = None
        self._layout = layout
        self._first = first
        self._toward = toward
        self._anchors: dict[str, Path] = {}
        self._fields: dict[Path, dict[str, Path]] = {}
        self._merged = 0

    def walk(self, above: Path) -> None:
        """Read the first node; it stands at `above`."""
        event = self._get()
        while event.__class__ not in _NODES:
            if event.__class__ is StreamEndEvent:
                return
            event = self._get()
        self._node(event, above)

    def _node(self, event: Any, path: Path) -> None:  # noqa: ANN401 - PyYAML's events are untyped
        if len(path) > DEEPEST:
            raise YAMLError("more levels than are read")
        last = event
        if path == self._toward and event.__class__ in _STARTS and path in self._layout.keys:
            # A larger value is pointed at by its key: where it ends need not be read.
            self._layout.values.setdefault(path, self._span(event, event))
            raise _Arrived
        if event.__class__ is MappingStartEvent:
            last = self._mapping(path, kept=bool(event.anchor) or _MERGE in path)
        elif event.__class__ is SequenceStartEvent:
            last = self._sequence(path)
        elif event.__class__ is AliasEvent and event.anchor in self._anchors:
            self._layout.aliases[path] = self._anchors[event.anchor]
        if event.anchor and event.__class__ is not AliasEvent:
            self._anchors[event.anchor] = path
        self._layout.values.setdefault(path, self._span(event, last))
        if path == self._toward:
            raise _Arrived

    def _only(self, path: Path) -> str | int | None:
        """Return the one step from a path to what is looked for; None where every step counts.

        A merge may lead anywhere.
        """
        way, depth = self._toward, len(path)
        return way[depth] if way[:depth] == path and depth < len(way) else None

    def _span(self, first: Any, last: Any) -> Span:  # noqa: ANN401 - as above
        start, end, down = first.start_mark, last.end_mark, self._first
        begin, stop = (start.line + down, start.column), (end.line + down, end.column)
        if first.__class__ is ScalarEvent:
            if first.anchor or first.tag:
                begin = min(self._after_properties(start.line, start.column), stop)
            return Span(begin, stop, scalar=True, style=first.style or "", text=first.value)
        return Span(begin, stop, scalar=first.__class__ is AliasEvent)

    def _after_properties(self, line: int, column: int) -> Mark:
        """Return where a scalar itself begins, that has an anchor or a tag before it."""
        if self._lines is None:
            self._lines = Lines(self._text, ODD)
        while line < len(self._lines):
            found = _PROPERTIES.match(self._lines[line], column)
            column = found.end() if found else column
            if column < len(self._lines[line]):
                break
            line, column = line + 1, 0
        return line + self._first, column

    def _mapping(self, path: Path, *, kept: bool) -> Any:  # noqa: ANN401 - as above
        own: dict[str, Path] = {}
        sources: list[Path] = []
        only = self._only(path)
        while (event := self._get()).__class__ is not MappingEndEvent:
            inner = (*path, getattr(event, "value", ""))
            if event.__class__ is not ScalarEvent or (path and inner[-1] in own):
                self._skip(event)
                self._skip(self._get())
                continue
            if only is not None and inner[-1] not in (only, _MERGE):
                own[event.value] = inner
                if (value := self._get()).__class__ is not ScalarEvent:
                    self._skip(value)
                continue
            self._layout.keys.setdefault(inner, self._span(event, event))
            value = self._get()
            if inner == self._toward and value.__class__ in _STARTS:
                raise _Arrived  # what is no scalar is pointed at by its key
            self._node(value, inner)
            if inner[-1] == _MERGE and event.implicit[0]:
                sources += self._named(inner)
            else:
                own[event.value] = inner
        self._merge(path, own, sources)
        if kept:
            self._fields[path] = own
        return event

    def _named(self, path: Path) -> list[Path]:
        """Return the paths of the mappings that a merge key at `path` names."""
        aliases, values = self._layout.aliases, self._layout.values
        listed = takewhile(values.__contains__, ((*path, number) for number in count()))
        return [aliases.get(item, item) for item in (path, *listed)]

    def _merge(self, path: Path, own: dict[str, Path], sources: list[Path]) -> None:
        for source in sources:
            for name, written in self._fields.get(source, {}).items():
                if name not in own:
                    own[name] = self._layout.merged[*path, name] = written
                    self._merged += 1
        if self._merged > MOST_ALIASED:
            raise YAMLError("more merged fields than are read")

    def _sequence(self, path: Path) -> Any:  # noqa: ANN401 - as above
        position, only = 0, self._only(path)
        while (event := self._get()).__class__ is not SequenceEndEvent:
            if only is not None and position != only:
                self._skip(event)
            else:
                self._node(event, (*path, position))
            position += 1
        return event

    def _skip(self, event: Any) -> None:  # noqa: ANN401 - as above
        """Read over a node that has no place of its own."""
        depth = 0
        while True:
            depth += (event.__class__ in _STARTS) - (event.__class__ in _ENDS)
            if depth == 0:
                return
            event = self._get()
