"""Places in a text, in the two ways of counting: ours, and that of the language server protocol.

Ours are lines and columns of characters. The protocol counts from 0, and in UTF-16 unless client
and server agree on something else; lines end at LF, CR LF or CR, and at nothing else.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

from lsprotocol.types import Position, Range, TextEdit
from pygls.workspace import PositionCodec

from estate.errors import Location
from estate.read.source import Lines, Mark

__all__ = ["Page", "Span", "smallest_edit"]

Span = tuple[Mark, Mark]
"""From a 0-based line and column of characters to before another."""

_BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"


class Page:
    """The text of one document, as an editor shows it. Every place it returns lies within it."""

    def __init__(self, text: str, codec: PositionCodec) -> None:
        self.text = text
        self._codec = codec

    @cached_property
    def lines(self) -> Lines:
        """The lines without their breaks."""
        return Lines(self.text)

    def range_of(self, place: Location) -> Range:
        """Return the range of a place that the reader names; of a whole file, its beginning."""
        start = self._inner((place.line - 1, place.column - 1))
        end = self._inner((place.end_line - 1, place.end_column - 1))
        return self.range((start, max(start, end)))

    def range(self, span: Span) -> Range:
        """Return the range of a stretch."""
        return Range(self.position(span[0]), self.position(span[1]))

    def position(self, mark: Mark) -> Position:
        """Return the protocol's position of a line and column."""
        line, column = self._within(mark)
        return Position(line, self._codec.client_num_units(self.lines[line][:column]))

    def mark(self, position: Position) -> Mark:
        """Return the line and column of a position; one that is nowhere is the nearest."""
        line, _ = self._within((position.line, 0))
        column = units = 0
        for sign in self.lines[line] if line == position.line else "":
            units += self._codec.client_num_units(sign)
            if units > position.character:
                break
            column += 1
        return line, column

    def index(self, mark: Mark) -> int:
        """Return where in the text a line and column stand."""
        line, column = self._within(mark)
        return len(self.lines.together(0, line)) + column

    def mark_at(self, index: int) -> Mark:
        """Return the line and column of an index of the text."""
        before = Lines(self.text[:index])
        return len(before) - 1, len(before[-1])

    def between(self, span: Span) -> str:
        """Return the text of a stretch."""
        return self.text[self.index(span[0]) : self.index(span[1])]

    def span_of(self, place: Location) -> Span:
        """Return the stretch that a place of the reader names."""
        start = self._inner((place.line - 1, place.column - 1))
        return start, max(start, self._inner((place.end_line - 1, place.end_column - 1)))

    def _inner(self, mark: Mark) -> Mark:
        """Return a mark of the reader, who does not count a byte order mark."""
        line, column = mark
        return self._within((line, column + (line == 0 and self.text.startswith(_BOM))))

    def _within(self, mark: Mark) -> Mark:
        line = min(max(mark[0], 0), len(self.lines) - 1)
        column = mark[1] if line == mark[0] else 0 if mark[0] < 0 else len(self.lines[line])
        return line, min(max(column, 0), len(self.lines[line]))


def smallest_edit(page: Page, new: str) -> TextEdit:
    """Return the one edit that turns a page's text into another: what differs, and no more."""
    old, most = page.text, min(len(page.text), len(new))
    start = next((i for i in range(most) if old[i] != new[i]), most)
    start -= _splits(old, start) or _splits(new, start)
    rest = most - start
    tail = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    tail -= _splits(old, len(old) - tail) or _splits(new, len(new) - tail)
    first, last = page.mark_at(start), page.mark_at(len(old) - tail)
    return TextEdit(page.range((first, last)), new[start : len(new) - tail])


def _splits(text: str, index: int) -> bool:
    """Whether an index lies within a line break of two characters: no position does."""
    return text[max(index - 1, 0) : index + 1] == "\r\n"
