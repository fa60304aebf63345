"""What every report says of a run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from estate.findings import Finding, Outcome
from estate.report.account import acceptances_of, account, excuse, occasion, verdict


def _excuse(finding: Finding, outcome: Outcome) -> str:
    return excuse(finding, outcome, acceptances_of(outcome))


def test_it_tells_verdict_counts_open_questions_and_what_was_not_run(outcome: Outcome) -> None:
    assert list(account(outcome)) == [
        "5 findings at or above high fail this run",
        "4 critical, 4 high, 2 medium, 1 low, 0 info, 1 accepted, 0 baselined, 53 unknown",
        "3 unmanaged unsupported installations, 5 services rest on them; 41 of unknown support",
        "412 assets, 1,630 relations; lifecycle catalogue of 2026-08-22, 91 days old",
        "unsupported-software: 41 of 903 subjects unknown",
        "inherited-unsupported-software: 12 of 80 subjects unknown",
        "unpublished-contract-fields: not run, ignored in estate.yaml",
    ]


@pytest.mark.parametrize("threshold", ["critical", "high", "low", "never"])
@pytest.mark.parametrize("gaps_fail", [True, False])
def test_what_fails_has_no_excuse_and_all_else_has_one(
    threshold: str, *, gaps_fail: bool, outcome: Outcome
) -> None:
    run = replace(outcome, threshold=threshold, gaps_fail=gaps_fail)
    assert [f for f in run.findings if not _excuse(f, run)] == list(run.failing)


def test_the_verdict_is_a_sentence(outcome: Outcome) -> None:
    one = replace(outcome, findings=outcome.findings[:1])
    assert verdict(one) == "1 finding at or above high fails this run"
    assert verdict(replace(one, findings=())) == "nothing at or above high"
    assert verdict(replace(one, threshold="never")) == "no finding fails this run (--fail-on never)"


def test_an_estate_is_named_where_it_has_a_name(outcome: Outcome) -> None:
    assert occasion(outcome) == "Marram and Saltern on 2026-11-21"
    assert occasion(replace(outcome, estate=" ")) == "2026-11-21"
