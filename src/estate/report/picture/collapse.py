"""Boxes drawn as counts, where a picture would have more nodes than anybody can tell apart.

What is most alike goes first: the largest number of one kind in one box becomes one node that says
how many there are and how the worst of them stands. Nothing is lost: each thing is drawn, or is a
member of one node.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from estate.frozen import frozen
from estate.report.picture.choice import number_of
from estate.report.picture.shapes import GRADES, GROUP, JUNCTION, LOOKS, STATUSES, Edge, Node
from estate.report.wording import counted

__all__ = ["Collapsed", "collapse"]

_EDGES: Final = 4
"""Arrows for each node that a picture can bear."""
_CALM: Final = 0.4
"""The share of the most nodes that is left once boxes are counted: room for thick arrows."""
_WORDS: Final = 3
"""Names of relations that stand on one arrow."""


@frozen
class Collapsed:
    """What is drawn, in a fixed order: each node stands for itself or for its `members`.

    `within` counts relations between members of one node; `faint` those of the thinnest arrows,
    which are left out where there are too many.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    members: Mapping[str, tuple[Node, ...]]
    within: int
    faint: int


def collapse(
    nodes: Iterable[Node],
    edges: Iterable[Edge],
    groups: Mapping[int, str],
    most: int,
    kept: Collection[str] = (),
) -> Collapsed:
    """Return a picture of at most `most` nodes, not counting those of redundancy groups.

    Where there are more, it comes to far fewer. Those `kept` stand for themselves, if they can.
    `groups` are the words of each redundancy group, such as `1 of 2`: a node of its own between
    who needs it and its members, where these are drawn.
    """
    every = sorted(nodes, key=lambda node: node.id)
    room = most if len(every) <= most else max(int(most * _CALM), 1)
    spared = frozenset(kept) if len(kept) < room else frozenset()
    home = _homes(every, room, spared)
    members: defaultdict[str, list[Node]] = defaultdict(list)
    for node in every:
        members[home[node.id]].append(node)
    drawn = [inside[0] if len(inside) == 1 else _counted(key, inside) for key, inside in
             members.items()]  # fmt: skip
    links, within = _bundled(edges, home, groups)
    faint = sorted(links, key=lambda edge: -edge.number)[_EDGES * most :]
    left = set(faint)
    shown = [edge for edge in links if edge not in left]
    ordered = sorted(_unboxed(drawn), key=lambda node: node.id)
    box = {node.id: node.cluster for node in ordered}
    posts, joined = _junctions(shown, groups, box)
    several = {key: tuple(inside) for key, inside in members.items() if len(inside) > 1}
    faded = sum(edge.number for edge in faint)
    return Collapsed((*ordered, *posts), tuple(joined), several, within, faded)


_Key = tuple[str, str]


def _homes(nodes: Sequence[Node], most: int, spared: Collection[str]) -> dict[str, str]:
    """Say for each thing which node it is drawn as: by kind and box, by box, then all others."""
    home = {node.id: node.id for node in nodes}
    loose = [node for node in nodes if node.id not in spared]
    for level in (_by_kind, _by_box):
        _merge(home, loose, level, most)
    excess = len(set(home.values())) - most
    if excess > 0:
        # Too many boxes even so: the smallest become one.
        sizes = Counter(home[node.id] for node in loose)
        small = sorted(sizes, key=lambda key: (sizes[key], key))[: excess + 1]
        home |= {node.id: _name(("", "")) for node in loose if home[node.id] in set(small)}
    return home


def _by_kind(node: Node) -> _Key:
    return node.cluster, node.kind


def _by_box(node: Node) -> _Key:
    return node.cluster, ""


def _merge(
    home: dict[str, str], nodes: Iterable[Node], level: Callable[[Node], _Key], most: int
) -> None:
    """Merge the largest groups until there are few enough, in `home`."""
    units: defaultdict[_Key, list[Node]] = defaultdict(list)
    for node in nodes:
        units[level(node)].append(node)
    drawn = len(set(home.values()))
    for key in sorted(units, key=lambda key: (-len(units[key]), key)):
        merged = len({home[node.id] for node in units[key]})
        if drawn <= most or merged < 2:  # noqa: PLR2004 - one alone is no group
            continue
        drawn -= merged - 1
        home.update((node.id, _name(key)) for node in units[key])


