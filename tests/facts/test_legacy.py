"""Legacy: scores by the framework, causes, funded plans, and assessments that are too good."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.written_estates import fact, facts_of

from estate.facts.legacy import category_total, legacy_score
from estate.model.asset import Impact, LegacyAssessment, Likelihood
from estate.model.fields import fields_of


def assessed(likelihood: list[int], impact: list[int]) -> LegacyAssessment:
    return LegacyAssessment(
        likelihood=Likelihood(**dict(zip(fields_of(Likelihood), likelihood, strict=True))),
        impact=Impact(**dict(zip(fields_of(Impact), impact, strict=True))),
    )


@pytest.mark.parametrize(
    ("likelihood", "impact", "score"),
    [
        ([6, 4, 3, 3, 2, 5, 3], [3, 3, 2, 4, 3, 3], 17.0),
        ([6, 1, 1, 1, 1, 4, 1], [2, 3, 1, 3, 3, 2], 10.86),
        ([2, 1, 2, 2, 1, 2, 1], [3, 3, 3, 3, 3, 3], 5.36),
        ([6] * 7, [5] * 6, 30),
        ([1] * 7, [1] * 6, 1),
    ],
)
def test_scores_are_those_of_the_framework(
    likelihood: list[int], impact: list[int], score: float
) -> None:
    found = legacy_score(assessed(likelihood, impact))
    assert found is not None
    assert round(found, 2) == score


LIKELIHOODS = st.lists(st.integers(1, 6), min_size=7, max_size=7)
IMPACTS = st.lists(st.integers(1, 5), min_size=6, max_size=6)


@given(LIKELIHOODS, IMPACTS, st.integers(0, 6))
def test_a_score_lies_from_1_to_30_and_never_falls_when_a_criterion_rises(
    likelihood: list[int], impact: list[int], place: int
) -> None:
    score = legacy_score(assessed(likelihood, impact))
    worse = list(likelihood)
    worse[place] = min(worse[place] + 1, 6)
    higher = legacy_score(assessed(worse, impact))
    assert score is not None
    assert higher is not None
    assert 1 <= score <= higher <= 30


def test_a_criterion_that_is_not_scored_leaves_the_score_unknown() -> None:
    assert category_total([3, None, 2]) is None
    assert category_total([]) is None
    assert legacy_score(LegacyAssessment()) is None
    assert legacy_score(LegacyAssessment(likelihood=Likelihood(), impact=Impact())) is None
    assert legacy_score(assessed([3] * 7, [2] * 6)) == 6


def test_likelihoods_and_score_are_facts_of_what_is_assessed() -> None:
    facts = facts_of("""
        applications:
          a: {name: A, legacy_assessment: {likelihood: {end_of_life: 4}}}
          b: {name: B, legacy_assessment: {by: EA}}
          c: {name: C}
        sites: {s: {name: S}}
        """)
    likelihoods = facts.column("asset.legacy_likelihoods")
    assert likelihoods["a"] == (4, None, None, None, None, None, None)
    assert [likelihoods[key] for key in "bcs"] == [None, None, None]
    assert set(facts.column("asset.legacy_score").values()) == {None}


_PRODUCTS = """
products:
  db: {name: DB, versions: {"12": {support_ends: 2026-11-20}, "19": {support_ends: 2026-11-21}}}
  os: {name: OS, extended: included, versions: {"1": {support_ends: 2020-01-01, extended_support_ends: 2027-01-01}}}
  lx: {name: LX, extended: paid, versions: {"1": {support_ends: 2020-01-01, extended_support_ends: 2027-01-01}}}
"""  # noqa: E501 - a product is a line


def test_causes_of_legacy_are_what_is_past_its_support_or_on_extended_support() -> None:
    facts = facts_of(
        _PRODUCTS
        + """
servers:
  a: {name: A, software: [db@12, db@19, os@1, lx@1, db], hardware: {support_ends: 2026-11-20}}
  b: {name: B, software: [db@19], hardware: {support_ends: 2026-11-21}}
applications:
  c: {name: C, product: online, service_model: saas}
