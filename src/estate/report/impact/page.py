"""An answer as one self-contained page, in the style of the audit's; it runs no script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.report.html.page import environment, policy, style_sheet
from estate.report.impact.telling import Telling

__all__ = ["render"]

_MOST: Final = 1000
"""Rows of one table that the page holds; it says how many there are beyond."""


def render(telling: Telling, picture: str = "") -> Iterator[str]:
    """Yield the page in pieces; `picture` is an SVG document of ours, or empty."""
    style = style_sheet()
    template = environment("estate.report.impact").get_template("answer.html.j2")
    yield from template.stream(
        telling=telling,
        style=style,
        policy=policy(style),
        most=_MOST,
        picture=picture.partition("?>")[2],
    )
