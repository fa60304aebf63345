"""Contracts: notice, renewal, whom they cover and for how long that needs them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.written_estates import TODAY, fact, facts_of

from estate.facts.commerce import current_end, notice_by, renewed_end
from estate.model import Contract
from estate.model.scalars import ALWAYS, NEVER, Term


def contract(**fields: Any) -> Contract:  # noqa: ANN401 - any field
    return Contract(id="con", name="C", **fields)


@pytest.mark.parametrize(
    ("ends", "notice", "expected"),
    [
        (date(2027, 3, 31), Term(months=6), date(2026, 9, 30)),
        (date(2027, 8, 31), Term(months=6), date(2027, 2, 28)),
        (date(2028, 8, 31), Term(months=6), date(2028, 2, 29)),
        (date(2027, 3, 31), Term(days=90), date(2026, 12, 31)),
        (NEVER, Term(months=6), NEVER),
        (None, Term(months=6), None),
        (date(2027, 3, 31), None, None),
    ],
)
def test_notice_is_counted_back_in_calendar_months(
    ends: date | None, notice: Term | None, expected: date | None
) -> None:
    given_up = contract(ends=ends, notice=notice, auto_renews=False)
    assert notice_by(given_up, TODAY) == expected


def test_notice_and_renewal_follow_the_term_that_it_is_in() -> None:
    rolling = contract(
        ends=date(2024, 3, 31), notice=Term(months=3), auto_renews=True, renews_for=Term(months=12)
    )
    assert current_end(rolling, TODAY) == date(2027, 3, 31)
    assert notice_by(rolling, TODAY) == date(2026, 12, 31)
    assert renewed_end(rolling, TODAY) == date(2028, 3, 31)


@pytest.mark.parametrize(
    ("renewal", "expected"),
    [
        ({"auto_renews": False}, date(2027, 3, 31)),
        ({"auto_renews": True}, None),
        ({}, None),
        ({"renews_for": Term(months=12)}, None),
    ],
)
def test_where_a_renewal_leads_is_known_only_where_it_is_recorded(
    renewal: dict[str, object], expected: date | None
) -> None:
    assert renewed_end(contract(ends=date(2027, 3, 31), **renewal), TODAY) == expected


@given(
    st.dates(date(2000, 1, 1), date(2040, 12, 31)),
    st.integers(1, 60),
    st.integers(0, 24),
    st.dates(date(2000, 1, 1), date(2040, 12, 31)),
)
def test_notice_comes_first_then_the_end_then_the_next_end(
    ends: date, term: int, notice: int, today: date
) -> None:
    rolling = contract(
        ends=ends, notice=Term(months=notice), auto_renews=True, renews_for=Term(months=term)
    )
    end = current_end(rolling, today)
    assert end is not None
    assert end >= today
    told, after = notice_by(rolling, today), renewed_end(rolling, today)
    assert told is not None
    assert after is not None
    assert told <= end < after
    assert end == ends or end - today < timedelta(days=31 * term + 3)


def test_a_contract_is_needed_until_the_last_of_what_it_covers_leaves() -> None:
    facts = facts_of("""
        contracts:
          both: {name: C, covers: [a, b]}
          one: {name: C, covers: [a]}
          gone: {name: C, covers: [c]}
          past: {name: C, covers: [d]}
          open: {name: C, covers: [e, a]}
          none: {name: C}
        applications:
          a: {name: A, until: 2027-03-31}
          b: {name: B, covered_by: [one]}
          c: {name: C, status: retired}
          d: {name: D, until: 2020-03-31}
          e: {name: E}
        projects: {prj: {name: P, status: live, changes: [{on: 2027-06-30, retire: b}]}}
        """)
    assert {key: [asset.id for asset in found] for key, found in
            facts.column("contract.covered").items()} == {
        "both": ["a", "b"], "one": ["a", "b"], "gone": ["c"], "past": ["d"],
        "open": ["a", "e"], "none": [],
    }  # fmt: skip
    assert dict(facts.column("contract.needed_until")) == {
        "both": date(2027, 6, 30),
        "one": date(2027, 6, 30),
        "gone": ALWAYS,
        "past": date(2020, 3, 31),
        "open": NEVER,
        "none": None,
    }


def test_only_a_contract_that_stands_replaces_another() -> None:
    facts = facts_of("""
        contracts:
          a: {name: A}
          b: {name: B, replaces: [a], status: planned}
          c: {name: C, replaces: [b], status: retired}
          d: {name: D, replaces: [c], status: proposed}
        """)
    assert dict(facts.column("contract.replaced")) == {
        "a": True, "b": False, "c": False, "d": False,
    }  # fmt: skip


def test_what_the_transparency_code_asks_for_is_listed_until_it_is_there() -> None:
    facts = facts_of("""
        suppliers: {sup: {name: S}}
        contracts:
          bare: {name: A, supplied_by: [sup], starts: 2024-04-01, ends: null}
          full:
            name: B
            supplier: sup
            reference: DN1
            starts: 2024-04-01
            ends: 2027-03-31
            published: {title: T, description: D, department: ICT, process: itt, sme: false}
        """)
    assert fact(facts, "contract.unpublished_fields", "full") == ()
    assert fact(facts, "contract.unpublished_fields", "bare") == (
        "reference",
        "published.title",
        "published.description",
        "published.department",
        "published.process",
        "published.sme",
    )
