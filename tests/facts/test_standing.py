from __future__ import annotations

import pytest
from tests.facts.plain_estates import facts_of as plain
from tests.facts.written import dune, facts_of, ids

from estate.facts import Facts
from estate.findings import Place


def trails(facts: Facts, key: str) -> list[tuple[str, ...] | None]:
    below = facts.column("asset.stands_on_unsupported")[key]
    return [trail and trail.ids for trail in below]


def below(relations: str, servers: str = "", more: str = "") -> list[tuple[str, ...] | None]:
    facts = dune(f"""
servers:
  old: {{name: OLD, software: [dune-os@1]}}
  new: {{name: NEW, software: [dune-os@3]}}
  {servers}
applications:
  app: {{name: App, software: [], {relations}}}
{more}
""")
    return trails(facts, "app")


@pytest.mark.parametrize(
    "relations",
    [
        "runs_on: [old]",
        "stores_in: [old]",
        "depends_on: [old]",
        "runs_on: [{to: old, until: 2026-11-21}]",
        "runs_on: [{any_of: [new, old], at_least: 1}]",
    ],
)
def test_an_application_stands_on_what_is_unsupported_below_it(relations: str) -> None:
    assert below(relations) == [("app", "old")]


@pytest.mark.parametrize(
    "relations",
    [
        "runs_on: [new]",
        "runs_on: [{to: old, strength: soft}]",
        "runs_on: [{to: old, until: 2026-11-20}]",
        "backs_up_to: [old]",
    ],
)
def test_it_stands_on_nothing_else(relations: str) -> None:
    assert below(relations) == []


def test_what_it_fails_over_to_is_below_it_too() -> None:
    servers = "pair: {name: PAIR, software: [], fails_over_to: [old]}"

    assert below("runs_on: [pair]", servers) == [("app", "pair", "old")]


def test_the_path_is_the_shortest_and_goes_over_every_standing_relation() -> None:
    servers = """vm: {name: VM, software: [], hosted_on: [old]}
  wm: {name: WM, software: [], hosted_on: [vm]}"""

    assert below("runs_on: [wm], stores_in: [vm]", servers) == [("app", "vm", "old")]


@pytest.mark.parametrize(
    ("software", "expected"),
    [
        ("dune-os@1", [("app", "srv")]),  # ended
        ("dune-os@2", [("app", "srv")]),  # extended, and not paid for
        ("dune-os@3", []),
        ("dune-os", [None]),
        ("dune-os@1, dune-db", [("app", "srv"), None]),
        ("dune-os@1, dune-db@12.2", [("app", "srv"), ("app", "srv")]),
    ],
)
def test_unsupported_is_ended_or_unpaid_and_unknown_is_an_unknown_member(
    software: str, expected: list[tuple[str, ...] | None]
) -> None:
    facts = dune(f"""
servers: {{srv: {{name: SRV, software: [{software}]}}}}
applications: {{app: {{name: App, software: [], runs_on: [srv]}}}}
""")

    assert trails(facts, "app") == expected


def test_its_own_software_is_not_below_it() -> None:
    facts = dune('applications: {app: {name: App, product: dune-db, version: "12.2"}}')

    assert trails(facts, "app") == []


@pytest.mark.parametrize("state", ["status: retired", "status: planned", "until: 2026-11-20"])
def test_what_is_not_in_use_carries_nobody(state: str) -> None:
    servers = f"gone: {{name: GONE, software: [dune-os@1], {state}}}"

    assert below("runs_on: [gone]", servers) == []


def test_servers_are_not_asked_what_they_stand_on() -> None:
    facts = dune("""
servers:
  vm: {name: VM, software: [], hosted_on: [host]}
  host: {name: HOST, software: [dune-os@1]}
""")

    assert trails(facts, "vm") == []


