"""The baseline: what it knows, that it only shrinks, and what it never hides."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report import stored_outcome

from estate.errors import UsageError
from estate.findings import Finding, Outcome, Subject, fingerprint
from estate.pipeline.baseline import SCHEMA, Baseline, never_known, read_baseline

NONE: frozenset[str] = frozenset()
GOOD = {"rule": "r", "severity": "high", "subject": {"kind": "asset", "id": "a"}, "message": "m"}
KEY = "0123456789abcdef0123"


@pytest.fixture
def outcome() -> Outcome:
    return stored_outcome.stored()


def _found(number: int, rule: str = "r") -> Finding:
    subject = Subject("asset", f"a-{number}")
    sample = stored_outcome.FINDINGS[0]
    return replace(
        sample,
        fingerprint=fingerprint(rule, subject),
        rule=rule,
        subject=subject,
        status="open",
        exception=None,
    )


def _outcome(numbers: set[int]) -> Outcome:
    found = tuple(_found(number) for number in sorted(numbers))
    return replace(stored_outcome.stored(), findings=found, not_run=())


def _status(outcome: Outcome) -> dict[str, str]:
    return {finding.fingerprint: finding.status for finding in outcome.findings}


def _keys(numbers: set[int]) -> set[str]:
    return {_found(number).fingerprint for number in numbers}


class TestApplying:
    def test_what_is_known_fails_nothing_and_stays_listed(self, outcome: Outcome) -> None:
        after = Baseline.begun(outcome, NONE).applied(outcome, NONE)
        assert after.failing == ()
        assert len(after.findings) == len(outcome.findings)
        assert after.counts.accepted == outcome.counts.accepted == 1
        assert after.counts.baselined == len(outcome.findings) - 1

    def test_a_finding_that_is_below_the_threshold_is_known_too(self, outcome: Outcome) -> None:
        low = [f for f in outcome.findings if f.status == "below-threshold"]
        after = _status(Baseline.begun(outcome, NONE).applied(outcome, NONE))
        assert low
        assert {after[f.fingerprint] for f in low} == {"baselined"}

    def test_the_headline_counts_what_is_known(self, outcome: Outcome) -> None:
        after = Baseline.begun(outcome, NONE).applied(outcome, NONE)
        assert after.unmanaged == outcome.unmanaged

    def test_a_new_finding_is_open(self) -> None:
        after = Baseline.begun(_outcome({1}), NONE).applied(_outcome({1, 2}), NONE)
        assert _status(after)[_found(2).fingerprint] == "open"

    def test_what_never_is_known_is_open_though_the_file_has_it(self) -> None:
        whole = _outcome({1, 2})
        never = frozenset(_keys({1}))
        assert Baseline.begun(whole, never).entries.keys() == _keys({2})
        after = _status(Baseline.begun(whole, NONE).applied(whole, never))
        assert after[_found(1).fingerprint] == "open"


class TestShrinking:
    @given(st.sets(st.integers(0, 8)), st.sets(st.integers(0, 8)), st.sets(st.integers(0, 8)))
    def test_it_keeps_what_is_still_found_and_adds_nothing(
        self, then: set[int], now: set[int], never: set[int]
    ) -> None:
        first = Baseline.begun(_outcome(then), NONE)
        after = first.shrunk(_outcome(now), frozenset(_keys(never)))
        assert after.entries.keys() == _keys((then & now) - never)
        assert first.stale(_outcome(now)).keys() == _keys(then - now)

    def test_what_a_rule_that_did_not_run_found_is_not_stale(self) -> None:
        first = Baseline.begun(_outcome({1, 2}), NONE)
        unasked = replace(_outcome(set()), not_run=(("r", "not selected"),))
        assert first.stale(unasked) == {}
        assert first.shrunk(unasked, NONE) == first

    def test_what_was_accepted_leaves(self) -> None:
        first = Baseline.begun(_outcome({1}), NONE)
        accepted = replace(_found(1), status="accepted", exception="ex-1")
        now = replace(_outcome(set()), findings=(accepted,))
        assert first.stale(now) == {}
        assert first.applied(now, NONE) == now
        assert first.shrunk(now, NONE).entries == {}


class TestNever:
    def test_findings_about_acceptances_and_failed_acceptances(self) -> None:
        sample = stored_outcome.stored().acceptances[0]
        failed = replace(sample, counts=False, state="expired", findings=("failed",))
        counts = replace(sample, counts=True, state="valid", findings=("counts",))
        later = replace(sample, counts=False, state="pending", findings=("later",))
        rests = {"above": ("counts", "failed"), "fine": ("counts",)}
        about = _found(1, "expired-acceptance")
        assert never_known([about], [failed, counts, later], rests) == {
            about.fingerprint,
            "failed",
            "above",
        }


class TestFile:
    def test_it_is_read_as_it_was_written(self, outcome: Outcome, tmp_path: Path) -> None:
        for whole in (outcome, stored_outcome.hostile(), _outcome(set())):
            baseline = Baseline.begun(whole, NONE)
            path = tmp_path / "baseline.json"
            path.write_text("".join(baseline.text()))
            again = read_baseline(path)
            assert again == baseline
            assert list(again.text()) == list(baseline.text())

    def test_it_is_plain_sorted_and_versioned(self, outcome: Outcome) -> None:
        text = "".join(Baseline.begun(outcome, NONE).text())
        content = json.loads(text)
        assert content["schema"] == SCHEMA
        assert list(content["findings"]) == sorted(content["findings"])
        assert text.isascii()
        assert all(
            set(entry) == {"rule", "severity", "subject", "message"}
            for entry in content["findings"].values()
        )

    def test_the_order_of_findings_does_not_matter(self, outcome: Outcome) -> None:
        turned = replace(outcome, findings=outcome.findings[::-1])
        texts = ["".join(Baseline.begun(each, NONE).text()) for each in (outcome, turned)]
        assert texts[0] == texts[1]

    @pytest.mark.parametrize(
        ("text", "line", "said"),
        [
            ("", 1, "no JSON"),
            ('{\n"schema": oops}', 2, "no JSON"),
            ("[" * 100_000, 1, "looks like this"),
            ("9" * 5_000, 1, "looks like this"),
            ("[]", 1, "no baseline that this version reads"),
            ('{\n"schema": "estate-baseline/2", "findings": {}}', 2, "no baseline that"),
            (f'{{"schema": "{SCHEMA}"}}', 1, "not given by fingerprint"),
            (f'{{"schema": "{SCHEMA}",\n"findings": []}}', 2, "not given by fingerprint"),
            (f'{{"schema": "{SCHEMA}", "findings": {{}},\n"more": 1}}', 2, "no such key"),
            (f'{{"schema": "{SCHEMA}", "findings": {{\n"x": 1}}}}', 2, "no fingerprint"),
            (f'{{"schema": "{SCHEMA}", "findings": {{\n"{KEY}": 1}}}}', 2, "no entry"),
            (
                (
                    f'{{"schema": "{SCHEMA}", "findings": {{\n"{KEY}": {json.dumps(GOOD)},'
                    f'\n"{KEY}": {json.dumps(GOOD)}}}}}'
                ),
                3,
                "twice",
            ),
        ],
    )
    def test_what_is_wrong_is_said_at_its_place(
        self, text: str, line: int, said: str, tmp_path: Path
    ) -> None:
        path = tmp_path / "baseline.json"
        path.write_text(text)
        with pytest.raises(UsageError) as caught:
            read_baseline(path)
        (problem,) = caught.value.problems
        assert said in problem.message
        assert (problem.location.file, problem.location.line) == (str(path), line)

    @pytest.mark.parametrize(
        "change",
        [{"rule": 1}, {"severity": "awful"}, {"severity": []}, {"subject": "a"}, {"message": None}],
    )
    def test_each_part_of_an_entry_is_checked(
        self, change: dict[str, object], tmp_path: Path
    ) -> None:
        path = tmp_path / "baseline.json"
        path.write_text(json.dumps({"schema": SCHEMA, "findings": {KEY: GOOD | change}}))
        with pytest.raises(UsageError):
            read_baseline(path)

    def test_bytes_that_are_no_text_and_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        path = tmp_path / "baseline.json"
        with pytest.raises(UsageError, match="cannot be read"):
            read_baseline(path)
        path.write_bytes(b"\xff\xfe\xff")
        with pytest.raises(UsageError) as caught:
            read_baseline(path)
        assert "UTF-8" in caught.value.problems[0].message
