"""Licences: uses, what is deployed and what is left, in each metric."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.written_estates import fact, facts_of


@pytest.mark.parametrize(
    ("metric", "asset", "expected"),
    [
        ("user", "applications: {a: {name: A, users: {named: 40, active: 9}, LIC}}", 40),
        ("user", "applications: {a: {name: A, users: {active: 9}, LIC}}", None),
        ("user", "applications: {a: {name: A, LIC}}", None),
        ("user", "servers: {a: {name: A, LIC}}", None),
        ("concurrent", "applications: {a: {name: A, users: {named: 40, active: 9}, LIC}}", None),
        ("core", "servers: {a: {name: A, cores: 16, LIC}}", 16),
        ("core", "servers: {a: {name: A, LIC}}", None),
        ("core", "applications: {a: {name: A, LIC}}", None),
        ("device", "devices: {a: {name: A, form: fleet, count: 300, LIC}}", 300),
        ("device", "devices: {a: {name: A, form: fleet, LIC}}", None),
        ("device", "devices: {a: {name: A, form: network, LIC}}", 1),
        ("device", "servers: {a: {name: A, form: physical, LIC}}", 1),
        ("device", "servers: {a: {name: A, form: cluster, LIC}}", None),
        (
            "device",
            "devices: {a: {name: A, LIC, software: [{product: dune-office, count: 64}]}}",
            64,
        ),
        ("instance", "servers: {a: {name: A, LIC}}", 1),
        ("instance", "devices: {a: {name: A, form: fleet, count: 300, LIC}}", 300),
        ("enterprise", "applications: {a: {name: A, LIC}}", 1),
    ],
)
def test_a_use_is_counted_as_the_metric_has_it(
    metric: str, asset: str, expected: float | None
) -> None:
    facts = facts_of(
        f"licences: {{lic: {{name: L, metric: {metric}, product: dune-office}}}}\n"
        + asset.replace("LIC", "licensed_by: [lic]")
    )
    assert fact(facts, "licence.deployed", "lic") == expected


def test_what_a_relation_says_comes_before_what_can_be_counted() -> None:
    facts = facts_of("""
        licences: {lic: {name: L, metric: core, quantity: 20}}
        servers:
          a: {name: A, cores: 16, licensed_by: [{to: lic, quantity: 8}]}
          b: {name: B, cores: 4, licensed_by: [lic]}
        """)
    assert fact(facts, "licence.deployed", "lic") == 12
    assert fact(facts, "licence.surplus", "lic") == 8
    assert fact(facts, "licence.unused_share", "lic") == 0.4


def test_quantities_need_no_metric() -> None:
    facts = facts_of("""
        licences: {lic: {name: L, quantity: 10}}
        servers: {a: {name: A, licensed_by: [{to: lic, quantity: 3}]}}
        """)
    assert fact(facts, "licence.surplus", "lic") == 7


def test_only_what_is_in_use_on_the_day_uses_a_licence() -> None:
    facts = facts_of("""
        licences: {lic: {name: L, metric: instance, quantity: 10}}
        servers:
          live: {name: A, licensed_by: [lic]}
          retiring: {name: B, status: retiring, licensed_by: [lic]}
          retired: {name: C, status: retired, licensed_by: [lic]}
          planned: {name: D, status: planned, licensed_by: [lic]}
          former: {name: E, licensed_by: [{to: lic, until: 2026-11-20}]}
          future: {name: F, licensed_by: [{to: lic, from: 2026-11-22}]}
        """)
    uses = fact(facts, "licence.uses", "lic")
    assert [str(use) for use in uses] == ["live", "retiring"]
    assert [use.place.asset for use in uses] == ["live", "retiring"]
    assert fact(facts, "licence.deployed", "lic") == 2


def test_software_uses_the_licence_that_extends_its_support_once() -> None:
    facts = facts_of("""
        licences: {lic: {name: L, metric: instance, extended_support: true}}
        servers:
          a: {name: A, software: [{product: os, extended_support: lic}]}
          b: {name: B, licensed_by: [lic], software: [{product: os, extended_support: lic}]}
          c: {name: C, software: [{product: os, extended_support: null}]}
        """)
    assert fact(facts, "licence.deployed", "lic") == 2


def test_a_licence_that_nobody_names_is_of_unknown_use() -> None:
    facts = facts_of("licences: {lic: {name: L, metric: user, quantity: 10}}")
    assert fact(facts, "licence.uses", "lic") == ()
    assert fact(facts, "licence.deployed", "lic") is None
    assert fact(facts, "licence.surplus", "lic") is None
    assert fact(facts, "licence.unused_share", "lic") is None


@pytest.mark.parametrize("terms", ["metric: enterprise, quantity: 1", "quantity: null"])
def test_a_licence_without_limit_is_neither_exceeded_nor_wasted(terms: str) -> None:
    facts = facts_of(f"""
        licences: {{lic: {{name: L, {terms}}}}}
        servers: {{a: {{name: A, licensed_by: [{{to: lic, quantity: 9}}]}}}}
        """)
    assert fact(facts, "licence.surplus", "lic") == inf
    assert fact(facts, "licence.unused_share", "lic") == 0


def test_what_is_known_to_be_used_bounds_what_is_left() -> None:
    facts = facts_of("""
        licences: {lic: {name: L, metric: user, quantity: 10}}
        applications:
          a: {name: A, users: {named: 11}, licensed_by: [lic]}
          b: {name: B, licensed_by: [lic]}
        """)
    assert fact(facts, "licence.deployed_at_least", "lic") == 11
    assert fact(facts, "licence.surplus_at_most", "lic") == -1
    assert fact(facts, "licence.surplus", "lic") is None


@given(st.integers(0, 50), st.lists(st.integers(0, 20) | st.none(), min_size=1, max_size=5))
def test_filling_in_a_use_only_ever_lowers_what_may_be_left(
    bought: int, used: list[int | None]
) -> None:
    items = [
        f"  s{n}: {{name: S, licensed_by: [{{to: lic{'' if q is None else f', quantity: {q}'}}}]}}"
        for n, q in enumerate(used)
    ]
    facts = facts_of(
        f"licences: {{lic: {{name: L, metric: core, quantity: {bought}}}}}\nservers:\n"
        + "\n".join(items)
    )
    known = [quantity for quantity in used if quantity is not None]
    assert fact(facts, "licence.surplus_at_most", "lic") == bought - sum(known)
    surplus = fact(facts, "licence.surplus", "lic")
    assert surplus == (bought - sum(known) if len(known) == len(used) else None)
    share = fact(facts, "licence.unused_share", "lic")
    assert share is None or 0 <= share <= 1
