"""Boxes drawn as counts: nothing is lost, and the worst is told."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from estate.report.picture.collapse import Collapsed, collapse
from estate.report.picture.shapes import GROUP, JUNCTION, STATUSES, Edge, Node

KINDS = ("application", "server", "site")


def _nodes(number: int, boxes: int) -> list[Node]:
    return [
        Node(f"n{n:03}", f"Node {n}", KINDS[n % 3], f"Box {n % boxes}", STATUSES[n % 6])
        for n in range(number)
    ]


def _edges(number: int) -> list[Edge]:
    return [
        Edge(f"n{n:03}", f"n{n * 7 % number:03}", "uses", n % 2 == 0, group=n // 2)
        for n in range(number)
    ]


def _collapsed(number: int, boxes: int, most: int, kept: tuple[str, ...] = ()) -> Collapsed:
    groups = dict.fromkeys(range(0, number, 3), "1 of 2")
    return collapse(_nodes(number, boxes), _edges(number), groups, most, kept)


@settings(max_examples=60)
@given(st.integers(1, 120), st.integers(1, 40), st.integers(2, 130))
def test_nothing_is_lost(number: int, boxes: int, most: int) -> None:
    found = _collapsed(number, boxes, most)
    things = [node for node in found.nodes if node.kind != JUNCTION]
    assert len(things) <= most
    alone = {node.id for node in things if node.id not in found.members}
    inside = [node.id for each in found.members.values() for node in each]
    assert sorted([*alone, *inside]) == [node.id for node in _nodes(number, boxes)]
    posts = {node.id for node in found.nodes if node.kind == JUNCTION}
    drawn = sum(edge.number for edge in found.edges if edge.target not in posts)
    assert drawn + found.within + found.faint == number
    known = {node.id for node in found.nodes}
    assert all({edge.source, edge.target} <= known for edge in found.edges)


@settings(max_examples=30)
@given(st.integers(1, 60), st.integers(2, 60), st.randoms())
def test_the_order_of_things_changes_nothing(number: int, most: int, chance: st.DrawFn) -> None:
    nodes, edges = _nodes(number, 5), _edges(number)
    chance.shuffle(nodes)  # type: ignore[attr-defined]
    chance.shuffle(edges)  # type: ignore[attr-defined]
    groups = dict.fromkeys(range(0, number, 3), "1 of 2")
    assert collapse(nodes, edges, groups, most) == _collapsed(number, 5, most)


def test_few_things_are_drawn_one_by_one() -> None:
    found = _collapsed(12, 3, 12)
    assert not found.members
    assert (found.within, found.faint) == (0, 0)


def test_what_is_alike_goes_first_and_says_its_number_and_its_worst() -> None:
    nodes = [Node(f"a{n}", "App", "application", "Box", STATUSES[n % 2 * 4]) for n in range(20)]
    nodes.append(Node("s", "Server", "server", "Box", "none"))
    found = collapse(nodes, (), {}, 20)
    group, server = sorted(found.nodes, key=lambda node: node.kind != GROUP)
    assert (group.label, group.note, group.status) == ("20 applications", "10 ended", "ended")
    assert (group.cluster, server.id) == ("Box", "s")


def test_a_whole_box_is_named_in_its_node() -> None:
    found = collapse(_nodes(40, 10), (), {}, 25)
    assert {(node.label, node.cluster) for node in found.nodes} == {
        (f"Box {n}", "") for n in range(10)
    }
    assert found.nodes[0].note.startswith("4 things")


def test_too_many_boxes_become_one() -> None:
    found = collapse(_nodes(40, 40), (), {}, 10)
    assert len(found.nodes) == 4
    assert found.nodes[0].label == "37 things in 37 boxes"


def test_arrows_that_run_together_are_one() -> None:
    edges = [Edge("a", "b", kind, soft, needs=needs) for kind, soft, needs in (
        ("uses", True, True), ("runs on", False, True), ("sends to", True, False),
        ("stores in", True, True),
    )]  # fmt: skip
    nodes = [Node(key, key, "server", "", "none") for key in "ab"]
    (edge,) = collapse(nodes, edges, {}, 10).edges
    assert (edge.kind, edge.number) == ("runs on, sends to, stores in and 1 more", 4)
    assert (edge.soft, edge.needs) == (False, True)


def test_a_group_is_dissolved_where_its_members_are_counted() -> None:
    nodes = [Node(f"s{n}", "S", "server", "Box", "none") for n in range(20)]
    nodes.append(Node("a", "A", "application", "", "none"))
    edges = [Edge("a", f"s{n}", "runs on", soft=False, group=1) for n in range(2)]
    found = collapse(nodes, edges, {1: "1 of 2"}, 10)
    assert [node.kind for node in found.nodes if node.kind == JUNCTION] == []
    assert [edge.number for edge in found.edges] == [2]


def test_those_kept_stand_for_themselves() -> None:
    assert "n007" in {node.id for node in _collapsed(60, 2, 10, ("n007",)).nodes}
    many = tuple(f"n{n:03}" for n in range(60))
    assert len([n for n in _collapsed(60, 2, 10, many).nodes if n.kind != JUNCTION]) <= 10


def test_a_box_with_nothing_but_its_own_name_is_not_drawn() -> None:
    found = collapse([Node("hall", "Town Hall", "site", "Town Hall", "none")], (), {}, 10)
    assert found.nodes[0].cluster == ""


def test_thin_arrows_give_way_where_there_are_too_many() -> None:
    nodes = [Node(f"n{n:02}", "N", "server", "", "none") for n in range(20)]
    edges = [Edge(one.id, other.id, "uses", soft=False) for one in nodes for other in nodes]
    found = collapse(nodes, edges, {}, 20)
    assert len(found.edges) == 80
    assert found.faint == 320
