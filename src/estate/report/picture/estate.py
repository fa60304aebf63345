"""Which part of an estate the audit's picture shows: what people use and what it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.facts import PRESENT, UNMANAGED, Facts, Installation
from estate.model import Asset
from estate.report.picture.shapes import STATUSES, Edge, Node, Status

_KINDS: Final = ("application", "server", "site")
_RELATIONS: Final = ("runs_on", "hosted_on", "stores_in", "located_at", "uses", "depends_on")
_SHARED: Final = "shared"
_NOBODY: Final = "no organisation recorded"


def nodes_of(facts: Facts) -> Iterator[Node]:
    """Yield applications, servers and sites in use, each with the worst support of what it runs."""
    statuses = _statuses(facts)
    for asset in _shown(facts):
        status = statuses.get(asset.id, "none")
        yield Node(asset.id, asset.name, asset.kind, _cluster(facts, asset), status)


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


def _cluster(facts: Facts, asset: Asset) -> str:
    organisations = asset.organisation or ()
    if not organisations:
        return _NOBODY
    if len(organisations) > 1:
        return _SHARED
    organisation = facts.estate.get(organisations[0])
    return organisation.name if organisation else organisations[0]


def _statuses(facts: Facts) -> dict[str, Status]:
    worst: dict[str, Status] = {}
    for found in facts.subjects("installation"):
        status = _status(facts, found)
        before = worst.get(found.asset.id, status)
        worst[found.asset.id] = min(status, before, key=STATUSES.index)
    return worst


def _status(facts: Facts, found: Installation) -> Status:
    support = found.support
    if support.status is None:
        return "none" if facts.column("installation.software_as_a_service")[found.id] else "unknown"
    if support.status in UNMANAGED:
        return "ended"
    if support.status == "extended":
        return "extended"
    horizons = facts.estate.policy.horizons
    soon = bool(horizons) and support.ends is not None
    if soon and support.ends is not None and support.ends <= facts.today + horizons[0]:
        return "ending"
    return "supported"
