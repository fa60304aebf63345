"""A statement as one self-contained page, in the style of the audit's; it runs no script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.report.html.page import asset, environment, policy, style_sheet
from estate.report.statement.values import Statement

__all__ = ["render"]

_PACKAGE: Final = "estate.report.statement"


def render(statement: Statement) -> Iterator[str]:
    """Yield the page in pieces."""
    from markupsafe import Markup  # noqa: PLC0415 - only for a page

    style = style_sheet() + asset("statement.css", _PACKAGE)
    template = environment(_PACKAGE).get_template("statement.html.j2")
    yield from template.stream(statement=statement, style=style, policy=policy(style), drawn=Markup)
