from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.written import dune, facts_of

from estate.facts import InternetPath
from estate.facts.reach import internet_path
from estate.findings import Place
from estate.model import Policy

INSIDE = "exposure: internal, zone: lan"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("exposure: internet", True),
        ("zone: internet", True),
        ("exposure: internal, zone: internet", True),
        ("exposure: internet, zone: lan", True),
        (INSIDE, False),
        ("exposure: partner, zone: null", False),
        ("exposure: internal", None),
        ("zone: lan", None),
        ("zone: Internet", None),
        ("owner: Somebody", None),
    ],
)
def test_either_of_exposure_and_zone_says_yes_and_only_both_say_no(
    fields: str, *, expected: bool | None
) -> None:
    facts = facts_of(f"servers: {{srv: {{name: SRV, {fields}}}}}")

    assert facts.column("asset.faces_internet") == {"srv": expected}
    assert facts.column("installation.reachable_from_internet") == {"srv:@": expected}


def test_policy_says_which_zones_are_the_internet() -> None:
    facts = facts_of(
        "servers: {a: {name: A, zone: dmz}, b: {name: B, zone: internet, exposure: internal}}",
        policy=Policy(internet_zones=("dmz",)),
    )

    assert facts.column("asset.faces_internet") == {"a": True, "b": False}


@pytest.mark.parametrize(
    ("server", "app", "expected"),
    [
        (INSIDE, "exposure: internet", True),
        (INSIDE, INSIDE, False),
        (INSIDE, "owner: Somebody", None),
        ("owner: Somebody", "exposure: internet", True),
        ("owner: Somebody", INSIDE, None),
        (INSIDE, "exposure: internet, status: retired", False),
        (INSIDE, "status: planned", False),
    ],
)
def test_what_runs_on_it_and_is_in_use_lets_the_internet_in(
    server: str, app: str, *, expected: bool | None
) -> None:
    facts = facts_of(f"""
servers: {{srv: {{name: SRV, {server}}}}}
applications: {{app: {{name: App, runs_on: [srv], {app}}}}}
""")

    assert facts.column("asset.faces_internet")["srv"] is expected


def test_direct_reach_goes_one_step_only() -> None:
    facts = facts_of(f"""
servers:
  vm: {{name: VM, {INSIDE}, hosted_on: [host]}}
  host: {{name: HOST, {INSIDE}}}
applications: {{app: {{name: App, exposure: internet, runs_on: [vm]}}}}
""")

    assert facts.column("asset.faces_internet") == {"vm": True, "host": False, "app": True}


def paths(text: str) -> dict[str, tuple[str, ...] | None]:
    facts = facts_of(text)
    column = facts.column("asset.internet_path")
    assert {key: internet_path(facts, key) for key in column} == column
    return {key: path and path.ids for key, path in column.items()}


def test_a_path_follows_calls_and_flows_from_caller_to_called() -> None:
    found = paths(f"""
services: {{pay: {{name: Pay, exposure: internet, consumes: [tax-api]}}}}
apis: {{tax-api: {{name: Tax, {INSIDE}}}}}
applications:
  ledger:
    {{name: L, {INSIDE}, provides: [tax-api], uses: [store], sends_to: [sink], stores_in: [db]}}
  store: {{name: S, {INSIDE}}}
  sink: {{name: K, {INSIDE}, runs_on: [vm]}}
  caller: {{name: C, {INSIDE}, uses: [ledger]}}
servers:
  db: {{name: DB, {INSIDE}}}
  vm: {{name: VM, {INSIDE}, hosted_on: [host], depends_on: [aside], backs_up_to: [aside]}}
  host: {{name: HOST, {INSIDE}}}
  aside: {{name: ASIDE, {INSIDE}}}
""")

    assert found == {
        "pay": ("pay",),
        "tax-api": ("pay", "tax-api"),
        "ledger": ("pay", "tax-api", "ledger"),
        "store": ("pay", "tax-api", "ledger", "store"),
        "sink": ("pay", "tax-api", "ledger", "sink"),
        "db": ("pay", "tax-api", "ledger", "db"),
        "vm": ("pay", "tax-api", "ledger", "sink", "vm"),
        "host": ("pay", "tax-api", "ledger", "sink", "vm", "host"),
        "caller": (),
        "aside": (),
    }


