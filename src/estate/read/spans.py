"""The exact road of reading: where in a file each value stands.

Only what a report shows is looked up, and only the record it stands in is parsed again, so the
cost follows the findings and not the inventory.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from typing import Any, Final

from yaml.error import YAMLError
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from estate.errors import Location
from estate.read.document import Document
from estate.read.parser import new_parser

Path = tuple[str | int, ...]
Mark = tuple[int, int]

_RECORD_DEPTH: Final = 2


@dataclass(frozen=True, slots=True)
class _Span:
    """0-based line and column of the first character, and of the one after the last."""

    start: Mark
    end: Mark
    scalar: bool = False
    style: str = ""
    text: str = ""


@dataclass(slots=True)
class Spans:
    """The places of one document; `find` parses what it needs, once."""

    document: Document
    _keys: dict[Path, _Span] = field(default_factory=dict)
    _values: dict[Path, _Span] = field(default_factory=dict)
    _done: set[Path] = field(default_factory=set)

    def find(self, path: Path) -> Location:
        """Return where the value at `path` stands.

        A scalar or a list item is pointed at itself, a larger value at its key. Where nothing
        stands at `path`, the nearest thing above it is meant.
        """
        self._parse(path)
        for length in range(len(path), 0, -1):
            if span := self._span(path[:length]):
                return self._location(span)
        return Location(self.document.name, 1, 1, 1, 2, self.document.line(0))

    def find_key(self, path: Path) -> Location:
        """Return where the key of the field at `path` stands."""
        self._parse(path)
        span = self._keys.get(path)
        return self._location(span) if span else self.find(path)

    def find_within(self, path: Path, start: int, end: int) -> Location:
        """Return where characters `start` to `end` of the text at `path` stand.

        Works inside quoted, block and folded scalars: the text's visible characters are found
        again in the source, one after the other.
        """
        self._parse(path)
        span = self._values.get(path)
        if span is None or not span.scalar:
            return self.find(path)
        return self._location(_within(self.document, span, start, end))

    def _span(self, path: Path) -> _Span | None:
        value, key = self._values.get(path), self._keys.get(path)
        if value is None:
            return key
        if key is None or (value.scalar and value.start != value.end):
            return value
        return key

    def _location(self, span: _Span) -> Location:
        line, column = span.start
        text = self.document.line(line)
        same = span.end[0] == line and span.end[1] > column
        end = span.end[1] if same else max(len(text.rstrip()), column + 1)
        return Location(self.document.name, line + 1, column + 1, line + 1, end + 1, text)

    def _parse(self, path: Path) -> None:
        record = () if self.document.aliased else path[:_RECORD_DEPTH]
        if record in self._done or () in self._done:
            return
        self._done.add(record)
        first = self.document.lines.get(record)  # type: ignore[arg-type]
        if len(record) == _RECORD_DEPTH and first is not None and self._slice(record, first):
            return
        self._done.add(())
        self._walk(self.document.text, (), 0)

    def _slice(self, record: Path, first: int) -> bool:
        """Parse the lines of one record alone; False if they are not a document of their own."""
        starts = sorted(self.document.lines.values())
        after = bisect_right(starts, first)
        last = starts[after] if after < len(starts) else len(self.document.source)
        alone = starts.count(first) == 1 and not self.document.line(first)[:1].strip()
        text = "\n".join(self.document.source[first:last])
        return alone and self._walk(text, record[:-1], first)

    def _walk(self, text: str, above: Path, first: int) -> bool:
        try:
            _Walker(text, self._keys, self._values, first).walk(above)
        except YAMLError:
            return False
        return True


class _Walker:
    """Notes the span of every key and value of a text."""

    def __init__(
        self, text: str, keys: dict[Path, _Span], values: dict[Path, _Span], first: int
    ) -> None:
        self._get = new_parser(text).get_event
        self._keys = keys
        self._values = values
        self._first = first

    def walk(self, above: Path) -> None:
        """Read the first node; it stands at `above`."""
        event = self._get()
        while event.__class__ not in (MappingStartEvent, SequenceStartEvent, ScalarEvent):
            event = self._get()
        self._node(event, above)

    def _node(self, event: Any, path: Path) -> None:  # noqa: ANN401 - PyYAML's events are untyped
        last = event
        if event.__class__ is MappingStartEvent:
            last = self._mapping(path)
        elif event.__class__ is SequenceStartEvent:
            last = self._sequence(path)
        span = self._between(event, last)
        if event.__class__ is ScalarEvent:
            span = replace(span, scalar=True, style=event.style or "", text=event.value)
        self._values.setdefault(path, span)

    def _between(self, first: Any, last: Any) -> _Span:  # noqa: ANN401 - as above
        start, end, down = first.start_mark, last.end_mark, self._first
        return _Span((start.line + down, start.column), (end.line + down, end.column))

    def _mapping(self, path: Path) -> Any:  # noqa: ANN401 - as above
        while (event := self._get()).__class__ is not MappingEndEvent:
            inner = (*path, str(getattr(event, "value", "")))
            self._keys.setdefault(inner, self._between(event, event))
            self._node(self._get(), inner)
        return event

    def _sequence(self, path: Path) -> Any:  # noqa: ANN401 - as above
        position = 0
        while (event := self._get()).__class__ is not SequenceEndEvent:
            self._node(event, (*path, position))
            position += 1
        return event


def _within(document: Document, span: _Span, start: int, end: int) -> _Span:
    line, column = span.start
    if span.style in {"|", ">"}:
        line, column = line + 1, 0
    elif span.style:
        column += 1
    first = _aligned(document, (line, column), span.text, start)
    last = _aligned(document, (line, column), span.text, max(start, end - 1))
    return _Span(first, (last[0], last[1] + 1), scalar=True)


def _aligned(document: Document, begin: Mark, value: str, offset: int) -> Mark:
    """Find in the source the visible character at `offset` of a scalar's value."""
    line, column = begin
    place = begin
    for character in value[: offset + 1]:
        if character.isspace():
            continue
        while line < len(document.source):
            column = document.line(line).find(character, column)
            if column >= 0:
                break
            line, column = line + 1, 0
        place = (line, column)
        column += 1
    return place
