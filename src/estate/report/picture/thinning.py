"""Fewer nodes than a picture cannot bear: the worst stay, the rest is counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from estate.frozen import frozen
from estate.report.picture.shapes import GROUP, STATUSES, Edge, Node
from estate.report.wording import counted

__all__ = ["Thinned", "thin"]

_GROUPS: Final = 30
"""Clusters whose left-out nodes are counted in the cluster; those of others are counted once."""
_CORE: Final = 0.6
"""The share of the picture that the worst nodes take before their neighbours come in."""


@frozen
class Thinned:
    """What is drawn, and in words what is not; `left_out` is empty where all of it is."""

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    left_out: str


def thin(nodes: Iterable[Node], edges: Iterable[Edge], limit: int) -> Thinned:
    """Return at most `limit` nodes with the edges among them, in a fixed order.

    The nodes of the worst status stay, then their neighbours. What is left out of a cluster
    becomes one node in it that says how many they are. Edges that leave the picture are counted.
    """
    every = sorted(nodes, key=lambda node: node.id)
    known = {node.id for node in every}
    unique = set(edges)
    linked = sorted(
        (edge for edge in unique if edge.source in known and edge.target in known),
        key=lambda edge: (edge.source, edge.target, edge.kind, edge.soft),
    )
    kept = every if len(every) <= limit else _kept(every, linked, limit)
    drawn = {node.id for node in kept}
    rest = [node for node in every if node.id not in drawn]
    inner = [edge for edge in linked if edge.source in drawn and edge.target in drawn]
    return Thinned([*kept, *_groups(rest)], inner, _words(len(rest), len(unique) - len(inner)))


def _kept(nodes: Sequence[Node], edges: Sequence[Edge], limit: int) -> list[Node]:
    """Return the nodes that stay, by id: the worst, then what they touch, then the next worst."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        neighbours[edge.source].add(edge.target)
        neighbours[edge.target].add(edge.source)
    room = max(limit - min(len({node.cluster for node in nodes}), _GROUPS + 1), 1)
    ranked = sorted(
        nodes, key=lambda node: (STATUSES.index(node.status), -len(neighbours[node.id]), node.id)
    )
    bad = [node for node in ranked if node.status in {"ended", "ending", "extended"}]
    core = {node.id for node in bad[: int(room * _CORE)]}
    near = _near(core, neighbours)
    order = sorted(ranked, key=lambda node: (node.id not in core, -near.get(node.id, 0)))
    return sorted(order[:room], key=lambda node: node.id)


def _near(core: Collection[str], neighbours: Mapping[str, Collection[str]]) -> Counter[str]:
    """Count for each node how many nodes of the core it touches."""
    return Counter(near for node in core for near in neighbours[node])


def _groups(nodes: Sequence[Node]) -> list[Node]:
    of_cluster: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        of_cluster[node.cluster].append(node)
    ordered = sorted(of_cluster, key=lambda cluster: (-len(of_cluster[cluster]), cluster))
    result = [_group(cluster, cluster, of_cluster[cluster]) for cluster in ordered[:_GROUPS]]
    elsewhere = [node for cluster in ordered[_GROUPS:] for node in of_cluster[cluster]]
    return [*result, _group("\0elsewhere", "", elsewhere)] if elsewhere else result


def _group(name: str, cluster: str, nodes: Sequence[Node]) -> Node:
    tally = Counter(node.status for node in nodes)
    worst = min(tally, key=STATUSES.index)
    label = f"{len(nodes):,} more"
    if worst in {"ended", "ending", "extended", "unknown"}:
        label += f", {tally[worst]:,} {worst}"
    return Node(f"\0{name}", label, GROUP, cluster, worst)


def _words(nodes: int, edges: int) -> str:
    parts = [counted(nodes, "thing")] if nodes else []
    parts += [counted(edges, "relation")] if edges else []
    if not parts:
        return ""
    verb = "is" if nodes + edges == 1 else "are"
    why = ": too many for one picture, which shows the worst support first" if nodes else ""
    return f"{' and '.join(parts)} {verb} not drawn{why}"
