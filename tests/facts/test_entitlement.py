from __future__ import annotations

from datetime import date

import pytest
from tests.facts.written import TODAY, dune, facts_of, only

from estate.facts import Installation
from estate.lifecycle import Support

WHOLE = 'product: dune-os, versions: ["2"], extended_support: true, ends: 2027-06-30'


def with_licence(licence: str, asset: str = "licensed_by: [lic]", on: date = TODAY) -> Installation:
    return only(
        dune(
            f"""
licences: {{lic: {{name: Lic, {licence}}}}}
servers: {{srv: {{name: SRV, software: [dune-os@2], {asset}}}}}
""",
            on=on,
        )
    )


def with_item(licence: str) -> Installation:
    return only(
        dune(f"""
licences: {{lic: {{name: Lic, {licence}}}}}
servers:
  srv: {{name: SRV, software: [{{product: dune-os, version: "2", extended_support: lic}}]}}
""")
    )


@pytest.mark.parametrize("found", [with_licence(WHOLE), with_item(WHOLE)])
def test_a_licence_named_by_the_asset_or_by_the_item_buys_until_the_earlier_end(
    found: Installation,
) -> None:
    assert found.entitlement is not None
    assert found.support.status == "extended"
    assert found.support.ends == date(2027, 6, 30)


def test_extended_support_ends_with_the_product_even_if_the_licence_goes_on() -> None:
    found = with_licence('product: dune-os, versions: ["2"], extended_support: true, ends: null')

    assert found.support.ends == date(2028, 1, 31)


@pytest.mark.parametrize(
    "licence",
    [
        WHOLE.replace('["2"]', "[]"),
        WHOLE.replace('["2"]', "null"),
        WHOLE.replace('["2"]', '["1", "2.0.1"]'),
        WHOLE.replace("dune-os", "Dune OS"),
        f"{WHOLE}, starts: 2026-11-21",
        WHOLE.replace("2027-06-30", "2026-11-21"),
    ],
)
def test_a_licence_buys_for_its_product_its_versions_and_its_days(licence: str) -> None:
    assert with_licence(licence).support.status == "extended"


@pytest.mark.parametrize(
    "licence",
    [
        WHOLE.replace("extended_support: true", "extended_support: false"),
        'product: dune-os, versions: ["2"], ends: null',
        WHOLE.replace("dune-os", "dune-db"),
        WHOLE.replace("dune-os", "unheard-of"),
        WHOLE.replace("dune-os", "null"),
        WHOLE.replace('["2"]', '["3"]'),
        WHOLE.replace("2027-06-30", "2026-11-20"),
        f"{WHOLE}, starts: 2026-11-22",
        f"{WHOLE}, status: planned",
        f"{WHOLE}, until: 2026-11-20",
    ],
)
def test_any_other_licence_buys_nothing(licence: str) -> None:
    found = with_licence(licence)

    assert found.entitlement is None
    assert found.support.status == "extended-unpaid"


def test_a_licence_that_the_asset_no_longer_has_buys_nothing() -> None:
    found = with_licence(WHOLE, "licensed_by: [{to: lic, until: 2026-11-20}]")

    assert found.support.status == "extended-unpaid"


@pytest.mark.parametrize(
    "licence",
    [
        'product: dune-os, versions: ["2"], extended_support: true',
        "product: dune-os, extended_support: true, ends: 2027-06-30",
        'versions: ["2"], extended_support: true, ends: 2027-06-30',
    ],
)
def test_what_a_licence_leaves_open_leaves_the_support_unknown(licence: str) -> None:
    found = with_licence(licence)

    assert found.entitlement is None
    assert found.support == Support(
        ended=date(2024, 1, 31),
        extended_until=date(2028, 1, 31),
        source=found.support.source,
        as_of=found.support.as_of,
    )
    assert found.reason == "whether a licence buys its extended support is not recorded"


@pytest.mark.parametrize(
    "licence",
    [
        "product: dune-db, extended_support: true",
        'product: dune-os, versions: ["3"], extended_support: true',
        "extended_support: true, ends: 2026-11-20",
        "extended_support: true, starts: 2026-11-22",
    ],
)
def test_what_is_open_does_not_matter_where_the_rest_says_no(licence: str) -> None:
    assert with_licence(licence).support.status == "extended-unpaid"


def test_what_a_licence_leaves_open_does_not_matter_while_support_lasts() -> None:
    found = with_licence("extended_support: true", on=date(2024, 1, 31))

    assert found.support.status == "supported"


def test_the_licence_that_lasts_longest_counts() -> None:
    found = only(
        dune("""
licences:
  a: {name: A, product: dune-os, versions: ["2"], extended_support: true, ends: 2027-01-31}
  b: {name: B, product: dune-os, versions: ["2"], extended_support: true, ends: 2027-03-31}
  c: {name: C, product: dune-os, versions: ["2"], extended_support: true, ends: 2027-02-28}
servers: {srv: {name: SRV, software: [dune-os@2], licensed_by: [a, b, c]}}
""")
    )

    assert found.entitlement is not None
    assert found.entitlement.id == "b"


def test_the_end_is_unknown_where_another_licence_may_last_longer() -> None:
    found = only(
        dune("""
licences:
  a: {name: A, product: dune-os, versions: ["2"], extended_support: true, ends: 2027-01-31}
  b: {name: B, product: dune-os, versions: ["2"], extended_support: true}
servers: {srv: {name: SRV, software: [dune-os@2], licensed_by: [a, b]}}
""")
    )

    assert found.support.status == "extended"
    assert found.support.ends is None
    assert found.reason == ""


def test_a_licence_that_an_application_names_counts_for_what_it_repeats() -> None:
    found = only(
        dune(f"""
licences: {{lic: {{name: Lic, {WHOLE}}}}}
servers: {{srv: {{name: SRV, software: [dune-os@2]}}}}
applications:
  app:
    name: App
    runs_on: [srv]
    software: [{{product: dune-os, version: "2", extended_support: lic}}]
""")
    )

    assert found.asset.id == "srv"
    assert found.support.status == "extended"


def test_the_licence_of_an_application_counts_for_what_it_repeats() -> None:
    found = only(
        dune(f"""
licences: {{lic: {{name: Lic, {WHOLE}}}}}
servers: {{srv: {{name: SRV, software: [dune-os@2]}}}}
applications: {{app: {{name: App, runs_on: [srv], software: [dune-os@2], licensed_by: [lic]}}}}
""")
    )

    assert found.support.status == "extended"


def test_a_licence_of_another_asset_does_not_count() -> None:
    facts = dune(f"""
licences: {{lic: {{name: Lic, {WHOLE}}}}}
servers:
  srv: {{name: SRV, software: [dune-os@2]}}
  other: {{name: Other, software: [], licensed_by: [lic]}}
""")

    assert only(facts).support.status == "extended-unpaid"


def test_a_package_is_supported_as_long_as_its_distribution_is_paid_for() -> None:
    licence = 'product: rhel, versions: ["7"], extended_support: true, ends: 2027-06-30'
    found = only(
        facts_of(
            f"""
licences: {{els: {{name: ELS, {licence}}}}}
servers:
  srv:
    name: SRV
    licensed_by: [els]
    software: ["pkg:rpm/redhat/openssl@1.0.2k?distro=rhel-7"]
""",
            real=True,
        )
    )

    assert found.product is not None
    assert found.product.name.startswith("openssl (")
    assert found.support.status == "extended"
