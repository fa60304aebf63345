from __future__ import annotations

from datetime import date

import pytest
from tests.facts.written import PRODUCTS, dune, facts_of, ids

from estate.facts import Facts
from estate.model.scalars import NEVER

D = date(2027, 2, 28)


def planned(changes: str, status: str = "status: live", asset: str = "status: live") -> Facts:
    return facts_of(f"""
servers: {{srv: {{name: SRV, software: [], {asset}}}}}
projects: {{prj: {{name: P, {status}, changes: [{changes}]}}}}
""")


def end(facts: Facts) -> date | None:
    found: date | None = facts.column("asset.planned_end")["srv"]
    return found


@pytest.mark.parametrize(
    ("changes", "asset", "expected"),
    [
        ("", "status: live", NEVER),
        ("", "until: 2027-03-31", date(2027, 3, 31)),
        ("{on: 2027-02-28, retire: srv}", "status: live", D),
        ("{on: 2027-02-28, retire: srv}", "until: 2027-03-31", D),
        ("{on: 2027-04-30, retire: srv}", "until: 2027-03-31", date(2027, 3, 31)),
        ("{on: 2027-02-28, set: {asset: srv, status: retired}}", "status: live", D),
        ("{on: 2026-12-01, set: {asset: srv, until: 2027-02-28}}", "status: live", D),
        ("{on: 2026-12-01, set: {asset: srv, until: 2027-02-28}}", "until: 2027-01-31", D),
        ("{on: 2026-12-01, set: {asset: srv, until: null}}", "until: 2027-01-31", NEVER),
        (
            "{on: 2027-02-01, set: {asset: srv, until: 2027-02-28}}",
            "until: 2027-01-31",
            date(2027, 1, 31),
        ),
        ("{on: 2026-12-01, set: {asset: srv, until: soon}}", "status: live", NEVER),
        ("{on: 2026-12-01, set: {asset: srv, cores: 8}}", "status: live", NEVER),
        ("{on: 2027-02-28, go_live: srv}", "status: live", NEVER),
        ("{on: 2027-02-28, retire: elsewhere}", "status: live", NEVER),
        ("{on: 2026-11-21, retire: srv}", "status: live", date(2026, 11, 21)),
        ("{on: 2026-11-20, retire: srv}", "status: live", NEVER),
        (
            "{on: 2027-03-31, retire: srv}, {on: 2027-02-28, retire: srv}",
            "status: live",
            D,
        ),
    ],
)
def test_an_asset_leaves_by_itself_or_by_the_plan(changes: str, asset: str, expected: date) -> None:
    assert end(planned(changes, asset=asset)) == expected


@pytest.mark.parametrize("status", ["proposed", "done", "stopped"])
def test_only_planned_and_live_projects_take_an_asset_away(status: str) -> None:
    facts = planned("{on: 2027-02-28, retire: srv}", f"status: {status}")

    assert end(facts) == NEVER
    assert facts.column("asset.plan")["srv"] == ()


@pytest.mark.parametrize(
    ("changes", "asset", "expected"),
    [
        ("{on: 2027-02-28, retire: srv}", "status: live", None),
        ("{on: 2026-12-01, set: {asset: srv, until: 2027-04-30}}", "until: 2027-03-31", None),
        ("{on: 2027-02-28, retire: srv}", "until: 2027-01-31", date(2027, 1, 31)),
        ("{on: 2027-02-28, go_live: srv}", "status: live", NEVER),
    ],
)
def test_a_project_without_a_status_leaves_the_end_unknown_where_it_matters(
    changes: str, asset: str, expected: date | None
) -> None:
    facts = planned(changes, "owner: Somebody", asset)

    assert end(facts) == expected
    assert facts.column("asset.plan")["srv"] == (None,)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        # The first, of unknown status, may retire it in February.
        ("{on: 2027-04-30, retire: srv}", None),
        ("{on: 2027-01-31, retire: srv}", date(2027, 1, 31)),
    ],
)
def test_a_known_plan_beside_one_that_may_be(second: str, expected: date | None) -> None:
    facts = facts_of(f"""
servers: {{srv: {{name: SRV, software: []}}}}
projects:
  one: {{name: One, changes: [{{on: 2027-02-28, retire: srv}}]}}
  two: {{name: Two, status: live, changes: [{second}]}}
""")

    assert end(facts) == expected


def test_the_plan_of_an_asset_is_every_project_that_changes_it_once() -> None:
    facts = facts_of("""
servers: {srv: {name: SRV, software: []}, other: {name: Other, software: []}}
projects:
  b: {name: B, status: planned, changes: [{on: 2020-01-01, set: {asset: srv, cores: 4}}]}
  a:
    name: A
    status: live
    changes: [{on: 2027-01-01, go_live: srv}, {on: 2027-02-01, retire: srv}]
""")

    assert ids(facts.column("asset.plan")["srv"]) == ["a", "b"]
    assert facts.column("asset.plan")["other"] == ()


