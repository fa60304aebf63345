"""Whether a licence covers an installation."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from written_estates import fact, facts_of

_ESTATE = """
products: {{db: {{name: DB, aliases: [dune], versions: {{"12": {{}}, "12-sp1": {{}}}}}}}}
organisations:
  marram: {{name: M}}
  saltern: {{name: S}}
  dune-ict: {{name: D, type: shared-service, members: [marram, saltern]}}
licences: {{lic: {{name: L, product: dune, {licence}}}, other: {{name: O}}}}
servers:
  srv: {{name: A, software: ["{software}"], organisation: marram, {server}}}
  host: {{name: H, software: [], {host}}}
  top: {{name: T, software: [], {top}}}
applications: {{app: {{name: P, support_model: in-house, runs_on: [srv], {app}}}}}
"""


def licensed(  # noqa: PLR0913 - one part of the estate each
    licence: str = "metric: instance",
    *,
    software: str = "db@12",
    server: str = "licensed_by: []",
    host: str = "",
    top: str = "",
    app: str = "",
) -> bool | None:
    facts = facts_of(
        _ESTATE.format(
            licence=licence, software=software, server=server, host=host, top=top, app=app
        )
    )
    (found,) = (f for f in facts.subjects("installation") if f.asset.id == "srv")
    assert fact(facts, "installation.product_licensed", found.id)
    said: bool | None = fact(facts, "installation.licensed", found.id)
    return said


@pytest.mark.parametrize(
    "parts",
    [
        {"server": "licensed_by: [lic]"},
        {"app": "licensed_by: [lic]"},
        {"server": "licensed_by: [], hosted_on: [host]", "host": "licensed_by: [lic]"},
        {
            "server": "licensed_by: [], hosted_on: [host]",
            "host": "hosted_on: [top]",
            "top": "licensed_by: [lic]",
        },
        {"licence": "metric: enterprise, organisation: marram"},
        {"licence": "metric: enterprise, organisation: dune-ict"},
        {"licence": "versions: ['12']", "server": "licensed_by: [lic]"},
        {"licence": "versions: ['12']", "server": "licensed_by: [lic]", "software": "db@12-sp1"},
        {"licence": "versions: ['12']", "server": "licensed_by: [lic]", "software": "db@12.3"},
    ],
)
def test_a_licence_covers_what_names_it_and_an_enterprise_its_own(parts: dict[str, str]) -> None:
    assert licensed(**parts) is True


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"server": "licensed_by: [{to: lic, until: 2026-11-20}]"},
        {"licence": "metric: enterprise, organisation: saltern"},
        {"licence": "metric: instance, versions: ['12']", "server": "licensed_by: [lic]",
         "software": "db@123"},
        {"licence": "metric: enterprise, organisation: marram, versions: ['11']"},
    ],
)  # fmt: skip
def test_nothing_else_is_covered(parts: dict[str, str]) -> None:
    assert licensed(**parts) is False


@pytest.mark.parametrize(
    "parts",
    [
        {"server": "criticality: low"},
        {"server": "licensed_by: [other]"},
        {"licence": "quantity: 1"},
        {"licence": "metric: enterprise"},
        {"licence": "versions: ['12']", "server": "licensed_by: [lic]", "software": "db"},
    ],
)
def test_what_is_not_recorded_is_unknown(parts: dict[str, str]) -> None:
    assert licensed(**parts) is None


def test_support_that_is_bought_makes_no_licensed_product_but_covers_its_asset() -> None:
    facts = facts_of("""
        products: {db: {name: DB, versions: {"12": {}}}}
        licences: {esu: {name: E, product: db, extended_support: true, metric: instance}}
        servers:
          a: {name: A, software: [db@12], licensed_by: [esu]}
          b: {name: B, software: [db@12], licensed_by: []}
        """)
    assert not fact(facts, "installation.product_licensed", "b:db@12")
    assert fact(facts, "installation.licensed", "a:db@12") is True
    assert fact(facts, "installation.licensed", "b:db@12") is False


def test_a_retired_licence_makes_no_licensed_product_and_covers_nothing() -> None:
    facts = facts_of("""
        licences: {lic: {name: L, status: retired, product: db, metric: instance}}
        servers: {a: {name: A, software: [db@12], licensed_by: [lic]}}
        """)
    assert not fact(facts, "installation.product_licensed", "a:db@12")
    assert fact(facts, "installation.licensed", "a:db@12") is False
