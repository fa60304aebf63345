"""What a file holds, without its layout: values, and the comments that belong to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from estate.edit.canonical.remarks import Remark, content_of, is_gap
from estate.edit.canonical.texts import Text, text_of
from estate.edit.draft import is_merge
from estate.edit.node import Node

_WORD: Final = re.compile(r"[&!]\S*|#.*")
_NOWHERE: Final = -1


@dataclass(slots=True)
class Part:
    """A value: a `text`, an `alias`, or the `entries` of a mapping or list.

    `signs` are its anchor and tag. `tail` are the comments below the last entry; below a value
    that is not there, they are all there is of it.
    """

    signs: str = ""
    alias: str = ""
    text: Text | None = None
    is_list: bool = False
    entries: list[Entry] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """A member of a mapping or list: its `key`, if it has one, its value and its comments.

    `above` are the lines of comments above it, blank ones between them; `beside` is what stands
    behind it. `anchors` are the names that it gives values, `aliases` those it uses.
    """

    key: str
    value: Part
    signs: str = ""
    merge: bool = False
    above: list[str] = field(default_factory=list)
    beside: str = ""
    anchors: frozenset[str] = frozenset()
    aliases: frozenset[str] = frozenset()


@dataclass(slots=True)
class Outliner:
    """Goes through a document once, and takes each remark for what it belongs to."""

    text: str
    remarks: list[Remark]
    entangled: bool
    _taken: int = 0

    def whole(self, root: Node) -> Part:
        """Return the outline of a document; what nobody took stands at its end."""
        part = self._part(root, len(self.text), _NOWHERE)
        part.tail += self.rest()
        return part

    def rest(self) -> list[str]:
        """Take all that is left, as lines."""
        return _lines(self._take(len(self.text)), gap=True)

    def _part(self, node: Node, limit: int, column: int) -> Part:
        """Return a value, behind whose lines the next begins at `limit`; its key has a column."""
        if node.target is not None:
            return Part(alias=node.target.anchor)
        start = content_of(self.text, node)
        part = Part(self._signs(node.start, start), is_list=node.is_list)
        if not (node.is_list or node.is_mapping):
            part.text = text_of(self.text, start, node)
        elif node.flow:
            part.entries = self._entries(node, node.end - 1, _NOWHERE)
            part.tail = _lines(self._take(node.end), gap=True)
        else:
            margin = self._column(self._sign(node, 0))
            part.entries = self._entries(node, limit, margin)
            # A list in line with its key: a comment in line with both is about the next key.
            margin += node.is_list and margin == column
            part.tail = _lines(self._indented(margin, limit), gap=True)
        return part

    def _entries(self, node: Node, limit: int, column: int) -> list[Entry]:
        signs = [self._sign(node, position) for position in range(len(node.members))]
        members: list[tuple[Node | None, Node]] = [(None, item) for item in node.items]
        members = members or [*node.pairs]
        return [
            self._entry(key, value, (sign, until), column)
            for (key, value), sign, until in zip(members, signs, [*signs, limit][1:], strict=True)
        ]

    def _entry(self, key: Node | None, value: Node, within: tuple[int, int], column: int) -> Entry:
        sign, limit = within
        above = self._take(sign)
        apart = bool(above) and is_gap(self.text, sign)
        inner = self._header(key, value)
        # What stands beside the dash of an item with members would stand beside the first of them.
        hoisted = key is None and value.is_block
        above += [remark for remark in inner if remark.alone or hoisted]
        beside = [remark for remark in inner if not (remark.alone or hoisted)]
        part = self._part(value, limit, column)
        beside += self._beside(value, limit)
        if key is not None and column >= 0 and value.start == value.end:
            part.tail = _lines(self._indented(column + 1, limit))
        entry = Entry(key.text if key else "", part)
        entry.above = [*_lines([*above, *beside[:-1]]), *([""] if apart else [])]
        entry.beside = beside[-1].text if beside else ""
        if key is not None:
            entry.merge = is_merge(key)
            entry.signs = self._signs(key.start, content_of(self.text, key))
        if self.entangled:
            entry.anchors, entry.aliases = _names(key, value)
        return entry

    def _header(self, key: Node | None, value: Node) -> list[Remark]:
        """Take the comments before a value; those above its first member are that one's."""
        start = content_of(self.text, value)
        if value.is_block:
            end = value.members[0][0].start
            if key is None:
                return self._take(end)
            return list(self._while(lambda remark: remark.start < end and not remark.alone))
        if value.is_literal:
            header = self.text.find("\n", start)
            start = header if header >= 0 else len(self.text)
        found = self._take(start)
        if value.flow:
            end = value.members[0][0].start if value.members else value.end
            alone = not value.members
            found += self._while(lambda r: r.start < end and (alone or not r.alone))
        return found

    def _beside(self, value: Node, limit: int) -> Iterator[Remark]:
        """Take the comment behind a value on its last line."""
        if self._taken == len(self.remarks) or self.remarks[self._taken].start >= limit:
            return iter(())
        line = self.text.find("\n", value.end)
        end = min(limit, line if line >= 0 else len(self.text))
        return self._while(lambda remark: not remark.alone and value.end <= remark.start < end)

    def _indented(self, margin: int, limit: int) -> Iterator[Remark]:
        """Take the comments on lines of their own that are indented so far, up to one less so."""
        return self._while(lambda r: r.alone and r.column >= margin and r.start < limit)

    def _take(self, end: int) -> list[Remark]:
        first = self._taken
        while self._taken < len(self.remarks) and self.remarks[self._taken].start < end:
            self._taken += 1
        return self.remarks[first : self._taken]

    def _while(self, holds: Callable[[Remark], bool]) -> Iterator[Remark]:
        while self._taken < len(self.remarks) and holds(self.remarks[self._taken]):
            self._taken += 1
            yield self.remarks[self._taken - 1]

    def _sign(self, node: Node, position: int) -> int:
        """Return where a member begins: its key, its dash or, in brackets, its value."""
        first = node.members[position][0].start
        if node.flow or node.is_mapping:
            return first
        after = node.items[position - 1].end if position else node.start
        found = self.text.rfind("-", after, max(first, after + 1))
        return found if found >= 0 else first

    def _signs(self, start: int, end: int) -> str:
        """Return the anchor and the tag that stand between two places."""
        if start == end:
            return ""
        words = _WORD.findall(self.text, start, end)
        return " ".join(word for word in words if not word.startswith("#"))

    def _column(self, index: int) -> int:
        return index - self.text.rfind("\n", 0, index) - 1


def _lines(remarks: Iterable[Remark], *, gap: bool = False) -> list[str]:
    """Return comments as lines, with a blank one where there were some; first only if `gap`."""
    lines: list[str] = []
    for remark in remarks:
        if remark.gap and (lines or gap):
            lines.append("")
        lines.append(remark.text)
    return lines


def _names(key: Node | None, value: Node) -> tuple[frozenset[str], frozenset[str]]:
    """Return the anchors that a member sets, and those that its aliases use."""
    nodes = [*([key] if key else []), *value.under()]
    anchors = frozenset(node.anchor for node in nodes if node.anchor)
    return anchors, frozenset(node.target.anchor for node in nodes if node.target)
