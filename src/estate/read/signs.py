"""The visible signs of a scalar, one by one, where they are written.

Folding, chomping and indentation change nothing but white space. So the signs of a scalar's text
that are not white space are, one for one, those of its source, once escapes are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from estate.frozen import frozen
from estate.read.layout import Span
from estate.read.source import Mark, Source

_ESCAPE: Final = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.|$)")
_NAMED: Final = {"a": "\a", "b": "\b", "e": "\x1b", "0": "\0", "_": "\xa0", "N": "\x85"}
_NO_SIGN: Final = frozenset("tnvfrLP \t")
"""What stands for white space after a backslash."""


@frozen
class Sign:
    """One visible sign of a scalar: from its first character in the source to after its last."""

    start: Mark
    end: Mark


def signs_of(source: Source, span: Span) -> list[Sign]:
    """Return the visible signs of a scalar in their order."""
    (line, column), (last, until) = span.start, span.end
    if span.style in {"|", ">"}:
        line, column = line + 1, 0
    elif span.style:
        column, until = column + 1, until - 1
    found: list[Sign] = []
    for number in range(line, min(last + 1, len(source.parser_lines))):
        text = source.parser_lines[number]
        begin = column if number == line else 0
        end = until if number == last else len(text)
        found += _in_line(text[:end], begin, number, span.style)
    return found


def _in_line(text: str, column: int, line: int, style: str) -> Iterator[Sign]:
    while column < len(text):
        length, seen = _sign(text, column, style)
        if seen:
            yield Sign((line, column), (line, column + length))
        column += length


def _sign(text: str, column: int, style: str) -> tuple[int, bool]:
    """Return the length of what stands at a column, and whether one sees it."""
    if style == '"' and (escape := _ESCAPE.match(text, column)):
        return len(escape[0]), not _meant(escape[1]).isspace()
    if style == "'" and text.startswith("''", column):
        return 2, True
    return 1, not text[column].isspace()


def _meant(escape: str) -> str:
    if not escape or escape in _NO_SIGN:
        return " "
    if escape[0] in "xuU" and len(escape) > 1:
        return chr(int(escape[1:], 16))
    return _NAMED.get(escape, escape)
