from __future__ import annotations

from decimal import Decimal

import pytest
from tests.facts.written import facts_of

from estate.duplicates.cost import cost_of

Told = list[tuple[str, str | None, int]]


def told(text: str, key: str = "one") -> Told:
    lines = cost_of(facts_of(text), key)
    return [
        (line.id, None if line.amount is None else str(line.amount), line.split) for line in lines
    ]


def test_a_system_costs_what_it_says_and_its_contracts_and_licences() -> None:
    text = """
    applications:
      one:
        name: One
        annual_cost: {capital: 100, revenue: 20.5}
        licensed_by: [lic]
        covered_by: [con]
    licences: {lic: {name: Licence, annual_cost: {revenue: 7}}}
    contracts: {con: {name: Contract, value: 1000, annual_cost: {revenue: 3}}}
    """
    assert told(text) == [("one", "120.50", 1), ("lic", "7.00", 1), ("con", "1000.00", 1)]


def test_what_is_not_recorded_costs_no_nothing() -> None:
    text = "applications: {one: {name: One, licensed_by: [lic]}}\nlicences: {lic: {name: Lic}}"
    assert told(text) == [("one", None, 1), ("lic", None, 1)]


def test_a_contract_is_split_over_the_systems_and_not_over_the_licences() -> None:
    text = """
    applications:
      one: {name: One, licensed_by: [lic]}
      two: {name: Two, covered_by: [con]}
      old: {name: Old, covered_by: [con], status: retired}
    licences: {lic: {name: Lic, covered_by: [con]}}
    contracts: {con: {name: Contract, value: 100}}
    """
    assert told(text)[1:] == [("lic", None, 1), ("con", "50.00", 2)]
    assert [line.note for line in cost_of(facts_of(text), "one")] == ["", "paid for by con", ""]


@pytest.mark.parametrize("over", ["status: retired", "ends: 2025-01-01, auto_renews: false"])
def test_a_contract_that_is_over_costs_nobody_anything(over: str) -> None:
    text = f"""
    applications: {{one: {{name: One, covered_by: [con]}}}}
    contracts: {{con: {{name: Contract, value: 100, {over}}}}}
    """
    assert [line.id for line in cost_of(facts_of(text), "one")] == ["one"]


def test_parts_never_add_up_to_more_than_a_penny_each_beyond_the_whole() -> None:
    apps = "".join(f"  a{n}: {{name: A{n}, covered_by: [con]}}\n" for n in range(7))
    facts = facts_of(f"applications:\n{apps}contracts: {{con: {{name: C, value: 100}}}}")
    parts = [cost_of(facts, f"a{n}")[1].amount or Decimal(0) for n in range(7)]
    assert abs(sum(parts, Decimal(0)) - 100) < Decimal("0.07")


def test_a_cost_without_limit_is_not_known() -> None:
    text = """
    applications: {one: {name: One, covered_by: [con]}}
    contracts: {con: {name: Contract, value: null}}
    """
    assert told(text)[1] == ("con", None, 1)