BUILDS = "changes: [{on: 2027-01-01, set: {asset: srv, cores: 4}}]"
LINE = "{year: 2026-27, revenue: 10, for: [srv], funded: true}"


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        (f"status: live, budget: [{LINE}]", ["prj"]),
        (f"status: planned, budget: [{LINE}]", ["prj"]),
        (f"budget: [{LINE}]", [None]),
        (f"status: done, budget: [{LINE}]", []),
        ("status: live, budget: [{year: 2026-27, for: [srv]}]", []),
        (f"status: live, budget: [{LINE}], changes: [{{on: 2027-01-01, retire: srv}}]", []),
        (
            f"status: live, budget: [{{year: 2026-27, funded: true}}], {BUILDS}",
            ["prj"],
        ),
        (f"status: live, {BUILDS}", []),
    ],
)
def test_money_goes_into_what_a_funded_line_names_or_a_funded_project_builds_on(
    project: str, expected: list[str | None]
) -> None:
    facts = facts_of(f"""
servers: {{srv: {{name: SRV, software: []}}}}
projects: {{prj: {{name: P, {project}}}}}
""")

    assert ids(facts.column("asset.funded_by")["srv"]) == expected


def installation_end(changes: str, record: str, status: str = "status: live") -> date | None:
    facts = facts_of(
        PRODUCTS, record, f"projects: {{prj: {{name: P, {status}, changes: [{changes}]}}}}"
    )
    ((_, found),) = facts.column("installation.planned_end").items()
    known: date | None = found
    return known


SERVER = "servers: {srv: {name: SRV, software: [dune-db@12.2]}}"
APP = 'applications: {app: {name: App, product: dune-db, version: "12.2", software: []}}'


@pytest.mark.parametrize(
    ("record", "sets"),
    [
        (SERVER, "{asset: srv, software: [dune-db@19]}"),
        (SERVER, "{asset: srv, software: []}"),
        (SERVER, "{asset: srv, software: null}"),
        (SERVER, '{asset: srv, software: [{product: dune-db, version: "19"}]}'),
        (SERVER, "{asset: srv, software: [dune-db, '@', {version: '12.2'}]}"),
        (APP, '{asset: app, version: "19"}'),
        (APP, "{asset: app, version: null}"),
        (APP, "{asset: app, product: dune-os}"),
        (APP, "{asset: app, product: null}"),
        ("servers: {srv: {name: SRV}}", "{asset: srv, software: [dune-db@19]}"),
        ("applications: {app: {name: App}}", '{asset: app, product: dune-db, version: "19"}'),
    ],
)
def test_setting_other_software_upgrades_an_installation(record: str, sets: str) -> None:
    assert installation_end(f"{{on: 2027-02-28, set: {sets}}}", record) == D


@pytest.mark.parametrize(
    ("record", "sets"),
    [
        (SERVER, "{asset: srv, software: [dune-os@3, dune-db@12.2]}"),
        (SERVER, "{asset: srv, software: [Dune SQL@12.2.0.2]}"),
        (SERVER, "{asset: srv, cores: 4}"),
        (SERVER, "{asset: other, software: []}"),
        (APP, '{asset: app, version: "12.2.0.1"}'),
        (APP, "{asset: app, product: Dune SQL}"),
        (APP, "{asset: app, software: [dune-os@3]}"),
        ("servers: {srv: {name: SRV}}", "{asset: srv, cores: 4}"),
    ],
)
def test_setting_anything_else_leaves_it(record: str, sets: str) -> None:
    assert installation_end(f"{{on: 2027-02-28, set: {sets}}}", record) == NEVER


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ("{on: 2027-02-28, retire: srv}", D),
        ("{on: 2027-02-28, retire: srv}, {on: 2027-03-01, set: {asset: srv, software: []}}", D),
        ("{on: 2027-02-28, set: {asset: srv, software: []}}, {on: 2027-03-01, retire: srv}", D),
        ("{on: 2026-11-20, set: {asset: srv, software: []}}", NEVER),
    ],
)
def test_an_installation_goes_with_its_asset_or_before(changes: str, expected: date) -> None:
    assert installation_end(changes, SERVER) == expected


def test_an_upgrade_by_a_project_without_a_status_is_unknown() -> None:
    change = "{on: 2027-02-28, set: {asset: srv, software: []}}"

    assert installation_end(change, SERVER, "owner: Somebody") is None


def test_a_server_keeps_what_only_an_application_gives_up() -> None:
    facts = dune("""
servers: {srv: {name: SRV, software: [dune-db@12.2]}}
applications: {app: {name: App, software: [dune-db@12.2], runs_on: [srv]}}
projects:
  prj: {name: P, status: live, changes: [{on: 2027-02-28, set: {asset: app, software: []}}]}
""")

    assert facts.column("installation.planned_end") == {"srv:dune-db@12.2": NEVER}