def test_the_path_is_the_shortest_and_of_those_the_first() -> None:
    found = paths(f"""
applications:
  a: {{name: A, exposure: internet, uses: [m]}}
  b: {{name: B, exposure: internet, uses: [x]}}
  m: {{name: M, {INSIDE}, uses: [n]}}
  n: {{name: N, {INSIDE}, uses: [x]}}
  x: {{name: X, {INSIDE}, uses: [y]}}
  y: {{name: Y, {INSIDE}}}
  c: {{name: C, exposure: internet, uses: [x]}}
""")

    assert found["x"] == ("b", "x")
    assert found["y"] == ("b", "x", "y")


NAMES = ("a", "b", "c", "d", "e", "f")


def callers(name: str) -> st.SearchStrategy[dict[str, object]]:
    others = st.sampled_from([other for other in NAMES if other != name])
    return st.fixed_dictionaries(
        {"name": st.just("App")},
        optional={
            "exposure": st.sampled_from(("internet", "internal")),
            "zone": st.just("lan"),
            "status": st.sampled_from(("live", "planned", "retired")),
            "uses": st.lists(others, max_size=3, unique=True),
            "sends_to": st.lists(others, max_size=2, unique=True),
        },
    )


@given(st.fixed_dictionaries({name: callers(name) for name in NAMES}))
def test_the_way_to_one_asset_is_the_same_whether_asked_alone_or_with_all(
    applications: dict[str, dict[str, object]],
) -> None:
    paths(json.dumps({"applications": applications}))


def test_a_soft_call_is_a_way_in() -> None:
    found = paths(f"""
applications:
  a: {{name: A, exposure: internet, uses: [{{to: b, strength: soft}}]}}
  b: {{name: B, {INSIDE}}}
""")

    assert found["b"] == ("a", "b")


def test_a_path_that_may_begin_at_what_is_not_recorded_is_unknown() -> None:
    found = paths(f"""
applications:
  a: {{name: A, uses: [b, c]}}
  b: {{name: B, {INSIDE}}}
  c: {{name: C, {INSIDE}}}
  d: {{name: D, exposure: internet, uses: [c]}}
  e: {{name: E, {INSIDE}}}
""")

    assert found == {"a": None, "b": None, "c": ("d", "c"), "d": ("d",), "e": ()}


@pytest.mark.parametrize("state", ["status: retired", "status: planned"])
def test_a_path_goes_only_through_what_is_in_use(state: str) -> None:
    found = paths(f"""
apis: {{api: {{name: API, exposure: internet}}}}
applications:
  old: {{name: Old, {INSIDE}, {state}, provides: [api], stores_in: [db]}}
  front: {{name: Front, exposure: internet, {state}, uses: [back]}}
  back: {{name: Back, {INSIDE}}}
servers: {{db: {{name: DB, {INSIDE}}}}}
""")

    assert found == {"api": ("api",), "old": (), "front": (), "back": (), "db": ()}


def test_data_sent_to_a_supplier_leads_nowhere() -> None:
    found = paths("""
suppliers: {bureau: {name: Bureau}}
applications: {a: {name: A, exposure: internet, sends_to: [bureau]}}
""")

    assert found == {"a": ("a",)}


def test_a_path_reads_as_its_ids_and_stands_where_it_begins() -> None:
    facts = dune(f"""
servers: {{out: {{name: OUT, exposure: internet}}, in: {{name: IN, {INSIDE}}}}}
applications: {{app: {{name: App, exposure: internet, runs_on: [out]}}}}
""")
    column = facts.column("asset.internet_path")

    assert str(column["in"]) == "none"
    assert facts.describe("path", column["in"])[1] == Place("in")
    path = InternetPath("x", ("a", "b", "x"))
    assert str(path) == "a → b → x"
    assert path.place == Place("a")
