from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.facts.written import TODAY, facts_of

from estate.duplicates import Going
from estate.duplicates.retirement import retirement_of

ONE = "applications: {one: {name: One, covered_by: [con], licensed_by: [lic]}}"


def had(contract: str, more: str = "", on: date = TODAY) -> Going:
    text = f"{ONE}\ncontracts: {{con: {{name: Con, value: 10, {contract}}}}}\n"
    facts = facts_of(text + "licences: {lic: {name: Lic}}\n" + more, on=on)
    found = {each.id: each for each in retirement_of(facts, ["one"]).going}
    return found["con"]


LATE = "ends: 2027-03-31, notice: 6 months, auto_renews: true, renews_for: 12 months"
PLAN = """
projects:
  prj: {name: Plan, status: live, changes: [{on: 2027-06-30, retire: one}]}
"""


@pytest.mark.parametrize(
    ("contract", "when", "begins"),
    [
        ("ends: 2027-03-31, auto_renews: false", "dated", date(2027, 4, 1)),
        ("ends: 2027-03-31, auto_renews: true, renews_for: 1 year", "dated", date(2027, 4, 1)),
        ("ends: 2027-03-31, notice: 3 months", "dated", date(2027, 4, 1)),
        (LATE, "dated", date(2028, 4, 1)),
        (LATE.replace("6 months", "20 months"), "dated", date(2029, 4, 1)),
        ("ends: 2027-03-31, notice: 6 months", "unknown", None),
        ("ends: 2025-03-31", "unknown", None),
        ("ends: 2025-03-31, auto_renews: true", "unknown", None),
        ("ends: null", "retired", None),
        ("starts: 2026-01-01", "unknown", None),
    ],
)
def test_a_contract_is_paid_to_the_first_end_for_which_there_is_still_time(
    contract: str, when: str, begins: date | None
) -> None:
    found = had(contract)
    assert (found.when, found.begins) == (when, begins)


@pytest.mark.parametrize(
    ("contract", "begins"),
    [
        ("ends: 2027-03-31, auto_renews: false", date(2027, 7, 1)),
        (LATE, date(2028, 4, 1)),
        ("ends: 2029-03-31, auto_renews: false", date(2029, 4, 1)),
        ("ends: null", date(2027, 7, 1)),
    ],
)
def test_nothing_is_saved_before_the_planned_end(contract: str, begins: date) -> None:
    assert had(contract, PLAN).begins == begins


def test_the_day_before_notice_is_due_there_is_still_time() -> None:
    assert had(LATE, on=date(2026, 9, 30)).begins == date(2027, 4, 1)
    assert had(LATE, on=date(2026, 10, 1)).begins == date(2028, 4, 1)


@pytest.mark.parametrize(
    ("licence", "when", "begins"),
    [
        ("ends: 2027-03-31", "dated", date(2027, 4, 1)),
        ("ends: null", "retired", None),
        ("ends: 2025-03-31", "retired", None),
        ("name: Lic", "unknown", None),
    ],
)
def test_a_licence_is_paid_to_its_end(licence: str, when: str, begins: date | None) -> None:
    licence = licence if "name" in licence else f"name: Lic, {licence}"
    facts = facts_of(f"applications: {{one: {{name: One, licensed_by: [lic]}}}}\n"
                     f"licences: {{lic: {{{licence}}}}}")  # fmt: skip
    found = retirement_of(facts, ["one"]).going[1]
    assert (found.when, found.begins) == (when, begins)


def test_what_two_leave_is_saved_when_the_later_goes_and_not_when_a_third_does() -> None:
    text = """
    applications:
      one: {name: One, until: 2027-01-31, runs_on: [a]}
      two: {name: Two, until: 2027-02-28, runs_on: [a]}
      three: {name: Three, until: 2027-09-30}
    servers: {a: {name: A, annual_cost: {revenue: 5}}}
    """
    found = {each.id: each for each in retirement_of(facts_of(text), ["one", "two", "three"]).going}
    assert found["a"].begins == date(2027, 3, 1)
    assert found["a"].by == ("one", "two")


def test_steps_add_up_to_the_saving_and_unknown_is_said() -> None:
    text = """
    applications:
      one: {name: One, annual_cost: {revenue: 1}, covered_by: [con, never], runs_on: [a]}
    servers: {a: {name: A}}
    contracts:
      con: {name: Con, value: 10, ends: 2027-03-31, auto_renews: false}
      never: {name: Never, value: 100}
    """
    found = retirement_of(facts_of(text), ["one"])
    assert found.saving == Decimal(111)
    assert found.unknown == ("a",)
    assert [(when, str(amount)) for when, _, amount in found.steps] == [
        ("retired", "1.00"),
        ("dated", "10.00"),
        ("unknown", "100.00"),
    ]
    assert found.begins is None


def test_who_needs_what_goes_is_told_and_a_service_is_not() -> None:
    text = """
    services: {planning: {name: Planning}}
    applications:
      one: {name: One, supports: [planning], provides: [api]}
      two: {name: Two, consumes: [api]}
      three: {name: Three, uses: [one], status: retired}
    apis: {api: {name: Api}}
    """
    found = retirement_of(facts_of(text), ["one"])
    assert [key for key, _, _ in found.needed_by] == ["two"]
    (api,) = (each for each in found.going if each.kind == "api")
    assert (api.paid_by, api.unknown) == (("one",), False)


amounts = st.none() | st.integers(0, 1000)


@given(st.lists(st.tuples(amounts, st.sets(st.integers(0, 3), min_size=1)), max_size=5))
@settings(max_examples=60, deadline=None)
def test_a_shared_licence_is_saved_once_and_only_when_all_its_users_go(
    licences: list[tuple[int | None, set[int]]],
) -> None:
    held = {
        app: [f"l{n}" for n, (_, apps) in enumerate(licences) if app in apps] for app in range(4)
    }
    apps = "".join(f"  a{app}: {{name: A, licensed_by: {keys}}}\n" for app, keys in held.items())
    bought = "".join(
        f"  l{n}: {{name: L{'' if cost is None else f', annual_cost: {{revenue: {cost}}}'}}}\n"
        for n, (cost, _) in enumerate(licences)
    )
    section = f"licences:\n{bought}" if bought else ""
    found = retirement_of(facts_of(f"applications:\n{apps}{section}"), ["a0", "a1"])
    gone = [cost for cost, users in licences if users <= {0, 1}]
    known = [cost for cost in gone if cost is not None]
    assert found.saving == (sum(known) if known else None)
    assert len(found.unknown) == 2 + len(gone) - len(known)
