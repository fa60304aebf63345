"""An exception's state is the first that applies, in the order of the format."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from tests.exceptions.estates import TERMS, TODAY, acceptance, estate_of, joint, judged

from estate.exceptions import EXPIRING_WITHIN, STATES, settle

WRONG: dict[str, dict[str, Any]] = {
    "incomplete": {"risk": ...},
    "open-ended": {"treatment": "tolerate"},
    "unauthorised": {"accepted_by": "Mayor"},
    "missing-joint": {"covers": joint()["covers"]},
    "expired": {"expires": "2026-11-20"},
    "withdrawn": {"withdrawn": {"on": "2026-11-20"}},
}


def test_the_order_is_that_of_the_format() -> None:
    ends = ("pending", "orphaned", "expiring", "valid")
    assert (*WRONG, *ends) == STATES


@pytest.mark.parametrize(("first", "second"), list(combinations(WRONG, 2)))
def test_the_first_fault_gives_the_state_and_every_fault_its_reason(
    first: str, second: str
) -> None:
    alone, other = (judged(acceptance(**WRONG[each])) for each in (first, second))
    both = judged(acceptance(**WRONG[first], **WRONG[second]))
    assert (alone.state, other.state, both.state) == (first, second, first)
    assert not any(each.counts for each in (alone, other, both))
    assert both.reasons == (*alone.reasons, *other.reasons)


@pytest.mark.parametrize("state", WRONG)
def test_a_fault_comes_before_being_pending_or_an_orphan(state: str) -> None:
    estate = estate_of(exceptions={"ex-1": acceptance(**WRONG[state])})
    for day in (TODAY, date(2026, 9, 11)):
        found = settle((), estate, day, TERMS, {})[1][0]
        in_time = day == TODAY or state not in {"expired", "withdrawn"}
        assert found.state == (state if in_time else "pending")
        assert not found.counts


def test_what_is_pending_is_no_orphan_yet() -> None:
    found = judged(acceptance(rule="ending-support", accepted_on="2026-11-22"))
    assert (found.state, found.counts) == ("pending", False)
    assert found.reasons == ("it is accepted from 2026-11-22 only",)


def test_an_orphan_counts_and_covers_nothing() -> None:
    found = judged(acceptance(rule="ending-support"))
    assert (found.state, found.counts, found.findings) == ("orphaned", True, ())


@pytest.mark.parametrize("rule", ["unsuported-software", "invalid-yaml", "incomplete-acceptance"])
def test_what_nobody_may_accept_never_counts(rule: str) -> None:
    found = judged(acceptance(rule=rule))
    assert (found.state, found.counts) == ("orphaned", False)
    assert found.reasons == (f"no rule whose findings can be accepted is called {rule}",)


def test_a_flag_changes_no_state() -> None:
    found = judged(acceptance(review_by="2026-11-20"))
    assert (found.state, found.counts) == ("valid", True)
    assert found.reasons == ("its review was due on 2026-11-20",)


@pytest.mark.parametrize(("days", "state"), [(0, "expiring"), (30, "expiring"), (31, "valid")])
def test_it_is_expiring_in_its_last_thirty_days(days: int, state: str) -> None:
    ends: date = TODAY + timedelta(days=days)
    found = judged(acceptance(expires=ends.isoformat()))
    assert (found.state, found.counts) == (state, True)
    assert (f"it ends on {ends}" in found.reasons) is (state == "expiring")
    assert EXPIRING_WITHIN.days == 30
