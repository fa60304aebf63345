"""What a copy for the public says is true of the estate, or said to be unknown: never wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest

from estate.facts import Facts
from estate.model import Entry
from estate.pipeline import Options, Run, load_estate, run
from estate.pipeline.publishing import published, stand_ins
from estate.redaction import StandIns

ROOT: Final = Path(__file__).parents[2]
_ASKED: Final = re.compile(r'column\(\s*"([a-z_]+\.[a-z_]+)"')
_WHO_ASKS: Final = ("report", "plan", "impact", "duplicates", "cli")

RESTING_ON_WITHHELD: Final = {
    "application.probable_twins": "names that are alike; only `duplicates` tells of it",
    "asset.budget_lines": "amounts; the budget is withheld as a whole",
}
"""Columns that are wrong in a copy, and why no report on one shows them."""


def _columns() -> set[str]:
    """Return every column that anything outside of the rules asks for."""
    folders = (ROOT / "src" / "estate" / name for name in _WHO_ASKS)
    texts = (path.read_text("utf-8") for folder in folders for path in folder.rglob("*.py"))
    return {name for text in texts for name in _ASKED.findall(text)}


@pytest.fixture(scope="module")
def judged() -> tuple[Run, Facts, StandIns]:
    made = run(load_estate(ROOT), Options(date(2026, 11, 21)))
    names = stand_ins(made)
    return made, published(made, names=names).facts, names


def test_what_reports_ask_for_is_true_or_unknown(judged: tuple[Run, Facts, StandIns]) -> None:
    made, public, names = judged
    asked = _columns()
    assert "asset.state" in asked

    wrong = {name for name in asked if any(_wrong(name, made.facts, public, names))}

    assert wrong - set(RESTING_ON_WITHHELD) == set()


def _wrong(column: str, true: Facts, public: Facts, names: StandIns) -> Iterator[bool]:
    if column.startswith("installation."):
        return
    told = public.column(column)
    for key, value in true.column(column).items():
        if key in names.ids:
            shown = _plain(told[names.id(key)])
            yield shown is not None and shown != _plain(value, names)


def _plain(value: object, names: StandIns | None = None) -> object:
    """Return what can be compared of a value: of a record, who it is."""
    match value:
        case Entry():
            return names.id(value.id) if names else value.id
        case bool() | int() | float() | date() | timedelta() | None:
            return value
        case str():
            return names.ids.get(value, value) if names else value
        case tuple() | list():
            return tuple(sorted((_plain(each, names) for each in value), key=repr))
    return type(value)


def test_the_same_is_done_twice(judged: tuple[Run, Facts, StandIns]) -> None:
    made, public, _ = judged

    def jobs(facts: Facts) -> Counter[tuple[str, int]]:
        found = facts.subjects("duplication")
        return Counter((each.level, len(each.members)) for each in found)

    assert jobs(made.facts) == jobs(public)


def test_findings_about_duplication_are_about_what_the_facts_have(
    judged: tuple[Run, Facts, StandIns],
) -> None:
    made, public, names = judged
    there = {each.id for each in public.subjects("duplication")}
    found = published(made, names=names).outcome.findings

    told = {each.subject.id for each in found if each.subject.kind == "duplication"}
    assert told
    assert told <= there


def test_software_is_supported_as_it_is(judged: tuple[Run, Facts, StandIns]) -> None:
    made, public, _ = judged

    def statuses(facts: Facts) -> Counter[str]:
        return Counter(str(each.support.status) for each in facts.subjects("installation"))

    assert statuses(made.facts) == statuses(public)
