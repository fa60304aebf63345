"""The work plan as a roadmap: what stands when, what is late, and what is in the way."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.facts.written_estates import facts_of

from estate.plan.roadmap import PlannedProject, Roadmap, roadmap_of

ASSETS = """
organisations:
  marram: {name: Marram}
  saltern: {name: Saltern}
  dune: {name: Dune, members: [marram, saltern]}
applications:
  old: {name: Old, version: '1'}
  gone: {name: Gone, status: retired}
  new: {name: New, status: planned}
  here: {name: Here}
"""


def _roadmap(plan: str, **asked: Any) -> Roadmap:  # noqa: ANN401 - passed on
    return roadmap_of(facts_of(f"{ASSETS}\nprojects: {{{plan}}}"), **asked)


def _one(fields: str) -> PlannedProject:
    (project,) = _roadmap(f"p: {{name: P, {fields}}}").projects
    return project


@pytest.mark.parametrize(
    ("status", "change", "standing"),
    [
        ("live", "{on: 2026-11-21, retire: old}", "to come"),
        ("live", "{on: 2026-11-20, retire: old}", "overdue"),
        ("done", "{on: 2026-11-20, retire: old}", "overdue"),
        ("live", "{on: 2026-11-20, retire: gone}", "made"),
        ("live", "{on: 2026-11-20, go_live: new}", "overdue"),
        ("live", "{on: 2026-11-20, go_live: here}", "made"),
        ("live", "{on: 2026-11-20, set: {asset: old, version: '2'}}", "overdue"),
        ("done", "{on: 2026-11-20, set: {asset: old, version: '2'}}", "passed"),
        ("live", "{on: 2026-11-20, set: {asset: old, version: '1'}}", "made"),
        ("live", "{on: 2026-11-20, set: {asset: old, no_such_field: '1'}}", "passed"),
        ("live", "{on: 2026-11-20, retire: nothing}", "passed"),
        ("proposed", "{on: 2027-11-20, retire: old}", "proposed"),
        ("stopped", "{on: 2026-11-20, retire: old}", "dropped"),
    ],
)
def test_how_a_change_stands(status: str, change: str, standing: str) -> None:
    (move,) = _one(f"status: {status}, changes: [{change}]").moves
    assert move.standing == standing


def test_what_cannot_be_applied_says_why() -> None:
    project = _one("status: live, changes: [{on: 2027-01-01, retire: gone}]")
    (move,) = project.moves
    assert move.obstacles == ("gone is retired already",)
    assert not move.unsure


def test_an_obstacle_that_may_not_come_leaves_it_open() -> None:
    found = _roadmap(
        "a: {name: A, status: live, changes: [{on: 2027-02-01, retire: old}]}, "
        "b: {name: B, changes: [{on: 2027-01-01, retire: old}]}"
    )
    (move,) = next(each for each in found.projects if each.id == "a").moves
    assert (move.obstacles, move.unsure) == ((), True)


@pytest.mark.parametrize(
    ("status", "milestone", "standing"),
    [
        ("live", "due: 2026-11-20", "overdue"),
        ("live", "due: 2026-11-21", "to come"),
        ("live", "due: 2026-11-20, done: 2026-11-19", "done"),
        ("live", "due: 2026-11-20, done: 2026-11-30", "overdue"),
        ("live", "reported: 2026-11-01", "undated"),
        ("stopped", "due: 2026-11-20", "dropped"),
    ],
)
def test_how_a_milestone_stands(status: str, milestone: str, standing: str) -> None:
    (found,) = _one(f"status: {status}, milestones: [{{name: M, {milestone}}}]").milestones
    assert found.standing == standing


def test_a_milestone_that_was_never_reported() -> None:
    project = _one("status: live, milestones: [{name: M, reported: null}, {name: N}]")
    assert [each.reported for each in project.milestones] == [None, None]


@pytest.mark.parametrize(
    ("benefit", "standing"),
    [
        ("due: 2026-11-20", "overdue"),
        ("due: 2026-11-20, actual: 0", "counted"),
        ("due: 2027-11-20, planned: 5", "to come"),
        ("planned: 5", "undated"),
    ],
)
def test_how_a_benefit_stands(benefit: str, standing: str) -> None:
    (promise,) = _one(f"status: done, benefits: [{{name: B, {benefit}}}]").promises
    assert promise.standing == standing


def test_conflicts_of_asset_team_and_period() -> None:
    found = _roadmap(
        "a: {name: A, status: live, starts: 2026-01-01, team: [t], "
        "changes: [{on: 2027-01-05, retire: old}]}, "
        "b: {name: B, status: live, starts: 2026-02-01, team: [t], "
        "changes: [{on: 2027-01-25, set: {asset: old, version: '2'}}]}"
    )
    told = {each.id: each.conflicts for each in found.projects}
    (conflict,) = told["b"]
    assert (conflict.project, conflict.assets, conflict.busy) == ("a", ("old",), ("t in 2027-01",))
    assert told["a"] == ()
    assert not any(each.unsure for each in found.projects)


def test_without_changes_nobody_can_tell_of_conflicts() -> None:
    assert _one("status: live").unsure


def test_the_tests_of_a_business_case() -> None:
    assert _one("status: live").untested == (
        "appropriateness not recorded",
        "value for money not recorded",
    )
    passed = "business_case: {appropriateness: pass, value_for_money: fail}"
    assert _one(f"status: live, {passed}").untested == ("value for money failed",)


def test_what_no_project_dates() -> None:
    found = _roadmap("")
    assert [(each.id, each.state, each.unsure) for each in found.undated] == [
        ("new", "planned", False)
    ]
    dated = _roadmap("p: {name: P, status: live, changes: [{on: 2027-01-01, go_live: new}]}")
    assert dated.undated == ()
    perhaps = _roadmap("p: {name: P, changes: [{on: 2027-01-01, go_live: new}]}")
    assert [(each.id, each.unsure) for each in perhaps.undated] == [("new", True)]


class TestWhatIsAskedFor:
    """Projects of an organisation, by id, and between days."""

    PLAN = (
        "a: {name: A, status: live, organisation: marram, starts: 2026-01-01, ends: 2026-06-30}, "
        "b: {name: B, status: live, organisation: dune, starts: 2026-07-01, ends: 2027-06-30}, "
        "c: {name: C, status: live}"
    )

    def _ids(self, **asked: Any) -> list[str]:  # noqa: ANN401 - passed on
        found = _roadmap(self.PLAN, **asked)
        assert len(found.projects) + found.left_out == 3
        return sorted(each.id for each in found.projects)

    def test_by_organisation(self) -> None:
        assert self._ids(organisation="marram") == ["a", "b", "c"]
        assert self._ids(organisation="saltern") == ["b", "c"]

    def test_by_id(self) -> None:
        assert self._ids(projects=("a",)) == ["a"]
        assert _roadmap(self.PLAN, projects=("a",)).undated == ()

    def test_between_days_and_those_without_any(self) -> None:
        assert self._ids(first=date(2026, 7, 1)) == ["b", "c"]
        assert self._ids(last=date(2026, 6, 30)) == ["a", "c"]
        assert self._ids(first=date(2026, 6, 30), last=date(2026, 7, 1)) == ["a", "b", "c"]


def test_days_that_are_not_recorded_are_taken_from_what_is() -> None:
    project = _one(
        "ends: null, changes: [{on: 2027-01-05, retire: old}], "
        "milestones: [{name: M, due: 2026-12-01}, {name: N}]"
    )
    assert project.span == (date(2026, 12, 1), date(2027, 1, 5))
    assert _one("status: live").span is None


def test_the_order_is_that_of_organisations_programmes_and_statuses() -> None:
    found = _roadmap(
        "a: {name: A, organisation: saltern, status: live}, "
        "b: {name: B, organisation: marram, programme: X, status: live}, "
        "c: {name: C, organisation: marram, status: done}, "
        "d: {name: D, organisation: marram, status: live}"
    )
    assert [each.id for each in found.projects] == ["d", "c", "b", "a"]
