"""The exact road of reading: where in a file each value stands.

Only what a report shows is looked up, and only the record it stands in is parsed again, so the
cost follows the findings and not the inventory.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import field
from typing import Final

from estate.errors import Location
from estate.frozen import slotted
from estate.read.compose import EVERY
from estate.read.document import Document
from estate.read.layout import Layout, Path, Span, laid_out
from estate.read.signs import Sign, signs_of
from estate.read.source import Mark

_RECORD_DEPTH: Final = 2
_FIELD: Final = re.compile(r" +[a-z_]+:(?:\s|$)")
"""A line that begins a record with one of its fields."""
_KEPT: Final = 16
"""How many ways through a file are kept: the next question is often near the last."""


@slotted
class Spans:
    """The places of one document; `find` parses what it needs, once."""

    document: Document
    _layout: Layout = field(default_factory=Layout)
    _done: set[Path] = field(default_factory=set)

    def find(self, path: Path) -> Location:
        """Return where the value at `path` stands.

        A scalar, an alias or a list item is pointed at itself, a larger value at its key; what an
        anchor or a merge key brought is pointed at where it is written. Where nothing stands at
        `path`, the nearest thing above it is meant.
        """
        if key := self._plain_record(path):
            return self._location(key)
        written = self._written(path)
        for length in range(len(written), 0, -1):
            if span := self._span(written[:length]):
                return self._location(span)
        return self.document.source.location((0, 0), (0, 0))

    def find_key(self, path: Path) -> Location:
        """Return where the key of the field at `path` stands."""
        span = self._layout.keys.get(self._written(path))
        return self._location(span) if span else self.find(path)

    def find_within(self, path: Path, start: int, end: int) -> Location:
        """Return where characters `start` to `end` of the text at `path` stand.

        Works inside quoted, block and folded scalars.
        """
        span = self._layout.values.get(self._written(path))
        if span is None or not span.scalar:
            return self.find(path)
        first, last = _stretch(span, signs_of(self.document.source, span), start, end)
        return self.document.source.location(first, last)

    def _plain_record(self, path: Path) -> Span | None:
        """Return the key of a record that stands alone on its line, with a field on the next.

        Most records do: nothing need be parsed then.
        """
        entangled = self.document.entangled
        if len(path) != _RECORD_DEPTH or EVERY in entangled or path[0] in entangled:
            return None
        key = str(path[1])
        line = self.document.lines.get((str(path[0]), key))
        if line is None:
            return None
        lines = self.document.source.parser_lines
        begins = len(lines[line]) - len(lines[line].lstrip(" "))
        alone = lines[line][begins:].rstrip() == f"{key}:"
        if not alone or line + 1 == len(lines) or not _FIELD.match(lines[line + 1]):
            return None
        return Span((line, begins), (line, begins + len(key)), scalar=False)

    def _written(self, path: Path) -> Path:
        self._parse(path)
        return self._layout.written(path)

    def _span(self, path: Path) -> Span | None:
        value, key = self._layout.values.get(path), self._layout.keys.get(path)
        if value is None or key is None:
            return value or key
        return value if value.scalar and value.start != value.end else key

    def _location(self, span: Span) -> Location:
        """Return a scalar from its first to its last sign, anything else in its first line."""
        line, end = span.start[0], span.end
        lines = self.document.source.parser_lines
        if span.scalar and end[1] == 0 and end[0] > line:
            end = (end[0] - 1, len(lines[end[0] - 1]))
        elif not span.scalar and end[0] > line:
            end = (line, len(lines[line].rstrip()))
        return self.document.source.location(span.start, end)

    def _parse(self, path: Path) -> None:
        entangled = self.document.entangled
        alone = EVERY not in entangled and path and path[0] not in entangled
        if path in self._done or () in self._done:
            return
        if len(self._done) >= _KEPT:
            self._done, self._layout = set(), Layout()
        self._done.add(path)
        if alone and len(path) >= _RECORD_DEPTH and (part := self._alone(path)) is not None:
            self._layout.add(part)
        else:
            self._done.add(())
            whole = laid_out(self.document.source.parsed, (), 0)
            self._layout.add(whole or Layout())

    def _alone(self, path: Path) -> Layout | None:
        """Read the lines of one record as far as a path; None if that does not give its layout."""
        record = path[:_RECORD_DEPTH]
        first = self.document.lines.get((str(record[0]), str(record[1])))
        if first is None:
            return None
        starts, lines = self.document.starts, self.document.source.parser_lines
        after = bisect_right(starts, first)
        last = starts[after] if after < len(starts) else len(lines)
        layout = laid_out(lines.together(first, last), record[:-1], first, path)
        if layout is None or record not in layout.keys:
            return None
        layout.values.pop(record[:-1], None)
        return layout


def _stretch(span: Span, signs: list[Sign], start: int, end: int) -> tuple[Mark, Mark]:
    """Return the first and last place of a part of a scalar, by what can be seen of it."""
    before = len("".join(span.text[:start].split()))
    through = len("".join(span.text[:end].split()))
    if before >= len(signs):
        return span.start, span.end
    last = signs[max(min(through, len(signs)) - 1, before)]
    return signs[before].start, last.end
