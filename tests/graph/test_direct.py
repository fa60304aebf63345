"""What records say of one another."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from tests.graph.small_estates import (
    TODAY,
    api,
    app,
    estate_of,
    estates,
    graph_of,
    made,
    server,
    service,
    to,
)

from estate.errors import Fault
from estate.findings.place import Place
from estate.graph import NEEDS, STANDS, EstateGraph
from estate.model import Contract, Estate, Link, Supplier


def test_the_relations_followed_are_those_of_the_format() -> None:
    assert set(NEEDS) == {
        "runs_on",
        "hosted_on",
        "located_at",
        "uses",
        "consumes",
        "provides",
        "stores_in",
        "supports",
        "depends_on",
    }
    assert set(STANDS) == {"runs_on", "hosted_on", "stores_in", "depends_on", "fails_over_to"}


def test_an_owner_needs_its_target() -> None:
    graph = graph_of(
        app("tax", runs_on=to(Link(to="srv", strength="soft", purpose="overnight batch"))),
        server("srv"),
    )
    (edge,) = graph.needs("tax")
    assert (edge.source, edge.target, edge.relation) == ("tax", "srv", "runs_on")
    assert (edge.strength, edge.purpose, edge.style) == ("soft", "overnight batch", None)
    assert (edge.begins, edge.until) == (date.min, date.max)
    assert (edge.group, edge.at_least) == (None, 1)
    assert edge.place == Place("tax", ("runs_on", 0))
    assert graph.needed_by("srv") == (edge,)
    assert graph.needs("srv") == graph.needed_by("tax") == ()


def test_a_service_needs_what_supports_it_and_an_api_its_provider() -> None:
    graph = graph_of(
        app("tax", supports=to("other", "council-tax"), provides=to("tax-api")),
        service("council-tax"),
        service("other"),
        api("tax-api"),
    )
    (edge,) = graph.needs("council-tax")
    assert (edge.source, edge.target) == ("council-tax", "tax")
    assert edge.place == Place("tax", ("supports", 1))
    assert [edge.target for edge in graph.needs("tax-api")] == ["tax"]
    assert [edge.source for edge in graph.needed_by("tax")] == ["council-tax", "other", "tax-api"]
    assert graph.related("tax", "supports") == ("council-tax", "other")
    assert graph.holders("council-tax", "supports") == ("tax",)


def test_needs_in_ascending_order_and_by_id() -> None:
    graph = graph_of(
        app("tax", runs_on=to("z", "b"), uses=to("crm"), depends_on=to("b")),
        app("crm"),
        server("b"),
        server("z"),
    )
    found = [(edge.target, edge.relation) for edge in graph.needs("tax")]
    assert found == [("b", "depends_on"), ("b", "runs_on"), ("crm", "uses"), ("z", "runs_on")]
    assert graph.direct_needs("tax") == ("b", "crm", "z")
    assert graph.direct_needers("b") == ("tax",)


def test_members_of_a_group_share_its_number() -> None:
    graph = graph_of(
        app("tax", runs_on=to("s1", Link(any_of=("s2", "s3"), at_least=2)), uses=to("crm")),
        app("crm", runs_on=to(Link(any_of=("s1", "s3")))),
        server("s1"),
        server("s2"),
        server("s3"),
    )
    groups = {(edge.source, edge.target): edge.group for edge in graph.edges("runs_on")}
    assert groups == {
        ("crm", "s1"): 0,
        ("crm", "s3"): 0,
        ("tax", "s1"): None,
        ("tax", "s2"): 1,
        ("tax", "s3"): 1,
    }
    assert [edge.at_least for edge in graph.needs("tax")] == [1, 1, 2, 2]


def test_several_targets_that_need_the_owner_are_no_group() -> None:
    graph = graph_of(
        app("tax", supports=to(Link(any_of=("one", "two")))), service("one"), service("two")
    )
    assert [edge.group for edge in graph.edges()] == [None, None]
    assert set(graph.stops_when(["tax"])) == {"tax", "one", "two"}


@pytest.mark.parametrize(
    ("begins", "until", "holds"),
    [
        (date.min, date.max, True),
        (TODAY, TODAY, True),
        (date(2026, 11, 22), date.max, False),
        (date.min, date(2026, 11, 20), False),
    ],
)
def test_an_item_outside_its_days_is_no_edge(begins: date, until: date, *, holds: bool) -> None:
    item = Link(to="srv", begins=begins, until=until)
    graph = graph_of(app("tax", runs_on=to(item)), server("srv"))
    assert graph.direct_needs("tax") == (("srv",) if holds else ())
    assert len(graph.needs("tax")) == holds
    assert set(graph.stops_when(["srv"])) == ({"srv", "tax"} if holds else {"srv"})
    assert graph.relations == 1


def test_flows_are_no_needs() -> None:
    item = Link(to="ledger", style="file")
    graph = graph_of(app("tax", sends_to=to(item)), app("ledger"))
    (flow,) = graph.flows_from("tax")
    assert (flow.source, flow.target, flow.style) == ("tax", "ledger", "file")
    assert graph.flows_to("ledger") == (flow,)
    assert graph.flows_to("tax") == graph.needs("tax") == ()


def test_failing_over_is_no_need() -> None:
    graph = graph_of(server("a", fails_over_to=to("b")), server("b"))
    assert graph.needs("a") == ()
    assert graph.related("a", "fails_over_to") == ("b",)
    assert graph.holders("b", "fails_over_to") == ("a",)


def test_a_shorthand_stands_at_its_own_field() -> None:
    graph = graph_of(app("tax", supplier=to("capita")), made(Supplier, "capita"))
    (edge,) = graph.edges("supplied_by")
    assert edge.place == Place("tax", ("supplier",))
    assert graph.holders("capita", "supplied_by") == ("tax",)


def test_what_a_contract_covers_is_covered_by_it() -> None:
    graph = graph_of(
        app("tax"),
        app("crm", covered_by=to("con")),
        made(Contract, "con", covers=("crm", "tax")),
    )
    assert graph.holders("con", "covered_by") == ("crm", "tax")
    assert graph.related("tax", "covered_by") == ("con",)
    places = [str(edge.place) for edge in graph.edges("covered_by")]
    assert places == ["con.covers[0]", "crm.covered_by[0]", "con.covers[1]"]
    assert graph.relations == 1


def test_edges_of_all_relations() -> None:
    graph = graph_of(
        app("tax", runs_on=to("srv"), sends_to=to("crm"), supports=to("v")),
        app("crm"),
        server("srv"),
        service("v"),
    )
    found = [(edge.source, edge.target) for edge in graph.edges()]
    assert found == [("tax", "crm"), ("tax", "srv"), ("v", "tax")]
    assert graph.relations == 3
    assert graph.ids == ("crm", "srv", "tax", "v")


def test_ids_and_relations_that_there_are_not() -> None:
    graph = graph_of(app("tax"))
    with pytest.raises(KeyError):
        graph.needs("crm")
    with pytest.raises(KeyError):
        graph.related("tax", "owns")
    with pytest.raises(KeyError):
        next(graph.edges("owns"))


def test_an_estate_with_loose_ends_is_a_fault() -> None:
    loose = graph_of(app("tax", runs_on=to(Link(any_of=("srv",)))))
    with pytest.raises(Fault, match=r"tax\.runs_on\[0\]: no 'srv'"):
        loose.all_needs("tax")
    with pytest.raises(Fault, match=r"con\.covers\[0\]: no 'tax'"):
        graph_of(made(Contract, "con", covers=("tax",))).related("con", "covered_by")


@given(estates())
def test_edges_agree_with_what_is_given_by_id(estate: Estate) -> None:
    graph = EstateGraph(estate, TODAY)
    for key in graph.ids:
        needs, needers = graph.needs(key), graph.needed_by(key)
        assert graph.direct_needs(key) == tuple(sorted({edge.target for edge in needs}))
        assert graph.direct_needers(key) == tuple(sorted({edge.source for edge in needers}))
    given_by_source = [edge for key in graph.ids for edge in graph.needs(key)]
    assert list(graph.edges(*NEEDS)) == given_by_source


@given(estates())
def test_the_order_of_records_changes_nothing(estate: Estate) -> None:
    turned = EstateGraph(estate_of(reversed(list(estate))), TODAY)
    graph = EstateGraph(estate, TODAY)
    assert list(graph.edges()) == list(turned.edges())
    assert graph.cycles(NEEDS, soft=True) == turned.cycles(NEEDS, soft=True)
    for key in graph.ids:
        assert list(graph.stops_when([key]).items()) == list(turned.stops_when([key]).items())
        assert list(graph.reaches([key]).items()) == list(turned.reaches([key]).items())
