"""On which days an exception counts: laws over days, with every boundary."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exceptions.estates import FOUND, TERMS, acceptance, estate_of, joint, judged, settle

from estate.exceptions import EXPIRING_WITHIN
from estate.model import AcceptancePolicy, Policy
from estate.model.scalars import Term
from estate.model.types import NULL

ONE = timedelta(days=1)
START = date(2026, 9, 12)
SPAN = st.integers(0, 200).map(lambda days: START + timedelta(days=days))


def near(*days: date) -> st.SearchStrategy[date]:
    """Return days anywhere about, and each of these with its neighbours."""
    beside = [day + step for day in days for step in (-ONE, timedelta(0), ONE)]
    return st.one_of(st.sampled_from(beside), st.dates(date(2026, 1, 1), date(2027, 12, 31)))


def dated(expires: date, target: date, **changes: object) -> dict[str, Any]:
    plan = {"action": "replace", "project": "prj-1", "target": target.isoformat()}
    return acceptance(expires=expires.isoformat(), plan=plan, review_by=NULL, **changes)


@given(SPAN, SPAN, st.data())
def test_it_counts_from_acceptance_to_the_earlier_of_expiry_and_target(
    expires: date, target: date, data: st.DataObject
) -> None:
    day = data.draw(near(START, expires, target))
    found = judged(dated(expires, target), day)
    last = min(expires, target)
    assert found.counts is (START <= day <= last)
    if day < START:
        assert found.state == "pending"
    elif day > last:
        assert found.state == "expired"
    else:
        assert found.state == ("expiring" if last - day <= EXPIRING_WITHIN else "valid")


@given(SPAN, st.data())
def test_it_counts_on_no_day_from_which_it_is_withdrawn(on: date, data: st.DataObject) -> None:
    day = data.draw(near(START, on))
    ends = START + timedelta(days=150)
    record = dated(ends, ends, withdrawn={"on": on.isoformat(), "by": "SIRO", "reason": "Sold"})
    found = judged(record, day)
    assert found.counts is (START <= day <= ends and day < on)
    if START <= day <= ends and day >= on:
        assert found.state == "withdrawn"
        assert found.reasons == (f"it was withdrawn on {on} by SIRO: Sold",)


@pytest.mark.parametrize("withdrawn", [{}, {"on": NULL}, {"by": "SIRO"}])
def test_a_withdrawal_without_a_day_took_place(withdrawn: dict[str, Any]) -> None:
    assert judged(acceptance(withdrawn=withdrawn)).state == "withdrawn"


@given(SPAN, SPAN, st.data())
def test_a_joint_acceptance_counts_from_the_last_signature(
    first: date, second: date, data: st.DataObject
) -> None:
    day = data.draw(near(first, second))
    lines = [
        {"organisation": "marram", "by": "Director of Resources", "on": first.isoformat()},
        {"organisation": "saltern", "by": "Director of Finance", "on": second.isoformat()},
    ]
    far = {
        "expires": "2027-12-31",
        "plan": {"action": "remove", "project": "prj-1", "target": "2027-12-31"},
    }
    found = judged(joint(approvals=lines, review_by=NULL, **far), day)
    assert found.counts is (day >= max(first, second))
    assert found.accepted_on == max(first, second)


def test_the_day_on_a_joint_record_holds_it_back_too() -> None:
    record = joint(accepted_on="2026-10-20")
    assert judged(record, date(2026, 10, 19)).state == "pending"
    assert judged(record, date(2026, 10, 20)).counts


@given(st.dates(START, START + timedelta(days=500)), st.data())
def test_a_review_is_overdue_the_day_after_the_earlier_of_its_day_and_the_policy(
    review_by: date, data: st.DataObject
) -> None:
    limit = date(2027, 3, 12)
    day = data.draw(near(review_by, limit).filter(lambda day: START <= day <= date(2027, 12, 31)))
    record = acceptance(
        review_by=review_by.isoformat(),
        expires="2027-12-31",
        plan={"action": "remove", "project": "prj-1", "target": "2027-12-31"},
    )
    policy = Policy(acceptance=AcceptancePolicy(review_within=Term(months=6)))
    estate = estate_of(policy, exceptions={"ex-1": record})
    found = settle(FOUND, estate, day, TERMS, {})[1][0]
    due = min(review_by, limit)
    flagged = f"its review was due on {due}" in found.reasons
    assert found.counts
    assert flagged is (day > due)


@pytest.mark.parametrize(
    "changes", [{"withdrawn": {"on": "2026-11-01"}}, {"expires": "2026-10-31"}]
)
def test_what_is_over_needs_no_review(changes: dict[str, Any]) -> None:
    found = judged(acceptance(review_by="2026-10-01", **changes))
    assert not any("review" in reason for reason in found.reasons)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"expires": ...}, "it has no expiry"),
        ({"expires": NULL}, "it has no expiry"),
        (
            {"plan": {"action": "replace", "project": "prj-1", "target": NULL}},
            "no target date is stated",
        ),
        (
            {"plan": {"action": "fix", "project": "prj-1", "target": "2027-02-28"}},
            "an action of fix neither removes nor replaces the cause",
        ),
        (
            {"plan": {"action": "none", "project": "prj-1", "target": "2027-02-28"}},
            "an action of none neither removes nor replaces the cause",
        ),
        ({"treatment": "tolerate"}, "a risk that is to end cannot be tolerated"),
    ],
)
def test_what_never_ends_is_open_ended(changes: dict[str, Any], reason: str) -> None:
    found = judged(acceptance(**changes))
    assert (found.state, found.counts, found.reasons) == ("open-ended", False, (reason,))


@pytest.mark.parametrize("action", ["remove", "replace", "upgrade"])
@pytest.mark.parametrize("treatment", ["treat", "transfer", "terminate"])
def test_what_ends_is_not_open_ended(action: str, treatment: str) -> None:
    plan = {"action": action, "project": "prj-1", "target": "2027-02-28"}
    assert judged(acceptance(plan=plan, treatment=treatment)).state == "valid"


def test_a_rule_that_asks_for_no_plan_lets_a_risk_be_tolerated() -> None:
    record = acceptance(rule="ending-support", treatment="tolerate", plan={"action": "none"})
    assert judged(record).reasons == ("it covers nothing that the rule finds",)
    expired = acceptance(rule="ending-support", plan={"target": "2026-11-20"})
    assert judged(expired).state == "expired"
    assert judged({**record, "expires": NULL}).state == "open-ended"
