"""The work plan: collisions against their definition, obstacles, and who says when."""

from __future__ import annotations

import json
from datetime import date
from itertools import permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.facts.written_estates import TODAY, fact, facts_of

Raw = dict[str, Any]

_DAYS = st.sampled_from(["2026-11-20", "2026-11-21", "2026-12-01", "2026-12-31", "2027-01-01"])
_CHANGES = st.lists(
    st.builds(lambda on, key: {"on": on, "retire": key}, _DAYS, st.sampled_from("xyz")),
    max_size=3,
)
_WHOLE: st.SearchStrategy[Raw] = st.fixed_dictionaries(
    {
        "name": st.just("P"),
        "status": st.sampled_from(["proposed", "planned", "live", "done"]),
        "starts": st.sampled_from(["2026-01-01", "2026-02-01"]),
        "team": st.lists(st.sampled_from(["apps", "data"]), unique=True, max_size=2),
        "changes": _CHANGES,
    }
)
PLANS = st.lists(_WHOLE, min_size=2, max_size=4).map(
    lambda plans: {f"prj-{number}": plan for number, plan in enumerate(plans)}
)


def collisions(plans: dict[str, Raw]) -> dict[str, Any]:
    facts = facts_of(json.dumps({"projects": plans}))
    return dict(facts.column("project.collisions"))


def _coming(plan: Raw) -> list[Raw]:
    active = plan["status"] in ("planned", "live")
    return [c for c in plan["changes"] if active and c["on"] >= TODAY.isoformat()]


def _collide(one: Raw, other: Raw) -> bool:
    return any(
        mine["retire"] == theirs["retire"]
        or (mine["on"][:7] == theirs["on"][:7] and set(one["team"]) & set(other["team"]))
        for mine in _coming(one)
        for theirs in _coming(other)
    )


@settings(max_examples=100)
@given(PLANS)
def test_the_later_project_collides_with_each_that_shares_an_asset_or_a_month_of_a_team(
    plans: dict[str, Raw],
) -> None:
    expected: dict[str, set[str]] = {key: set() for key in plans}
    for first, last in permutations(plans, 2):
        earlier = (plans[first]["starts"], first) < (plans[last]["starts"], last)
        if earlier and _collide(plans[first], plans[last]):
            expected[last].add(first)
    found = collisions(plans)
    assert {key: {c.other.id for c in found[key]} for key in plans} == expected


@settings(max_examples=100)
@given(PLANS, st.sampled_from(["status", "starts", "team"]), st.integers(0, 1))
def test_filling_in_what_is_unknown_adds_no_collision_to_a_project_that_had_none(
    plans: dict[str, Raw], field: str, number: int
) -> None:
    chosen = f"prj-{number}"
    blank = {key: dict(plan) for key, plan in plans.items()}
    del blank[chosen][field]
    before, after = collisions(blank), collisions(plans)
    for key in plans:
        assert before[key] or not after[key]


def test_a_project_without_recorded_changes_is_unknown() -> None:
    assert collisions({"prj-a": {"name": "A", "status": "live"}}) == {"prj-a": None}


def test_a_collision_says_with_whom_and_in_what() -> None:
    change = [{"on": "2026-12-01", "retire": "x"}]
    plan = {"status": "live", "team": ["apps"], "changes": change}
    found = collisions(
        {
            "prj-a": {"name": "First", "starts": "2026-01-01", **plan},
            "prj-b": {"name": "Second", "starts": "2026-02-01", **plan},
        }
    )
    assert found["prj-a"] == ()
    (collision,) = found["prj-b"]
    assert str(collision) == "First (both change x; apps in 2026-12)"
    assert str(collision.place) == "prj-a"


def test_where_nobody_knows_which_starts_first_each_has_the_other() -> None:
    plan = {"status": "live", "team": [], "changes": [{"on": "2026-12-01", "retire": "x"}]}
    found = collisions({"prj-a": {"name": "A", **plan}, "prj-b": {"name": "B", **plan}})
    assert {key: [c.other.id for c in each] for key, each in found.items()} == {
        "prj-a": ["prj-b"],
        "prj-b": ["prj-a"],
    }


def obstacles(text: str) -> list[Any]:
    facts = facts_of(text)
    return [facts.column("change.obstacles")[item.id] for item in facts.subjects("change")]


