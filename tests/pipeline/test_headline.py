"""The headline: unsupported software that nobody entitled has accepted."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pipeline.conftest import judged

from estate.findings import Unmanaged

PRODUCTS = """
products:
  old: {name: Old, extended: paid, versions: {"1": {support_ends: 2020-01-01}}}
  unpaid: {name: Unpaid, extended: paid, versions:
    {"1": {support_ends: 2025-01-01, extended_support_ends: 2028-01-01}}}
  new: {name: New, versions: {"1": {support_ends: 2035-01-01}}}
"""
ACCEPTED = """
organisations: {one: {name: One, type: council, roles: {siro: [{name: Clerk, from: 2020-01-01}]}}}
exceptions:
  ex-1:
    rule: RULE
    covers: [{asset: srv, product: PRODUCT, version: "1"}]
    organisation: one
    risk: Faults stay open.
    mitigation: [{control: No way in}]
    treatment: treat
    plan: {action: replace, target: 2027-01-31}
    inherent: {likelihood: 2, impact: 2}
    residual: {likelihood: 1, impact: 2}
    requested_by: Somebody
    requested_on: 2026-10-01
    accepted_by: Clerk
    accepted_on: 2026-10-02
    review_by: 2027-01-01
    expires: 2027-01-31
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "inventory").mkdir()
    (tmp_path / "estate.yaml").write_text("estate: 1\nname: One\n")
    (tmp_path / "inventory" / "products.yaml").write_text(PRODUCTS)
    return tmp_path


def _unmanaged(root: Path, inventory: str) -> Unmanaged:
    (root / "inventory" / "estate.yaml").write_text(inventory)
    return judged(root).outcome.unmanaged


def _server(software: str, more: str = "") -> str:
    return f"servers: {{srv: {{name: S, organisation: one, software: [{software}]{more}}}}}\n"


@pytest.mark.parametrize(
    ("software", "installations", "unknown"),
    [
        ("old@1", 1, 0),
        ("unpaid@1", 1, 0),
        ("new@1", 0, 0),
        ("old", 0, 1),
        ("mystery@1", 0, 1),
        ("old@1, unpaid@1, new@1, mystery@1", 2, 1),
    ],
)
def test_what_is_ended_or_unpaid_counts_and_the_unknown_apart(
    software: str, installations: int, unknown: int, root: Path
) -> None:
    found = _unmanaged(root, "organisations: {one: {name: One}}\n" + _server(software))
    assert found == Unmanaged(installations, 0, unknown)


@pytest.mark.parametrize(
    ("state", "installations"),
    [
        ("", 1),
        (", status: retiring", 1),
        (", status: planned", 0),
        (", status: retired", 0),
        (", until: 2026-11-20", 0),
        (", until: 2026-11-21", 1),
        (", from: 2026-11-22", 0),
    ],
)
def test_only_what_is_in_use_counts(state: str, installations: int, root: Path) -> None:
    organisation = "organisations: {one: {name: One}}\n"
    assert _unmanaged(root, organisation + _server("old@1", state)).installations == installations


@pytest.mark.parametrize(
    ("product", "rule"),
    [("old", "unsupported-software"), ("unpaid", "unpaid-extended-support")],
)
def test_what_is_accepted_does_not(product: str, rule: str, root: Path) -> None:
    accepted = ACCEPTED.replace("RULE", rule).replace("PRODUCT", product)
    assert _unmanaged(root, accepted + _server(f"{product}@1")) == Unmanaged(0, 0, 0)
    wrong = accepted.replace("accepted_by: Clerk", "accepted_by: Passer-by")
    assert _unmanaged(root, wrong + _server(f"{product}@1")) == Unmanaged(1, 0, 0)


def test_services_that_rest_on_it_count_once(root: Path) -> None:
    services = "services: {tax: {name: Tax}, loans: {name: Loans}, far: {name: Far}}\n"
    applications = (
        "applications:\n"
        "  app: {name: One, runs_on: [srv], supports: [tax]}\n"
        "  two: {name: Two, uses: [app], supports: [tax, loans]}\n"
        "  three: {name: Three, supports: [far]}\n"
    )
    organisation = "organisations: {one: {name: One}}\n"
    estate = organisation + services + applications + _server("old@1, unpaid@1")
    assert _unmanaged(root, estate).services == 2


def test_software_as_a_service_without_a_version_is_its_suppliers_affair(root: Path) -> None:
    found = _unmanaged(
        root, "applications: {cloud: {name: Cloud, product: new, service_model: saas}}\n"
    )
    assert found == Unmanaged(0, 0, 0)


def test_without_the_rules_that_find_it_all_of_it_counts(root: Path) -> None:
    (root / "estate.yaml").write_text("estate: 1\nname: One\nrules: []\n")
    accepted = ACCEPTED.replace("RULE", "unsupported-software").replace("PRODUCT", "old")
    assert _unmanaged(root, accepted + _server("old@1")) == Unmanaged(1, 0, 0)
