"""An answer as Markdown, for a paper or a comment: short, and safe to paste."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.report import markup
from estate.report.impact.telling import Table, Telling
from estate.report.visible import clip

__all__ = ["render"]

_MOST: Final = 50
"""Rows of one table: a comment has bounds too."""


def render(telling: Telling) -> Iterator[str]:
    """Yield the text in pieces."""
    return (f"{line}\n" for line in _lines(telling))


def _lines(telling: Telling) -> Iterator[str]:
    yield f"## {_safe(telling.estate)}: {telling.kicker.lower()}, {telling.on}"
    yield ""
    yield f"**{_safe(telling.answer, 2000)}**"
    for reason in telling.reasons:
        yield ""
        yield _safe(reason, 4000)
    for table in telling.told:
        yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    yield ""
    yield f"### {_safe(table.title)}"
    yield ""
    yield _safe(table.caption, 1000)
    yield ""
    rows = ([_safe(cell) for cell in row] for row in table.rows[:_MOST])
    yield from markup.table([name.capitalize() for name in table.head], rows)
    if len(table.rows) > _MOST:
        yield ""
        yield f"And {len(table.rows) - _MOST:,} more; JSON has all of them."


def _safe(text: str, longest: int = 400) -> str:
    return markup.unlinked(markup.escaped(clip(text, longest)))
