"""Which part of an estate the audit's picture shows: what people use and what it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.facts import PRESENT, Facts
from estate.model import Asset
from estate.report.picture.boxes import boxes_of
from estate.report.picture.grades import support_of
from estate.report.picture.shapes import Edge, Node

_KINDS: Final = ("application", "server", "site")
_RELATIONS: Final = ("runs_on", "hosted_on", "stores_in", "located_at", "uses", "depends_on")


def nodes_of(facts: Facts) -> Iterator[Node]:
    """Yield applications, servers and sites in use, each with the worst support of what it runs."""
    statuses, boxes = support_of(facts), boxes_of(facts, "organisation")
    for asset in _shown(facts):
        status = statuses.get(asset.id, "none")
        yield Node(asset.id, asset.name, asset.kind, boxes[asset.id], status)


def edges_of(facts: Facts) -> Iterator[Edge]:
    """Yield who needs whom among them."""
    shown = {asset.id for asset in _shown(facts)}
    for edge in facts.graph.edges(*_RELATIONS):
        if edge.source in shown and edge.target in shown:
            yield Edge(edge.source, edge.target, edge.relation, edge.strength == "soft")


def _shown(facts: Facts) -> Iterator[Asset]:
    state = facts.column("asset.state")
    for asset in facts.assets:
        if asset.kind in _KINDS and state[asset.id] in PRESENT:
            yield asset
