"""What an exception covers and counts for is accepted; everything else stays as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exceptions.estates import (
    FOUND,
    GOOD,
    RULE,
    TERMS,
    TODAY,
    acceptance,
    estate_of,
    finding,
    joint,
    judged,
    settle,
)

from estate.exceptions import Terms
from estate.findings import Finding, Place, Subject, Unknown, fingerprint

SRV1, SRV2 = FOUND[0], FOUND[1]
ROOTED = finding(Subject("application", "academy"), "inherited-unsupported-software", "high")


def test_what_is_covered_is_accepted_and_nothing_else_changes() -> None:
    estate = estate_of(exceptions={"ex-1": GOOD})
    settled, _ = settle(FOUND, estate, TODAY, TERMS, {})
    assert settled[0] == replace(SRV1, status="accepted", exception="ex-1")
    assert settled[1:] == FOUND[1:]


def test_what_does_not_count_accepts_nothing_and_still_names_what_it_covers() -> None:
    estate = estate_of(exceptions={"ex-1": acceptance(risk=...)})
    settled, acceptances = settle(FOUND, estate, TODAY, TERMS, {})
    assert settled == FOUND
    assert acceptances[0].findings == (SRV1.fingerprint,)


def test_of_several_the_first_that_counts_is_named() -> None:
    exceptions = {"ex-a": acceptance(risk=...), "ex-c": GOOD, "ex-b": GOOD}
    settled, acceptances = settle(FOUND, estate_of(exceptions=exceptions), TODAY, TERMS, {})
    assert settled[0].exception == "ex-b"
    assert [each.id for each in acceptances] == ["ex-a", "ex-b", "ex-c"]
    assert {each.findings for each in acceptances} == {(SRV1.fingerprint,)}


def test_one_exception_may_cover_many_things() -> None:
    covers = [*GOOD["covers"], *joint()["covers"], *GOOD["covers"]]
    estate = estate_of(exceptions={"ex-1": joint(covers=covers)})
    settled, acceptances = settle(FOUND, estate, TODAY, TERMS, {})
    assert [f.status for f in settled] == ["accepted", "accepted", "open", "open"]
    assert acceptances[0].findings == (SRV1.fingerprint, SRV2.fingerprint)
    assert acceptances[0].covers[:2] == ("old-db 12.2 on SRV1", "old-db 12.2 on SRV2")


@pytest.mark.parametrize("named", [{}, {"asset": "service:57"}])
def test_a_duplication_is_accepted_by_the_enterprise_architect(named: dict[str, str]) -> None:
    members = (("members", ("srv-1", "srv-5")),)
    double = finding(
        Subject("duplication", "service:57", members, "", ("marram",)), "duplicate-system", "medium"
    )
    cover = {**named, "members": ["srv-5", "srv-1"]}
    plain = {"rule": double.rule, "covers": [cover], "facts": ...}
    waiver = acceptance(**plain, accepted_by="Chief Architect")
    exceptions = {"ex-1": waiver, "ex-2": acceptance(**plain)}
    settled, acceptances = settle([double], estate_of(exceptions=exceptions), TODAY, TERMS, {})
    assert settled[0].exception == "ex-1"
    assert acceptances[1].state == "unauthorised"


def test_the_rule_must_be_the_same() -> None:
    other = finding("srv-1", "unpaid-extended-support")
    terms = {**TERMS, other.rule: TERMS[RULE]}
    settled, _ = settle([other], estate_of(exceptions={"ex-1": GOOD}), TODAY, terms, {})
    assert settled == (other,)


def test_a_rule_may_say_that_an_exception_does_not_count() -> None:
    estate = estate_of(exceptions={"ex-1": GOOD})
    settled, acceptances = settle(FOUND, estate, TODAY, TERMS, {"ex-1": ("it is stale",)})
    assert settled == FOUND
    assert (acceptances[0].state, acceptances[0].counts) == ("void", False)
    assert acceptances[0].reasons == ("it is stale",)


def test_a_rule_that_agrees_with_the_record_is_not_heard_twice() -> None:
    estate = estate_of(exceptions={"ex-1": acceptance(risk=...)})
    _, acceptances = settle(FOUND, estate, TODAY, TERMS, {"ex-1": ("ex-1 lacks risk",)})
    assert (acceptances[0].state, acceptances[0].reasons) == ("incomplete", ("no risk is stated",))


def test_the_void_of_another_exception_changes_nothing() -> None:
    estate = estate_of(exceptions={"ex-1": GOOD})
    assert settle(FOUND, estate, TODAY, TERMS, {"ex-2": ("stale",)}) == settle(
        FOUND, estate, TODAY, TERMS, {}
    )


@pytest.mark.parametrize(
    ("rests_on", "accepted"),
    [
        ((SRV1.fingerprint,), True),
        ((SRV1.fingerprint, SRV2.fingerprint), False),
        ((SRV2.fingerprint,), False),
        (("unheard-of",), False),
        ((), False),
    ],
)
def test_what_rests_on_accepted_roots_is_accepted(
    rests_on: tuple[str, ...],
    accepted: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    estate = estate_of(exceptions={"ex-1": GOOD})
    inherited = {ROOTED.fingerprint: rests_on}
    settled, acceptances = settle([ROOTED, *FOUND], estate, TODAY, TERMS, {}, inherited=inherited)
    assert (settled[0].status == "accepted") is accepted
    assert settled[0].exception == ("ex-1" if accepted else None)
    assert (ROOTED.fingerprint in acceptances[0].findings) is accepted


def test_what_rests_on_several_roots_names_the_first_exception() -> None:
    estate = estate_of(exceptions={"ex-2": GOOD, "ex-1": joint()})
    inherited = {ROOTED.fingerprint: (SRV1.fingerprint, SRV2.fingerprint)}
    settled, _ = settle([*FOUND, ROOTED], estate, TODAY, TERMS, {}, inherited=inherited)
    assert settled[-1].exception == "ex-1"


def test_an_exception_of_its_own_comes_before_that_of_its_root() -> None:
    own = acceptance(rule=ROOTED.rule, covers=["academy"], facts=...)
    estate = estate_of(exceptions={"ex-1": GOOD, "ex-2": own})
    terms = {**TERMS, ROOTED.rule: Terms(severity="high")}
    inherited = {ROOTED.fingerprint: (SRV1.fingerprint,)}
    settled, _ = settle([ROOTED, SRV1], estate, TODAY, terms, {}, inherited=inherited)
    assert settled[0].exception == "ex-2"


def about_exception(rule: str) -> Finding:
    subject = Subject("exception", "ex-1")
    return Finding(
        fingerprint(rule, subject), rule, "high", "fault", subject, "wrong", Place("ex-1")
    )


@pytest.mark.parametrize("listed", [False, True])
def test_there_is_no_exception_of_an_exception(listed: bool) -> None:  # noqa: FBT001 - a parameter of the test
    wrong = about_exception("incomplete-acceptance")
    terms = {**TERMS, wrong.rule: Terms(severity="high")} if listed else TERMS
    excuse = acceptance(rule=wrong.rule, covers=["ex-1"])
    exceptions = {"ex-1": acceptance(risk=...), "ex-2": excuse}
    settled, acceptances = settle([wrong], estate_of(exceptions=exceptions), TODAY, terms, {})
    assert settled == (wrong,)
    assert (acceptances[1].state, acceptances[1].findings) == ("orphaned", ())


@pytest.mark.parametrize("rule", ["invalid-yaml", "unknown-reference", "duplicate-id"])
def test_a_mistake_in_the_inventory_cannot_be_accepted(rule: str) -> None:
    mistake = finding(Subject("server", "srv-1"), rule)
    estate = estate_of(exceptions={"ex-1": acceptance(rule=rule, covers=["srv-1"])})
    assert settle([mistake], estate, TODAY, TERMS, {})[0] == (mistake,)


def test_the_severity_that_was_found_decides_who_may_accept() -> None:
    architect = acceptance(rule="ending-support", accepted_by="Chief Architect")
    estate = estate_of(exceptions={"ex-1": architect})
    for severity, accepted in (("high", False), ("medium", True), ("low", True)):
        found = finding("srv-1", "ending-support", severity)  # type: ignore[arg-type]  # words of the type
        settled, _ = settle([found], estate, TODAY, TERMS, {})
        assert (settled[0].status == "accepted") is accepted


@given(st.permutations(FOUND), st.permutations(["ex-1", "ex-2", "ex-3"]))
def test_order_changes_nothing_but_the_order(found: list[Finding], ids: list[str]) -> None:
    records = {"ex-1": GOOD, "ex-2": joint(), "ex-3": acceptance(risk=...)}
    estate = estate_of(exceptions={key: records[key] for key in ids})
    settled, acceptances = settle(found, estate, TODAY, TERMS, {})
    usual = settle(FOUND, estate_of(exceptions=records), TODAY, TERMS, {})
    assert {f.fingerprint: f for f in settled} == {f.fingerprint: f for f in usual[0]}
    assert acceptances == usual[1]
    assert [f.fingerprint for f in settled] == [f.fingerprint for f in found]


def test_a_rule_that_could_not_decide_leaves_no_orphan() -> None:
    estate = estate_of(exceptions={"ex-1": GOOD})
    undecided = [Unknown(RULE, SRV1.subject, ("version",))]
    assert settle([], estate, TODAY, TERMS, {})[1][0].state == "orphaned"
    assert settle([], estate, TODAY, TERMS, {}, undecided=undecided)[1][0].state == "valid"
    elsewhere = [Unknown(RULE, SRV2.subject, ("version",))]
    assert settle([], estate, TODAY, TERMS, {}, undecided=elsewhere)[1][0].state == "orphaned"
    assert settle([], estate, TODAY, TERMS, {}, not_run=[RULE])[1][0].state == "valid"


def test_what_nobody_may_accept_does_not_count_because_its_rule_did_not_run() -> None:
    estate = estate_of(exceptions={"ex-1": GOOD})
    found = settle(FOUND, estate, TODAY, {}, {}, not_run=[RULE])[1][0]
    assert (found.state, found.counts, found.findings) == ("orphaned", False, ())


def test_an_estate_without_exceptions_is_left_alone() -> None:
    assert settle(FOUND, estate_of(), TODAY, TERMS, {}) == (FOUND, ())


def test_an_acceptance_is_told_in_words() -> None:
    projects = {"prj": {"name": "Replacement"}}
    plan = {**GOOD["plan"], "project": "prj"}
    found = judged(joint(plan=plan), projects=projects)
    assert found.plan == "treat: replace by 2027-02-28 (Replacement)"
    assert found.accepted_by == "Director of Resources (marram), Director of Finance (saltern)"
    assert found.organisations == ("marram", "saltern")
    assert found.risk == "No fixes."
    assert found.place == Place("ex-1")
    assert (found.review_by, found.expires) == (date(2027, 1, 31), date(2027, 2, 28))


def test_a_bare_acceptance_is_told_in_words_too() -> None:
    found = judged({"rule": RULE})
    assert (found.plan, found.accepted_by, found.risk, found.covers) == ("", "", "", ())
    assert (found.accepted_on, found.expires, found.organisations) == (None, None, ())
    assert judged({"rule": RULE, "plan": {}}).plan == "action not stated"
    assert judged({"rule": RULE, "treatment": "tolerate"}).plan == "tolerate"
    lines = [{"organisation": "saltern", "by": "A"}, {"organisation": "marram", "by": ""}]
    joint_one = judged({"rule": RULE, "approvals": lines})
    assert (joint_one.accepted_by, joint_one.organisations) == (
        "A (saltern)",
        ("marram", "saltern"),
    )
    assert judged(joint(approvals=...)).accepted_by == ""


@pytest.mark.parametrize(
    ("cover", "words"),
    [
        ("srv-1", "SRV1"),
        ("gone", "gone"),
        ({"asset": "srv-1", "version": "1"}, "1 on SRV1"),
        ({"asset": "srv-1", "relation": "hosted_on", "targets": ["srv-2"]}, "SRV1 hosted_on SRV2"),
        ({"asset": "service:57", "members": ["srv-1", "srv-2"]}, "service:57 (SRV1, SRV2)"),
        ({"members": ["srv-1", "srv-2"]}, "SRV1, SRV2"),
        ({"asset": "srv-1", "name": "Signed"}, "Signed of SRV1"),
        ({"asset": "marram", "year": "2026-27"}, "2026-27 of Marram Borough Council"),
    ],
)
def test_what_is_covered_is_told_in_words(cover: object, words: str) -> None:
    assert judged(acceptance(covers=[cover])).covers == (words,)