def _name(key: _Key) -> str:
    """Return an id that no record has."""
    return "\0" + "\0".join(key)


def _counted(key: str, nodes: Sequence[Node]) -> Node:
    kinds, boxes = {node.kind for node in nodes}, {node.cluster for node in nodes}
    noun = nodes[0].kind if len(kinds) == 1 else "thing"
    number = number_of(noun, len(nodes))
    tally = Counter(node.status for node in nodes)
    order = STATUSES if tally.keys() <= set(STATUSES) else GRADES
    worst = min(tally, key=order.index)
    note = f"{tally[worst]:,} {worst}" if LOOKS[worst].mark else ""
    label, cluster = number, nodes[0].cluster
    if len(boxes) > 1:
        label, cluster = f"{number} in {counted(len(boxes), 'box', 'boxes')}", ""
    elif key == _name((cluster, "")) and cluster:
        # A whole box: it is named in its node, and not drawn around it.
        label, cluster, note = cluster, "", f"{number}, {note}" if note else number
    beyond = sum(node.beyond for node in nodes)
    focus = any(node.focus for node in nodes)
    return Node(key, label, GROUP, cluster, worst, note, focus, beyond)


def _unboxed(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield nodes without the box that holds but one, of its own name: a service or site alone."""
    sizes = Counter(node.cluster for node in nodes)
    for node in nodes:
        alone = sizes[node.cluster] == 1 and node.cluster == node.label
        yield replace(node, cluster="") if alone else node


def _bundled(
    edges: Iterable[Edge], home: Mapping[str, str], groups: Mapping[int, str]
) -> tuple[list[Edge], int]:
    """Return one arrow for all that leads from one node to another, and how many lead nowhere."""
    bundles: defaultdict[tuple[str, str, int | None], list[Edge]] = defaultdict(list)
    within = 0
    listed = list(edges)
    whole = _whole(listed, home, groups)
    for edge in listed:
        source, target = home[edge.source], home[edge.target]
        if source == target and source != edge.source:
            within += edge.number
        else:
            group = edge.group if edge.group in whole else None
            bundles[source, target, group].append(edge)
    ordered = sorted(bundles, key=lambda key: (key[0], key[1], -1 if key[2] is None else key[2]))
    return [_bundle(key, bundles[key]) for key in ordered], within


def _whole(
    edges: Iterable[Edge], home: Mapping[str, str], groups: Mapping[int, str]
) -> frozenset[int]:
    """Return the redundancy groups whose every end is drawn as itself."""
    broken = {
        edge.group
        for edge in edges
        if home[edge.source] != edge.source or home[edge.target] != edge.target
    }
    return frozenset(group for group in groups if group not in broken)


def _bundle(key: tuple[str, str, int | None], edges: Sequence[Edge]) -> Edge:
    names = sorted({edge.kind for edge in edges})
    more = len(names) - _WORDS
    kind = ", ".join(names[:_WORDS]) + (f" and {more} more" if more > 0 else "")
    return Edge(
        key[0],
        key[1],
        kind,
        soft=all(edge.soft for edge in edges),
        number=sum(edge.number for edge in edges),
        needs=any(edge.needs for edge in edges),
        group=key[2],
    )


def _junctions(
    edges: Iterable[Edge], groups: Mapping[int, str], box: Mapping[str, str]
) -> tuple[list[Node], list[Edge]]:
    """Put a node between who needs a redundancy group and its members."""
    of_group: defaultdict[int, list[Edge]] = defaultdict(list)
    plain: list[Edge] = []
    for edge in edges:
        if edge.group is None:
            plain.append(edge)
        else:
            of_group[edge.group].append(edge)
    posts: list[Node] = []
    joined: list[Edge] = []
    for number, (group, inside) in enumerate(of_group.items()):
        post = f"\0any\0{number:04}"
        source = inside[0].source
        posts.append(Node(post, groups[group], JUNCTION, box[source], "none"))
        joined.extend(_through(post, inside))
    return posts, [*plain, *joined]


def _through(post: str, edges: Sequence[Edge]) -> Iterator[Edge]:
    first = edges[0]
    yield Edge(first.source, post, first.kind, all(edge.soft for edge in edges))
    for edge in edges:
        yield Edge(post, edge.target, edge.kind, edge.soft)
