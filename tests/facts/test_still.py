"""What is still: what does not hang on the day is shared, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.facts.written import PRODUCTS, TODAY, WORDS, facts_of

from estate.errors import Fault
from estate.facts import DERIVED, KINDS, Facts
from estate.facts.still import Still, resting_on

LATER = date(2028, 6, 30)
ESTATE = """
sites: {civic: {name: Civic, closes: 2027-10-31}}
applications:
  app: {name: App, status: live, runs_on: [srv]}
servers:
  srv: {name: S, status: live, software: [dune-os@3], located_at: [civic]}
"""


def on(day: date, text: str = ESTATE) -> Facts:
    return facts_of(PRODUCTS, text, on=day)


def rested(then: Facts, now: Facts) -> Facts:
    """Let facts rest on those of an earlier day of the same estate."""
    twin = Facts(then.estate, now.today, then.catalogue, DERIVED, KINDS, WORDS)
    still = Still(then)
    assert still.holds(twin)
    return resting_on(still, twin)


def test_what_does_not_ask_for_the_day_is_worked_out_once() -> None:
    then = on(TODAY)
    still = Still(then)
    days = [
        resting_on(still, Facts(then.estate, day, then.catalogue, DERIVED, KINDS, WORDS))
        for day in (TODAY, LATER)
    ]

    assert days[0].column("asset.needs") is days[1].column("asset.needs")
    assert days[0].subjects("dependency") is days[1].subjects("dependency")
    assert days[0].graph is days[1].graph


def test_what_asks_for_the_day_gets_that_day() -> None:
    then = on(TODAY)
    now = rested(then, on(LATER))

    assert [each.support.status for each in then.subjects("installation")][1:] == ["supported"]
    assert [each.support.status for each in now.subjects("installation")][1:] == ["ended"]
    assert now.today == LATER


@pytest.mark.parametrize(
    "change",
    [
        "{name: S, until: 2027-01-31, status: live}",
        "{name: S, status: live, depends_on: [{to: app, from: 2027-01-31}]}",
        "{name: S, status: live, depends_on: [{to: app, until: 2027-01-31}]}",
    ],
)
def test_a_state_or_a_relation_that_changes_moves_an_estate(change: str) -> None:
    then = on(TODAY, f"applications: {{app: {{name: A}}, srv: {change}}}")
    twins = [
        Facts(then.estate, day, then.catalogue, DERIVED, KINDS, WORDS)
        for day in (date(2027, 1, 15), LATER)
    ]

    assert [Still(then).holds(twin) for twin in twins] == [True, False]


def test_another_estate_is_another() -> None:
    assert not Still(on(TODAY)).holds(on(LATER))


def test_an_unheard_of_fact_is_told_as_ever() -> None:
    now: Any = rested(on(TODAY), on(LATER))

    with pytest.raises(Fault, match="no column for the fact asset"):
        now.column("asset.colour")
    with pytest.raises(AttributeError, match="colour"):
        _ = Still(on(TODAY)).colour
