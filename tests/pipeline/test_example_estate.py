"""The example estate shows what every rule finds and what it leaves alone, and stays readable."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest
from tests.pipeline.conftest import as_json

from estate.pipeline import Options, load_estate, run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pipeline.conftest import Json

pytestmark = pytest.mark.no_cover

FRESH: Final = date(2026, 11, 1)
ELSEWHERE: Final = {"stale-catalogue": "judges the estate alone, and passes while it is fresh"}


def _rules(outcome: Json) -> dict[str, Json]:
    return {rule["id"]: rule for rule in outcome["rules"]}


def test_every_rule_of_the_pack_finds_something(whole: Json) -> None:
    silent = [
        name for name, rule in _rules(whole).items() if rule["failed"] + rule["accepted"] == 0
    ]
    assert silent == []


def test_every_rule_of_the_pack_passes_something(whole: Json) -> None:
    without = {name for name, rule in _rules(whole).items() if rule["passed"] == 0}
    assert without == ELSEWHERE.keys()


def test_the_catalogue_was_fresh_three_weeks_before(example: Path) -> None:
    then = as_json(run(load_estate(example), Options(today=FRESH)))
    assert _rules(then)["stale-catalogue"]["passed"] == 1


@pytest.mark.parametrize(("severity", "most"), [("critical", 35), ("high", 190), ("medium", 250)])
def test_its_faults_can_be_read_in_one_sitting(severity: str, most: int, whole: Json) -> None:
    rules = _rules(whole)
    faults = Counter(
        found["severity"]
        for found in whole["findings"]
        if found["status"] != "accepted" and rules[found["rule"]]["kind"] == "fault"
    )
    assert 0 < faults[severity] <= most


def test_no_rule_finds_so_much_that_it_hides_the_others(whole: Json) -> None:
    loud = {
        name: rule["failed"]
        for name, rule in _rules(whole).items()
        if rule["kind"] == "fault" and rule["severity"] in ("critical", "high")
    }
    loud.pop("ending-support")  # a ladder: most of it is medium or low
    assert max(loud.values()) <= 25


def test_it_leaves_something_unknown_as_every_estate_does(whole: Json) -> None:
    unknown = sum(rule["unknown"] for rule in _rules(whole).values())
    assert len(whole["unknown"]) == unknown
    assert 500 <= unknown <= 1500
