"""What does not load, in the formats that show outcomes."""

from __future__ import annotations

import json
from datetime import date

import pytest

from estate.errors import Location, Problem
from estate.findings import Outcome
from estate.report import csv, github, gitlab, junit, markdown, sarif
from estate.report.account import account
from estate.report.problems import render_json
from estate.report.unjudged import unjudged

HERE = Location("inventory/a.yaml", 3, 5, 3, 9, "  a: b-c")
THERE = Location("inventory/b.yaml", 7, 1, 7, 4, "b:")
PROBLEMS = (
    Problem("invalid-field", "state is 'liv'", HERE, "live or planned", "live"),
    Problem("duplicate-id", "a stands here twice", HERE, related=((THERE, "the first"),)),
    Problem("duplicate-id", "a stands here twice", HERE, related=((THERE, "the first"),)),
)
DAY = date(2026, 11, 21)


@pytest.fixture
def broken() -> Outcome:
    return unjudged(PROBLEMS, estate="Sandling", as_of=DAY, tool="0.1.0")


def test_every_problem_is_a_critical_finding(broken: Outcome) -> None:
    assert len(broken.failing) == len(PROBLEMS)
    assert broken.counts.critical == len(PROBLEMS)
    assert {rule.id: rule.failed for rule in broken.rules} == {
        "duplicate-id": 2,
        "invalid-field": 1,
    }
    said = {finding.message for finding in broken.findings}
    assert "state is 'liv' (expected live or planned; did you mean 'live'?)" in said


def test_fingerprints_are_those_of_the_json(broken: Outcome) -> None:
    text = "".join(render_json(PROBLEMS, estate="Sandling", as_of=DAY, tool="0.1.0"))
    known = [finding["fingerprint"] for finding in json.loads(text)["findings"]]
    assert [finding.fingerprint for finding in broken.findings] == known
    assert len(set(known)) == len(PROBLEMS)


def test_places_are_where_the_problems_stand(broken: Outcome) -> None:
    assert all(broken.places[finding.place] == HERE for finding in broken.findings)
    related = [other for finding in broken.findings for other in finding.related]
    assert [broken.places[other.place] for other in related] == [THERE, THERE]


def test_nothing_is_said_of_what_was_not_judged(broken: Outcome) -> None:
    said = list(account(broken))
    assert said[0] == "the estate does not load; nothing was judged"
    assert len(said) == 2


@pytest.mark.parametrize("form", [csv, github, gitlab, junit, markdown, sarif])
def test_every_format_shows_it(form: object, broken: Outcome) -> None:
    text = "".join(form.render(broken))  # type: ignore[attr-defined] # modules of one shape
    assert text.count("inventory/a.yaml") >= len(PROBLEMS)
    if form is not csv and form is not gitlab:
        assert "nothing was judged" in text


def test_an_estate_may_have_no_name() -> None:
    broken = unjudged(PROBLEMS, estate="", as_of=DAY, tool="0.1.0")
    assert "\n2026-11-21\n" in "".join(markdown.render(broken))