def test_every_obstacle_is_told() -> None:
    found = obstacles("""
        applications: {cases: {name: Cases, until: 2027-01-01}}
        projects:
          prj-a: {name: A, status: live, changes: [{on: 2027-01-31, retire: cases}]}
          prj-b:
            name: B
            status: live
            changes:
              - {on: 2027-02-28, set: {asset: cases, version: "2"}}
              - {on: 2027-03-31, set: {asset: cases, version: "3"}}
          prj-c:
            name: C
            status: live
            changes: [{on: 2027-03-31, set: {asset: cases, version: "4"}}]
    """)
    gone = ("cases leaves on 2027-01-01", "prj-a retires cases on 2027-01-31")
    rival = "prj-b sets its version on 2027-02-28"
    assert found == [("cases leaves on 2027-01-01",), gone, gone, (*gone, rival)]


def test_a_value_that_does_not_fit_is_an_obstacle() -> None:
    assert obstacles("""
        applications: {cases: {name: Cases}}
        projects:
          prj-a:
            name: A
            status: live
            changes:
              - {on: 2027-01-31, set: {asset: cases, until: soon}}
              - {on: 2027-02-28, set: {asset: cases, vesion: "2"}}
    """) == [
        ("its until is 'soon', expected a date, YYYY-MM-DD",),
        ("there is no field 'vesion'; did you mean 'version'?",),
    ]


def test_what_is_no_asset_cannot_be_changed() -> None:
    assert obstacles("""
        projects:
          prj-a: {name: A, status: live, changes: [{on: 2027-01-31, retire: prj-a}]}
    """) == [("there is no asset prj-a",)]


def test_a_project_of_unknown_status_may_stand_in_the_way() -> None:
    found = obstacles("""
        applications: {cases: {name: Cases}}
        projects:
          prj-a: {name: A, changes: [{on: 2027-01-31, retire: cases}]}
          prj-b: {name: B, status: live, changes: [{on: 2027-02-28, go_live: cases}]}
    """)
    assert found == [(), (None,)]


def test_what_is_retired_cannot_be_changed() -> None:
    assert obstacles("""
        applications: {cases: {name: Cases, status: retired}}
        projects: {prj-a: {name: A, status: live, changes: [{on: 2027-01-31, retire: cases}]}}
    """) == [("cases is retired already",)]


def test_a_change_of_the_past_stands_in_nobodys_way() -> None:
    found = obstacles("""
        applications: {cases: {name: Cases}}
        projects:
          prj-a: {name: A, status: live, changes: [{on: 2026-11-20, set: {asset: cases, zone: a}}]}
          prj-b: {name: B, status: live, changes: [{on: 2026-11-21, set: {asset: cases, zone: b}}]}
    """)
    assert found == [(), ()]


def test_what_comes_is_timed_by_going_live_and_what_goes_by_being_retired() -> None:
    facts = facts_of("""
        applications:
          new: {name: New, status: planned}
          old: {name: Old, status: retiring}
        projects:
          prj-a:
            name: A
            status: live
            changes: [{on: 2027-01-31, go_live: new}, {on: 2027-01-31, retire: old}]
          prj-b:
            name: B
            status: live
            changes: [{on: 2027-01-31, retire: new}, {on: 2027-01-31, go_live: old}]
          prj-c: {name: C, changes: [{on: 2027-01-31, go_live: new}]}
          prj-d: {name: D, status: stopped, changes: [{on: 2027-01-31, go_live: new}]}
          prj-e: {name: E, status: live, changes: [{on: 2027-01-31, go_live: nothing}]}
    """)
    timed = facts.column("asset.timed_by")
    assert [project and project.id for project in timed["new"]] == ["prj-a", None]
    assert [project and project.id for project in timed["old"]] == ["prj-a"]


def test_a_milestone_was_heard_of_when_it_was_reported_or_else_when_its_project_began() -> None:
    facts = facts_of("""
        projects:
          prj-a:
            name: A
            starts: 2026-06-01
            milestones:
              - {name: One, reported: 2026-03-01}
              - {name: Two, reported: null}
              - {name: Three}
          prj-b: {name: B, milestones: [{name: One, reported: null}]}
    """)
    heard = [fact(facts, "milestone.heard", item.id) for item in facts.subjects("milestone")]
    assert heard == [date(2026, 3, 1), date(2026, 6, 1), None, None]
