"""A reorganisation as Markdown. Whatever Markdown or HTML would act on is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from estate.findings import Reorganisation
from estate.report.merge.chapter import Chapter
from estate.report.merge.telling import chapters, headline
from estate.report.visible import clip

__all__ = ["render"]

_ACTIVE: Final = re.compile(r"([\\`*_{}\[\]()<>#|~&@])")


def render(told: Reorganisation) -> Iterator[str]:
    """Yield the text in pieces."""
    yield f"# {_plain(told.estate)}: reorganisation\n\n"
    yield f"As of {told.as_of}.\n\n"
    yield from (f"- {_plain(line)}\n" for line in headline(told))
    for chapter in chapters(told):
        yield from _chapter(chapter)


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"\n## {chapter.title}\n\n{_plain(chapter.lead)}\n"
    if chapter.rows:
        yield f"\n| {' | '.join(chapter.columns)} |\n|{'---|' * len(chapter.columns)}\n"
        yield from (f"| {' | '.join(map(_plain, row))} |\n" for row in chapter.rows)


def _plain(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", clip(text))
