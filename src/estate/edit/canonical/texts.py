"""The texts of a file: what they say, and whether somebody has folded them into lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from estate.edit.draft import Bare, is_null
from estate.edit.node import Node
from estate.edit.spelling import WIDEST, Style
from estate.model.types import NULL
from estate.yaml_text import UNPRINTABLE

STYLE: Final = Style(quote="'")
"""How a value is spelt: as `estate.yaml_text` does, with single quotes where any will do."""

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SIGN: Final = re.compile(r"[-?:](?:\s|\Z)")
"""What is a text in brackets, and a sign outside them."""

_BREAKS: Final = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar. `lines` are those into which somebody folded it; `kept`: below a `>` of its own."""

    value: Any
    lines: tuple[str, ...] = ()
    kept: bool = False

    @property
    def has_lines(self) -> bool:
        """Whether it needs lines of its own."""
        return self.kept or (isinstance(self.value, str) and "\n" in self.value)

    def block(self, margin: int, used: int) -> tuple[str, list[str]]:
        """Write it below a key or dash at `margin`, of whose line so much is `used`."""
        head, body = STYLE.block(self.value, margin, used, 0)
        wide = self.lines and not body and used + len(head) > WIDEST
        if not (self.kept or wide):
            return head, body
        pad = " " * (margin + STYLE.step)
        sign = ">" if self.value.endswith("\n") else ">-"
        return sign, [pad + line if line else "" for line in self.lines]


def text_of(text: str, start: int, node: Node) -> Text:
    """Return the text that a node holds, which begins at `start` behind its anchor and tag."""
    if is_null(node):
        return Text(NULL)
    written = text[start : node.end]
    plain = node.plain and not node.style and not _SIGN.match(node.text)
    bare = plain or (_DAY.fullmatch(node.text) is not None and start == node.start)
    value = Bare(node.text) if bare else node.text
    lines = _folded(written, node)
    if len(lines) > 1 and _says(lines, node.text):
        return Text(value, tuple(lines), kept=node.style == ">")
    return Text(value)


def _folded(written: str, node: Node) -> list[str]:
    """Return the lines of a text that breaks them where it has a space, without their indent."""
    lines = written.split("\n")
    if len(lines) == 1 or node.style == "|":
        return []
    if node.style != ">":
        inner = written[1:-1] if node.style else written
        return [line.strip(" \t") for line in inner.split("\n")]
    body = lines[1:]
    indent = next((len(line) - len(line.lstrip(" ")) for line in body if line.strip()), 0)
    return [line[indent:] for line in body]


def _says(lines: Sequence[str], value: str) -> bool:
    """Whether lines below a `>` read as a value, and none of them is out of the ordinary."""
    if value.endswith("\n\n") or any(line != line.strip() for line in lines):
        return False
    if not (lines[0] and lines[-1]) or UNPRINTABLE.search(value.replace("\n", " ")):
        return False
    joined = _BREAKS.sub(lambda found: found[0][1:] or " ", "\n".join(lines))
    return joined == value.removesuffix("\n")
