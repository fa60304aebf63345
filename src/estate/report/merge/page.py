"""A reorganisation as one self-contained page, in the style of the audit's; it runs no script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.findings import Reorganisation
from estate.report.html.page import environment, policy, style_sheet
from estate.report.merge.telling import chapters, headline

__all__ = ["render"]

_MOST: Final = 1000
"""Rows of one list that the page holds; it says how many there are beyond."""


def render(told: Reorganisation) -> Iterator[str]:
    """Yield the page in pieces."""
    style = style_sheet()
    template = environment("estate.report.merge").get_template("reorganisation.html.j2")
    yield from template.stream(
        told=told,
        style=style,
        policy=policy(style),
        most=_MOST,
        headline=headline(told),
        chapters=chapters(told),
    )
