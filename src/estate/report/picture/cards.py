"""What the page tells of each thing in the picture, and of those that a node counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from estate.facts import Facts, Installation
from estate.frozen import frozen
from estate.graph.edge import Edge as Related
from estate.model import Asset, Entry
from estate.report.picture.choice import kind_name
from estate.report.picture.shapes import GROUP, JUNCTION, LOOKS, Node, Status
from estate.report.picture.view import View, relation_words
from estate.report.wording import counted, listed

__all__ = ["Card", "Line", "cards_of"]

_MOST: Final = 60
"""Neighbours that a card lists, each way."""
_MOST_MEMBERS: Final = 200
"""Members of a counted node that its card lists: the worst first."""
_UNSAID: Final = "not recorded"


@frozen
class Line:
    """One line of a card; `anchor` is that of another card, where there is one."""

    text: str
    anchor: str = ""
    note: str = ""


@frozen
class Card:
    """What is said of one node: facts as pairs, then what it needs, who needs it, its members."""

    anchor: str
    name: str
    kind: str
    status: Status
    pairs: tuple[tuple[str, str], ...]
    needs: tuple[Line, ...] = ()
    needed_by: tuple[Line, ...] = ()
    members: tuple[Line, ...] = ()

    @property
    def words(self) -> str:
        """The status in words."""
        return LOOKS[self.status].words


def cards_of(facts: Facts, view: View) -> list[Card]:
    """Return a card for each node of a view, in its order; redundancy groups have none."""
    anchors = {node.id: f"n{index}" for index, node in enumerate(view.nodes)}
    homes = anchors | {
        member.id: anchors[key] for key, inside in view.members.items() for member in inside
    }
    software = _software(facts, view)
    return [
        _counting(node, view.members[node.id], anchors[node.id])
        if node.kind == GROUP
        else _single(facts, node, homes, software.get(node.id, ()))
        for node in view.nodes
        if node.kind != JUNCTION
    ]


def _single(
    facts: Facts, node: Node, homes: Mapping[str, str], software: Sequence[tuple[str, str]]
) -> Card:
    entry, graph = facts.estate.get(node.id), facts.graph
    return Card(
        homes[node.id],
        node.label,
        kind_name(node.kind),
        node.status,
        (*_pairs(facts, entry), *software) if entry else (),
        tuple(_neighbours(facts, graph.needs(node.id), homes, outward=True)),
        tuple(_neighbours(facts, graph.needed_by(node.id), homes, outward=False)),
    )


def _pairs(facts: Facts, entry: Entry) -> Iterator[tuple[str, str]]:
    yield "id", entry.id
    if entry.description:
        yield "description", entry.description
    if isinstance(entry, Asset):
        names = facts.estate.of("organisation")
        whose = [names[key].name if key in names else key for key in entry.organisation or ()]
        yield "organisation", listed(whose) if whose else _UNSAID
        yield "owner", entry.owner or _UNSAID
        yield "criticality", entry.criticality or _UNSAID
        yield "state", facts.column("asset.state")[entry.id]
        sites = facts.column("asset.sites")[entry.id]
        if sites:
            yield "stands at", listed(sorted({site.name if site else _UNSAID for site in sites}))


def _software(facts: Facts, view: View) -> dict[str, list[tuple[str, str]]]:
    drawn = {node.id for node in view.nodes}
    found: dict[str, list[tuple[str, str]]] = {}
    for each in facts.subjects("installation"):
        if each.asset.id in drawn:
            name = f"{each.product_id} {each.version or ''}".strip() or _UNSAID
            found.setdefault(each.asset.id, []).append(("runs", f"{name}: {_support(each)}"))
    return found


def _support(found: Installation) -> str:
    support = found.support
    if support.status is None:
        return "support unknown"
    day = support.ended if support.status == "ended" else support.ends
    if support.status == "ended":
        return f"support ended {day}" if day else "support ended"
    if support.status == "supported":
        return "supported"
    return f"{support.status} support"


def _neighbours(
    facts: Facts, edges: Sequence[Related], homes: Mapping[str, str], *, outward: bool
) -> Iterator[Line]:
    for edge in edges[:_MOST]:
        key = edge.target if outward else edge.source
        entry = facts.estate.get(key)
        note = relation_words(edge.relation) + (", soft" if edge.strength == "soft" else "")
        yield Line(entry.name if entry else key, homes.get(key, ""), note)
    if len(edges) > _MOST:
        yield Line(f"and {len(edges) - _MOST:,} more")


def _counting(node: Node, members: Sequence[Node], anchor: str) -> Card:
    """Return the card of a node that counts; of many members it lists the worst."""
    ranked = sorted(members, key=lambda each: (list(LOOKS).index(each.status), each.id))
    lines = [Line(each.label, "", _member(each)) for each in ranked[:_MOST_MEMBERS]]
    if len(ranked) > _MOST_MEMBERS:
        lines.append(Line(f"and {len(ranked) - _MOST_MEMBERS:,} more"))
    pairs = tuple(_tally(members))
    return Card(anchor, _called(node), "several", node.status, pairs, members=tuple(lines))


def _called(node: Node) -> str:
    return f"{node.label} ({node.cluster})" if node.cluster else node.label


def _member(node: Node) -> str:
    return f"{node.id}: {LOOKS[node.status].words}"


def _tally(members: Iterable[Node]) -> Iterator[tuple[str, str]]:
    statuses = [node.status for node in members]
    for status, look in LOOKS.items():
        if status in statuses:
            yield look.words, counted(statuses.count(status), "thing")
