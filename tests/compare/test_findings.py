"""Findings that came, went and changed, and whether the change or the calendar did it."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.compare.estates import finding, outcome

from estate.compare import became_worse, findings_between
from estate.findings import Finding, Outcome, Severity

ACCEPTED: dict[str, Any] = {"status": "accepted", "exception": "ex-1"}
Told = list[tuple[str, str, str]]


def _told(base: Outcome, later: Outcome, head: Outcome) -> Told:
    return [(e.turn, e.finding.subject.id, e.cause) for e in findings_between(base, later, head)]


def test_what_the_base_shows_on_the_later_day_as_well_is_the_calendars() -> None:
    base, later = outcome(), outcome(finding("a"))
    head = outcome(finding("a"), finding("b"))
    assert _told(base, later, head) == [("came", "a", "calendar"), ("came", "b", "change")]


def test_what_the_base_no_longer_shows_on_the_later_day_went_with_the_calendar() -> None:
    base, later = outcome(finding("a"), finding("b")), outcome(finding("b"))
    assert _told(base, later, outcome()) == [("went", "a", "calendar"), ("went", "b", "change")]


@pytest.mark.parametrize(
    ("later", "cause"),
    [
        (finding("a", "low"), "change"),
        (finding("a", "critical"), "calendar"),
        (finding("a", "high", **ACCEPTED), "change"),
        (finding("a", message="in other words"), "calendar"),
    ],
)
def test_what_came_worse_than_by_the_calendar_is_the_changes(later: Finding, cause: str) -> None:
    assert _told(outcome(), outcome(later), outcome(finding("a"))) == [("came", "a", cause)]


def test_a_change_is_told_before_and_after() -> None:
    base = outcome(finding("a", "low", message="small"))
    head = outcome(finding("a", "high", message="large", **ACCEPTED))
    (change,) = findings_between(base, base, head)
    assert (change.turn, change.cause) == ("changed", "change")
    assert change.differences == (
        ("severity", "low", "high"),
        ("status", "open", "accepted by ex-1"),
        ("message", "small", "large"),
    )


def test_a_change_that_the_calendar_makes_as_well_is_its_own() -> None:
    later = outcome(finding("a", "high"))
    assert _told(outcome(finding("a", "low")), later, later) == [("changed", "a", "calendar")]


def test_they_come_worst_first() -> None:
    head = outcome(finding("b", "low"), finding("z", "critical"), finding("a", "critical"))
    keys = [e.finding.subject.id for e in findings_between(outcome(), outcome(), head)]
    assert keys == ["a", "z", "b"]


@pytest.mark.parametrize(
    ("before", "after", "worse"),
    [
        (None, finding("a", "info"), True),
        (finding("a"), finding("a"), False),
        (finding("a", "low"), finding("a", "medium"), True),
        (finding("a", "medium"), finding("a", "low"), False),
        (finding("a", "high", **ACCEPTED), finding("a"), True),
        (finding("a"), finding("a", "high", **ACCEPTED), False),
        (finding("a"), finding("a", message="in other words"), False),
        (finding("a", status="below-threshold"), finding("a"), False),
    ],
)
def test_worse_is_new_graver_or_no_longer_accepted(
    before: Finding | None, after: Finding, *, worse: bool
) -> None:
    assert became_worse(before, after) is worse


_FINDINGS = st.builds(
    lambda key, severity, accepted: finding(key, severity, **(ACCEPTED if accepted else {})),
    st.sampled_from("abc"),
    st.sampled_from(get_args(Severity)),
    st.booleans(),
)
_OUTCOMES = st.lists(_FINDINGS, max_size=3, unique_by=lambda each: each.fingerprint).map(
    lambda found: outcome(*found)
)
_MIRRORED = {"came": "went", "went": "came", "changed": "changed"}


@given(one=_OUTCOMES, meanwhile=_OUTCOMES)
def test_law_an_outcome_does_not_differ_from_itself(one: Outcome, meanwhile: Outcome) -> None:
    assert findings_between(one, meanwhile, one) == ()


@given(one=_OUTCOMES, other=_OUTCOMES)
def test_law_what_came_one_way_went_the_other(one: Outcome, other: Outcome) -> None:
    there, back = findings_between(one, one, other), findings_between(other, other, one)
    assert sorted((_MIRRORED[e.turn], e.finding.fingerprint) for e in there) == sorted(
        (e.turn, e.finding.fingerprint) for e in back
    )


@given(base=_OUTCOMES, later=_OUTCOMES, head=_OUTCOMES)
def test_law_change_and_calendar_share_out_what_came(
    base: Outcome, later: Outcome, head: Outcome
) -> None:
    known = {each.fingerprint for each in base.findings}
    came = {each.fingerprint for each in head.findings} - known
    found = [e for e in findings_between(base, later, head) if e.turn == "came"]
    by = {
        cause: {e.finding.fingerprint for e in found if e.cause == cause}
        for cause in ("change", "calendar")
    }
    assert by["change"] | by["calendar"] == came
    assert not by["change"] & by["calendar"]
    assert by["calendar"] <= {each.fingerprint for each in later.findings}


@given(base=_OUTCOMES, head=_OUTCOMES)
def test_law_on_one_day_the_calendar_does_nothing(base: Outcome, head: Outcome) -> None:
    assert {e.cause for e in findings_between(base, base, head)} <= {"change"}
