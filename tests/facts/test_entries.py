"""Entries of lists: each is a subject of its own, with an identity and a place."""

from __future__ import annotations

from tests.facts.written_estates import facts_of

from estate.findings import Place, Subject

ESTATE = """
organisations:
  marram:
    name: Marram
    budget: [{year: 2026-27, revenue: 1}, {year: 2026-27, revenue: 2}]
    envelopes: [{name: ICT}]
services:
  planning: {name: Planning, organisation: marram, requirements: [{capability: booking}]}
projects:
  prj-a:
    name: Forms
    organisation: marram
    milestones: [{name: Half}, {name: Half}]
    changes:
      - {on: 2027-03-31, retire: forms}
      - {on: 2027-04-01, go_live: forms-new}
      - {on: 2027-04-02, set: {asset: forms-new, zone: internal, version: "2"}}
    benefits: [{name: Fewer letters}]
    budget: [{year: 2027-28}]
  prj-b: {name: Ledger, milestones: []}
"""


def identities(kind: str) -> list[tuple[str, tuple[tuple[str, object], ...], str]]:
    facts = facts_of(ESTATE)
    found = [facts.describe(kind, subject) for subject in facts.subjects(kind)]
    return [(subject.id, subject.detail, str(place)) for subject, place in found]


def test_entries_are_told_apart_by_name_and_year() -> None:
    assert identities("benefit") == [
        ("prj-a", (("name", "Fewer letters"),), "prj-a.benefits[0]"),
    ]
    assert identities("envelope") == [("marram", (("name", "ICT"),), "marram.envelopes[0]")]
    assert identities("requirement") == [
        ("planning", (("name", "booking"),), "planning.requirements[0]"),
    ]


def test_a_second_entry_of_one_name_is_numbered() -> None:
    assert [detail for _, detail, _ in identities("milestone")] == [
        (("name", "Half"),),
        (("name", "Half (2)"),),
    ]
    assert [detail for _, detail, _ in identities("budget_line")] == [
        (("year", "2027-28"),),
        (("year", "2026-27"),),
        (("year", "2026-27"), ("name", "2026-27 (2)")),
    ]


def test_a_change_is_named_by_what_it_does() -> None:
    assert [detail[0][1] for _, detail, _ in identities("change")] == [
        "2027-03-31 retire forms",
        "2027-04-01 go_live forms-new",
        "2027-04-02 set forms-new version, zone",
    ]


def test_an_entry_belongs_to_the_organisations_of_its_record() -> None:
    facts = facts_of(ESTATE)
    subject, _ = facts.describe("milestone", facts.subjects("milestone")[0])
    assert (subject.kind, subject.name, subject.organisations) == (
        "milestone",
        "Forms",
        ("marram",),
    )


def test_the_list_of_a_record_holds_the_subjects_and_is_unknown_where_it_is_absent() -> None:
    facts = facts_of(ESTATE)
    milestones = facts.column("project.milestones")
    assert milestones["prj-a"] == facts.subjects("milestone")
    assert milestones["prj-b"] == ()
    assert facts.column("project.changes")["prj-b"] is None
    assert [line.revenue for line in facts.column("organisation.budget")["marram"]] == [1, 2]


def test_ids_are_unique_and_entries_say_whose_they_are() -> None:
    facts = facts_of(ESTATE)
    for kind in ("milestone", "change", "benefit", "budget_line", "requirement", "envelope"):
        ids = [item.id for item in facts.subjects(kind)]
        assert len(set(ids)) == len(ids) > 0
    assert str(facts.subjects("benefit")[0]) == "prj-a Fewer letters"


def test_the_estate_is_one_subject_that_stands_in_no_record() -> None:
    facts = facts_of(ESTATE)
    (whole,) = facts.subjects("estate")
    subject = Subject("estate", "estate", (), "Marram")
    assert facts.describe("estate", whole) == (subject, Place("estate"))
