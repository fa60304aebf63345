"""The estate to be: what each change does, what cannot be applied, and the laws of time."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estate.findings import Place
from estate.model import Estate, Policy
from estate.model.scalars import ALWAYS
from estate.plan import Projection, project
from estate.read import inventory_of, read_document

TODAY = date(2026, 11, 21)
LATER = date(2027, 12, 31)


def estate_of(text: str) -> Estate:
    document = read_document("inventory/estate.yaml", dedent(text).encode())
    return inventory_of([document], name="Marram", policy=Policy(), defaults={}).estate


def planned(changes: str, *, status: str = "status: live", record: str = "name: SRV") -> Projection:
    estate = estate_of(f"""
        sites: {{dune: {{name: Dune House}}}}
        servers:
          srv: {{{record}}}
          host: {{name: Host, hosted_on: [big]}}
          big: {{name: Big}}
        projects: {{prj: {{name: P, {status}, changes: [{changes}]}}}}
    """)
    return project(estate, TODAY, LATER)


def server(projection: Projection) -> Any:  # noqa: ANN401 - read by field
    return projection.estate.get("srv")


def refused(projection: Projection) -> tuple[str, ...]:
    return tuple(reason for step in projection.refused for reason in step.reasons)


def test_what_is_retired_is_retired() -> None:
    found = planned("{on: 2027-01-31, retire: srv}")

    assert server(found).status == "retired"
    assert [step.label for step in found.applied] == ["2027-01-31 retire srv"]


@pytest.mark.parametrize(
    ("begins", "expected"),
    [("", ALWAYS), (", from: 2026-01-01", date(2026, 1, 1)), (", from: 2027-06-01", LATER)],
)
def test_what_goes_live_is_live_from_that_day_or_before(begins: str, expected: date) -> None:
    found = planned("{on: 2027-01-31, go_live: srv}", record=f"name: S, status: planned{begins}")

    assert server(found).status == "live"
    assert server(found).begins == (date(2027, 1, 31) if expected == LATER else expected)


def test_values_are_read_as_those_of_a_file_are() -> None:
    found = planned(
        "{on: 2027-01-31, set: {asset: srv, software: [dune-os@10.10], from: 2020-01-01, "
        "cores: 08, until: null, located_at: [dune]}}"
    )
    made = server(found)

    assert (made.software[0].product, made.software[0].version) == ("dune-os", "10.10")
    assert (made.begins, made.cores, made.until) == (date(2020, 1, 1), 8, date.max)
    assert made.located_at[0].to == "dune"


@pytest.mark.parametrize(
    ("sets", "reason"),
    [
        ("cores: many", "its cores is 'many', expected a number, such as 42 or 12.50"),
        ("core: 8", "there is no field 'core'; did you mean 'cores'?"),
        ("begins: 2027-01-01", "there is no field 'begins'"),
        ("id: other", "an id cannot be set"),
        ("name: null", "its name is null, expected a text that is not empty"),
        ("status: lif", "its status is 'lif', expected 'proposed', 'planned', 'live', "),
        ("software: dune-os", "its software is 'dune-os', expected a list"),
        ("recovery: [4h]", "its recovery is a list, expected a mapping of fields"),
        ("owner: {a: b}", "its owner is a mapping, expected a text"),
        ("software: [{version: '1'}]", "its software[0].product is missing"),
        ("software: [{product: a, verson: '1'}]", "there is no field 'software[0].verson'"),
        ("hosted_on: [{strength: soft}]", "its hosted_on[0] has neither 'to' nor 'any_of', "),
        ("until: 2019-01-01, from: 2020-01-01", "until is 2019-01-01, before from 2020-01-01"),
        ("shares: {marram: 10}", "shares sum to 10, expected shares that sum to 100"),
        ("hosted_on: [nowhere]", "its hosted_on names 'nowhere', and there is no such record"),
        ("hosted_on: [dune]", "its hosted_on names dune, which is of the kind site"),
        ("hosted_on: [srv]", "its hosted_on names itself"),
        ("organisation: nobody", "its organisation names 'nobody', and there is no such record"),
        (
            "software: [{product: a, extended_support: lic}]",
            "its software names 'lic', and there is no such record",
        ),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_the_reason(sets: str, reason: str) -> None:
    found = planned(f"{{on: 2027-01-31, set: {{asset: srv, {sets}}}}}")

    assert any(each.startswith(reason) for each in refused(found)), refused(found)
    assert found.applied == ()
    assert server(found).cores is None


def test_a_ring_is_refused_unless_it_never_holds_on_one_day() -> None:
    ring = "{on: 2027-01-31, set: {asset: big, hosted_on: [{to: srv, from: 2028-01-01}]}}"
    assert refused(planned(ring, record="name: SRV, hosted_on: [host]")) == (
        "its hosted_on leads back to big",
    )
    before = "name: SRV, hosted_on: [{to: host, until: 2027-12-31}]"
    assert refused(planned(ring, record=before)) == ()


def test_two_projects_that_set_one_field_the_second_is_refused() -> None:
    estate = estate_of("""
        servers: {srv: {name: SRV}}
        projects:
          a: {name: A, status: live, changes: [{on: 2027-02-01, set: {asset: srv, cores: 8}}]}
          b: {name: B, status: planned, changes: [{on: 2027-01-01, set: {asset: srv, cores: 4}}]}
    """)
    found = project(estate, TODAY, LATER)

    assert server(found).cores == 4
    assert [(step.project, step.reasons) for step in found.refused] == [
        ("a", ("b sets its cores on 2027-01-01",))
    ]


@pytest.mark.parametrize("status", ["proposed", "done", "stopped"])
def test_only_planned_and_live_projects_change_anything(status: str) -> None:
    found = planned("{on: 2027-01-31, retire: srv}", status=f"status: {status}")

    assert (found.applied, found.refused, found.unsure) == ((), (), ())


def test_a_project_without_a_status_is_counted_and_not_applied() -> None:
    found = planned("{on: 2027-01-31, retire: srv}", status="owner: Somebody")

    assert server(found).status == "live"
    assert [step.project for step in found.unsure] == ["prj"]


def test_what_is_no_asset_is_refused() -> None:
    assert refused(planned("{on: 2027-01-31, retire: prj}")) == ("there is no asset prj",)


def test_one_day_puts_what_goes_live_first_and_what_retires_last() -> None:
    found = planned("{on: 2027-01-31, retire: srv}, {on: 2027-01-31, go_live: srv}")

    assert server(found).status == "retired"
    assert [step.label[11:] for step in found.applied] == ["go_live srv", "retire srv"]


def test_a_day_that_has_passed_is_no_plan_any_more_and_today_is() -> None:
    assert planned("{on: 2026-11-20, retire: srv}").applied == ()
    assert len(planned("{on: 2026-11-21, retire: srv}").applied) == 1


def test_what_the_plan_set_is_written_in_the_plan() -> None:
    found = planned(
        "{on: 2027-01-31, set: {asset: srv, software: [a@1, b@2], from: 2020-01-01}}, "
        "{on: 2027-02-28, retire: srv}, {on: 2027-02-28, go_live: big}"
    )
    sets = ("changes", 0, "set")

    assert found.place(Place("srv", ("software", 1))) == Place("prj", (*sets, "software", 1))
    assert found.place(Place("srv", ("begins",))) == Place("prj", (*sets, "from"))
    assert found.place(Place("srv", ("status",))) == Place("prj", ("changes", 1, "retire"))
    assert found.place(Place("big", ("from",))) == Place("prj", ("changes", 2, "go_live"))
    assert found.place(Place("srv", ("owner",))) == Place("srv", ("owner",))
    assert found.place(Place("srv")) == Place("srv")


def test_what_is_done_on_the_day_is_no_change_to_come_and_the_others_keep_their_places() -> None:
    estate = estate_of("""
        servers: {srv: {name: SRV}, next: {name: Next}}
        projects:
          prj:
            name: P
            status: live
            changes: [{on: 2027-01-01, retire: srv}, {on: 2027-02-01, retire: next}]
    """)
    found = project(estate, TODAY, date(2027, 1, 1))
    left = found.estate.get("prj")

    assert [change.retire for change in getattr(left, "changes", ())] == ["next"]
    assert found.place(Place("prj", ("changes", 0))) == Place("prj", ("changes", 1))
    assert found.place(Place("prj", ("changes",))) == Place("prj", ("changes",))


HEIR = """
    services: {tax: {name: Tax}, rates: {name: Rates}}
    applications:
      old: {name: Old, supports: [tax, rates]}
      new: {name: New, status: planned, supports: [tax], replaces: [old]}
    projects:
      prj:
        name: P
        status: live
        changes: [{on: 2027-01-31, retire: old}, {on: 2027-03-31, go_live: new}]
