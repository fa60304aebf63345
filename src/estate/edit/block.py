"""Changes of members on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from estate.edit.node import Node
from estate.edit.sheet import Patch, Sheet

_HEADER: Final = re.compile(r"[^\r\n#]*?(?=[ \t]*(?:#|[\r\n]|\Z))")


def margin_of(sheet: Sheet, node: Node) -> int:
    """Return the column of a block's members: of its keys, or of its dashes."""
    if node.is_mapping:
        return sheet.column(node.pairs[0][0].start)
    return sheet.column(_dash(sheet, node, 0))


def _dash(sheet: Sheet, node: Node, position: int) -> int:
    """Return where the dash of an item stands."""
    after = node.items[position - 1].end if position else 0
    return sheet.text.rfind("-", after, max(node.items[position].start, 1))


def written(sheet: Sheet, node: Node, name: str | int, value: Any, deep: int) -> list[str]:  # noqa: ANN401
    """Write a member of a block in its lines."""
    margin = margin_of(sheet, node)
    if isinstance(name, str):
        return list(sheet.style.field(name, value, margin, deep))
    return list(sheet.style.item(value, margin, deep))


def append(sheet: Sheet, node: Node, lines: Iterable[str], *, apart: bool = False) -> list[Patch]:
    """Put lines behind the last member of a block and the comments that belong to it.

    `apart`: after blank lines there may be more comments of it.
    """
    at = _behind(sheet, node, apart=apart)
    return [line_patch(sheet, at, lines)]


def line_patch(sheet: Sheet, at: int, lines: Iterable[str]) -> Patch:
    """Return lines to put in where a line begins; a file without a last break stays without."""
    text = "\n".join(lines)
    if at and at == len(sheet.text) and sheet.text[-1] not in "\r\n":
        return Patch(at, at, f"\n{text}")
    return Patch(at, at, f"{text}\n")


def prepend(sheet: Sheet, node: Node, lines: Iterable[str]) -> list[Patch]:
    """Put lines before the last member of a block and the comments above it."""
    at = _first_sign(sheet, node, len(node.members) - 1)
    if not sheet.begins_line(at):
        return []
    start = sheet.line_start(at)
    while start and _is_comment(above := sheet.text[sheet.line_start(start - 1) : start]):
        start -= len(above)
    return [Patch(start, start, "\n".join(lines) + "\n")]


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _first_sign(sheet: Sheet, node: Node, position: int) -> int:
    return _dash(sheet, node, position) if node.items else node.pairs[position][0].start


def _behind(sheet: Sheet, node: Node, *, apart: bool) -> int:
    margin = margin_of(sheet, node)
    at = kept = sheet.next_line(node.end)
    while at < len(sheet.text):
        line = sheet.text[at : sheet.line_end(at)]
        at = sheet.next_line(at)
        if _is_comment(line) and len(line) - len(line.lstrip(" ")) >= margin:
            kept = at
        elif line.strip() or not apart:
            break
    return kept


def replace_item(sheet: Sheet, node: Node, position: int, new: Any) -> list[Patch]:  # noqa: ANN401
    """Put another item in the place of one on lines of its own."""
    old = node.items[position]
    lines = written(sheet, node, position, new, int(old.is_block))
    text = "\n".join(lines).lstrip(" ").removeprefix("- ")
    if old.start == old.end:
        text = " " + text
    return [Patch(old.start, old.end, text)]


def replace_field(sheet: Sheet, key: Node, old: Node, new: Any) -> list[Patch]:  # noqa: ANN401
    """Put another value under a key; comments beside the key stay."""
    margin = sheet.column(key.start)
    head, body = sheet.style.block(new, margin, margin + key.end - key.start + 2, int(old.is_block))
    colon = sheet.text.index(":", key.end)
    above = old.start <= sheet.line_end(colon)
    if above and not (old.is_literal or old.is_block):
        if old.start == old.end:
            return [*_header(colon + 1, colon + 1, head), *_body(sheet, colon, body)]
        if not head:
            return [Patch(colon + 1, old.end, ""), *_body(sheet, old.end, body)]
        return [Patch(old.start, old.end, head), *_body(sheet, old.end, body)]
    if not (old.is_block or body or old.is_literal):
        return [Patch(old.start, old.end, head)]
    return [
        *_header(colon + 1, _header_end(sheet, colon + 1, old), head),
        *_below(sheet, colon, old, body),
    ]


def _header(start: int, end: int, head: str) -> list[Patch]:
    return [Patch(start, end, f" {head}" if head else "")]


def _header_end(sheet: Sheet, start: int, old: Node) -> int:
    """Return where what a value has on the line of its key ends, before a comment."""
    found = _HEADER.match(sheet.text, start)
    return min(found.end(), old.end) if found else start


def _body(sheet: Sheet, index: int, body: list[str]) -> list[Patch]:
    return [line_patch(sheet, sheet.next_line(index), body)] if body else []


def _below(sheet: Sheet, colon: int, old: Node, body: list[str]) -> list[Patch]:
    """Put lines in the place of those of a value, from the first that holds some of it."""
    first = old.members[0][0].start if old.is_block else old.start
    start = sheet.line_start(first) if first > sheet.line_end(colon) else sheet.next_line(colon)
    end = max(start, sheet.next_line(old.end))
    if start == end:
        return [line_patch(sheet, start, body)] if body else []
    broken = sheet.text[end - 1] in "\r\n"
    if body:
        return [Patch(start, end, "\n".join(body) + "\n" * broken)]
    return [Patch(start if broken else _before_break(sheet, start), end, "")]


def _before_break(sheet: Sheet, start: int) -> int:
    """Return where the line above ends, so that its break goes with the last line of a file."""
    return len(sheet.text[:start].removesuffix("\n").removesuffix("\r"))


def remove(sheet: Sheet, node: Node, position: int, *, blank: bool = False) -> list[Patch]:
    """Take a member's lines out of a block that has others; with the `blank` ones below it."""
    members = node.members
    first = _first_sign(sheet, node, position)
    if not sheet.begins_line(first):
        after = sheet.next_line(members[position][1].end)
        rest = sheet.text[after:]
        return [Patch(first, after + len(rest) - len(rest.lstrip()), "")]
    start, end = sheet.line_start(first), sheet.next_line(members[position][1].end)
    while blank and end < len(sheet.text) and not sheet.text[end : sheet.line_end(end)].strip():
        end = sheet.next_line(end)
    if end == len(sheet.text) and sheet.text[-1] not in "\r\n":
        start = _before_break(sheet, start)
    return [Patch(start, end, "")]
