"""A file's text: as people see it in an editor, and as the parser counts it.

The two differ in two rare cases only. The parser breaks lines at three characters more than
editors do (NEL, LS and PS, as YAML 1.1 had it). And of JSON it is shown a text of which some
escapes and characters, which YAML spells otherwise, are rewritten.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import field
from itertools import accumulate, count
from operator import add
from typing import Final, overload

from estate.errors import Location
from estate.frozen import slotted

Mark = tuple[int, int]
"""A 0-based line and column, as the parser counts them."""

_BREAK: Final = re.compile(r"\r\n?|\n")
ODD: Final = "\x85\u2028\u2029"
_ODD_BREAK: Final = re.compile(f"[{ODD}]")
_FOREIGN: Final = re.compile(
    r"\\\\"  # an escaped backslash begins no other escape
    r"|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    "|[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
)
"""What JSON may hold and libyaml may not: pairs of surrogates, and some characters as they are."""

_LONG: Final = 1000


class Lines(Sequence[str]):
    """The lines of a text without their breaks, cut out when asked for.

    Of a large inventory every file may be pointed into, and its lines one by one would take
    several times the room of its text.
    """

    def __init__(self, text: str, odd: str = "") -> None:
        self._text = text
        self._ends = f"\r\n{odd}"
        self._starts = array("L", [0])
        if "\r" in text or (odd and not text.isascii()):
            breaks = re.finditer(f"\r\n?|[\n{odd}]", text)
            self._starts.extend(found.end() for found in breaks)
        else:
            lengths = accumulate(map(len, text.split("\n")))
            self._starts.extend(map(add, lengths, count(1)))  # a break each
            self._starts.pop()

    def __len__(self) -> int:
        """How many lines there are, the one after the last break included."""
        return len(self._starts)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        """Return a line, or some."""
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        start = self._starts[number]
        if number in (-1, len(self) - 1):
            return self._text[start:]
        return self._text[start : self._starts[number + 1]].rstrip(self._ends)

    def together(self, first: int, last: int) -> str:
        """Return the text of the lines from `first` to before `last`, with their breaks."""
        end = self._starts[last] if last < len(self) else len(self._text)
        return self._text[self._starts[first] : end]


@slotted
class Source:
    """The text of a file: `text` as it is, `parsed` as the parser is given it."""

    name: str
    text: str
    parsed: str
    _lines: Lines | None = None
    _parser_lines: Lines | None = None
    _rows: list[Mark] | None = None
    _long: dict[int, str] = field(default_factory=dict)
    _shifts: dict[int, tuple[list[int], list[int]]] = field(default_factory=dict)

    @property
    def lines(self) -> Lines:
        """The lines of an editor, without their breaks."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines

    @property
    def parser_lines(self) -> Lines:
        """The lines of the parser, without their breaks."""
        if self._parser_lines is None:
            same = self.parsed is self.text and not self._odd
            self._parser_lines = self.lines if same else Lines(self.parsed, ODD)
        return self._parser_lines

    @property
    def _odd(self) -> bool:
        """Whether the parser breaks lines where no editor does."""
        return not self.text.isascii() and _ODD_BREAK.search(self.text) is not None

    def location(self, start: Mark, end: Mark) -> Location:
        """Return where a stretch stands; `end` is exclusive."""
        line, column = self._seen(start)
        last, until = self._seen(end)
        if (last, until) <= (line, column):
            last, until = line, column + 1
        return Location(self.name, line + 1, column + 1, last + 1, until + 1, self._shown(line))

    def line(self, number: int) -> Location:
        """Return what is written on a line of the parser."""
        text = self.parser_lines[number]
        return self.location((number, len(text) - len(text.lstrip())), (number, len(text)))

    def at(self, index: int) -> Location:
        """Return where the character of `text` with this index stands."""
        line = len(_BREAK.findall(self.text, 0, index))
        column = index - max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) - 1
        return Location(self.name, line + 1, column + 1, line + 1, column + 2, self._shown(line))

    def _shown(self, line: int) -> str:
        """Return a line. All who ask for a long one get the same text: it may be megabytes."""
        if line not in self._long:
            text = self.lines[line] if line < len(self.lines) else ""
            if len(text) < _LONG:
                return text
            self._long[line] = text
        return self._long[line]

    def _seen(self, mark: Mark) -> Mark:
        """Return the line and column of an editor for those of the parser."""
        line, column = mark
        if self.parsed is not self.text:
            return line, column + self._shift(line, column)
        if self._rows is None:
            self._rows = list(_rows(self.lines)) if self._odd else []
        if line < len(self._rows):
            line, before = self._rows[line]
            column += before
        return line, column

    def _shift(self, line: int, column: int) -> int:
        """Return how many characters were taken out of a line of JSON before a column of it."""
        if line not in self._shifts:
            self._shifts[line] = _shifts(self.lines[line] if line < len(self.lines) else "")
        columns, shifts = self._shifts[line]
        return shifts[bisect_left(columns, column)]


def _shifts(line: str) -> tuple[list[int], list[int]]:
    """Return where the parser's line of JSON was rewritten, and how much was so far taken out.

    The second list is one longer: it begins with what was taken out before the first place.
    """
    columns, shifts = [], [0]
    for found in _FOREIGN.finditer(line):
        columns.append(found.start() - shifts[-1])
        shifts.append(shifts[-1] + len(found[0]) - len(_rewritten(found)))
    return columns, shifts


def _rows(lines: Iterable[str]) -> list[Mark]:
    """Return, for each line of the parser, the editor's line it is in and where it begins there."""
    rows = []
    for number, line in enumerate(lines):
        rows.append((number, 0))
        rows += [(number, found.end()) for found in _ODD_BREAK.finditer(line)]
    return rows


def source_of(name: str, text: str) -> Source:
    """Return the text of a file; of JSON, with one in which the parser finds the same strings."""
    rewritten = name.lower().endswith(".json") and _FOREIGN.search(text)
    return Source(name, text, _FOREIGN.sub(_rewritten, text) if rewritten else text)


def _rewritten(found: re.Match[str]) -> str:
    piece = found[0]
    if len(piece) == 1:
        return f"\\u{ord(piece):04x}"
    if piece.startswith("\\u"):
        high, low = int(piece[2:6], 16), int(piece[8:], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    return piece
