"""The graph as networkx has it, for algorithms and drawings that are not ours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from estate.graph.edge import Edge
from estate.model import Entry

if TYPE_CHECKING:
    import networkx as nx


def multigraph(entries: Iterable[Entry], edges: Iterable[Edge]) -> nx.MultiDiGraph[str]:
    """Return a graph of ids. Nodes have `kind` and `name`, edges the fields of `Edge`."""
    import networkx as nx  # noqa: PLC0415 - a tenth of a second that most runs never need

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entry in entries:
        graph.add_node(entry.id, kind=entry.kind, name=entry.name)
    for edge in edges:
        graph.add_edge(
            edge.source,
            edge.target,
            relation=edge.relation,
            strength=edge.strength,
            begins=edge.begins,
            until=edge.until,
            group=edge.group,
            at_least=edge.at_least,
            place=edge.place,
            purpose=edge.purpose,
            style=edge.style,
        )
    return graph
