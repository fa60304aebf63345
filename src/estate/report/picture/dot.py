"""The picture as a graph in the DOT language of Graphviz.

Without labels it is what the layout is made from: nodes of a fixed size and no text at all, so
that no name ever reaches the layout engine and no font of the machine changes the result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil, sqrt
from typing import TYPE_CHECKING, Final

from estate.report.picture.shapes import DOT_SHAPES, LOOKS, SHAPES, Edge, Node, size
from estate.report.visible import clip

if TYPE_CHECKING:
    import graphviz

__all__ = ["by_cluster", "dot"]

_INCH: Final = 72
_ROOM: Final = (
    '<<TABLE BORDER="0" CELLBORDER="0" FIXEDSIZE="TRUE" WIDTH="9" HEIGHT="9">'
    "<TR><TD></TD></TR></TABLE>>"
)
"""Keeps room for the name of a cluster, without a text that a font would measure."""
_SHAPE: Final = 0.038
"""Columns squared per node: what made pictures of many sizes about four to three."""
_BETWEEN: Final = 0.15
"""The share of the edges that may run from one column to another."""


def dot(
    nodes: Sequence[Node], edges: Sequence[Edge], *, labels: bool, says: Sequence[str] = ()
) -> str:
    """Return the graph in the DOT language, with names and colours if `labels`, else bare.

    `says` are the lines of its title.
    """
    # Only a run that draws pays for the package.
    import graphviz  # noqa: PLC0415

    graph = graphviz.Digraph("estate")
    graph.attr("graph", rankdir="LR", nodesep="0.18", ranksep="0.7", pad="0", newrank="true")
    graph.attr("node", shape="box", label="", fontname="Helvetica", fontsize="10")
    graph.attr("node", fixedsize="false" if labels else "true")
    graph.attr("edge", arrowsize="0.6", color="#7d848c", fontname="Helvetica", fontsize="9")
    if says:
        title = _plain("".join(f"{_escaped(line)}\\l" for line in says))
        graph.attr("graph", label=title, labelloc="t", labeljust="l", fontname="Helvetica")
    names = {node.id: f"n{index}" for index, node in enumerate(nodes)}
    for number, (cluster, inside) in enumerate(by_cluster(nodes)):
        if cluster:
            with graph.subgraph(name=f"cluster_{number}") as box:
                box.attr(margin="12", label=_escaped(cluster) if labels else _ROOM)
                _add(box, inside, names, labels=labels)
        else:
            _add(graph, inside, names, labels=labels)
    if labels:
        for edge in edges:
            graph.edge(names[edge.source], names[edge.target], **_line(edge))
    else:
        _arrange(graph, nodes, edges, names)
    return str(graph.source)


def _arrange(
    graph: graphviz.Digraph, nodes: Sequence[Node], edges: Sequence[Edge], names: Mapping[str, str]
) -> None:
    """Add the edges, each with its number as its id, and what gives the picture a good shape."""
    column = _columns(nodes, edges)
    for number, edge in enumerate(edges):
        ends, look = (names[edge.source], names[edge.target]), {"id": f"e{number}"}
        if column[edge.source] > column[edge.target]:
            # Laid out the other way round, it does not have to go about the whole picture.
            ends, look["dir"] = ends[::-1], "back"
        graph.edge(*ends, **look)
    for one, other in _grid(nodes, edges):
        graph.edge(names[one], names[other], style="invis")
    _fence(graph, nodes, edges, names, column)


def by_cluster(nodes: Iterable[Node]) -> list[tuple[str, list[Node]]]:
    """Return the nodes of each cluster, the clusters by name; those of none come first."""
    of_cluster: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        of_cluster[node.cluster].append(node)
    return sorted(of_cluster.items())


def _columns(nodes: Sequence[Node], edges: Sequence[Edge]) -> dict[str, int]:
    """Share the clusters out among as many columns as make the picture about as wide as high.

    Where too many edges would run between the columns, there is one column: a tall picture that
    can be followed beats a square one that cannot.
    """
    clusters = by_cluster(nodes)
    number = min(max(round(sqrt(_SHAPE * len(nodes))), 1), len(clusters))
    heights = [0] * number
    column: dict[str, int] = {}
    for _, inside in sorted(clusters, key=lambda item: (-len(item[1]), item[0])):
        lowest = heights.index(min(heights))
        heights[lowest] += len(inside)
        column.update((node.id, lowest) for node in inside)
    between = sum(column[edge.source] != column[edge.target] for edge in edges)
    return column if between <= _BETWEEN * len(edges) else dict.fromkeys(column, 0)


def _fence(
    graph: graphviz.Digraph,
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    names: Mapping[str, str],
    column: Mapping[str, int],
) -> None:
    """Keep the columns apart: everything in one comes before a point, and it before the next."""
    inner = [edge for edge in edges if column[edge.source] == column[edge.target]]
    sources, targets = {edge.source for edge in inner}, {edge.target for edge in inner}
    for number in range(max(column.values(), default=0)):
        post = f"fence{number}"
        graph.node(post, shape="point", style="invis", width="0.01", height="0.01", label="")
        for node in nodes:
            if column[node.id] == number and node.id not in sources:
                graph.edge(names[node.id], post, style="invis", weight="0")
            if column[node.id] == number + 1 and node.id not in targets:
                graph.edge(post, names[node.id], style="invis", weight="0")


def _grid(nodes: Sequence[Node], edges: Sequence[Edge]) -> Iterator[tuple[str, str]]:
    """Yield pairs that set nodes without any edge out in rows instead of one tall column."""
    linked = {end for edge in edges for end in (edge.source, edge.target)}
    for _, inside in by_cluster(nodes):
        alone = [node.id for node in inside if node.id not in linked]
        row = ceil(sqrt(len(alone) / 3))
        yield from (pair for index, pair in enumerate(pairwise(alone), 1) if index % row)


def _add(
    graph: graphviz.Digraph, nodes: Iterable[Node], names: Mapping[str, str], *, labels: bool
) -> None:
    for node in nodes:
        width, height = size(node.kind)
        room = {"width": str(width / _INCH), "height": str(height / _INCH)}
        graph.node(names[node.id], **room, **(_look(node) if labels else {}))


def _line(edge: Edge) -> dict[str, str]:
    words = edge.kind.replace("_", " ")
    label = f"{words} \u00d7 {edge.number:,}" if edge.number > 1 else words
    style = "dashed" if edge.soft else "" if edge.needs else "dotted"
    return {"label": _escaped(label), **({"style": style} if style else {})}


def _look(node: Node) -> dict[str, str]:
    look, shape = LOOKS[node.status], SHAPES.get(node.kind, "slanted")
    styles = ["filled", "rounded"] if shape == "rounded" else ["filled"]
    styles += ["dashed"] if look.dashes else []
    # A line break is the one sign of the language's own: names are escaped before it is set.
    told = [clip(node.label, 60), node.note or (look.words if look.mark else "")]
    return {
        "label": _plain("\\n".join(_escaped(part) for part in told if part)),
        "tooltip": _escaped(f"{clip(node.label, 60)}: {clip(node.kind, 60)}, {look.words}"),
        "shape": DOT_SHAPES[shape],
        "style": ",".join(styles),
        "fillcolor": look.fill,
        "color": look.line,
        "fontcolor": look.ink,
        "penwidth": str(look.width + 2 * node.focus),
    }


def _plain(escaped: str) -> str:
    """Keep a text that begins and ends with angle brackets from being read as HTML."""
    import graphviz  # noqa: PLC0415 - as above

    plain: str = graphviz.nohtml(escaped)
    return plain


def _escaped(text: str) -> str:
    import graphviz  # noqa: PLC0415 - as above

    escaped: str = graphviz.escape(clip(text, 200))
    return escaped
