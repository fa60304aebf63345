"""An exception's state is the first that applies, in the order of the format."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from tests.exceptions.estates import (
    FOUND,
    GOOD,
    TERMS,
    TODAY,
    acceptance,
    estate_of,
    joint,
    judged,
    settle,
)

from estate.exceptions import EXPIRING_WITHIN, STATES
from estate.model import AcceptancePolicy, Policy

WRONG: dict[str, dict[str, Any]] = {
    "incomplete": {"risk": ...},
    "open-ended": {"treatment": "tolerate"},
    "unauthorised": {"accepted_by": "Mayor"},
    "missing-joint": {"covers": joint()["covers"]},
    "forged": {"signature": "nobody's"},
    "stale": {"facts": {"on": "2026-09-13", "subjects": GOOD["facts"]["subjects"]}},
    "expired": {"expires": "2026-11-20"},
    "withdrawn": {"withdrawn": {"on": "2026-11-20"}},
    "self-approved": {"requested_by": "Director of Resources"},
    "contradicted": {"mitigation": [{"control": "A network of its own", "claims": "isolated"}]},
    "above-appetite": {"residual": {"likelihood": 2, "impact": 5}},
    "overlong": {"accepted_on": "2024-04-01"},
}


EARLY = tuple(WRONG)[: tuple(WRONG).index("self-approved")]
LATE = tuple(WRONG)[len(EARLY) :]


def test_the_order_is_that_of_the_format() -> None:
    ends = ("orphaned", "expiring", "valid")
    assert (*EARLY, "pending", *LATE, "unsigned", *ends) == STATES


PAIRS = [pair for pair in combinations(WRONG, 2) if pair != ("unauthorised", "self-approved")]
"""Any two faults; a mayor who is not entitled has not asked for anything either."""


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_the_first_fault_gives_the_state_and_every_fault_its_reason(
    first: str, second: str
) -> None:
    alone, other = (judged(acceptance(**WRONG[each])) for each in (first, second))
    both = judged(acceptance(**WRONG[first], **WRONG[second]))
    assert (alone.state, other.state, both.state) == (first, second, first)
    assert not any(each.counts for each in (alone, other, both))
    assert _said(both.reasons) == _said(alone.reasons) | _said(other.reasons)


def _said(reasons: tuple[str, ...]) -> set[str]:
    """Return the faults without what they are about: one fault may move the day of another."""
    faults = (reason for reason in reasons if not reason.startswith("its review was due"))
    about = re.compile(r"\d{4}-\d\d-\d\d|SRV\d|Mayor|Director of Resources")
    return {about.sub("…", fault) for fault in faults}


@pytest.mark.parametrize("state", WRONG)
def test_a_fault_comes_before_being_an_orphan(state: str) -> None:
    estate = estate_of(exceptions={"ex-1": acceptance(**WRONG[state])})
    found = settle((), estate, TODAY, TERMS, {})[1][0]
    assert found.state == state
    assert not found.counts


@pytest.mark.parametrize("state", WRONG)
def test_what_is_wrong_with_the_record_comes_before_being_pending(state: str) -> None:
    day = date(2024, 3, 31) if state == "overlong" else date(2026, 9, 11)
    found = judged(acceptance(**WRONG[state]), day)
    early = state in EARLY and state not in {"expired", "withdrawn"}
    assert found.state == (state if early else "pending")
    assert not found.counts


def test_where_signatures_are_asked_for_an_acceptance_without_one_is_none() -> None:
    policy = Policy(acceptance=AcceptancePolicy(signatures="required"))
    estate = estate_of(policy, exceptions={"ex-1": GOOD, "ex-2": acceptance(facts=...)})
    unsigned, unbound = settle(FOUND, estate, TODAY, TERMS, {})[1]
    assert (unsigned.state, unsigned.counts) == ("unsigned", False)
    assert unsigned.reasons == ("Director of Resources has not signed it",)
    assert unbound.state == "incomplete"
    assert unbound.reasons[0] == "the facts it rests on are not pinned"


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
