"""Records taken out of a file, for good or into comments; every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from estate.edit.node import Node
from estate.edit.sheet import Patch, Sheet, sheet_of
from estate.errors import EditError
from estate.model.types import NULL

__all__ = ["MARKER", "fold", "marker_for", "unfold", "without_records"]

MARKER: Final = "#= "
"""What begins each line of a record that was taken into comments."""

_BREAK: Final = re.compile(r"\r\n?|\n")
_COMMENT: Final = re.compile(r"[ \t]*#")

Keys = Collection[tuple[str, str]]


def without_records(text: str, keys: Keys, *, name: str) -> str:
    """Return the text of an inventory file without some records, by section and id.

    The comments right above a record, and beside it, go with it. A section that is left empty
    keeps its name. `name` is the file's, as errors tell it. Raises EditError if the file has
    errors, or an alias elsewhere says what stands in such a record.
    """
    if not keys:
        return text
    sheet = sheet_of(text, name)
    patches: list[Patch] = []
    empty: dict[str, Any] = {}
    for section, node, gone in _sections(sheet, keys):
        patches += _out_of_brackets(node, gone) if node.flow else _lines(sheet, node, gone)
        empty[section] = {} if node.flow else NULL
    return sheet.settled(min(keys), _without(sheet.document.values, keys, empty), [patches])


def fold(text: str, keys: Keys, marker: str, *, name: str) -> str | None:
    """Return the text of an inventory file in which some records stand in comments.

    Each of their lines begins with `marker`. `unfold` gives the text back byte for byte. None
    where brackets or JSON leave no room for that. Raises EditError as `without_records`.
    """
    if not keys:
        return text
    sheet = sheet_of(text, name)
    patches: list[Patch] = []
    for _, node, gone in _sections(sheet, keys):
        for position in gone:
            key, value = node.pairs[position]
            if node.flow or not sheet.begins_line(key.start):
                return None
            starts = _line_starts(sheet, key.start, value.end)
            patches += [Patch(start, start, marker) for start in starts]
    return sheet.settled(min(keys), _without(sheet.document.values, keys, {}), [patches])


def marker_for(text: str) -> str:
    """Return the marker for a text: one with which no line of it begins already."""
    marker = MARKER
    while re.search(rf"^\ufeff?{re.escape(marker)}", text, re.MULTILINE):
        marker = f"#={marker[1:]}"
    return marker


def unfold(text: str, marker: str) -> str:
    """Return the text with everything back that `fold` took into comments."""
    pieces, at = [], 0
    while at < len(text):
        found = _BREAK.search(text, at)
        end = found.end() if found else len(text)
        pieces.append(text[at:end].removeprefix(marker))
        at = end
    return "".join(pieces)


def _sections(sheet: Sheet, keys: Keys) -> Iterator[tuple[str, Node, list[int]]]:
    """Yield each section that loses records, with its node and their positions in it."""
    wanted = set(keys)
    for key, value in sheet.root.pairs if sheet.root else ():
        node = value.target or value
        gone = [at for at, (k, _) in enumerate(node.pairs) if (key.text, k.text) in wanted]
        wanted -= {(key.text, node.pairs[at][0].text) for at in gone}
        if gone:
            yield key.text, node, gone
    if wanted:
        section, key_ = min(wanted)
        message = f"{sheet.document.name}: {section}.{key_} is brought by an alias or a merge key"
        raise EditError(message)


def _without(values: Mapping[str, Any], keys: Keys, empty: Mapping[str, Any]) -> dict[str, Any]:
    gone = set(keys)
    left = {}
    for section, records in values.items():
        if isinstance(records, dict) and any((section, key) in gone for key in records):
            rest = {k: record for k, record in records.items() if (section, k) not in gone}
            left[section] = rest or empty.get(section, NULL)
        else:
            left[section] = records
    return left


def _line_starts(sheet: Sheet, start: int, end: int) -> Iterator[int]:
    at = sheet.line_start(start)
    while at < max(end, start + 1):
        yield at
        at = sheet.next_line(at)


def _lines(sheet: Sheet, node: Node, gone: list[int]) -> Iterator[Patch]:
    """Take records out of a block, each with the comments right above it."""
    for position in gone:
        key, value = node.pairs[position]
        start = sheet.line_start(key.start)
        end = sheet.next_line(max(value.end, key.end))
        while start and _COMMENT.match(above := _line_above(sheet, start)):
            if len(above) - len(above.lstrip(" ")) != sheet.column(key.start):
                break
            start -= len(above)
        yield Patch(start, end, "")


def _line_above(sheet: Sheet, start: int) -> str:
    end = start - (2 if sheet.text[max(start - 2, 0) : start] == "\r\n" else 1)
    return sheet.text[sheet.line_start(end) : start]


def _out_of_brackets(node: Node, gone: list[int]) -> list[Patch]:
    """Take records out of brackets, with the commas between them."""
    pairs, left = node.pairs, set(range(len(node.pairs))) - set(gone)
    if not left:
        return [Patch(pairs[0][0].start, pairs[-1][1].end, "")]
    last = max(left)
    behind = [Patch(pairs[last][1].end, pairs[-1][1].end, "")] if last < len(pairs) - 1 else []
    between = [Patch(pairs[at][0].start, pairs[at + 1][0].start, "") for at in gone if at < last]
    return [*between, *behind]
