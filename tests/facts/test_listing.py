from __future__ import annotations

import pytest
from tests.facts.written import PRODUCTS, dune, facts_of, installed, only


def test_each_item_of_software_is_an_installation_at_its_place() -> None:
    facts = dune("servers: {srv: {name: SRV, software: [dune-os@3, dune-db@19]}}")

    found = list(installed(facts).values())

    assert [(one.id, one.path) for one in found] == [
        ("srv:dune-os@3", ("software", 0)),
        ("srv:dune-db@19", ("software", 1)),
    ]


@pytest.mark.parametrize(
    ("fields", "version", "path"),
    [
        ('product: dune-db, version: "19"', "19", ("version",)),
        ("product: dune-db", None, ("product",)),
        ("product: dune-db, version: null", None, ("product",)),
    ],
)
def test_an_applications_own_product_is_an_installation(
    fields: str, version: str | None, path: tuple[str, ...]
) -> None:
    found = only(dune(f"applications: {{app: {{name: App, {fields}}}}}"))

    assert (found.product_id, found.version, found.path) == ("dune-db", version, path)


@pytest.mark.parametrize(
    "record",
    [
        "applications: {x: {name: X}}",
        "applications: {x: {name: X, hosting: on-premise}}",
        "applications: {x: {name: X, hosting: hosted}}",
        "applications: {x: {name: X, support_model: in-house}}",
        "applications: {x: {name: X, service_model: managed}}",
        "servers: {x: {name: X}}",
        "devices: {x: {name: X, form: fleet}}",
    ],
)
def test_what_must_run_something_and_says_nothing_has_an_unrecorded_installation(
    record: str,
) -> None:
    found = only(facts_of(record))

    assert found.id == "x:@"
    assert (found.given, found.product, found.path) == ("", None, ())
    assert found.support.status is None
    assert found.reason == "no product is recorded"
    assert found.called == "its software"


@pytest.mark.parametrize(
    "record",
    [
        "applications: {x: {name: X, service_model: saas}}",
        "applications: {x: {name: X, product: null}}",
        "applications: {x: {name: X, software: []}}",
        "servers: {x: {name: X, software: null}}",
        "devices: {x: {name: X, software: []}}",
        "apis: {x: {name: X}}",
        "sites: {x: {name: X}}",
        "licences: {x: {name: X, product: dune-db}}",
    ],
)
def test_what_runs_nothing_or_is_known_to_has_none(record: str) -> None:
    assert not installed(facts_of(record))


def test_an_api_may_have_software() -> None:
    found = only(dune("apis: {tax: {name: Tax, software: [dune-db@19]}}"))

    assert found.id == "tax:dune-db@19"


def test_software_listed_twice_is_one_installation_that_knows_what_either_says() -> None:
    found = only(
        dune("""
devices:
  laptops:
    name: Laptops
    software:
      - {product: dune-os, version: "3", count: 100, patched: 2026-11-01}
      - {product: Dune OS, version: "v3", count: 50, patched: 2026-10-01, patch_days: 3}
""")
    )

    assert found.count == 150
    assert found.patched is not None
    assert found.patched.isoformat() == "2026-10-01"
    assert found.patch_days == 3
    assert found.path == ("software", 0)


def test_a_count_that_one_saying_leaves_out_is_unknown() -> None:
    found = only(
        dune("""
devices:
  laptops: {name: Laptops, software: [{product: dune-os, version: "3", count: 100}, dune-os@3]}
""")
    )

    assert found.count is None


def test_own_product_and_the_same_in_the_list_are_one() -> None:
    facts = dune(
        'applications: {db: {name: DB, product: dune-db, version: "19", software: [dune-db@19]}}'
    )

    assert only(facts).path == ("version",)


def test_two_versions_within_one_cycle_are_two_installations() -> None:
    facts = dune("servers: {srv: {name: SRV, software: [dune-db@12.2.0.1, dune-db@12.2.0.2]}}")

    assert list(installed(facts)) == ["srv:dune-db@12.2.0.1", "srv:dune-db@12.2.0.2"]


ON_A_SERVER = """
servers:
  srv: {{name: SRV, software: [{there}]}}
applications:
  app: {{name: App, software: [{here}], runs_on: [srv]}}
"""


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("dune-db@12.2", "dune-db@12.2"),
        ("dune-db@12.2", "Dune SQL@12.2"),
        ("dune-db@12.2", "dune database@v12.2"),
        ("dune-db@12.2.0.1", "dune-db@12.2"),
        ("dune-db@12.2", "dune-db@12.2.0.1"),
        ("dune-db", "dune-db"),
        ("unheard-of@1", "Unheard-Of@1"),
    ],
)
def test_what_an_application_repeats_of_its_server_is_one_installation(
    there: str, here: str
) -> None:
    found = only(dune(ON_A_SERVER.format(there=there, here=here)))

    assert found.asset.id == "srv"


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("dune-db@12.2", "dune-db@19"),
        ("dune-db@12.2.0.1", "dune-db@12.2.0.2"),
        ("dune-db@12.2", "dune-db"),
        ("dune-db", "dune-db@12.2"),
        ("unheard-of@1", "unheard-of@2"),
    ],
)
def test_what_differs_in_its_version_is_another_installation(there: str, here: str) -> None:
    found = installed(dune(ON_A_SERVER.format(there=there, here=here))).values()

    assert [one.asset.id for one in found] == ["app", "srv"]


