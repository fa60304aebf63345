"""The habits of a file: its line ends, indents and quotation marks."""

from __future__ import annotations

import re
from typing import Final

from estate.edit.node import Node
from estate.edit.spelling import Style

_BREAK: Final = re.compile(r"\r\n?|\n")


def habits_of(text: str, name: str, root: Node | None) -> Style:
    """Return the style in which a file is written, as far as what is in it shows."""
    found = _BREAK.search(text)
    nodes = list(root.under()) if root else []
    quotes = [node.style for node in nodes if node.style in ("'", '"')]
    is_json = name.lower().endswith(".json") or (
        root is not None
        and root.flow
        and bool(root.pairs)
        and all(key.style == '"' for key, _ in root.pairs)
    )
    steps = (step for node in nodes if (step := _step(text, node)) > 0)
    return Style(
        newline=found[0] if found else "\n",
        step=next(steps, 2),
        dash=_dash(text, nodes),
        quote=max(sorted(set(quotes), reverse=True), key=quotes.count) if quotes else "'",
        json=is_json,
    )


def _step(text: str, node: Node) -> int:
    """Return by how much the first mapping below a key is indented, 0 if that cannot be told."""
    for key, value in node.pairs:
        if value.pairs and (value.is_block or "\n" in text[value.start : value.pairs[0][0].start]):
            return _column(text, value.pairs[0][0].start) - _indent(text, key.start)
    return 0


def _dash(text: str, nodes: list[Node]) -> int:
    for node in nodes:
        for key, value in node.pairs:
            if value.is_list and value.is_block:
                dash = text.rfind("-", key.end, value.items[0].start)
                return max(_column(text, dash) - _column(text, key.start), 0)
    return 2


def _column(text: str, index: int) -> int:
    return index - max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) - 1


def _indent(text: str, index: int) -> int:
    line = text[index - _column(text, index) : index]
    return len(line) - len(line.lstrip(" "))
