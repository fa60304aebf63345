"""Text in a picture: safe, cut to its room, in lines."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Final
from xml.sax.saxutils import escape

from estate.report.visible import clip, columns, visible

__all__ = ["fitting", "lines_of", "paragraph", "text", "words"]

_LINE: Final = 22
"""Letters in a line of a node's label."""


def text(shown: str, longest: int) -> str:
    """Return a text made visible and escaped, cut after so many characters."""
    return escape(clip(shown, longest))


def words(x: float, y: float, shown: str, longest: int, look: str) -> str:
    """Return one line of text at a point, cut with an ellipsis after so many columns."""
    cut = fitting(visible(shown[:400]), max(longest, 1))
    more = "…" if len(cut) < len(shown) else ""
    return f'<text x="{x:g}" y="{y:g}" {look}>{escape(cut + more)}</text>'


def paragraph(sentence: str, room: int) -> list[str]:
    """Return a text in lines of so many characters."""
    return wrap(clip(sentence, 1000), room, break_on_hyphens=False)


def lines_of(label: str) -> Iterator[str]:
    """Yield a label in one or two lines, cut with an ellipsis if it is longer."""
    if columns(label) <= _LINE:
        yield label
        return
    head = fitting(label, _LINE)
    space = head.rfind(" ")
    first = head[:space] if space > _LINE // 3 else head
    yield first
    rest = label[len(first) :].strip()
    yield rest if columns(rest) <= _LINE else fitting(rest, _LINE - 1) + "…"


def fitting(shown: str, room: int) -> str:
    """Return as much of a text as fits so many columns."""
    used = 0
    for index, character in enumerate(shown):
        used += columns(character)
        if used > room:
            return shown[:index]
    return shown
