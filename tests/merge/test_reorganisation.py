"""What a reorganisation asks for: zones, patterns, what is alike, and the day-one list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.facts.written import TODAY, facts_of
from tests.report.stored_outcome import acceptance, stored

from estate.facts import Facts
from estate.findings.reorganisation import ZONES, Need
from estate.merge.matches import matches_of
from estate.merge.needs import needs_of
from estate.merge.reorganisation import handovers_of, reorganisation_of, shared_of
from estate.merge.terms import terms_of, zone_of
from estate.model.scalars import NEVER

V = date(2028, 4, 1)
COUNCILS = """\
organisations:
  marram: {name: Marram, type: council, successors: [{organisation: north, vesting: 2028-04-01}]}
  saltern: {name: Saltern, type: council, successors: [{organisation: south, vesting: 2028-04-01}]}
  reed: {name: Reed, type: council, successors: [{organisation: north, vesting: 2028-04-01}]}
  north:
    name: North
    type: council
    roles: {siro: [{name: Director, from: 2028-04-01}]}
  holm: {name: Holm, type: council}
"""


def needs(facts: Facts) -> tuple[Need, ...]:
    """Return the day-one list."""
    return needs_of(facts, tuple(handovers_of(facts)), terms_of(facts))


@pytest.mark.parametrize(
    ("end", "zone"),
    [
        (date(2028, 3, 31), "pre-vesting"),
        (V, "year-1"),
        (date(2029, 3, 31), "year-1"),
        (date(2029, 4, 1), "natural-expiry"),
        (date(2031, 3, 31), "natural-expiry"),
        (date(2031, 4, 1), "long-tail"),
        (date.max, "long-tail"),
        (None, "unknown"),
    ],
)
def test_the_zones_around_vesting_day(end: date | None, zone: str) -> None:
    assert zone_of(end, V) == zone


def test_without_a_vesting_day_no_zone_is_known() -> None:
    assert zone_of(V, None) == "unknown"


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-4000, 4000))
def test_a_later_end_never_lies_in_an_earlier_zone(vesting: date, days: int) -> None:
    end = vesting + timedelta(days=days)
    here = ZONES.index(zone_of(end, vesting))
    assert here <= ZONES.index(zone_of(end + timedelta(days=1), vesting))
    assert (here == 0) is (end < vesting)


def test_contracts_and_agreements_of_those_who_are_replaced() -> None:
    facts = facts_of(
        COUNCILS
        + """\
contracts:
  a: {name: A, organisation: marram, ends: 2027-03-31, notice: 3 months, value: 10, novation: true}
  b: {name: B, organisation: holm, ends: 2027-03-31}
  c: {name: C, ends: 2027-03-31}
  d: {name: D, organisation: marram, ends: null}
  e: {name: E, organisation: marram, ends: 2027-03-31, status: retired}
  f: {name: F, organisation: marram}
agreements:
  g: {name: G, parties: [marram, holm], ends: 2028-03-31}
  h: {name: H, parties: [holm], ends: 2028-03-31}
"""
    )
    found = {each.id: each for each in terms_of(facts)}
    assert {key: each.zone for key, each in found.items()} == {
        "a": "pre-vesting",
        "c": "unknown",
        "d": "long-tail",
        "f": "unknown",
        "g": "pre-vesting",
    }
    assert found["a"].notice_by == date(2026, 12, 31)
    assert (found["a"].value, found["a"].assignable) == (10, True)
    assert found["d"].endless
    assert found["g"].organisations == ("holm", "marram")


def test_what_is_shared_stays_whole_or_is_parted() -> None:
    facts = facts_of(
        COUNCILS
        + """\
applications:
  whole: {name: Whole, organisation: [marram, reed]}
  parted: {name: Parted, organisation: [marram, saltern]}
  going: {name: Going on, organisation: [marram, holm]}
  own: {name: Own, organisation: marram}
  kelp-n: {name: Kelp Forms, organisation: [marram, saltern], product: kelp}
  kelp-s: {name: Kelp Forms, organisation: reed, product: kelp}
  left: {name: Left, organisation: [marram, saltern], status: retired}
servers:
  other: {name: Other, organisation: [holm, holm]}
"""
    )
    assert {each.id: each.pattern for each in shared_of(facts, matches_of(facts))} == {
        "whole": "inherit",
        "parted": "extract and partition",
        "going": "extract and partition",
        "kelp-n": "extract, partition and consolidate",
    }


def test_what_is_probably_one_and_why() -> None:
    facts = facts_of(
        COUNCILS
        + """\
suppliers:
  a: {name: Sea Systems Ltd}
  b: {name: SEA SYSTEMS (UK)}
  c: {name: Sea Systms}
  d: {name: Harbour}
services:
  tax-n: {name: Council tax, organisation: marram, lgsl: 57}
  tax-s: {name: Local taxation, organisation: saltern, lgsl: 57}
  bins-n: {name: Bin collection, organisation: marram}
  bins-s: {name: Bins collection, organisation: saltern}
  same-a: {name: Elections day, organisation: marram, lgsl: 1}
  same-b: {name: Elections day, organisation: saltern, lgsl: 2}
applications:
  x: {name: Academy, organisation: marram, product: academy, supports: [tax-n]}
  y: {name: Revenues, organisation: saltern, product: academy, supports: [tax-s]}
  p: {name: Tax portal, organisation: marram, category: platform, supports: [tax-n]}
  two-a: {name: Cases, organisation: marram}
  two-b: {name: Cases, organisation: marram}
  far-a: {name: Ledger one, organisation: marram}
  far-b: {name: Ledger one, organisation: reed}
