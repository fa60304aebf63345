from __future__ import annotations

from datetime import date

import pytest
from tests.facts.written import dune, facts_of

from estate.facts import Facts
from estate.findings import Place
from estate.model.scalars import ALWAYS, NEVER


def lock_ends(versions: str) -> date | None:
    facts = dune(f"servers: {{srv: {{name: SRV, requires: [{{product: dune-os{versions}}}]}}}}")
    (lock,) = facts.column("asset.locked_to")["srv"]
    ends: date | None = lock.ends
    return ends


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        (', versions: "3"', date(2027, 3, 31)),
        (', versions: ["1", "3"]', date(2027, 3, 31)),
        (', versions: "1"', date(2020, 1, 31)),
        (', versions: "2"', date(2024, 1, 31)),  # extended support that nobody has bought
        (', versions: ["3", "4"]', NEVER),
        (', versions: ["9", "4"]', NEVER),
        (', versions: ["9", "3"]', None),
        (', versions: "9"', None),
        (", versions: []", None),
        ("", None),
    ],
)
def test_a_lock_lasts_as_long_as_any_of_its_versions(versions: str, expected: date | None) -> None:
    assert lock_ends(versions) == expected


def test_what_ended_on_a_day_that_nobody_knows_ended_before_every_day() -> None:
    facts = facts_of("""
products: {java: {name: Java, versions: {"8": {support_ends: true}}}}
servers: {srv: {name: SRV, requires: [{product: java, versions: "8"}]}}
""")

    (lock,) = facts.column("asset.locked_to")["srv"]
    assert lock.ends == ALWAYS


def test_locks_are_known_where_somebody_says() -> None:
    facts = dune("""
servers:
  a: {name: A, requires: []}
  b: {name: B}
  c: {name: C, requires: [{product: x, versions: ["1", "2"]}, {product: x}, {product: x}]}
sites: {hall: {name: Hall}}
""")
    column = facts.column("asset.locked_to")

    assert column["a"] == column["hall"] == ()
    assert column["b"] is None
    assert [lock.id for lock in column["c"]] == ["c:x", "c:x#2", "c:x#3"]
    assert [str(lock) for lock in column["c"]] == ["x 1 or 2", "x", "x"]
    assert facts.describe("lock", column["c"][1])[1] == Place("c", ("requires", 1))


def own(text: str) -> dict[str, date | None]:
    facts: Facts = dune(text)
    return dict(facts.column("asset.own_support_ends"))


def test_what_an_application_is_lasts_as_long_as_its_own_product() -> None:
    found = own("""
applications:
  good: {name: Good, product: dune-os, version: "3", software: [dune-db@19]}
  endless: {name: Endless, product: dune-os, version: "4"}
  ended: {name: Ended, product: dune-db, version: "12.2"}
  unclear: {name: Unclear, product: dune-db}
  unsaid: {name: Unsaid, software: [dune-db@19]}
  bespoke: {name: Bespoke, product: null}
""")

    assert found == {
        "good": date(2027, 3, 31),
        "endless": NEVER,
        "ended": date(2022, 3, 31),
        "unclear": None,
        "unsaid": None,
        "bespoke": ALWAYS,
    }


def test_an_own_product_that_the_server_lists_too_is_found_there() -> None:
    found = own("""
servers: {srv: {name: SRV, software: [dune-os@3], hardware: {support_ends: 2028-01-31}}}
applications: {app: {name: App, product: Dune OS, version: "3", runs_on: [srv]}}
""")

    assert found == {"srv": date(2028, 1, 31), "app": date(2027, 3, 31)}


def test_a_machine_lasts_as_long_as_its_hardware() -> None:
    found = own("""
servers: {a: {name: A}, b: {name: B, hardware: {product: iron}}}
devices: {c: {name: C, hardware: {support_ends: null}}}
apis: {d: {name: D}}
""")

    assert found == {"a": None, "b": None, "c": NEVER, "d": ALWAYS}
