"""A reorganisation as text for a terminal: the answer first, then each list.

The same estate gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from estate.findings import Reorganisation
from estate.report.merge.chapter import Chapter
from estate.report.merge.telling import chapters, headline
from estate.report.text import Detail
from estate.report.text.paint import Paint, painter
from estate.report.visible import clip

__all__ = ["render"]

_FIRST: Final = 20
"""How many of a long list are printed unless everything is asked for."""


def render(
    told: Reorganisation, *, colour: bool = False, width: int = 100, detail: Detail = "normal"
) -> Iterator[str]:
    """Yield the lines of the text, each with its line break.

    `quiet` is the answer alone; `verbose` cuts no list short.
    """
    paint = painter(colour=colour)
    yield paint("strong", f"{clip(told.estate)}: reorganisation, as of {told.as_of}") + "\n"
    for line in headline(told):
        yield from _wrapped(line, "  ", "  ", width)
    if detail == "quiet":
        return
    most = None if detail == "verbose" else _FIRST
    for chapter in chapters(told):
        yield "\n"
        yield from _chapter(chapter, paint, width, most)


def _chapter(chapter: Chapter, paint: Paint, width: int, most: int | None) -> Iterator[str]:
    yield paint("strong", f"{chapter.title}: {len(chapter.rows):,}") + "\n"
    yield from _wrapped(chapter.lead, "  ", "  ", width)
    for line in chapter.lines[:most]:
        yield from _wrapped(line, "  - ", "    ", width)
    if most is not None and len(chapter.lines) > most:
        yield f"  and {len(chapter.lines) - most:,} more (-v, or --format json)\n"


def _wrapped(text: str, first: str, rest: str, width: int) -> Iterator[str]:
    lines = wrap(
        clip(text, 1000),
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
    )
    return (f"{line}\n" for line in lines)
