from __future__ import annotations

from datetime import date

import pytest
from tests.facts.written import PRODUCTS, dune, facts_of, installed, only

from estate.facts import UNMANAGED, Facts
from estate.findings import Place, Subject
from estate.model.scalars import NEVER


def on_server(item: str, on: date) -> Facts:
    return dune(
        f"servers: {{srv: {{name: SRV, organisation: m, software: [{item}]}}}}\n{MARRAM}", on
    )


MARRAM = "organisations: {m: {name: Marram}}"


@pytest.mark.parametrize(
    ("item", "on", "status", "ends"),
    [
        ("dune-os@1", date(2020, 1, 31), "supported", date(2020, 1, 31)),
        ("dune-os@1", date(2020, 2, 1), "extended-unpaid", None),
        ("dune-os@1", date(2021, 1, 31), "extended-unpaid", None),
        ("dune-os@1", date(2021, 2, 1), "ended", None),
        ("dune-os@4", date(2026, 11, 21), "supported", NEVER),
        ("dune-os", date(2026, 11, 21), None, None),
        ("dune-os@9", date(2026, 11, 21), None, None),
        ("unheard-of@1", date(2026, 11, 21), None, None),
    ],
)
def test_support_is_judged_on_the_day(
    item: str, on: date, status: str | None, ends: date | None
) -> None:
    support = only(on_server(item, on)).support

    assert (support.status, support.ends) == (status, ends)
    assert (support.status in UNMANAGED) == (status in {"ended", "extended-unpaid"})


@pytest.mark.parametrize(
    ("item", "match", "candidates", "reason"),
    [
        ("dune-os@3", "exact", (), ""),
        ("Dune OS@3", "alias", (), ""),
        (
            "dune-db",
            "ambiguous",
            ("dune-db@12.2", "dune-db@19"),
            "no version of Dune Database is given",
        ),
        ("unheard-of@1", "none", (), "the catalogue has no product unheard-of"),
    ],
)
def test_a_match_says_how_it_came_or_why_it_did_not(
    item: str, match: str, candidates: tuple[str, ...], reason: str
) -> None:
    found = only(on_server(item, date(2026, 11, 21)))

    assert (found.match, tuple(sorted(found.candidates)), found.reason) == (
        match,
        candidates,
        reason,
    )


def test_a_version_of_which_nobody_says_when_its_support_ends_is_unknown() -> None:
    found = only(
        facts_of("""
products: {cases: {name: Cases, versions: {"1": {released: 2020-01-01}}}}
servers: {srv: {name: SRV, software: [cases@1]}}
""")
    )

    assert found.cycle == "1"
    assert found.support.status is None
    assert found.reason == "nobody says when its support ends"


def test_an_installation_is_identified_by_asset_product_and_version() -> None:
    facts = on_server("Dune Database@v19", date(2026, 11, 21))

    subject, place = facts.describe("installation", only(facts))

    detail = (("product", "dune-db"), ("version", "v19"))
    assert subject == Subject("installation", "srv", detail, "SRV", ("m",))
    assert place == Place("srv", ("software", 0))


@pytest.mark.parametrize(
    ("item", "called"),
    [
        ("dune-os@3", "dune-os 3"),
        ("dune-os", "dune-os"),
        ("Windows Server 2016", "Windows Server 2016"),
        ("pkg:npm/express@4.18.2", "pkg:npm/express@4.18.2"),
    ],
)
def test_an_installation_is_called_as_it_was_written(item: str, called: str) -> None:
    text = f"servers: {{srv: {{name: SRV, software: ['{item}']}}}}"

    assert only(facts_of(PRODUCTS, text, real=True)).called == called


def test_packages_of_one_distribution_are_installations_of_their_own() -> None:
    facts = facts_of(
        """
servers:
  srv:
    name: SRV
    software:
      - "pkg:deb/debian/openssl@3.0.11?distro=debian-12"
      - "pkg:deb/debian/curl@3.0.11?distro=debian-12"
      - debian@12
""",
        real=True,
    )

    found = installed(facts).values()
    assert len(found) == 3
    assert len({(one.support.status, one.cycle) for one in found}) == 1


def test_software_as_a_service_is_what_is_stated_to_be() -> None:
    facts = dune("""
applications:
  cloud: {name: Cloud, service_model: saas, product: dune-db}
  house: {name: House, product: dune-db}
""")

    assert facts.column("installation.software_as_a_service") == {
        "cloud:dune-db@": True,
        "house:dune-db@": False,
    }


def test_what_an_item_says_of_its_fixes_is_kept() -> None:
    found = only(
        on_server(
            '{product: dune-os, version: "3", patched: null, patch_days: 14, count: 3}',
            date(2026, 11, 21),
        )
    )

    assert (found.patched, found.patch_days, found.count) == (date.min, 14, 3)


@pytest.mark.parametrize(
    ("item", "wanted"),
    [
        ("dune-db", "version"),
        ("unheard-of@1", "products[unheard-of].versions"),
        ("dune-os@9", "products[dune-os].versions"),
    ],
)
def test_what_would_make_its_support_known_is_named(item: str, wanted: str) -> None:
    assert only(on_server(item, date(2026, 11, 21))).wanted == wanted


def test_where_no_product_is_recorded_it_is_the_product_that_is_wanted() -> None:
    found = installed(dune("servers: {srv: {name: SRV}}\napplications: {crm: {name: CRM}}"))
    assert {one.asset.id: one.wanted for one in found.values()} == {
        "srv": "software",
        "crm": "product",
    }


@pytest.mark.parametrize(
    ("item", "on", "follows"),
    [
        ("dune-os@1", date(2020, 1, 31), "extended support can then be bought until 2021-01-31"),
        ("dune-os@4", date(2026, 11, 21), "no extended support is known to follow"),
        ("unheard-of@1", date(2026, 11, 21), "no extended support is known to follow"),
    ],
)
def test_what_follows_the_end_of_support_is_said(item: str, on: date, follows: str) -> None:
    assert only(on_server(item, on)).afterwards == follows


def test_software_is_called_by_its_product_where_that_is_known() -> None:
    day = date(2026, 11, 21)
    assert only(on_server("dune-os@3", day)).title == "Dune OS 3"
    assert only(on_server("unheard-of@1", day)).title == only(on_server("unheard-of@1", day)).called