"""


@pytest.mark.parametrize(
    ("day", "left"), [(date(2027, 2, 1), ["tax", "rates"]), (date(2027, 3, 31), ["rates"])]
)
def test_what_is_retired_hands_its_services_to_its_successor(day: date, left: list[str]) -> None:
    old: Any = project(estate_of(HEIR), TODAY, day).estate.get("old")

    assert [link.to for link in old.supports] == left


DAYS = [TODAY + timedelta(days=number) for number in range(-1, 5)]
_SETS = st.sampled_from(
    ["cores: 4", "cores: x", "status: retired", "until: 2027-01-31", "hosted_on: [b]", "name: Z"]
)
_ACTIONS = st.sampled_from("abz").flatmap(
    lambda key: st.one_of(
        st.just(f"retire: {key}"),
        st.just(f"go_live: {key}"),
        _SETS.map(lambda sets: f"set: {{asset: {key}, {sets}}}"),
    )
)
_CHANGES = st.lists(st.tuples(st.sampled_from(DAYS), _ACTIONS), max_size=5)
_PROJECTS = st.dictionaries(
    st.sampled_from(["p", "q", "r"]),
    st.tuples(st.sampled_from(["status: live", "status: planned", "owner: O"]), _CHANGES),
    max_size=3,
)


def drawn(
    projects: dict[str, tuple[str, list[tuple[date, str]]]], *, turned: bool = False
) -> Estate:
    lines = []
    for key, (status, changes) in sorted(projects.items(), reverse=turned):
        listed = ", ".join(f"{{on: {on}, {action}}}" for on, action in changes)
        lines.append(f"  {key}: {{name: {key}, {status}, changes: [{listed}]}}")
    records = ["  a: {name: A, hosted_on: [b]}", "  b: {name: B}"]
    servers = "\n".join(records[::-1] if turned else records)
    return estate_of(f"servers:\n{servers}\nprojects:\n" + "\n".join(lines or ["  {}"]))


def assets(projection: Projection) -> dict[str, Any]:
    return dict(projection.estate.of("server"))


@settings(max_examples=60)
@given(_PROJECTS, st.sampled_from(DAYS[1:]))
def test_what_was_done_is_not_done_again(projects: Any, day: date) -> None:  # noqa: ANN401
    once = project(drawn(projects), TODAY, day)
    twice = project(once.estate, day, day)

    assert twice.estate == once.estate
    assert (twice.applied, twice.refused) == ((), ())


@settings(max_examples=60)
@given(_PROJECTS, st.sampled_from(DAYS[1:]))
def test_no_order_of_records_changes_anything(projects: Any, day: date) -> None:  # noqa: ANN401
    one = project(drawn(projects), TODAY, day)
    other = project(drawn(projects, turned=True), TODAY, day)

    assert one == other


@settings(max_examples=60)
@given(_PROJECTS)
def test_every_due_change_ends_somewhere_and_stays_there(projects: Any) -> None:  # noqa: ANN401
    found = [project(drawn(projects), TODAY, day) for day in DAYS]

    for each in found:
        due = [on for _, changes in projects.values() for on, _ in changes if on >= TODAY]
        told = len(each.applied) + len(each.refused) + len(each.unsure)
        assert told == sum(on <= each.day for on in due)
    for before, after in pairwise(found):
        assert after.applied[: len(before.applied)] == before.applied


@settings(max_examples=60)
@given(_PROJECTS)
def test_before_anything_is_due_nothing_changes(projects: Any) -> None:  # noqa: ANN401
    late = {
        key: (status, [(on + timedelta(days=9), action) for on, action in changes])
        for key, (status, changes) in projects.items()
    }
    estate = drawn(late)

    assert project(estate, TODAY, TODAY).estate is estate


@settings(max_examples=60)
@given(_PROJECTS, st.sampled_from(DAYS[1:]), st.sampled_from(DAYS[1:]))
def test_two_steps_are_one_where_projects_keep_out_of_each_others_way(
    projects: Any,  # noqa: ANN401
    one: date,
    other: date,
) -> None:
    estate = drawn(projects)
    first, last = sorted([one, other])
    whole = project(estate, TODAY, last)
    if not project(estate, TODAY, DAYS[-1]).refused:
        step = project(project(estate, TODAY, first).estate, first, last)
        assert assets(step) == assets(whole)
