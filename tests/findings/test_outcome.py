from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from estate.findings import SEVERITIES, Counts, Finding, Outcome, Place, Subject, Unmanaged

STATUSES = ("open", "accepted", "baselined", "below-threshold")
FINDINGS = st.lists(
    st.builds(
        Finding,
        fingerprint=st.text("0123456789abcdef", min_size=20, max_size=20),
        rule=st.just("rule"),
        severity=st.sampled_from(SEVERITIES),
        kind=st.sampled_from(["fault", "gap"]),
        subject=st.just(Subject("application", "academy")),
        message=st.just("text"),
        place=st.just(Place("academy")),
        status=st.sampled_from(STATUSES),
    ),
    max_size=12,
).map(tuple)


def outcome(findings: tuple[Finding, ...], *, gaps_fail: bool = False) -> Outcome:
    return Outcome(
        estate="Test",
        as_of=date(2026, 11, 21),
        tool="0",
        assets=1,
        relations=0,
        digest="",
        catalogue_as_of=date(2026, 8, 22),
        catalogue_digest="",
        threshold="high",
        gaps_fail=gaps_fail,
        rules=(),
        findings=findings,
        unknown=(),
        acceptances=(),
        unmanaged=Unmanaged(0, 0, 0),
        organisations={},
    )


@given(FINDINGS)
def test_every_finding_is_counted_once(findings: tuple[Finding, ...]) -> None:
    assert sum(asdict(outcome(findings).counts).values()) == len(findings)


@given(FINDINGS)
def test_accepted_and_baselined_are_counted_apart(findings: tuple[Finding, ...]) -> None:
    counts = outcome(findings).counts
    for status in ("accepted", "baselined"):
        assert getattr(counts, status) == sum(f.status == status for f in findings)
    for severity in SEVERITIES:
        shown = [f for f in findings if f.status in {"open", "below-threshold"}]
        assert getattr(counts, severity) == sum(f.severity == severity for f in shown)


def test_of_nothing_nothing_is_counted() -> None:
    assert outcome(()).counts == Counts()


@given(findings=FINDINGS, gaps=st.booleans())
def test_only_what_is_open_fails_a_run(findings: tuple[Finding, ...], *, gaps: bool) -> None:
    failing = outcome(findings, gaps_fail=gaps).failing
    assert all(f.status == "open" for f in failing)
    assert all(f.kind == "fault" for f in failing) or gaps


@given(FINDINGS)
def test_gaps_fail_a_run_only_where_the_policy_says_so(findings: tuple[Finding, ...]) -> None:
    lenient, strict = outcome(findings), outcome(findings, gaps_fail=True)
    assert set(lenient.failing) <= set(strict.failing)
    assert {f.kind for f in strict.failing} - {f.kind for f in lenient.failing} <= {"gap"}


@given(FINDINGS)
def test_under_never_nothing_fails(findings: tuple[Finding, ...]) -> None:
    assert replace(outcome(findings, gaps_fail=True), threshold="never").failing == ()