"""
    )
    found = [
        (m.kind, tuple(one.id for one in m.records), m.reasons, m.pattern)
        for m in matches_of(facts)
    ]
    assert found == [
        ("system", ("far-a", "far-b"), ("alike in name",), "choose and consolidate"),
        (
            "system",
            ("x", "y"),
            ("the same product, academy", "the same service, Council tax"),
            "choose and consolidate",
        ),
        ("supplier", ("a", "b", "c"), ("alike in name", "the same name"), ""),
        ("service", ("bins-n", "bins-s"), ("alike in name",), ""),
        (
            "service",
            ("tax-n", "tax-s"),
            ("number 57 of the Local Government Services List",),
            "",
        ),
    ]


def test_the_day_one_list() -> None:
    facts = facts_of(
        COUNCILS
        + """\
services:
  tax: {name: Tax, organisation: marram, criticality: critical}
  care: {name: Care, organisation: marram, criticality: critical}
  none: {name: None, organisation: marram, criticality: critical}
  whose: {name: Whose, criticality: critical}
  far: {name: Far, organisation: holm, criticality: critical}
  gone: {name: Gone, organisation: marram, criticality: critical, status: retired}
  low: {name: Low, organisation: marram, criticality: low}
applications:
  old: {name: Old, organisation: marram, supports: [tax, care], until: 2027-01-01}
  new: {name: New, organisation: marram, supports: [tax]}
  lost: {name: Lost, organisation: marram, supports: [whose]}
licences:
  early: {name: Early, organisation: marram, ends: 2028-03-31}
  soon: {name: Soon, organisation: marram, ends: 2028-06-29}
  late: {name: Late, organisation: marram, ends: 2028-06-30}
  past: {name: Past, organisation: marram, ends: 2026-11-20}
contracts:
  fixed: {name: Fixed, organisation: marram, ends: null, novation: false}
  soon-c: {name: Soon C, organisation: marram, ends: 2028-05-01, notice: 2 years}
  past-c: {name: Past C, organisation: marram, ends: 2026-11-20}
agreements:
  share: {name: Share, organisation: marram}
  runs: {name: Runs, organisation: marram, ends: 2029-01-01}
"""
    )
    told = [(need.topic, need.about, need.met, need.text) for need in needs(facts)]
    assert told == [
        ("services", "care", False, "nothing serves it by then; Old will have gone before"),
        ("services", "none", None, "no system is recorded that serves it"),
        ("services", "tax", True, "served on 2028-04-01 by New; Old will have gone before"),
        ("services", "whose", None, "served by Lost; whose it is is not recorded"),
        (
            "terms",
            "soon-c",
            False,
            "ends on 2028-05-01, within 90 days after vesting day; notice was due by 2026-05-01",
        ),
        ("terms", "early", False, "the licence ends on 2028-03-31, before vesting day"),
        (
            "terms",
            "soon",
            False,
            "the licence ends on 2028-06-29, within 90 days after vesting day",
        ),
        (
            "terms",
            "fixed",
            False,
            "may not be assigned: the supplier has to agree before vesting day",
        ),
        (
            "agreements",
            "runs",
            None,
            "runs until 2029-01-01, beyond vesting day: the successor is no party to it yet",
        ),
        (
            "agreements",
            "share",
            None,
            "nobody has recorded when it ends, or whose it is: the successor is no party to it yet",
        ),
        ("people", "south", False, "takes over on 2028-04-01 and has no record here"),
        ("unknown", "", None, "assets of which nobody has recorded whose they are"),
        ("unknown", "", None, "assets for which no successor is named"),
        (
            "unknown",
            "",
            None,
            "contracts and agreements whose end, or whose organisation, is not recorded",
        ),
        ("unknown", "", None, "contracts of which the last day for notice cannot be told"),
        (
            "unknown",
            "",
            None,
            "contracts of which nobody has recorded whether they may be assigned",
        ),
    ]
    assert date(2026, 11, 21) == TODAY


def test_without_a_reorganisation_nothing_is_asked() -> None:
    facts = facts_of(
        "organisations:\n  holm: {name: Holm, type: council}\n"
        "services:\n  tax: {name: Tax, criticality: critical}\n"
        "contracts:\n  a: {name: A, organisation: holm}\n"
    )
    assert needs(facts) == ()
    assert terms_of(facts) == ()
    (handover,) = handovers_of(facts)
    assert (handover.id, handover.successors) == ("holm", ())


def test_acceptances_that_outlive_the_office_that_gave_them() -> None:
    keys = ("endless", "far", "last", "before", "over", "nobody", "going")
    owners = {"nobody": "", "going": "organisation: holm, "}
    facts = facts_of(
        COUNCILS
        + "exceptions:\n"
        + "".join(
            f"  {key}: {{{owners.get(key, 'organisation: marram, ')}rule: r}}\n" for key in keys
        )
    )
    days = {"endless": NEVER, "far": date(2030, 1, 1), "last": V, "before": V - timedelta(days=1)}
    given = tuple(
        replace(acceptance(key, "valid", counts=key != "over"), last_day=days.get(key))
        for key in keys
    )
    told = reorganisation_of(facts, replace(stored(), acceptances=given), "GBP", None)
    assert [(each.id, each.on, each.reasons) for each in told.lapses] == [
        ("endless", V, (f"it has no end, and the office that accepted it ends on {V}",)),
        ("far", V, (f"it runs to 2030-01-01, and the office that accepted it ends on {V}",)),
        ("last", V, (f"it runs to {V}, and the office that accepted it ends on {V}",)),
        (
            "nobody",
            None,
            ("who gave it is not recorded, so that nobody can tell whether that office ends",),
        ),
    ]
    assert {each.when for each in told.lapses} == {"vesting"}
