"""Changes inside brackets: members between commas, on one line or on lines of their own."""

from __future__ import annotations

import re
from typing import Any, Final

from estate.edit.draft import plain
from estate.edit.node import Node
from estate.edit.sheet import Patch, Sheet

_REST: Final = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_GAP: Final = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")


def member(sheet: Sheet, name: str | int, value: Any, margin: int | None) -> str:  # noqa: ANN401
    """Write a member; of lines of their own, if it stands at a margin in JSON."""
    bare = plain(value)
    style = sheet.style
    spread = style.json and margin is not None
    written = style.spread(bare, margin or 0) if spread else style.line(bare)
    return written if isinstance(name, int) else f"{style.key(name, flow=True)}: {written}"


def insert(sheet: Sheet, node: Node, name: str | int, value: Any) -> list[Patch]:  # noqa: ANN401
    """Add a member at the end of a mapping or list in brackets."""
    members = node.members
    if not members:
        return _first(sheet, node, name, value)
    start, end = members[-1][0].start, members[-1][1].end
    if not sheet.begins_line(start):
        return [Patch(end, end, ", " + member(sheet, name, value, None))]
    margin = sheet.column(start)
    written = "\n" + " " * margin + member(sheet, name, value, margin)
    comma = _comma(sheet, end)
    after = end if comma is None else comma + 1
    rest = _REST.match(sheet.text, after)
    if rest is None:
        at = end if comma is None else after
        return [Patch(at, at, ("," if comma is None else "") + written)]
    if comma is None:
        return [Patch(end, end, ","), Patch(rest.end(), rest.end(), written)]
    return [Patch(rest.end(), rest.end(), written + ",")]


def _first(sheet: Sheet, node: Node, name: str | int, value: Any) -> list[Patch]:  # noqa: ANN401
    opening = sheet.text.index("[" if node.is_list else "{", node.start)
    line = sheet.text[sheet.line_start(node.start) :]
    margin = len(line) - len(line.lstrip(" ")) + sheet.style.step
    if sheet.style.json and "\n" in sheet.text.strip():
        written = "\n" + " " * margin + member(sheet, name, value, margin)
        written += "\n" + " " * (margin - sheet.style.step)
    else:
        written = member(sheet, name, value, None)
    if sheet.text[opening + 1 : node.end - 1].strip():  # a comment, which is kept
        return [Patch(opening + 1, opening + 1, written)]
    return [Patch(opening + 1, node.end - 1, written)]


def _comma(sheet: Sheet, end: int) -> int | None:
    """Return where the comma behind a member stands, if there is one."""
    gap = _GAP.match(sheet.text, end)
    at = gap.end() if gap else end
    return at if sheet.text[at : at + 1] == "," else None


def replace(sheet: Sheet, key: Node | None, value: Node, new: Any) -> list[Patch]:  # noqa: ANN401
    """Put another value in the place of one in brackets."""
    first = key or value
    margin = sheet.column(first.start) if sheet.begins_line(first.start) else None
    written = member(sheet, 0, new, margin)
    if key is None or value.start != value.end:
        return [Patch(value.start, value.end, written)]
    colon = sheet.text.find(":", key.end, value.start)
    if colon < 0:
        return [Patch(key.end, key.end, f": {written}")]
    end = colon + 1
    while sheet.text[end : end + 1] == " ":
        end += 1
    space = " " if sheet.text[end : end + 1] in "}#" else ""
    return [Patch(colon + 1, end, f" {written}{space}")]


def remove(sheet: Sheet, node: Node, position: int) -> list[Patch]:
    """Take a member out of brackets, with its comma."""
    members = node.members
    start, end = members[position][0].start, members[position][1].end
    if len(members) == 1:
        opening = sheet.text.index("[" if node.is_list else "{", node.start)
        return [Patch(opening + 1, node.end - 1, "")]
    comma = _comma(sheet, end)
    patches = []
    if comma is None:
        before = _comma(sheet, members[position - 1][1].end)
        patches = [] if before is None else [Patch(before, before + 1, "")]
    after = end if comma is None else comma + 1
    rest = _REST.match(sheet.text, after)
    if sheet.begins_line(start) and rest is not None:
        return [*patches, Patch(sheet.line_start(start), sheet.next_line(rest.end()), "")]
    if position + 1 < len(members):
        return [Patch(start, members[position + 1][0].start, "")]
    behind = patches[0].end if patches else (_comma(sheet, members[-2][1].end) or 0) + 1
    return [*patches, Patch(behind, after, "")]
