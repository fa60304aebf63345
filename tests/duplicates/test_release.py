from __future__ import annotations

from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.facts.written import facts_of

from estate.duplicates.release import released

Raw = dict[str, dict[str, dict[str, Any]]]


def gone(text: str, *systems: str) -> tuple[str, ...]:
    return released(facts_of(text), systems).gone


ONE = "applications: {one: {name: One, runs_on: [a], licensed_by: [lic], covered_by: [con]"
STOCK = """
servers:
  a: {name: A, hosted_on: [host], licensed_by: [lic-os]}
  host: {name: Host}
licences: {lic: {name: Licence}, lic-os: {name: System}}
contracts: {con: {name: Contract, starts: 2026-01-01, ends: 2027-01-01}}
"""


def test_what_only_a_system_needs_goes_with_it_down_to_the_host() -> None:
    assert gone(f"{ONE}}}}}\n{STOCK}", "one") == ("a", "con", "host", "lic", "lic-os")


@pytest.mark.parametrize(
    ("field", "kept"),
    [
        ("runs_on: [a]", ("a", "host", "lic-os")),
        ("runs_on: [{to: a, strength: soft}]", ("a", "host", "lic-os")),
        ("runs_on: [a], status: planned", ("a", "host", "lic-os")),
        ("backs_up_to: [a]", ("a", "host", "lic-os")),
        ("licensed_by: [lic]", ("lic",)),
        ("covered_by: [con]", ("con",)),
        ("software: [{product: x, extended_support: lic}]", ("lic",)),
        ("runs_on: [a], status: retired", ()),
    ],
)
def test_whoever_is_not_retired_and_needs_something_keeps_it(
    field: str, kept: tuple[str, ...]
) -> None:
    text = f"{ONE}}}, two: {{name: Two, {field}}}}}\n{STOCK}"
    everything = {"a", "con", "host", "lic", "lic-os"}
    assert everything - set(gone(text, "one")) == set(kept)
    assert set(gone(text, "one", "two")) >= everything - {"two"}


def test_an_interface_goes_with_its_last_provider_and_its_server_with_it() -> None:
    text = """
    applications:
      one: {name: One, provides: [api]}
      two: {name: Two, consumes: [api]}
    apis: {api: {name: Api, runs_on: [a]}}
    servers: {a: {name: A}}
    """
    assert gone(text, "one") == ("a", "api")
    assert gone(text, "two") == ()


def test_who_else_needs_what_stays_is_told() -> None:
    text = f"{ONE}}}, two: {{name: Two, runs_on: [a]}}}}\n{STOCK}"
    assert released(facts_of(text), ["one"]).kept == (("a", ("two",)),)


def test_a_contract_that_is_over_and_a_fleet_do_not_go() -> None:
    text = """
    applications: {one: {name: One, runs_on: [pcs], covered_by: [old]}}
    devices: {pcs: {name: Pcs, form: fleet}}
    contracts: {old: {name: Old, ends: 2025-01-01, auto_renews: false}}
    """
    assert gone(text, "one") == ()


_APPS, _SERVERS = ("p", "q", "r"), ("s", "t", "u")
_BOUGHT = ("l", "m")


@st.composite
def estates(draw: st.DrawFn) -> Raw:
    """Draw applications on servers on servers, with licences and a contract."""

    def some(names: tuple[str, ...]) -> list[str]:
        return draw(st.lists(st.sampled_from(names), unique=True, max_size=2))

    def asset(key: str, relation: str, targets: tuple[str, ...]) -> dict[str, Any]:
        state = draw(st.sampled_from(["live", "live", "planned", "retired"]))
        status = "live" if key == "p" else state
        return {
            "name": key,
            "status": status,
            relation: some(targets),
            "licensed_by": some(_BOUGHT),
            "covered_by": some(("c",)),
        }

    servers = {k: asset(k, "depends_on", tuple(s for s in _SERVERS if s != k)) for k in _SERVERS}
    return {
        "applications": {key: asset(key, "runs_on", _SERVERS) for key in _APPS},
        "servers": servers,
        "licences": {key: {"name": key, "covered_by": some(("c",))} for key in _BOUGHT},
        "contracts": {"c": {"name": "c"}},
    }


def _by_brute_force(raw: Raw, systems: set[str]) -> set[str]:
    """Return the largest set of things that are used by what goes, and by nobody who stays.

    By its definition, and with nothing of the program: every set of things is tried.
    """
    records = {key: fields for section in raw.values() for key, fields in section.items()}
    users: dict[str, set[str]] = {key: set() for key in records}
    for key, fields in records.items():
        for relation in ("runs_on", "depends_on", "licensed_by", "covered_by"):
            for target in fields.get(relation, ()):
                if fields.get("status") != "retired":
                    users[target].add(key)
    things = [
        key
        for key, fields in records.items()
        if key not in _APPS and fields.get("status", "live") == "live"
    ]
    sets = chain.from_iterable(combinations(things, size) for size in range(len(things) + 1))
    best: set[str] = set()
    for each in map(set, sets):
        if all(users[key] <= each | systems for key in each) and _led_to(each, users, systems):
            best |= each
    return best


def _led_to(things: set[str], users: dict[str, set[str]], systems: set[str]) -> bool:
    """Whether each of these is used, directly or through others of them, by what goes."""
    found, fresh = set(systems), set(systems)
    while fresh:
        fresh = {key for key in things - found if users[key] & fresh}
        found |= fresh
    return things <= found


@given(estates(), st.sets(st.sampled_from(["p", "q", "r"]), min_size=1))
@settings(max_examples=150, deadline=None)
def test_what_goes_is_the_largest_set_that_nobody_who_stays_uses(
    raw: Raw, systems: set[str]
) -> None:
    leaving = {k for k in systems if raw["applications"][k]["status"] != "retired"} or {"p"}
    found = released(facts_of(_text(raw)), leaving)
    assert set(found.gone) == _by_brute_force(raw, leaving)


@given(estates())
@settings(max_examples=50, deadline=None)
def test_who_goes_together_takes_along_at_least_what_each_takes_alone(raw: Raw) -> None:
    facts = facts_of(_text(raw))
    leaving = [k for k in _APPS if raw["applications"][k]["status"] == "live"]
    alone = {key for system in leaving for key in released(facts, [system]).gone}
    assert alone <= set(released(facts, leaving).gone)


def _text(raw: Raw) -> str:
    import json  # noqa: PLC0415 - JSON is YAML

    return json.dumps(raw)
