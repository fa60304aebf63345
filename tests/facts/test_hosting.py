"""Hosting: who hosts, by what certificates and agreements, and how much hangs on one supplier."""

from __future__ import annotations

from datetime import date

import pytest
from tests.facts.written_estates import fact, facts_of

from estate.findings import Place


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("hosting: hosted", True),
        ("hosting: hybrid", True),
        ("hosting: on-premise, service_model: saas", False),
        ("hosting: partner", False),
        ("service_model: saas", True),
        ("service_model: iaas", True),
        ("service_model: managed", None),
        ("criticality: low", None),
    ],
)
def test_a_cloud_service_model_is_hosted_where_hosting_is_not_said(
    said: str, *, expected: bool | None
) -> None:
    facts = facts_of(f"applications: {{a: {{name: A, {said}}}}}")
    assert fact(facts, "application.hosted", "a") is expected


_CERTIFIED = """
suppliers:
  one: {{name: One, certificates: [{one}]}}
  two: {{name: Two, certificates: [{two}]}}
applications: {{a: {{name: A, supplied_by: [one, two], {assessment}}}}}
"""


def proofs(assessment: str = "", one: str = "", two: str = "") -> list[tuple[str, date | None]]:
    facts = facts_of(_CERTIFIED.format(assessment=assessment, one=one, two=two))
    found = fact(facts, "application.proofs", "a")
    return [("?", None) if proof is None else (proof.name, proof.expires) for proof in found]


def test_of_certificates_of_one_name_the_latest_counts() -> None:
    assert proofs(
        "hosted_assessment: {certificates: [{name: ISO 27001, expires: 2026-06-30}, "
        "{name: PCI, expires: 2027-01-01}]}",
        one="{name: iso 27001, expires: 2027-06-30}, {name: iso 27001, expires: 2024-06-30}",
        two="{name: Cyber Essentials, expires: 2026-01-01}",
    ) == [
        ("iso 27001", date(2027, 6, 30)),
        ("Cyber Essentials", date(2026, 1, 1)),
        ("PCI", date(2027, 1, 1)),
    ]


def test_a_certificate_without_its_last_day_may_be_the_latest() -> None:
    assert proofs(
        "hosted_assessment: {certificates: [{name: ISO 27001}]}",
        one="{name: ISO 27001, expires: 2020-06-30}",
    ) == [("ISO 27001", None)]
    assert proofs(
        "hosted_assessment: {certificates: [{name: ISO 27001, expires: 2020-06-30}]}",
        one="{name: ISO 27001}",
    ) == [("ISO 27001", None)]


def test_without_an_assessment_there_may_be_more() -> None:
    assert proofs() == [("?", None)]
    assert proofs(one="{name: X, expires: 2027-01-01}") == [("X", date(2027, 1, 1)), ("?", None)]
    assert proofs("hosted_assessment: {assessed: 2026-01-01}") == []


def test_a_certificate_says_what_it_is_and_where_it_stands() -> None:
    facts = facts_of(
        _CERTIFIED.format(
            assessment="hosted_assessment: {certificates: [{name: PCI}]}",
            one="{name: ISO, expires: 2027-06-30}",
            two="{name: CE, expires: null}",
        )
    )
    found = fact(facts, "application.proofs", "a")
    assert [str(proof) for proof in found] == ["ISO until 2027-06-30", "CE until never", "PCI"]
    assert found[0].place == Place("one", ("certificates", 0))
    assert found[2].place == Place("a", ("hosted_assessment", "certificates", 0))


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ("starts: 2022-04-01, ends: 2026-11-21", True),
        ("starts: 2026-11-21, ends: null", True),
        ("starts: 2022-04-01, ends: 2026-11-20", False),
        ("ends: 2026-11-20", False),
        ("starts: 2026-11-22", False),
        ("starts: 2022-04-01", None),
        ("ends: 2027-01-01", None),
    ],
)
def test_an_agreement_is_in_force_from_its_first_to_its_last_day(
    terms: str, *, expected: bool | None
) -> None:
    facts = facts_of(f"agreements: {{agr: {{name: A, {terms}}}}}")
    assert fact(facts, "agreement.in_force", "agr") is expected


def test_agreements_are_those_of_the_partner_and_those_that_cover_it() -> None:
    facts = facts_of("""
        organisations: {county: {name: County}}
        agreements: {one: {name: One}, two: {name: Two}}
        contracts: {con: {name: C}}
        applications:
          both: {name: A, partner: {agreement: one}, covered_by: [one, two, con]}
          left-out: {name: B, partner: {lead: county}}
          none: {name: C, covered_by: []}
          silent: {name: D}
        """)
    found = facts.column("application.agreements")
    named = {key: found[key] and [entry.id for entry in found[key]] for key in found}
    assert named == {"both": ["one", "two"], "left-out": (), "none": (), "silent": None}


def test_a_supplier_stands_behind_what_needs_what_it_supplies() -> None:
    facts = facts_of("""
        suppliers: {direct: {name: A}, below: {name: B}, soft: {name: C}, gone: {name: D}}
        services:
          tax: {name: Tax, criticality: critical, supplied_by: [direct]}
          care: {name: Care, criticality: critical}
          art: {name: Art, criticality: low}
          old: {name: Old, criticality: critical, status: retired}
          unrated: {name: Unrated}
        applications:
          app: {name: App, supplier: direct, supports: [care, art, old], runs_on: [srv]}
          part: {name: Part, supplier: gone, status: retired, supports: [care]}
          more: {name: More, supplier: below, supports: [unrated]}
        servers:
          srv: {name: S, supplied_by: [below], depends_on: [{to: side, strength: soft}]}
          side: {name: T, supplied_by: [soft]}
        """)
    found = facts.column("supplier.critical_services")
    assert {key: [s and s.id for s in found[key]] for key in found} == {
        "direct": ["care", "tax"],
        "below": ["care", None],
        "soft": [],
        "gone": [],
    }
