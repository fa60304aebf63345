from __future__ import annotations

from datetime import date

import pytest

from estate.findings import Subject
from estate.report.wording import (
    age,
    commonest,
    counted,
    grounds,
    listed,
    organisations_of,
    shortened,
)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 findings"), (1, "1 finding"), (1200, "1,200 findings")]
)
def test_a_number_agrees_with_its_noun(number: int, words: str) -> None:
    assert counted(number, "finding") == words


def test_a_plural_can_be_given() -> None:
    assert counted(2, "entry", "entries") == "2 entries"


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_listed_as_people_do(words: list[str], text: str) -> None:
    assert listed(words) == text


def test_age_is_in_days_and_may_be_ahead() -> None:
    day = date(2026, 11, 21)
    assert age(date(2026, 11, 20), day) == "1 day old"
    assert age(date(2026, 11, 23), day) == "2 days in the future"


def test_organisations_go_by_name_and_none_is_said() -> None:
    names = {"a": "Alpha"}
    assert organisations_of(Subject("x", "x", organisations=("a", "b")), names) == "Alpha and b"
    assert organisations_of(Subject("x", "x"), names) == "no organisation recorded"


def test_commonest_first_then_by_name() -> None:
    assert commonest(["b", "a", "b", "c"]) == [("b", 2), ("a", 1), ("c", 1)]


def test_facts_are_told_in_words_and_the_setting_of_the_rule_is_left_out() -> None:
    facts = [
        ("annual_cost", "unknown"),
        ("hardware.support_ends", "2026-09-30"),
        ("policy.horizons[2]", "36 months"),
        ("reachable_from_internet", "true"),
        ("serves_people", "false"),
        ("software_as_a_service", "false"),
    ]
    assert grounds(facts) == [
        "hardware support ends: 2026-09-30",
        "reachable from internet",
        "serves people: no",
        "not recorded: annual cost",
    ]
    assert grounds([("policy.gaps", "warn")]) == []


def test_a_long_text_ends_between_words() -> None:
    assert shortened("nothing takes it away", 21) == "nothing takes it away"
    assert shortened("nothing takes it away", 18) == "nothing takes it…"
    assert shortened("supercalifragilistic", 8) == "superca…"
