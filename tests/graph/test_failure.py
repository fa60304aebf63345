"""What stops when something stops."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.small_estates import KINDS, TODAY, app, estates, graph_of, server, service, to

from estate.graph import EstateGraph, Stop
from estate.model import Estate, Link, links_of


def test_stage_by_stage_with_the_reason() -> None:
    graph = graph_of(
        service("council-tax"),
        app("tax", supports=to("council-tax"), runs_on=to("s1", "s2")),
        server("s1", hosted_on=to("host")),
        server("s2", hosted_on=to("host")),
        server("host"),
    )
    assert dict(graph.stops_when(["host"])) == {
        "council-tax": Stop(3, ("tax",)),
        "host": Stop(0, ()),
        "s1": Stop(1, ("host",)),
        "s2": Stop(1, ("host",)),
        "tax": Stop(2, ("s1", "s2")),
    }
    assert list(graph.stops_when(["host"])) == ["council-tax", "host", "s1", "s2", "tax"]
    assert graph.stops_when([]) == {}


def test_soft_never_stops() -> None:
    soft = Link(to="b", strength="soft")
    soft_group = Link(any_of=("b",), strength="soft")
    graph = graph_of(app("a", uses=to(soft, soft_group)), app("b"))
    assert set(graph.stops_when(["b"])) == {"b"}


@pytest.mark.parametrize(
    ("at_least", "stopped", "because"),
    [
        (1, ["s1", "s2"], None),
        (1, ["s1", "s2", "s3"], ("s1", "s2", "s3")),
        (2, ["s1"], None),
        (2, ["s1", "s3"], ("s1", "s3")),
        (3, ["s2"], ("s2",)),
    ],
)
def test_a_group_stops_below_its_least(
    at_least: int, stopped: list[str], because: tuple[str, ...] | None
) -> None:
    group = Link(any_of=("s1", "s2", "s3"), at_least=at_least)
    graph = graph_of(app("a", runs_on=to(group)), server("s1"), server("s2"), server("s3"))
    assert graph.stops_when(stopped).get("a") == (because and Stop(1, because))


def test_a_group_loses_its_members_over_several_stages() -> None:
    graph = graph_of(
        app("a", runs_on=to(Link(any_of=("s1", "s2")))),
        server("s1"),
        server("s2", hosted_on=to("s1")),
    )
    assert graph.stops_when(["s1"])["a"] == Stop(2, ("s1", "s2"))


def test_one_common_host_defeats_redundancy_but_stands_for_nobody_else() -> None:
    graph = graph_of(
        app("a", runs_on=to(Link(any_of=("s1", "s2")))),
        app("b", runs_on=to(Link(any_of=("s1", "s3")))),
        server("s1", hosted_on=to("host")),
        server("s2", hosted_on=to("host")),
        server("s3"),
        server("host"),
    )
    assert set(graph.stops_when(["host"])) == {"a", "host", "s1", "s2"}


def test_who_needs_an_asset_goes_on_while_it_fails_over() -> None:
    graph = graph_of(
        app("a", runs_on=to("main")),
        server("main", fails_over_to=to("standby")),
        server("standby", hosted_on=to("host")),
        server("host"),
    )
    assert set(graph.stops_when(["main"])) == {"main"}
    assert set(graph.stops_when(["standby"])) == {"standby"}
    assert dict(graph.stops_when(["main", "host"])) == {
        "a": Stop(2, ("main",)),
        "host": Stop(0, ()),
        "main": Stop(0, ()),
        "standby": Stop(1, ("host",)),
    }


def test_failing_over_goes_on_from_asset_to_asset() -> None:
    graph = graph_of(
        app("a", runs_on=to("s1")),
        server("s1", fails_over_to=to("s2")),
        server("s2", fails_over_to=to("s3")),
        server("s3"),
    )
    assert set(graph.stops_when(["s1", "s2"])) == {"s1", "s2"}
    assert "a" in graph.stops_when(["s1", "s2", "s3"])


def test_two_that_fail_over_to_each_other_carry_nobody_once_both_stop() -> None:
    graph = graph_of(
        app("a", runs_on=to("s1")),
        server("s1", fails_over_to=to("s2")),
        server("s2", fails_over_to=to("s1")),
    )
    assert set(graph.stops_when(["s1"])) == {"s1"}
    assert set(graph.stops_when(["s1", "s2"])) == {"a", "s1", "s2"}


def test_any_item_to_fail_over_to_is_enough_but_a_soft_one_is_none() -> None:
    soft = Link(to="s4", strength="soft")
    pair = Link(any_of=("s3", "s4"), at_least=2)
    graph = graph_of(
        app("a", runs_on=to("s1")),
        server("s1", fails_over_to=to("s2", pair, soft)),
        server("s2"),
        server("s3"),
        server("s4"),
    )
    assert "a" not in graph.stops_when(["s1", "s2"])
    assert "a" not in graph.stops_when(["s1", "s3"])
    assert "a" in graph.stops_when(["s1", "s2", "s3"])


def test_a_cycle_of_needs_does_not_stop_itself_and_ends() -> None:
    graph = graph_of(app("a", uses=to("b")), app("b", uses=to("a", "c")), app("c"))
    assert dict(graph.stops_when(["c"])) == {
        "a": Stop(2, ("b",)),
        "b": Stop(1, ("c",)),
        "c": Stop(0, ()),
    }
    assert graph.stops_when(["a"])["a"] == Stop(0, ())


# The law, told again without the graph: straight from the links, set by set.

OWNER_NEEDS = {"runs_on", "hosted_on", "located_at", "uses", "consumes", "stores_in", "depends_on"}
TARGET_NEEDS = {"provides", "supports"}
EVERYTHING = frozenset(KINDS)


class Choice(NamedTuple):
    owner: str
    targets: tuple[str, ...]
    at_least: float

    def met(self, available: frozenset[str]) -> bool:
        return sum(target in available for target in self.targets) >= self.at_least


class Law:
    """The meaning of stopping as the inventory format words it, slow and plain."""

    def __init__(self, estate: Estate) -> None:
        self.demands: list[Choice] = []
        self.failovers: list[Choice] = []
        for entry in estate:
            for relation, _, _, link in links_of(entry):
                if link.strength == "hard" and link.begins <= TODAY <= link.until:
                    self._read(entry.id, relation.name, link)

    def _read(self, owner: str, relation: str, link: Link) -> None:
        if relation in OWNER_NEEDS:
            self.demands.append(Choice(owner, link.targets, link.at_least))
        elif relation in TARGET_NEEDS:
            self.demands += [Choice(target, (owner,), 1) for target in link.targets]
        elif relation == "fails_over_to":
            self.failovers.append(Choice(owner, link.targets, link.at_least))

    def available(self, down: frozenset[str]) -> frozenset[str]:
        found = EVERYTHING - down
        while True:
            more = {choice.owner for choice in self.failovers if choice.met(found)}
            if more <= found:
                return found
            found |= more

    def stages(self, down: frozenset[str]) -> Iterator[frozenset[str]]:
        """Yield who is down after each stage, until nobody follows."""
        while True:
            yield down
            found = self.available(down)
            more = {demand.owner for demand in self.demands if not demand.met(found)}
            if more <= down:
                return
            down |= more

    def settled(self, down: frozenset[str]) -> bool:
        found = self.available(down)
        return all(demand.met(found) for demand in self.demands if demand.owner not in down)


def above(down: frozenset[str]) -> Iterator[frozenset[str]]:
    rest = sorted(EVERYTHING - down)
    for size in range(len(rest) + 1):
        for more in combinations(rest, size):
            yield down.union(more)


stopped_sets = st.frozensets(st.sampled_from(sorted(KINDS)), max_size=3)


@given(estates(), stopped_sets)
def test_what_stops_is_the_least_that_settles(estate: Estate, first: frozenset[str]) -> None:
    law = Law(estate)
    settled = [down for down in above(first) if law.settled(down)]
    found = EstateGraph(estate, TODAY).stops_when(first)
    assert set(found) == frozenset.intersection(*settled)


@given(estates(), stopped_sets)
def test_stages_and_reasons_are_those_of_the_naive_rounds(
    estate: Estate, first: frozenset[str]
) -> None:
    law = Law(estate)
    found = EstateGraph(estate, TODAY).stops_when(first)
    assert list(found) == sorted(found)
    rounds = list(law.stages(first))
    for stage, down in enumerate(rounds):
        assert {key for key, stop in found.items() if stop.stage <= stage} == down
    for key, stop in found.items():
        lost = EVERYTHING - law.available(rounds[stop.stage - 1]) if stop.stage else frozenset()
        unmet = [d for d in law.demands if d.owner == key and not d.met(EVERYTHING - lost)]
        expected = {target for demand in unmet for target in demand.targets} & lost
        assert stop.because == tuple(sorted(expected))


@given(estates(), stopped_sets, stopped_sets)
def test_stopping_more_stops_no_less(
    estate: Estate, first: frozenset[str], more: frozenset[str]
) -> None:
    graph = EstateGraph(estate, TODAY)
    assert set(graph.stops_when(first)) <= set(graph.stops_when(first | more))


@given(estates(), st.sampled_from(sorted(KINDS)))
def test_what_one_asset_stops_needs_it(estate: Estate, key: str) -> None:
    graph = EstateGraph(estate, TODAY)
    assert set(graph.stops_when([key])) <= {key, *graph.all_needed_by(key)}
