"""Outages, single points and recovery against the graph's own answer, on small made-up estates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.facts.plain_estates import TODAY, facts_about
from tests.graph.small_estates import KINDS, estates

from estate.facts import Facts
from estate.facts.dependencies import dependencies_of
from estate.facts.outage import Outage
from estate.facts.restoration import back
from estate.facts.soles import sole_points
from estate.facts.supply import Supply, Want
from estate.graph import EstateGraph
from estate.model import Estate
from estate.model.asset import Recovery


def _numbers(facts: Facts, keys: frozenset[str]) -> Iterator[int]:
    supply = dependencies_of(facts).supply
    yield from (supply.number[key] for key in sorted(keys) if key in supply.number)


@settings(max_examples=150)
@given(estates(), st.lists(st.frozensets(st.sampled_from(sorted(KINDS))), max_size=3))
def test_an_outage_that_grows_ends_where_the_graph_says(
    estate: Estate, steps: list[frozenset[str]]
) -> None:
    facts = facts_about(estate)
    outage = Outage(dependencies_of(facts).supply)
    gone: frozenset[str] = frozenset()
    ids = dependencies_of(facts).supply.ids
    for step in steps:
        gone |= step
        outage.stop(_numbers(facts, step))
        said = {ids[number] for number in outage.stopped}
        assert said | gone == set(EstateGraph(estate, TODAY).stops_when(gone))


@settings(max_examples=150)
@given(estates())
def test_single_points_are_those_whose_failure_alone_stops_it(estate: Estate) -> None:
    facts, graph = facts_about(estate), EstateGraph(estate, TODAY)
    supply = dependencies_of(facts).supply
    found = sole_points(supply, range(len(supply.ids)))
    stops = {key: set(graph.stops_when([key])) for key in KINDS}
    for end, points in found.items():
        name = supply.ids[end]
        alone = {key for key in KINDS if key != name and name in stops[key]}
        assert {supply.ids[point] for point in points} == alone


@settings(max_examples=60)
@given(estates())
def test_single_points_are_the_same_however_many_are_asked_at_a_time(estate: Estate) -> None:
    supply = dependencies_of(facts_about(estate)).supply
    ends = range(len(supply.ids))
    whole = sole_points(supply, ends)
    each = [sole_points(supply, ends, [point]) for point in ends]
    assert {end: sorted(points) for end, points in whole.items()} == {
        end: sorted(point for one in each for point in one[end]) for end in ends
    }


HOURS = st.dictionaries(st.sampled_from(sorted(KINDS)), st.integers(1, 4))


@settings(max_examples=150)
@given(estates(), HOURS)
def test_a_thing_is_back_once_what_takes_longer_does_not_stop_it(
    estate: Estate, hours: dict[str, int]
) -> None:
    own = [(key, timedelta(hours=count)) for key, count in hours.items()]
    found = back(dependencies_of(facts_about(estate)).supply, own).own
    graph = EstateGraph(estate, TODAY)
    for key in KINDS:
        spans = sorted({span for _, span in own}, reverse=True)
        late = (span for span in spans if key in graph.stops_when([k for k, s in own if s >= span]))
        assert found.get(key) == next(late, None)


@settings(max_examples=60)
@given(estates(), st.dictionaries(st.sampled_from("abcst"), st.sampled_from([None, 1, 2, 3])))
def test_what_is_known_of_recovery_holds_whatever_the_unknown_is(
    estate: Estate, hours: dict[str, int | None]
) -> None:
    known = _effective(estate, hours)
    unknown = [key for key in "abcst" if hours.get(key) is None][:3]
    for guess in product((0, 2, 9), repeat=len(unknown)):
        filled = _effective(estate, {**hours, **dict(zip(unknown, guess, strict=True))})
        for key, span in known.items():
            assert span is None or filled[key] in (span, None)


def _effective(estate: Estate, hours: dict[str, int | None]) -> dict[str, timedelta | None]:
    sections = {
        name: {
            key: replace(entry, recovery=Recovery(rto=_span(hours.get(key))))  # type: ignore[call-arg]
            if hasattr(entry, "recovery")
            else entry
            for key, entry in records.items()
        }
        for name, records in estate.sections.items()
    }
    made = Estate(estate.name, sections, estate.policy)
    return dict(facts_about(made).column("asset.effective_rto"))


def _span(hours: int | None) -> timedelta | None:
    return None if hours is None else timedelta(hours=hours)


def test_a_long_chain_needs_no_deep_stack() -> None:
    count = 3000
    supply = Supply((Want(f"n{i}", (f"n{i + 1}",), 1) for i in range(count)), ())
    own = [(f"n{count}", timedelta(hours=4))]
    assert back(supply, own).own["n0"] == timedelta(hours=4)
    assert len(sole_points(supply, [supply.number["n0"]])[supply.number["n0"]]) == count
