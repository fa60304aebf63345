"""An architecture map as a picture: a box for each boundary of responsibility."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from estate.facts import Facts
from estate.impact.architecture import Map
from estate.report.picture import Edge, Node, Status, svg
from estate.report.picture.estate import nodes_of
from estate.report.statement import Picture, Section

__all__ = ["drawn", "pictured", "statuses"]


def statuses(facts: Facts) -> dict[str, str]:
    """Return the worst support of what each application and server in use runs."""
    return {node.id: node.status for node in nodes_of(facts)}


def drawn(found: Map, status: Mapping[str, str], engine: str | None = None) -> Iterator[str]:
    """Yield the picture in pieces. Raises ReportError where there is no Graphviz."""
    nodes = [
        Node(
            id=each.entry.id,
            label=each.entry.name,
            kind=each.entry.kind,
            cluster=each.boundary,
            status=cast("Status", status.get(each.entry.id, "none")),
        )
        for each in found.components
    ]
    edges = [Edge(d.source, d.target, d.relation, not d.hard) for d in found.dependencies]
    title = f"{found.subject.name}: architecture map on {found.on}"
    return svg(nodes, edges, title=title, engine=engine)


def pictured(svg: str) -> Section:
    """Return the part of a page that shows a picture; a terminal has none."""
    drawing = svg.partition("?>")[2]
    return Section("picture", "Picture", picture=Picture(drawing, lambda *_: (), detached=True))
