"""The comments of a file: what they say, and where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from estate.edit.node import Node

_END: Final = re.compile("[\n\x85\u2028\u2029]|\\Z")
"""Where a comment ends: wherever the parser breaks a line."""

_SIGN: Final = ("&", "!")
_SIGNS: Final = re.compile(r"(?:[&!]\S*(?:\s+(?:#.*\n\s*)*|\Z))*")
"""An anchor and a tag, and what may stand between them and their value."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment, from its `#` to the end of its line.

    `alone`: nothing else stands on its line; `column` is then how far it is indented. `gap`: there
    are blank lines above it.
    """

    start: int
    text: str
    column: int
    alone: bool
    gap: bool


def remarks_of(text: str, root: Node | None) -> list[Remark]:
    """Return the comments of a text, whose lines end in LF, in their order."""
    return [_remark(text, start, end) for start, end in _comments(text, _opaque(text, root))]


def content_of(text: str, node: Node) -> int:
    """Return where a node begins behind its anchor and its tag."""
    if text[node.start : node.start + 1] not in _SIGN:
        return node.start
    end = node.end
    if node.is_block and node.members:
        end = max(node.start, node.members[0][0].start)
    found = _SIGNS.match(text, node.start, end)
    return found.end() if found else node.start


def is_gap(text: str, index: int) -> bool:
    """Whether there is a blank line above what is the first sign on its line."""
    line = text.rfind("\n", 0, index) + 1
    if not line or text[line:index].strip():
        return False
    above = text.rfind("\n", 0, line - 1) + 1
    return not text[above : line - 1].strip()


def _opaque(text: str, root: Node | None) -> list[tuple[int, int]]:
    """Return the stretches in which `#` begins no comment: texts."""
    found = []
    for node in root.under() if root else ():
        if node.pairs or node.items or node.flow or node.start == node.end:
            continue
        start = content_of(text, node)
        if node.is_literal:  # beside its sign there may be a comment
            header = text.find("\n", start)
            start = header if 0 <= header < node.end else node.end
        found.append((start, node.end))
    return found


def _comments(text: str, opaque: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    starts = [start for start, _ in opaque]
    at = text.find("#")
    while at >= 0:
        position = bisect_right(starts, at) - 1
        if position >= 0 and at < (until := opaque[position][1]):
            at = text.find("#", until)
            continue
        found = _END.search(text, at)
        end = found.start() if found else len(text)
        yield at, end
        at = text.find("#", end)


def _remark(text: str, start: int, end: int) -> Remark:
    line = text.rfind("\n", 0, start) + 1
    alone = not text[line:start].strip()
    return Remark(start, text[start:end].rstrip(), start - line, alone, is_gap(text, start))
