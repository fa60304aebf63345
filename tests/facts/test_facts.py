from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from tests.facts.written import TODAY, WORDS, dune, estate_of, ids

from estate.errors import Fault
from estate.facts import DERIVED, KINDS, Facts, derive
from estate.findings import Place, Subject
from estate.lifecycle.nothing import empty

ESTATE = "servers: {b: {name: B, organisation: m}, a: {name: A}}\norganisations: {m: {name: M}}"


def test_subjects_are_listed_once_and_in_order() -> None:
    facts = dune(ESTATE)

    assert ids(facts.subjects("server")) == ["a", "b"]
    assert ids(facts.subjects("asset")) == ["a", "b"]
    assert facts.subjects("installation") is facts.subjects("installation")


def test_the_scope_is_the_day_the_years_the_catalogue_and_the_policy() -> None:
    facts = dune(ESTATE)

    assert facts.scope == {
        "today": TODAY,
        "policy": facts.estate.policy,
        "catalogue_as_of": facts.catalogue.as_of,
        "next_financial_year": date(2027, 4, 1),
    }


def test_a_column_is_computed_when_it_is_first_asked_for_and_kept() -> None:
    facts = dune(ESTATE)

    assert facts.column("asset.state") is facts.column("asset.state")
    with pytest.raises(Fault, match=r"no column for the fact asset\.colour"):
        facts.column("asset.colour")


def test_work_is_done_once() -> None:
    facts, done = dune(ESTATE), []

    def work(of: Facts) -> int:
        done.append(of)
        return len(of.assets)

    assert (facts.once(work), facts.once(work)) == (2, 2)
    assert done == [facts]


def test_columns_may_come_from_a_judgement() -> None:
    facts = dune(ESTATE)

    more = facts.with_columns({"exception.state": {"ex": "valid"}})

    assert more.column("exception.state") == {"ex": "valid"}
    assert more.column("asset.state") == facts.column("asset.state")
    with pytest.raises(Fault):
        facts.column("exception.state")


def test_records_are_identified_by_kind_and_id() -> None:
    facts = dune(ESTATE)

    assert facts.describe("server", facts.subjects("server")[1]) == (
        Subject("server", "b", (), "B", ("m",)),
        Place("b"),
    )
    (council,) = facts.subjects("organisation")
    assert facts.describe("organisation", council)[0].organisations == ("m",)


def test_every_derived_fact_has_a_value_for_every_record_of_its_kind() -> None:
    facts = dune(ESTATE + "\ncontracts: {con: {name: Con}}\napplications: {app: {name: App}}")

    for entry in DERIVED:
        subjects = facts.subjects(entry.fact.owner)
        assert {one.id for one in subjects} <= facts.column(entry.fact.column).keys()


def test_an_estate_without_records_has_facts() -> None:
    facts = derive(estate_of("sites: {}"), TODAY, empty(date.min), WORDS)

    assert all(not facts.subjects(kind.name) for kind in KINDS if kind.name != "estate")
    assert all(not facts.column(entry.fact.column) for entry in DERIVED)


def test_judging_reads_no_documentation() -> None:
    code = (
        "import sys, datetime, estate.facts as facts, estate.lifecycle.nothing as nothing\n"
        "from estate.model import Estate, Policy, SECTIONS\n"
        "estate = Estate('M', {name: {} for name in SECTIONS}, Policy())\n"
        "facts.derive(estate, datetime.date(2026, 11, 21), nothing.empty(datetime.date.min),"
        " facts.dictionary())\n"
        "sys.exit('estate.model.meanings' in sys.modules or 'rapidfuzz' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_subjects_of_a_kind_can_be_put_in_place_of_those_there_are() -> None:
    facts = dune(ESTATE)
    (first, _) = facts.subjects("server")

    other = facts.with_only("server", [first])

    assert ids(other.subjects("server")) == ["a"]
    assert ids(facts.subjects("server")) == ["a", "b"]
    assert other.column("asset.state") == facts.column("asset.state")