"""
    )
    causes = facts.column("asset.legacy_causes")
    assert causes["a"] == (
        "hardware unsupported since 2026-11-20",
        "DB 12 past its support",
        "OS 1 on extended support",
        "LX 1 past its support",
        None,
    )
    assert causes["b"] == causes["c"] == ()


def test_a_funded_plan_changes_pays_for_or_replaces() -> None:
    facts = facts_of("""
        organisations: {marram: {name: M}}
        applications:
          retired-by: {name: A}
          replaced: {name: B}
          paid: {name: C}
          unfunded: {name: D}
          stopped: {name: E}
          new: {name: F, status: planned, replaces: [replaced]}
        projects:
          p1:
            name: P1
            status: live
            changes: [{on: 2027-01-01, retire: retired-by}, {on: 2027-01-01, go_live: new}]
            budget: [{year: 2026-27, capital: 1, funded: true}]
          p2:
            name: P2
            status: planned
            budget: [{year: 2026-27, capital: 1, for: [paid], funded: true}]
          p3: {name: P3, status: live, changes: [{on: 2027-01-01, retire: unfunded}]}
          p4:
            name: P4
            status: stopped
            changes: [{on: 2027-01-01, retire: stopped}]
            budget: [{year: 2026-27, capital: 1, funded: true}]
        """)
    plans = facts.column("asset.funded_plan")
    assert {key: [p.id for p in found] for key, found in plans.items()} == {
        "retired-by": ["p1"],
        "replaced": ["p1"],
        "paid": ["p2"],
        "unfunded": [],
        "stopped": [],
        "new": ["p1"],
    }


FINE = (
    "{end_of_life: 1, expired_contract: 1, skills: 1, business_needs: 1, environment: 1, "
    "vulnerabilities: 1, past_issues: 1}"
)


def contradictions(record: str, likelihood: str, kind: str = "applications") -> object:
    facts = facts_of(
        _PRODUCTS
        + f"""
contracts:
  over: {{name: O, starts: 2020-01-01, ends: 2026-11-20, auto_renews: false}}
  open: {{name: P, starts: 2020-01-01}}
  held: {{name: Q, starts: 2020-01-01, ends: 2027-01-01}}
{kind}: {{a: {{name: A, {record}, legacy_assessment: {{likelihood: {likelihood}}}}}}}
"""
    )
    return fact(facts, "asset.contradictions", "a")


_GOOD = "software: [db@19], covered_by: [], skills: {people: 4}, fit: {functional: 4}"


def test_a_record_that_is_good_contradicts_nothing() -> None:
    assert contradictions(_GOOD, FINE) == ()
    assert contradictions(_GOOD, "{end_of_life: 1}") == ()


@pytest.mark.parametrize(
    ("good", "bad", "criterion", "least", "said"),
    [
        ("db@19", "db@12", "end_of_life", 6, "DB 12 is past its support"),
        ("db@19", "lx@1", "end_of_life", 6, "LX 1 is past its support"),
        ("[]", "[over]", "expired_contract", 6, "no contract that covers it is in force (over)"),
        ("people: 4", "people: 1", "skills", 3, "1 can keep it running"),
        ("people: 4", "people: 0", "skills", 3, "0 can keep it running"),
        (
            "people: 4}",
            "people: 2}, criticality: critical",
            "skills",
            3,
            "2 can keep it running",
        ),
        ("functional: 4", "functional: 2", "business_needs", 3, "its functional fit is 2 of 5"),
    ],
)
def test_a_bad_record_contradicts_a_score_that_is_too_good(
    good: str, bad: str, criterion: str, least: int, said: str
) -> None:
    record = _GOOD.replace(good, bad)
    one = f"{criterion}: 1"
    for score in range(1, 7):
        found = contradictions(record, FINE.replace(one, f"{criterion}: {score}"))
        expected = (
            (f"{criterion.replace('_', ' ')} is {score} of 6, and {said}",) if score < least else ()
        )
        assert found == expected
    assert contradictions(record, "{past_issues: 1}") == (None,)


@pytest.mark.parametrize(
    ("good", "unknown"),
    [
        ("db@19", "db"),
        ("[]", "[open]"),
        ("[]", "[over, open]"),
        ("covered_by: [], ", ""),
        (", skills: {people: 4}", ""),
        ("people: 4", "people: 2"),
        (", fit: {functional: 4}", ""),
    ],
)
def test_what_is_not_recorded_may_contradict(good: str, unknown: str) -> None:
    assert contradictions(_GOOD.replace(good, unknown), FINE) == (None,)


@pytest.mark.parametrize(
    ("good", "still_good"),
    [
        ("[]", "[over, held]"),
        ("db@19", "os@1"),
        ("people: 4}", "people: 2}, criticality: high"),
        ("people: 4}", "people: 3}, criticality: critical"),
        ("software: [db@19]", "product: online, service_model: saas"),
        ("functional: 4", "functional: 3"),
    ],
)
def test_what_is_good_enough_contradicts_nothing(good: str, still_good: str) -> None:
    assert contradictions(_GOOD.replace(good, still_good), FINE) == ()


def test_a_server_is_held_against_its_software_hardware_and_contracts_alone() -> None:
    record = "software: [db, db@12], covered_by: [], hardware: {support_ends: 2026-11-20}"
    assert contradictions(record, FINE, "servers") == (
        "end of life is 1 of 6, and its hardware is unsupported since 2026-11-20",
    )
    assert contradictions("software: [db, db@12], covered_by: []", FINE, "servers") == (
        "end of life is 1 of 6, and DB 12 is past its support",
    )


def test_without_likelihoods_nothing_is_known() -> None:
    facts = facts_of("""
        servers: {a: {name: A, legacy_assessment: {by: EA}}, b: {name: B}}
        """)
    assert set(facts.column("asset.contradictions").values()) == {None}
