"""What stops and what is saved, by example."""

from __future__ import annotations

from datetime import timedelta

from tests.facts.plain_estates import facts_of
from tests.impact.towns import TOWN, town

from estate.facts import Facts
from estate.impact import Impact, Redundancy, Time, Wanted, impact_of, select
from estate.model.types import NULL

HOUR = timedelta(hours=1)


def _lost(*ids: str, facts: Facts | None = None) -> Impact:
    facts = facts or facts_of(TOWN)
    return impact_of(facts, select(facts, Wanted(ids=ids)))


def test_redundancy_saves_one_and_not_the_other() -> None:
    found = _lost("one")
    assert [loss.entry.id for loss in found.losses] == ["planning", "cases", "one"]
    (spared,) = found.spared
    assert spared.entry.id == "tax"
    assert spared.by == Redundancy("tax", "group", ("one", "two"), ("one",), 1)
    assert (spared.by.left, spared.by.holds) == (1, True)


def test_redundancy_that_is_not_enough_is_told() -> None:
    found = _lost("one", "two")
    service = found.of("service")[0]
    assert service.path == ("council-tax", "tax", "one")
    tax = next(loss for loss in found.losses if loss.entry.id == "tax")
    assert tax.failed == (Redundancy("tax", "group", ("one", "two"), ("one", "two"), 1),)


def test_users_are_counted_and_those_unknown_apart() -> None:
    found = _lost("one", "two")
    assert [(s.entry.id, s.people, s.uncounted) for s in found.of("service")] == [
        ("council-tax", 30, 0),
        ("planning", 0, 1),
    ]
    assert found.people == (30, 1)


def test_what_can_do_without_goes_on() -> None:
    (degraded,) = _lost("maps").degraded
    assert (degraded.entry.id, degraded.without, degraded.purpose) == ("cases", ("maps",), "plans")


def test_what_fails_over_stops_and_serves() -> None:
    servers = {"one": {"fails_over_to": ["two"]}}
    found = _lost("one", facts=facts_of(town(servers=servers)))
    assert [(loss.entry.id, loss.serves) for loss in found.losses] == [("one", True)]
    assert [(each.entry.id, each.by.way) for each in found.spared] == [("one", "standby")]


def test_a_member_that_is_not_in_use_saves_nobody() -> None:
    found = _lost("one", facts=facts_of(town(servers={"two": {"status": "planned"}})))
    assert "tax" in {loss.entry.id for loss in found.losses}


def test_times_add_up_in_turn_and_not_at_once() -> None:
    found = {each.entry.id: each for each in _lost("one", "two").recovery}
    assert (found["tax"].at_once, found["tax"].in_turn) == (Time(4 * HOUR), Time(6 * HOUR))
    assert found["cases"].own == Time(timedelta(0), known=False)
    assert found["cases"].in_turn == Time(4 * HOUR, known=False)
    assert found["planning"].own is None
    assert found["council-tax"].after == ("tax",)


def test_a_time_without_end_is_known() -> None:
    servers = {"one": {"recovery": {"rto": NULL}}}
    found = {e.entry.id: e for e in _lost("one", facts=facts_of(town(servers=servers))).recovery}
    assert found["planning"].in_turn == Time(timedelta.max)
    assert found["planning"].at_once == Time(timedelta.max)


def test_those_that_need_one_another_come_back_together() -> None:
    applications = {"cases": {"uses": ["tax"]}, "tax": {"uses": ["cases"]}}
    found = _lost("one", facts=facts_of(town(applications=applications)))
    assert found.circles == (("cases", "tax"),)
    steps = {each.entry.id: each.step for each in found.recovery}
    assert steps["cases"] == steps["tax"] > steps["one"]
