"""What follows from what records say: needs, standing, reach, cycles."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx
import pytest
from hypothesis import given
from tests.graph.small_estates import KINDS, TODAY, api, app, estates, graph_of, server, service, to

from estate.graph import CALLS, NEEDS, STANDS, Cycle, EstateGraph
from estate.model import Estate, Link


def only(
    graph: EstateGraph, relations: Iterable[str], strengths: tuple[str, ...] = ("hard",)
) -> nx.DiGraph[str]:
    """Return the part of a graph that a question follows, for networkx to answer it."""
    part: nx.DiGraph[str] = nx.DiGraph()
    part.add_nodes_from(graph.ids)
    for source, target, data in graph.to_networkx().edges(data=True):
        if data["relation"] in relations and data["strength"] in strengths:
            part.add_edge(source, target)
    return part


def first_of_shortest(part: nx.DiGraph[str], source: str, target: str) -> tuple[str, ...]:
    if not nx.has_path(part, source, target):
        return ()
    return tuple(min(nx.all_shortest_paths(part, source, target)))


def chain() -> EstateGraph:
    """Put a service on an application on one of two servers on a host."""
    return graph_of(
        service("council-tax"),
        app(
            "tax",
            supports=to("council-tax"),
            runs_on=to(Link(any_of=("s1", "s2"))),
            uses=to(Link(to="gis", strength="soft")),
        ),
        app("gis", runs_on=to("s2")),
        server("s1", hosted_on=to("host")),
        server("s2", hosted_on=to("host"), fails_over_to=to("standby")),
        server("host"),
        server("standby"),
    )


def test_all_needs_are_hard_and_include_members_of_groups() -> None:
    graph = chain()
    assert graph.all_needs("council-tax") == ("host", "s1", "s2", "tax")
    assert graph.all_needed_by("host") == ("council-tax", "gis", "s1", "s2", "tax")
    assert graph.all_needs("host") == ()


def test_a_path_is_the_alphabetically_first_of_the_shortest() -> None:
    graph = chain()
    assert graph.path("council-tax", "host") == ("council-tax", "tax", "s1", "host")
    assert graph.path("host", "council-tax") == ()
    assert graph.path("host", "host") == ("host",)
    assert graph.path("tax", "gis") == ()
    assert graph.path("tax", "gis", soft=True) == ("tax", "gis")
    assert graph.path("tax", "gis", ["runs_on"], soft=True) == ()


def test_redundancy_does_not_remove_what_one_stands_on() -> None:
    graph = chain()
    assert graph.stands_on("tax") == ("host", "s1", "s2", "standby")
    assert graph.stands_on("council-tax") == ()
    assert graph.standing_path("tax", "standby") == ("tax", "s2", "standby")


def test_who_stands_on_a_root() -> None:
    found = chain().stood_on_by("host")
    assert dict(found) == {
        "gis": ("gis", "s2", "host"),
        "s1": ("s1", "host"),
        "s2": ("s2", "host"),
        "tax": ("tax", "s1", "host"),
    }
    assert list(found) == ["gis", "s1", "s2", "tax"]
    assert len(found) == 4
    assert "tax" in found
    assert "host" not in found
    number: object = 7
    assert number not in found
    for absent in ("host", "nobody"):
        with pytest.raises(KeyError):
            found[absent]


def test_calls_are_followed_from_caller_to_called() -> None:
    graph = graph_of(
        app("portal", consumes=to("tax-api")),
        api("tax-api"),
        app("tax", provides=to("tax-api"), stores_in=to("db"), depends_on=to("dns")),
        server("db", hosted_on=to("host")),
        server("host"),
        server("dns"),
        app("feed", sends_to=to(Link(to="tax", strength="soft"))),
    )
    assert dict(graph.reaches(["portal"])) == {
        "db": ("portal", "tax-api", "tax", "db"),
        "host": ("portal", "tax-api", "tax", "db", "host"),
        "portal": ("portal",),
        "tax": ("portal", "tax-api", "tax"),
        "tax-api": ("portal", "tax-api"),
    }
    both = graph.reaches(["portal", "feed", "feed"])
    assert both["tax"] == ("feed", "tax")
    assert both["tax-api"] == ("portal", "tax-api")
    assert dict(graph.reaches(["tax"], ["depends_on"])) == {"dns": ("tax", "dns"), "tax": ("tax",)}
    assert not graph.reaches([])


def test_cycles_with_a_way_round_each() -> None:
    graph = graph_of(
        app("d", uses=to("b")),
        app("b", uses=to("c", "d")),
        app("c", depends_on=to("d")),
        app("x", depends_on=to("x")),
        app("y", uses=to(Link(to="z", strength="soft"))),
        app("z", uses=to("y", "b")),
    )
    first = Cycle(("b", "c", "d"), ("b", "d", "b"))
    itself = Cycle(("x",), ("x", "x"))
    assert graph.cycles(NEEDS) == (first, itself)
    assert graph.cycles(NEEDS, soft=True) == (first, itself, Cycle(("y", "z"), ("y", "z", "y")))
    assert graph.cycles(["uses"]) == (Cycle(("b", "d"), ("b", "d", "b")),)
    assert graph.cycles(["hosted_on"]) == ()


def test_a_cycle_is_no_need_of_oneself() -> None:
    graph = graph_of(app("a", uses=to("b")), app("b", uses=to("a")))
    assert graph.all_needs("a") == ("b",)
    assert graph.needs_of_all()["a"] == ("b",)
    assert graph.needs_of_all().count("a") == 1
    assert graph.needs_of_all(["a"])["a"] == ()
    assert graph.needs_of_all(["a"])["b"] == ("a",)


def test_a_graph_for_networkx() -> None:
    graph = chain().to_networkx()
    assert isinstance(graph, nx.MultiDiGraph)
    assert list(graph) == sorted(graph)
    assert graph.nodes["tax"] == {"kind": "application", "name": "TAX"}
    (data,) = graph["council-tax"]["tax"].values()
    assert data["relation"] == "supports"
    assert str(data["place"]) == "tax.supports[0]"
    assert set(data) == {
        "relation",
        "strength",
        "begins",
        "until",
        "group",
        "at_least",
        "place",
        "purpose",
        "style",
    }


@given(estates())
def test_needs_are_descendants(estate: Estate) -> None:
    graph = EstateGraph(estate, TODAY)
    part = only(graph, NEEDS)
    for key in KINDS:
        assert set(graph.all_needs(key)) == nx.descendants(part, key)
        assert set(graph.all_needed_by(key)) == nx.ancestors(part, key)
        for other in KINDS:
            assert graph.path(key, other) == first_of_shortest(part, key, other)


@given(estates())
def test_standing_is_descent_and_both_ways_tell_the_same(estate: Estate) -> None:
    graph = EstateGraph(estate, TODAY)
    part = only(graph, STANDS)
    for root in KINDS:
        assert set(graph.stands_on(root)) == nx.descendants(part, root)
        found = graph.stood_on_by(root)
        assert set(found) == nx.ancestors(part, root)
        for key, path in found.items():
            assert path == graph.standing_path(key, root) == first_of_shortest(part, key, root)


@given(estates())
def test_all_at_once_is_one_by_one(estate: Estate) -> None:
    graph = EstateGraph(estate, TODAY)
    some = {"a", "p", "s"}
    for single, bulk in (
        (graph.all_needs, graph.needs_of_all),
        (graph.all_needed_by, graph.needers_of_all),
        (graph.stands_on, graph.standing_of_all),
    ):
        everything, wanted = bulk(), bulk(some)
        assert list(everything) == list(wanted) == sorted(KINDS)
        assert len(everything) == len(KINDS)
        for key in KINDS:
            assert everything[key] == single(key)
            assert everything.count(key) == len(single(key))
            assert wanted[key] == tuple(found for found in single(key) if found in some)


@given(estates())
def test_reach_is_from_the_nearest_source(estate: Estate) -> None:
    graph = EstateGraph(estate, TODAY)
    part = only(graph, CALLS, ("hard", "soft"))
    sources = ["a", "t"]
    found = graph.reaches(sources)
    assert set(found) == {*sources}.union(*(nx.descendants(part, source) for source in sources))
    for key, path in found.items():
        ways = [first_of_shortest(part, source, key) for source in sources]
        assert path == min((way for way in ways if way), key=lambda way: (len(way), way))


@given(estates())
def test_cycles_are_strong_components(estate: Estate) -> None:
    graph = EstateGraph(estate, TODAY)
    part = only(graph, NEEDS)
    expected = [
        tuple(sorted(members))
        for members in nx.strongly_connected_components(part)
        if len(members) > 1 or part.has_edge(*members, *members)
    ]
    cycles = graph.cycles(NEEDS)
    assert [cycle.members for cycle in cycles] == sorted(expected)
    for cycle in cycles:
        first = cycle.members[0]
        ways = [(first, *first_of_shortest(part, key, first)) for key in part[first]]
        back = [way for way in ways if len(way) > 1]
        assert cycle.path == min(back, key=lambda way: (len(way), way))
