"""Reorganisation: whose an asset is, who takes over, and when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.facts.written_estates import fact, facts_of

from estate.model.scalars import NEVER

ORGANISATIONS = """
organisations:
  marram: {name: Marram, successors: [{organisation: estuary, vesting: 2028-04-01}]}
  saltern:
    name: Saltern
    successors:
      - {organisation: moor, vesting: 2029-04-01}
      - {organisation: estuary, vesting: 2027-04-01}
  holm: {name: Holm}
  dune: {name: Dune, members: [saltern, holm]}
"""
FIRST, SECOND = date(2027, 4, 1), date(2028, 4, 1)


@pytest.mark.parametrize(
    ("whose", "organisations", "day", "successors"),
    [
        ("marram", ("marram",), SECOND, ("estuary",)),
        ("saltern", ("saltern",), FIRST, ("estuary", "moor")),
        ("holm", ("holm",), NEVER, ("holm",)),
        ("[marram, saltern]", ("marram", "saltern"), FIRST, ("estuary", "moor")),
        ("[marram, holm]", ("holm", "marram"), SECOND, ("estuary", "holm")),
        ("dune", ("holm", "saltern"), FIRST, ("estuary", "holm", "moor")),
        ("[]", (), NEVER, ()),
    ],
)
def test_an_asset_goes_where_its_organisations_go(
    whose: str, organisations: tuple[str, ...], day: date, successors: tuple[str, ...]
) -> None:
    facts = facts_of(f"{ORGANISATIONS}sites: {{it: {{name: It, organisation: {whose}}}}}")
    assert fact(facts, "asset.organisations", "it") == organisations
    assert fact(facts, "asset.vesting", "it") == day
    assert fact(facts, "asset.reorganises", "it") is (day != NEVER)
    assert fact(facts, "asset.successors", "it") == successors


def test_an_asset_of_nobody_may_be_reorganised() -> None:
    facts = facts_of(f"{ORGANISATIONS}sites: {{it: {{name: It}}}}")
    for name in ("organisations", "vesting", "reorganises", "successors"):
        assert fact(facts, f"asset.{name}", "it") is None


def test_nothing_is_reorganised_where_nobody_has_a_successor() -> None:
    facts = facts_of("organisations: {holm: {name: Holm}}\nsites: {it: {name: It}}")
    assert fact(facts, "asset.reorganises", "it") is False


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"organisation": "marram"}, SECOND),
        ({"organisation": "holm"}, NEVER),
        ({"organisation": "dune"}, FIRST),
        ({}, None),
        ({"organisation": "saltern", "approvals": "[{organisation: marram, by: A}]"}, SECOND),
    ],
)
def test_an_acceptance_lapses_with_the_first_organisation_that_gave_it(
    fields: dict[str, Any], expected: date | None
) -> None:
    said = "".join(f", {name}: {value}" for name, value in fields.items())
    facts = facts_of(f"{ORGANISATIONS}exceptions: {{ex-1: {{rule: missing-owner{said}}}}}")
    assert fact(facts, "exception.vesting", "ex-1") == expected
    reorganises = {NEVER: False, None: None}.get(expected, True)
    assert fact(facts, "exception.reorganises", "ex-1") is reorganises
