"""The estate as a picture: who needs whom, coloured by the support of what it runs.

Graphviz finds the places; the drawing is ours, so that it is the same on every machine, can be
read without colour, and holds neither script nor link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from estate.report.picture.dot import dot
from estate.report.picture.drawing import XML, Sheet, drawing
from estate.report.picture.layout import placed
from estate.report.picture.shapes import STATUSES, Edge, Node, Status
from estate.report.picture.thinning import thin

__all__ = ["MOST", "STATUSES", "Edge", "Node", "Status", "dot_source", "svg"]

MOST: Final = 300
"""Nodes that a picture can bear: more in one help nobody."""


def dot_source(nodes: Iterable[Node], edges: Iterable[Edge]) -> str:
    """Return the whole graph in the DOT language, for other tools, however large it is.

    An edge to or from what is no node of the graph has no place in it.
    """
    every = thin(nodes, edges, limit=_NO_LIMIT)
    return dot(every.nodes, every.edges, labels=True)


def svg(
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    *,
    title: str,
    engine: str | None = None,
    limit: int = MOST,
) -> Iterator[str]:
    """Yield an SVG document in pieces, with at most `limit` nodes; it states what it leaves out.

    `engine` is the path of a `dot` program; without one the Graphviz of pygraphviz is used, which
    gives the same bytes on every machine. Raises ReportError if there is neither.
    """
    thinned = thin(nodes, edges, limit)
    layout = placed(thinned.nodes, thinned.edges, engine)
    says = thinned.left_out or "Arrows point at what is needed; a dashed one can be done without."
    sheet = Sheet(title, (says,), thinned.nodes, thinned.edges)
    return (f"{line}\n" for line in (XML, *drawing(sheet, layout)))


_NO_LIMIT: Final = 10**9
