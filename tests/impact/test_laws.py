"""Impact, sole support and recovery order against plain tellings of what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from hypothesis import given, settings
from tests.graph.test_failure import EVERYTHING
from tests.impact.made_up import (
    HOUR,
    Plain,
    answer,
    best,
    facts_and_answer,
    some,
    used_estates,
)

from estate.impact import Impact
from estate.model import Estate

MANY = settings(max_examples=settings().max_examples * 2)
"""Two hundred estates a law, and more than a thousand with `--exhaustive`."""


@MANY
@given(used_estates(), some)
def test_what_stops_is_what_the_plain_law_stops(estate: Estate, first: frozenset[str]) -> None:
    law = Plain(estate)
    _, found = facts_and_answer(estate, first)
    stopped = law.down(first)
    assert {loss.entry.id for loss in found.losses} == stopped
    serving = {loss.entry.id for loss in found.losses if loss.serves}
    assert serving == stopped & law.available(stopped)


@MANY
@given(used_estates(), some)
def test_a_path_leads_down_over_needs_to_what_was_stopped(
    estate: Estate, first: frozenset[str]
) -> None:
    law = Plain(estate)
    _, found = facts_and_answer(estate, first)
    needs = {(each.owner, target) for each in law.demands for target in each.targets}
    stage = {loss.entry.id: loss.stage for loss in found.losses}
    for loss in found.losses:
        assert loss.path[0] == loss.entry.id
        assert loss.path[-1] in first
        steps = list(zip(loss.path, loss.path[1:], strict=False))
        assert set(steps) <= needs
        assert all(stage[lower] < stage[upper] for upper, lower in steps)


@MANY
@given(used_estates(), some)
def test_what_redundancy_saves_lost_a_part_and_has_enough(
    estate: Estate, first: frozenset[str]
) -> None:
    law = Plain(estate)
    _, found = facts_and_answer(estate, first)
    stopped = law.down(first)
    there = law.available(stopped)
    lost = EVERYTHING - law.absent - there
    carried = {each.entry.id for each in found.spared if each.by.way == "standby"}
    assert carried == stopped & there
    grouped = {each.entry.id for each in found.spared if each.by.way == "group"}
    assert grouped == {
        each.owner
        for each in law.demands
        if each.owner not in stopped and lost.intersection(each.targets)
    }
    for each in found.spared:
        assert each.by.holds
        assert set(each.by.lost) == lost.intersection(each.by.members)
    for loss in found.losses:
        assert not any(each.holds for each in loss.failed)
    assert {each.entry.id for each in found.degraded} == {
        each.owner for each in law.soft if each.owner not in stopped and not each.met(there)
    }


@given(used_estates())
def test_a_service_stops_with_what_is_its_sole_support(estate: Estate) -> None:
    law = Plain(estate)
    facts, _ = facts_and_answer(estate, "a")
    for key in EVERYTHING - law.absent:
        found = answer(facts, [key])
        services = {loss.entry.id for loss in found.of("service")} - {key}
        assert services == {"v"}.intersection(law.down([key])) - {key}
        if not law.absent:
            sole = facts.column("asset.sole_support_of")[key]
            assert services == {each.id for each in sole} - {key}


@MANY
@given(used_estates(), some)
def test_things_come_back_after_what_they_need(estate: Estate, first: frozenset[str]) -> None:
    law = Plain(estate)
    _, found = facts_and_answer(estate, first)
    down = set(law.down(first))
    assert sorted(each.entry.id for each in found.recovery) == sorted(down)
    steps: dict[int, set[str]] = {}
    for each in found.recovery:
        steps.setdefault(each.step, set()).add(each.entry.id)
    assert list(steps) == sorted(steps) == list(range(1, len(steps) + 1))
    for together in steps.values():
        there = law.available(frozenset(down))
        helped = there | together
        mine = [each for each in law.demands if each.owner in together]
        assert all(each.met(frozenset(helped)) for each in mine)
        if len(together) > 1:
            waits = {each.owner for each in mine if not each.met(there)}
            assert waits == together, "nothing of a circle can be begun before the others"
        down -= together
    circles = {tuple(sorted(each)) for each in steps.values() if len(each) > 1}
    assert circles == set(found.circles)


def _times(law: Plain, found: Impact, own: Mapping[str, float]) -> dict[str, float]:
    """Tell when each is back: worked out again and again, until nothing gets better."""
    step = {each.entry.id: each.step for each in found.recovery}
    back = dict.fromkeys(step, inf)
    serves = {key: inf if key not in law.available(law.down(step)) else 0.0 for key in step}
    for _ in range(2 * len(step) + 2):
        for key, mine in step.items():
            mates = {each for each, its in step.items() if its == mine}
            inside = {**serves, **dict.fromkeys(mates, 0.0)}
            needs = [each for each in law.demands if each.owner in mates]
            begun = max((best(inside, each) for each in needs), default=0.0)
            back[key] = begun + max(own[each] for each in mates)
            ways = [best(serves, each) for each in law.failovers if each.owner == key]
            serves[key] = min([serves[key], back[key], *ways])
    return back


@MANY
@given(used_estates(), some)
def test_in_turn_is_the_sum_along_the_longest_chain(estate: Estate, first: frozenset[str]) -> None:
    law = Plain(estate)
    _, found = facts_and_answer(estate, first)
    own = {each.entry.id: each.own for each in found.recovery}
    hours = {k: v.least / HOUR if v else 0.0 for k, v in own.items()}
    least = _times(law, found, hours)
    most = _times(
        law, found, {k: hours[k] if v is None or v.known else inf for k, v in own.items()}
    )
    for each in found.recovery:
        key = each.entry.id
        assert each.in_turn.least / HOUR == least[key]
        assert each.in_turn.known == (least[key] == most[key])
    if found.recovery:
        assert found.chain[-1] in {key for key in least if least[key] == max(least.values())}


@MANY
@given(used_estates(), some)
def test_at_once_is_when_nothing_that_takes_longer_stops_it(
    estate: Estate, first: frozenset[str]
) -> None:
    law = Plain(estate)
    _, found = facts_and_answer(estate, first)
    own = {e.entry.id: e.own.least / HOUR if e.own else 0.0 for e in found.recovery}
    for each in found.recovery:
        key = each.entry.id
        spans = sorted({0.0, *own.values()})
        late = (t for t in spans if key not in law.down([k for k, h in own.items() if h > t]))
        assert each.at_once.least / HOUR == next(late)
        assert each.at_once.least <= each.in_turn.least
