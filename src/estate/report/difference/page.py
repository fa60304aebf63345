"""A comparison as one self-contained page, in the style of the audit's; it runs no script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.findings import Difference
from estate.report.difference import telling
from estate.report.html.page import environment, policy, style_sheet

__all__ = ["render"]

_MOST: Final = 500
"""Entries of one list that the page holds; it says how many there are beyond."""


def render(difference: Difference) -> Iterator[str]:
    """Yield the page in pieces."""
    style = style_sheet()
    template = environment("estate.report.difference").get_template("difference.html.j2")
    yield from template.stream(
        difference=difference,
        style=style,
        policy=policy(style),
        most=_MOST,
        sides=telling.sides(difference),
        numbers=telling.numbers(difference),
        parts=telling.parts(difference),
        as_a_whole=telling.AS_A_WHOLE,
        found_at=lambda change: telling.found_at(difference, change),
        edited_at=lambda edit: telling.edited_at(difference, edit),
        record_at=lambda change: telling.record_at(difference, change),
        relation_at=lambda change: telling.relation_at(difference, change),
        field_words=telling.field_words,
        relation_words=telling.relation_words,
    )
