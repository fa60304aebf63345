"""The picture as one self-contained page: the drawing, a card for each thing, tables beside it.

The page can be read and followed without its script, which only zooms, moves and sets apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate import __version__
from estate.facts import Facts
from estate.report.html.page import asset, environment, policy, style_sheet
from estate.report.picture.cards import cards_of
from estate.report.picture.choice import kind_name
from estate.report.picture.rendering import svg_lines
from estate.report.picture.shapes import JUNCTION, LOOKS
from estate.report.picture.view import View

__all__ = ["render"]

_PACKAGE: Final = "estate.report.picture"


def render(facts: Facts, view: View, engine: str | None = None) -> Iterator[str]:
    """Yield the page in pieces. Raises ReportError where the picture cannot be drawn."""
    from markupsafe import Markup  # noqa: PLC0415 - only for a page

    drawn = "\n".join(svg_lines(view, engine, anchored=True))
    style = style_sheet() + asset("graph.css", _PACKAGE)
    script = asset("graph.js", _PACKAGE)
    template = environment(_PACKAGE).get_template("graph.html.j2")
    nodes = {node.id: (f"n{index}", node) for index, node in enumerate(view.nodes)}
    return template.stream(
        view=view,
        # Our own drawing, whose texts are escaped where they are written.
        drawn=Markup(drawn),  # noqa: S704
        cards=cards_of(facts, view),
        nodes=nodes,
        things=[pair for pair in nodes.values() if pair[1].kind != JUNCTION],
        looks=LOOKS,
        kind_name=kind_name,
        style=style,
        script=script,
        policy=policy(style, script),
        tool=__version__,
    )
