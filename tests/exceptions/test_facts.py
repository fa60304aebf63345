"""Facts about exceptions: every one for every exception, of the type that the dictionary says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from tests.exceptions.estates import (
    FOUND,
    GOOD,
    RULE,
    TERMS,
    TODAY,
    acceptance,
    estate_of,
    facts_of,
    joint,
)

from estate.exceptions import FACTS, STATES
from estate.findings import Unknown
from estate.model.scalars import NEVER
from estate.model.types import NULL


def facts(
    record: Mapping[str, Any], on: date = TODAY, **sections: Mapping[str, Any]
) -> dict[str, Any]:
    columns = facts_of(estate_of(exceptions={"ex-1": record}, **sections), on, FOUND, TERMS)
    return {name.removeprefix("exception."): column["ex-1"] for name, column in columns.items()}


def test_an_acceptance_that_counts() -> None:
    assert facts(GOOD) == {
        "state": "valid",
        "current": True,
        "standing": True,
        "subjects_live": True,
        "role": "siro",
        "role_held": True,
        "without_role": (),
        "missing_organisations": (),
        "missing_parts": (),
        "needs_plan": True,
        "latest_expiry": date(2027, 2, 28),
        "last_day": date(2027, 2, 28),
        "lapsed": False,
        "renewals": 0,
        "review_due": date(2027, 1, 31),
        "changed_facts": (),
        "signature_faults": (),
        "unsigned_by": ("Director of Resources",),
        "ceiling": date(2029, 3, 12),
        "slip": 0,
        "residual_score": None,
        "self_approved_by": (None,),
        "contradictions": (),
        "projects": ("prj-1",),
        "plan_in_time": True,
        "plan_funded": True,
        "ending_together": ("ex-1",),
    }


def test_an_acceptance_of_nothing_by_nobody() -> None:
    found = facts({"rule": "unheard-of"})
    assert found["missing_parts"] == ("accepted_by", "accepted_on", "organisation", "covers")
    assert (found["state"], found["current"], found["subjects_live"]) == (
        "incomplete",
        False,
        False,
    )
    unknown = ("role", "role_held", "latest_expiry", "last_day", "review_due")
    assert [found[name] for name in unknown] == [None] * 5
    assert found["needs_plan"] is False


SAMPLES = (GOOD, joint(), {"rule": RULE}, {"rule": "x"}, acceptance(expires=NULL, covers=["srv-4"]))
KINDS = {"text": str, "enumeration": str, "boolean": bool, "number": int, "date": date}


def test_the_dictionary_tells_the_truth() -> None:
    exceptions = {f"ex-{number}": record for number, record in enumerate(SAMPLES)}
    columns = facts_of(estate_of(exceptions=exceptions), TODAY, FOUND, TERMS)
    assert set(columns) == {fact.column for fact in FACTS}
    for fact in FACTS:
        assert fact.owner == "exception"
        assert fact.doc.endswith(".")
        assert fact.open == bool(fact.settles)
        assert set(columns[fact.column]) == set(exceptions)
        for value in columns[fact.column].values():
            members = value if fact.type.many and isinstance(value, tuple) else (value,)
            assert isinstance(value, tuple) is fact.type.many
            assert all(
                isinstance(each, KINDS[fact.type.name]) or (each is None and fact.open)
                for each in members
            )
            assert not fact.type.values or value in fact.type.values


def test_states_are_those_of_the_dictionary() -> None:
    [state] = [fact for fact in FACTS if fact.name == "state"]
    assert state.type.values == STATES


@pytest.mark.parametrize(
    ("changes", "held", "without"),
    [
        ({"accepted_by": "Mayor"}, False, ("Mayor for marram on 2026-09-12",)),
        ({"accepted_by": ...}, None, ()),
        ({"accepted_on": ...}, None, ()),
        ({"organisation": ...}, True, ()),
        ({"covers": ["gone"], "organisation": ...}, None, ()),
    ],
)
def test_whether_the_role_was_held(
    changes: dict[str, Any],
    held: bool | None,  # noqa: FBT001 - a parameter of the test
    without: tuple[str, ...],
) -> None:
    found = facts(acceptance(**changes))
    assert (found["role_held"], found["without_role"]) == (held, without)


def test_a_role_is_unknown_where_the_organisation_lists_none() -> None:
    found = facts(GOOD, organisations={"marram": {"name": "Marram"}})
    assert (found["role_held"], found["state"]) == (None, "unauthorised")
    lines = joint()["approvals"]
    certain = facts(
        joint(approvals=[lines[0], {**lines[1], "by": "Mayor"}]),
        organisations={"marram": {"name": "M"}, "saltern": {"name": "S", "roles": {}}},
    )
    assert certain["role_held"] is False


def test_organisations_that_did_not_accept() -> None:
    assert facts(joint(approvals=joint()["approvals"][:1]))["missing_organisations"] == ("saltern",)
    covers = [{"asset": "srv-4", "product": "old-db", "version": "12.2"}]
    assert facts(acceptance(covers=covers))["missing_organisations"] == (None,)


@pytest.mark.parametrize(
    ("expires", "target", "last"),
    [
        ("2027-02-28", "2027-01-31", date(2027, 1, 31)),
        ("2027-01-30", "2027-01-31", date(2027, 1, 30)),
        (NULL, "2027-01-31", date(2027, 1, 31)),
        (NULL, NULL, NEVER),
        (None, "2026-11-20", date(2026, 11, 20)),
        (None, "2026-11-21", None),
        ("2026-11-20", None, date(2026, 11, 20)),
        ("2026-11-21", None, None),
        (None, None, None),
    ],
)
def test_the_last_day_is_known_where_nothing_unknown_could_come_first(
    expires: str | None, target: str | None, last: date | None
) -> None:
    plan = (
        {"action": "replace"}
        if target is None
        else {"action": "replace", "project": "prj-1", "target": target}
    )
    record = acceptance(expires=... if expires is None else expires, plan=plan)
    assert facts(record)["last_day"] == last
    assert facts(record)["lapsed"] is (last == date(2026, 11, 20))


def test_where_no_plan_is_asked_for_none_is_waited_for() -> None:
    record = acceptance(rule="ending-support", plan=...)
    assert facts(record)["last_day"] == date(2027, 2, 28)


def test_extensions_are_counted_when_they_are_given() -> None:
    extension = {"from": "2026-12-31", "to": "2027-02-28", "accepted_by": "Director of Resources"}
    record = acceptance(extended=[{**extension, "on": "2026-11-21"}])
    assert facts(record)["renewals"] == 1
    assert facts(record, date(2026, 11, 20))["renewals"] == 0
    assert facts(record, date(2026, 11, 20))["latest_expiry"] == date(2026, 12, 31)
    assert facts(acceptance(extended=[extension]))["renewals"] == 0


@pytest.mark.parametrize(
    ("review_by", "day", "due"),
    [
        ("2027-01-31", TODAY, date(2027, 1, 31)),
        ("2027-12-31", TODAY, date(2027, 9, 12)),
        (NULL, TODAY, date(2027, 9, 12)),
        (..., TODAY, None),
        (..., date(2027, 9, 12), None),
        (..., date(2027, 9, 13), date(2027, 9, 12)),
    ],
)
def test_a_review_is_due_by_its_day_and_by_the_policy(
    review_by: object, day: date, due: date | None
) -> None:
    assert facts(acceptance(review_by=review_by), day)["review_due"] == due


def test_an_extension_counts_as_a_review() -> None:
    extension = {
        "from": "2026-12-31",
        "to": "2027-02-28",
        "on": "2026-11-21",
        "accepted_by": "Director of Resources",
    }
    record = acceptance(review_by=NULL, extended=[extension])
    assert facts(record)["review_due"] == date(2027, 11, 21)


def test_whether_anything_is_left_to_accept() -> None:
    estate = estate_of(exceptions={"ex-1": GOOD})
    column = "exception.subjects_live"
    assert facts_of(estate, TODAY, FOUND, TERMS)[column] == {"ex-1": True}
    assert facts_of(estate, TODAY, FOUND[1:], TERMS)[column] == {"ex-1": False}
    assert facts_of(estate, TODAY, FOUND, {})[column] == {"ex-1": False}
    asked = [Unknown(RULE, FOUND[0].subject, ())]
    assert facts_of(estate, TODAY, (), TERMS, undecided=asked)[column] == {"ex-1": None}
    assert facts_of(estate, TODAY, (), TERMS, not_run=[RULE])[column] == {"ex-1": None}


def test_a_withdrawal_counts_from_its_day() -> None:
    record = acceptance(withdrawn={"on": "2026-11-22"})
    assert facts(record)["standing"] is True
    assert facts(record, date(2026, 11, 22))["standing"] is False