def test_an_api_stands_on_its_server() -> None:
    facts = dune("""
servers: {old: {name: OLD, software: [dune-os@1]}}
apis: {tax: {name: Tax, runs_on: [old]}}
""")

    (trail,) = facts.column("asset.stands_on_unsupported")["tax"]
    assert str(trail) == "Dune OS 1 on OLD"
    assert (trail.id, trail.root.id) == ("tax>old:dune-os@1", "old")
    assert facts.describe("trail", trail)[1] == Place("old", ("software", 0))


def test_software_as_a_service_without_a_version_is_its_suppliers_affair() -> None:
    facts = dune("""
applications:
  app: {name: App, software: [], depends_on: [cloud, house]}
  cloud: {name: Cloud, service_model: saas, product: dune-db}
  house: {name: House, product: dune-db}
""")

    assert trails(facts, "app") == [None]


def services(criticality: str) -> list[str | None]:
    facts = facts_of(f"""
services:
  a: {{name: A, {criticality}}}
  b: {{name: B, {criticality}}}
  c: {{name: C, criticality: critical, status: retired}}
applications: {{app: {{name: App, supports: [a, b, c], runs_on: [srv]}}}}
servers: {{srv: {{name: SRV}}, other: {{name: Other}}}}
""")
    assert facts.column("asset.critical_services")["other"] == ()
    return ids(facts.column("asset.critical_services")["srv"])


@pytest.mark.parametrize(
    ("criticality", "expected"),
    [
        ("criticality: critical", ["a", "b"]),
        ("criticality: high", []),
        ("public: true", [None, None]),
    ],
)
def test_critical_services_need_it_and_each_unrated_one_may(
    criticality: str, expected: list[str | None]
) -> None:
    assert services(criticality) == expected


def test_a_soft_need_makes_no_critical_service() -> None:
    facts = facts_of("""
services: {a: {name: A, criticality: critical}}
applications: {app: {name: App, supports: [{to: a, strength: soft}]}}
""")

    assert facts.column("asset.critical_services")["app"] == ()


def test_needs_are_direct_hard_and_soft() -> None:
    facts = facts_of("""
services: {s: {name: S}}
applications:
  a: {name: A, supports: [s], runs_on: [srv], uses: [{to: b, strength: soft}]}
  b: {name: B, sends_to: [a]}
servers: {srv: {name: SRV, located_at: [hall]}}
sites: {hall: {name: Hall}}
""")

    assert ids(facts.column("asset.needs")["a"]) == ["b", "srv"]
    assert ids(facts.column("asset.needed_by")["a"]) == ["s"]
    assert ids(facts.column("asset.needed_by")["b"]) == ["a"]
    assert ids(facts.column("asset.needed_by")["hall"]) == ["srv"]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("applications: {x: {name: X, users: {named: 1}}}", True),
        ("applications: {x: {name: X, users: {active: 1}}}", True),
        ("applications: {x: {name: X, users: {named: 0}}}", False),
        ("applications: {x: {name: X}}", False),
        ("devices: {x: {name: X, form: fleet}}", True),
        ("devices: {x: {name: X, form: network}}", False),
        ("devices: {x: {name: X}}", False),
        ("servers: {x: {name: X}}", False),
    ],
)
def test_people_use_what_is_recorded_to_have_users(record: str, *, expected: bool) -> None:
    assert facts_of(record).column("asset.serves_people") == {"x": expected}


def test_what_fails_over_or_is_backed_up_to_a_thing_keeps_it_ready() -> None:
    facts = plain(
        {
            "servers": {
                "a": {"name": "A", "fails_over_to": ["b"]},
                "b": {"name": "B", "backs_up_to": ["c"]},
                "c": {"name": "C"},
                "old": {"name": "OLD", "status": "retired", "fails_over_to": ["c"]},
            }
        }
    )
    ready = facts.column("asset.ready_for")
    assert {key: [asset.id for asset in found] for key, found in ready.items()} == {
        "a": [],
        "b": ["a"],
        "c": ["b"],
        "old": [],
    }
