"""What stands under a cursor: which field of which record, or which value.

People type into texts that are not whole yet, and into files of many thousand records. So only
the lines of one record are looked at, and of them, to complete a word, only those before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from estate.lsp.positions import Span
from estate.read.layout import Layout, Path, laid_out
from estate.read.layout import Span as Written
from estate.read.source import ODD, Mark

__all__ = ["Spot", "spot_at", "typed_at"]

Role = Literal["key", "value"]

_MARK: Final = "\ue000"
"""Stands for the word that is being typed. Nobody's alphabet has it, and YAML allows it."""

_TOP: Final = re.compile(r"""[A-Za-z_"'][^#:]*:(\s|$)""")
_NOTHING: Final = re.compile(r"\s*(#.*)?$")
_LEAD: Final = re.compile(r"^\s*(?:-\s+)*|[\[{,]\s*|:\s+")
"""What a word may stand behind on its line."""
_UNREADABLE: Final = re.compile(
    f"[{ODD}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
)
_REST: Final = re.compile(r"[\w./@-]*")
_QUOTES: Final = ("'", '"')
_OPENING: Final = {"[": "]", "{": "}"}
_LONGEST: Final = 4000
"""How many lines of one record are looked at."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A key or a value: the path of what it belongs to, its text, and where it stands.

    The path of a key ends in the key itself. The text of a word that is being typed is the part
    before the cursor; what stands there is to be replaced.
    """

    path: Path
    role: Role
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines that can be read alone, below the line of their section if they need one."""

    first: int
    lines: list[str]
    heading: str = ""

    def laid(self, lines: list[str]) -> Layout | None:
        text = _UNREADABLE.sub(" ", "\n".join(lines))
        if self.heading:
            return laid_out(f"{self.heading}\n{text}\n", (), self.first - 1)
        return laid_out(f"{text}\n", (), self.first)


def spot_at(lines: Sequence[str], mark: Mark) -> Spot | None:
    """Return the key or the text that a cursor stands in or behind, None if there is none."""
    region = _region(lines, mark[0])
    layout = region.laid(region.lines)
    if layout is None:
        return None
    for spans, role in ((layout.keys, "key"), (layout.values, "value")):
        for path, span in spans.items():
            if path and span.scalar and span.start <= mark <= span.end != span.start:
                return Spot(path, "key" if role == "key" else "value", span.text, span[:2])
    return None


def typed_at(lines: Sequence[str], mark: Mark) -> Iterator[Spot]:
    """Yield what the word that is being typed at a cursor may become: a key, a value, or either.

    Nothing inside a comment, or where the text before it is a mess.
    """
    row, column = mark
    region = _region(lines, row)
    line = lines[row]
    start = max(found.end() for found in _LEAD.finditer(line[:column]))
    start += line[start:column].startswith(_QUOTES)
    state = _scanned("\n".join([*region.lines[: row - region.first], line[:start]]))
    if state is None:
        return
    quote, closing = state
    before = [*region.lines[: row - region.first], line[:start]]
    word, end = line[start:column], _end_of_word(line, column, quote)
    as_key = not quote and _begins(line[:start], closing)
    span = ((row, start), (row, end))
    for role in ("key", "value") if as_key else ("value",):
        tail = f"{_MARK}{quote}{': ' if role == 'key' else ''}{closing}"
        path = _marked(region.laid([*before[:-1], before[-1] + tail]), role)
        if path:
            path = (*path[:-1], word) if role == "key" else path
            yield Spot(path, "key" if role == "key" else "value", word, span)


def _end_of_word(line: str, column: int, quote: str) -> int:
    """Return where the word around a cursor ends: at the quote that closes it, if one does."""
    if quote and (end := line.find(quote, column)) >= 0:
        return end
    found = _REST.match(line, column)
    return found.end() if found else column


def _begins(before: str, closing: str) -> bool:
    """Whether what comes next may be a key: first on its line, or a member of brackets."""
    bare = before.rstrip()
    if closing:
        return bare.endswith(("{", ",")) and closing.startswith("}")
    return not bare or set(bare) <= {"-", " "}


def _marked(layout: Layout | None, role: str) -> Path | None:
    """Return the path of the mark; of a key, with the mark as its last step."""
    if layout is None:
        return None
    spans: dict[Path, Written] = layout.keys if role == "key" else layout.values
    for path, span in spans.items():
        if span.scalar and span.text.startswith(_MARK):
            return path
    return None


def _scanned(text: str) -> tuple[str, str] | None:
    """Return the quote that is open at the end of a text, and the brackets that are missing.

    None if it ends in a comment.
    """
    closing: list[str] = []
    quote, fresh, at = "", True, 0
    while at < len(text):
        sign = text[at]
        if quote:
            if sign == "\\" and quote == '"':
                at += 1
            elif sign == quote:
                quote = ""
        elif sign == "#" and (at == 0 or text[at - 1].isspace()):
            end = text.find("\n", at)
            if end < 0:
                return None
            at = end
        elif sign in "\"'" and fresh:
            quote = sign
        elif sign in _OPENING and (fresh or closing):
            closing.insert(0, _OPENING[sign])
        elif closing and sign == closing[0]:
            closing.pop(0)
        fresh = sign in "[{,\n" or (fresh and sign in " -") or text[at - 1 : at + 1] == ": "
        at += 1
    return quote, "".join(closing)


def _region(lines: Sequence[str], row: int) -> _Region:
    """Return the lines of the record around a line, or of what stands at the top there."""
    row = min(row, len(lines) - 1)
    top = next((number for number in range(row, -1, -1) if _is_top(lines[number])), None)
    if top is None or not _TOP.match(lines[top]):
        return _Region(0, list(lines[: max(row + 1, _LONGEST)]))
    if _opens_block(lines[top]):
        return _Region(row, [lines[row]]) if row == top else _of_record(lines, top, row)
    end = next((r for r in range(row + 1, len(lines)) if _is_top(lines[r])), len(lines))
    return _Region(top, list(lines[top : min(end, max(row + 1, top + _LONGEST))]))


def _of_record(lines: Sequence[str], top: int, row: int) -> _Region:
    margin = _margin_of(lines, top, row)
    first = next((r for r in range(row, top, -1) if 0 < _indent(lines[r]) <= margin), top + 1)
    after = range(max(first, row) + 1, len(lines))
    end = next((r for r in after if -1 < _indent(lines[r]) <= margin), len(lines))
    last = min(end, max(row + 1, first + _LONGEST))
    return _Region(first, list(lines[first:last]), lines[top].split("#")[0].rstrip())


def _is_top(line: str) -> bool:
    return bool(line) and (line[0] in "{[" or _TOP.match(line) is not None)


def _opens_block(line: str) -> bool:
    """Whether what a key at the top has stands below it."""
    value = line.partition(":")[2]
    return _NOTHING.match(value) is not None or value.strip().startswith(("&", "!"))


def _margin_of(lines: Sequence[str], section: int, row: int) -> int:
    """Return how far the records of a section are indented."""
    for number in range(section + 1, min(row + 1, len(lines))):
        if (indent := _indent(lines[number])) > 0:
            return indent
    return 0


def _indent(line: str) -> int:
    """Return how far a line is indented; -1 for one that says nothing."""
    return -1 if _NOTHING.match(line) else len(line) - len(line.lstrip(" "))