def test_an_application_repeats_what_is_said_as_closely_before_what_is_said_less_closely() -> None:
    there = "dune-db@12.2, dune-db@12.2.0.1"
    here = '{product: dune-db, version: "12.2.0.1", patch_days: 9}'

    found = installed(dune(ON_A_SERVER.format(there=there, here=here)))

    assert found["srv:dune-db@12.2.0.1"].patch_days == 9
    assert found["srv:dune-db@12.2"].patch_days is None


def test_what_an_application_tells_of_its_servers_software_is_kept() -> None:
    here = '{product: dune-db, version: "12.2", patched: 2026-10-01, patch_days: 30, count: 7}'

    found = only(dune(ON_A_SERVER.format(there="dune-db@12.2", here=here)))

    assert found.patched is not None
    assert found.patch_days == 30
    assert found.count is None


def test_an_unrecorded_installation_repeats_nothing() -> None:
    facts = facts_of("""
servers: {srv: {name: SRV}}
applications: {app: {name: App, runs_on: [srv]}}
""")

    assert list(installed(facts)) == ["app:@", "srv:@"]


def test_an_api_repeats_what_its_server_has() -> None:
    facts = dune("""
servers: {srv: {name: SRV, software: [dune-db@19]}}
apis: {tax: {name: Tax, software: [dune-db@19], runs_on: [srv]}}
""")

    assert only(facts).asset.id == "srv"


def test_an_application_that_another_runs_on_is_no_machine() -> None:
    facts = dune("""
applications:
  app: {name: App, software: [dune-db@19], runs_on: [platform]}
  platform: {name: Platform, software: [dune-db@19]}
""")

    assert list(installed(facts)) == ["app:dune-db@19", "platform:dune-db@19"]


@pytest.mark.parametrize(
    ("app", "server"),
    [
        ("status: live", "status: retired"),
        ("status: retired", "status: live"),
        ("until: 2026-11-20", "status: live"),
        ("status: live", "from: 2026-11-22"),
    ],
)
def test_nothing_in_use_is_hidden_behind_what_is_not(app: str, server: str) -> None:
    facts = dune(f"""
servers: {{srv: {{name: SRV, software: [dune-db@12.2], {server}}}}}
applications: {{app: {{name: App, software: [dune-db@12.2], runs_on: [srv], {app}}}}}
""")

    assert list(installed(facts)) == ["app:dune-db@12.2", "srv:dune-db@12.2"]


def test_a_server_it_no_longer_runs_on_is_not_asked() -> None:
    facts = dune("""
servers: {srv: {name: SRV, software: [dune-db@12.2]}}
applications:
  app: {name: App, software: [dune-db@12.2], runs_on: [{to: srv, until: 2026-11-20}]}
""")

    assert list(installed(facts)) == ["app:dune-db@12.2", "srv:dune-db@12.2"]


def test_what_is_spelt_alike_and_yet_another_is_not_lost() -> None:
    facts = facts_of(
        """
servers:
  srv:
    name: SRV
    software:
      - "cpe:2.3:o:microsoft:windows_server_2012:r2:*:*:*:*:*:*:*"
      - "cpe:2.3:o:microsoft:windows_server_2008:r2:*:*:*:*:*:*:*"
      - Windows Server 2012 R2
      - Windows Server 2016
""",
        real=True,
    )

    assert sorted(str(one.cycle) for one in installed(facts).values()) == [
        "2008-r2-sp1",
        "2012-r2",
        "2016",
    ]


def test_the_installations_follow_the_order_of_assets_and_lists() -> None:
    facts = facts_of(
        PRODUCTS,
        """
devices: {d: {name: D, software: [dune-os@3]}}
applications: {z: {name: Z, software: [dune-db@19, dune-os@2]}, a: {name: A, software: [x@1]}}
apis: {p: {name: P, software: [dune-os@4]}}
servers: {s: {name: S, software: [dune-os@1]}}
""",
    )

    assert list(installed(facts)) == [
        "a:x@1", "z:dune-db@19", "z:dune-os@2", "s:dune-os@1", "d:dune-os@3", "p:dune-os@4",
    ]  # fmt: skip
