from __future__ import annotations

from datetime import date

import pytest
from tests.facts.written import facts_of, ids


def of_contract(fields: str, on: date, fact: str) -> object:
    facts = facts_of(f"contracts: {{con: {{name: Con, {fields}}}}}", on=on)
    return facts.column(f"contract.{fact}")["con"]


ENDED = date(2026, 11, 21)
MONTHLY = "ends: 2026-01-31, auto_renews: true, renews_for: 1 months"


@pytest.mark.parametrize(
    ("fields", "on", "expected"),
    [
        ("ends: 2026-11-21", ENDED, date(2026, 11, 21)),
        ("ends: null", ENDED, date.max),
        ("owner: Somebody", ENDED, None),
        ("ends: 2026-11-20, auto_renews: false", ENDED, date(2026, 11, 20)),
        ("ends: 2026-11-20, auto_renews: false, renews_for: 1 years", ENDED, date(2026, 11, 20)),
        ("ends: 2026-11-20", ENDED, None),
        ("ends: 2026-11-20, auto_renews: true", ENDED, None),
        ("ends: 2026-11-20, renews_for: 12 months", ENDED, None),
        ("ends: 2026-11-20, auto_renews: true, renews_for: 0 months", ENDED, None),
        ("ends: 2026-11-20, auto_renews: true, renews_for: 12 months", ENDED, date(2027, 11, 20)),
        ("ends: 1926-11-20, auto_renews: true, renews_for: 12 months", ENDED, date(2027, 11, 20)),
        ("ends: 1926-11-20, auto_renews: true, renews_for: 1 days", ENDED, ENDED),
        ("ends: 2026-11-20, auto_renews: true, renews_for: 2 weeks", ENDED, date(2026, 12, 4)),
        # Counted from the first end, a clamped February is made good in March.
        (MONTHLY, date(2026, 2, 1), date(2026, 2, 28)),
        (MONTHLY, date(2026, 2, 28), date(2026, 2, 28)),
        (MONTHLY, date(2026, 3, 1), date(2026, 3, 31)),
        (MONTHLY, date(2026, 4, 1), date(2026, 4, 30)),
        (MONTHLY, date(2026, 1, 31), date(2026, 1, 31)),
        (MONTHLY, date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_a_contract_ends_at_the_end_of_the_term_it_is_in(
    fields: str, on: date, expected: date | None
) -> None:
    assert of_contract(fields, on, "current_end") == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("starts: 2020-04-01, ends: 2026-11-21", True),
        ("starts: 2026-11-21, ends: null", True),
        ("starts: null, ends: null", True),
        ("starts: 2026-11-22, ends: 2027-11-22", False),
        ("starts: 2026-11-22", False),
        ("starts: 2020-04-01, ends: 2026-11-20, auto_renews: false", False),
        ("ends: 2026-11-20, auto_renews: false", False),
        ("starts: 2020-04-01, ends: 2026-11-20, auto_renews: true, renews_for: 1 years", True),
        ("starts: 2020-04-01, ends: 2026-11-20", None),
        ("starts: 2020-04-01", None),
        ("ends: 2027-03-31", None),
        ("starts: 2020-04-01, ends: 2027-03-31, status: planned", False),
        ("starts: 2020-04-01, ends: 2027-03-31, until: 2026-11-20", False),
    ],
)
def test_a_contract_is_in_force_from_its_first_to_its_last_day(
    fields: str, *, expected: bool | None
) -> None:
    assert of_contract(fields, ENDED, "in_force") is expected


def test_contracts_cover_what_either_side_says() -> None:
    facts = facts_of("""
contracts:
  z: {name: Z, covers: [told, both]}
  a: {name: A}
agreements: {agr: {name: Agr}}
applications:
  told: {name: Told}
  both: {name: Both, covered_by: [a, z, agr]}
  agreed: {name: Agreed, covered_by: [agr]}
  none: {name: None, covered_by: []}
  past: {name: Past, covered_by: [{to: a, until: 2026-11-20}]}
  unsaid: {name: Unsaid}
""")
    column = facts.column("asset.contracts")

    assert ids(column["told"]) == ["z"]
    assert ids(column["both"]) == ["a", "z"]
    assert column["agreed"] == column["none"] == column["past"] == ()
    assert column["unsaid"] is None
