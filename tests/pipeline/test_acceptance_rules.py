"""The rules about acceptances and the states of exceptions tell one story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from estate.exceptions import cases_of, settle
from estate.findings import Acceptance
from estate.pipeline import load_pack
from estate.pipeline.examples import Trial
from estate.rules import Example, judge

PACK = load_pack(None)
TRIAL = Trial(PACK)
RULES = {rule.id: rule for rule in PACK.about_exceptions()}
EXAMPLES = [
    pytest.param(example, id=f"{rule.id}-{number}")
    for rule in RULES.values()
    for number, example in enumerate(rule.examples)
]
VOIDS = {
    "contradicted-mitigation",
    "excessive-residual-risk",
    "expired-acceptance",
    "forged-acceptance",
    "incomplete-acceptance",
    "missing-joint-acceptance",
    "open-ended-acceptance",
    "overlong-acceptance",
    "self-approved-acceptance",
    "stale-acceptance",
    "unauthorised-acceptance",
}
BESIDE = {"pending", "unsigned", "orphaned"}
"""States for which no rule voids: a later day is no mistake, and policy asks for signatures."""


def test_those_rules_void_that_say_it_does_not_count() -> None:
    assert {rule.id for rule in RULES.values() if rule.voids} == VOIDS


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_acceptance_counts_while_no_rule_voids_it(example: Example) -> None:
    acceptances = {each.id: each for each in _settled(example)}
    found, unsure = _judged(example)
    for key, acceptance in acceptances.items():
        assert not (acceptance.counts and key in found)
        if not (acceptance.counts or _over(acceptance)):
            assert key in found | unsure


@pytest.mark.parametrize("rule", RULES)
def test_a_withdrawn_acceptance_troubles_no_rule(rule: str) -> None:
    failing = [example for example in RULES[rule].examples if example.expects == "fails"]
    for example in failing:
        (result,) = TRIAL.results([RULES[rule]], _withdrawn(example))
        assert (result.failed, result.unknown) == (0, 0)


def _over(acceptance: Acceptance) -> bool:
    """Whether it is over, or not yet begun, without anything being wrong with it."""
    taken_back = any(reason.startswith("it was withdrawn") for reason in acceptance.reasons)
    gone = acceptance.state == "expired" and not acceptance.findings
    return acceptance.state in BESIDE or taken_back or gone


def _settled(example: Example) -> tuple[Acceptance, ...]:
    facts, docket = TRIAL.heard(example)
    return settle(docket.findings, cases_of(facts, docket), facts.estate, {})[1]


def _judged(example: Example) -> tuple[set[str], set[str]]:
    """Return the exceptions that a voiding rule finds something in, and those it cannot judge."""
    facts = TRIAL.facts(example)
    voiding = [rule for rule in RULES.values() if rule.voids]
    judgement = judge(voiding, facts, explain_unknown=True)
    found = {finding.subject.id for finding in judgement.findings}
    return found, {unknown.subject.id for unknown in judgement.unknown}


def _withdrawn(example: Example) -> Example:
    raw: dict[str, Any] = dict(example.inventory)
    records: Mapping[str, Any] = raw["exceptions"]
    taken_back = {"on": raw["as_of"]}
    raw["exceptions"] = {key: {**each, "withdrawn": taken_back} for key, each in records.items()}
    return replace(example, inventory=raw)
