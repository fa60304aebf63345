"""The exception report as one self-contained page, without a script."""

from __future__ import annotations

from collections.abc import Iterator

from estate.report.html.page import asset, environment, policy, style_sheet
from estate.report.register.document import Report
from estate.report.register.words import text_of

__all__ = ["page"]

_HERE = "estate.report.register"


def page(report: Report) -> Iterator[str]:
    """Yield the page in pieces."""
    style = style_sheet() + asset("register.css", _HERE)
    templates = environment(_HERE)
    templates.filters |= {"text": text_of, "kind": lambda block: type(block).__name__.lower()}
    yield from templates.get_template("register.html.j2").stream(
        report=report, style=style, policy=policy(style)
    )
