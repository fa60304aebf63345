"""A record added to a file; every byte that was there stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from estate.edit import block, flow
from estate.edit.draft import Noted, as_read, plain
from estate.edit.field import changed
from estate.edit.node import Node
from estate.edit.sheet import Patch, Sheet, sheet_of

_END: Final = "..."


def add_record(
    text: str, section: str, key: str, record: Mapping[str, Any] | Noted, *, name: str
) -> str:
    """Return the text of an inventory file with one more record, behind the others of its section.

    A section that is not there is made behind the others, and an empty text becomes a document.
    The record and its fields may be `Noted`, and its fields `Blank`. Where a file has no room for
    comments, in JSON or inside brackets, they are left out. `name` is the file's. Raises EditError
    if the file has errors, the record is there already, or it cannot be added without
    touching anything else.
    """
    sheet, path = sheet_of(text, name), (section, key)
    _admit(sheet, section, key)
    values = changed(sheet.document.values, path, as_read(plain(record)))
    quoted = replace(sheet, style=replace(sheet.style, literal=False))
    ways = (patches for one in (sheet, quoted) for patches in _ways(one, section, key, record))
    return sheet.settled(path, values, ways)


def _admit(sheet: Sheet, section: str, key: str) -> None:
    """Raise EditError if a section holds no records, or one of this id."""
    records = sheet.document.values.get(section)
    node = sheet.root.child(section) if sheet.root else None
    if isinstance(records, dict) and key in records:
        there = node.child(key) if node and not node.target else node
        message = f"{sheet.document.name} has {section}.{key} already"
        raise sheet.refusal(message, f"{key} stands there", there, "an id that is free")
    if records and not isinstance(records, dict):
        message = f"{sheet.document.name} cannot be given {section}.{key}"
        raise sheet.refusal(message, f"{section} is no mapping", node, "a mapping of records")


def _ways(sheet: Sheet, section: str, key: str, record: Any) -> Iterator[list[Patch]]:  # noqa: ANN401
    """Yield the ways to write a record, the best first."""
    root = sheet.root
    if root is None or not root.members:
        yield _document(sheet, root, section, {key: record})
        return
    node = root.child(section)
    if node is None and root.flow:
        yield flow.insert(sheet, root, section, {key: record})
    elif node is None:
        lines = block.written(sheet, root, section, {key: record}, 2)
        yield block.append(sheet, root, ["", *lines], apart=True)
        yield block.prepend(sheet, root, [*lines, ""])
    elif node.flow and (node.members or root.flow):
        yield flow.insert(sheet, node, key, record)
    elif node.is_mapping and node.members:
        yield from _behind(sheet, node, key, record)
    elif node.target is None:
        yield _filled(sheet, root, node, {key: record})


def _document(sheet: Sheet, root: Node | None, section: str, records: Any) -> list[Patch]:  # noqa: ANN401
    """Write the first section of a document that has none."""
    style = sheet.style
    if style.json:
        start, end = (root.start, root.end) if root else (0, len(sheet.text))
        last = "" if root else "\n"
        return [Patch(start, end, style.spread(plain({section: records}), 0) + last)]
    lines = list(style.field(section, records, 0, 2))
    if root is not None and root.start < root.end:
        return [Patch(root.start, root.end, "\n".join(lines))]
    at = 0
    while at < len(sheet.text) and not sheet.text.startswith(_END, at):
        at = sheet.next_line(at)
    return [block.line_patch(sheet, at, lines)]


def _behind(sheet: Sheet, node: Node, key: str, record: Any) -> Iterator[list[Patch]]:  # noqa: ANN401
    lines = block.written(sheet, node, key, record, 1)
    gap = [""] if _is_spaced(sheet, node) else []
    yield block.append(sheet, node, [*gap, *lines], apart=True)
    yield block.prepend(sheet, node, [*lines, *gap])


def _is_spaced(sheet: Sheet, node: Node) -> bool:
    """Whether records stand apart; the only one of a section does, if it has lines of its own."""
    if len(node.pairs) == 1:
        return node.pairs[0][1].is_block
    at = sheet.line_start(node.pairs[-1][0].start)
    gap = sheet.text[sheet.next_line(node.pairs[-2][1].end) : at]
    return any(not line.strip() for line in gap.splitlines())


def _filled(sheet: Sheet, root: Node, node: Node, records: Any) -> list[Patch]:  # noqa: ANN401
    """Write the first record of a section that is empty: null, or empty brackets."""
    key = next(key for key, value in root.pairs if value is node)
    margin = sheet.column(key.start)
    lines = list(sheet.style.fields(records, margin + sheet.style.step, 1))
    colon = sheet.text.index(":", key.end)
    head = Patch(colon + 1, max(node.end, colon + 1), "")
    return [head, block.line_patch(sheet, sheet.next_line(head.end), lines)]
