from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.errors import (
    CatalogueError,
    ConfigError,
    EditError,
    EstateError,
    ExchangeError,
    Fault,
    InventoryError,
    Location,
    OutputError,
    Problem,
    ReportError,
    RuleError,
    UsageError,
    nearest,
    quoted,
)

WORDS = st.text("abc-_", max_size=5)
HERE = Location("inventory/a.yaml", 3, 5, 3, 9, "    name: x")


@pytest.mark.parametrize(
    ("expected", "near", "text"),
    [
        ("", "", "wrong"),
        ("a text", "", "wrong (expected a text)"),
        ("", "right", "wrong (did you mean 'right'?)"),
        ("a text", "right", "wrong (expected a text; did you mean 'right'?)"),
    ],
)
def test_a_problem_is_told_in_one_line(expected: str, near: str, text: str) -> None:
    problem = Problem("invalid-field", "wrong", HERE, expected, near)
    assert str(problem) == f"inventory/a.yaml:3:5: {text}"


def test_the_text_of_a_line_is_no_part_of_a_place() -> None:
    other = Location("inventory/a.yaml", 3, 5, 3, 9, "another")
    assert Location("inventory/a.yaml", 3, 5, 3, 9, "    name: x") == HERE
    assert {HERE: 1}[HERE] == 1
    assert sorted([Location("b", 1, 1, 1, 2), other, HERE])[2].file == "inventory/a.yaml"


@given(st.permutations(range(6)))
def test_problems_come_in_the_order_of_their_places(order: list[int]) -> None:
    places = [("a", 1, 1), ("a", 1, 2), ("a", 2, 1), ("a", 10, 1), ("b", 1, 1), ("b", 1, 1)]
    made = [
        Problem("rule" if n < 5 else "sure", "m", Location(*place, 20, 20))
        for n, place in enumerate(places)
    ]
    assert EstateError("x", [made[n] for n in order]).problems == tuple(made)


def test_an_error_keeps_its_message() -> None:
    error = InventoryError("no inventory")
    assert str(error) == error.message == "no inventory"
    assert error.problems == ()


def test_every_room_has_a_child_of_its_own() -> None:
    rooms = {CatalogueError, ConfigError, ExchangeError, InventoryError, OutputError, ReportError}
    assert set(EstateError.__subclasses__()) >= rooms | {EditError, RuleError, UsageError}
    assert not issubclass(Fault, EstateError)


class TestNearest:
    @pytest.mark.parametrize(
        ("word", "near"),
        [
            ("criticallity", "criticality"),
            ("Criticality", "criticality"),
            ("CRITICALITY", "criticality"),
            ("runs-on", "runs_on"),
            ("status", "status"),
            ("zzz", ""),
            ("", ""),
            ("c" * 201, ""),
        ],
    )
    def test_it_is_close_or_nothing(self, word: str, near: str) -> None:
        assert nearest(word, ["status", "runs_on", "criticality"]) == near

    def test_of_equals_the_first_by_the_alphabet(self) -> None:
        assert nearest("srv-3", ["srv-2", "srv-1"]) == "srv-1"

    def test_of_none_there_is_none(self) -> None:
        assert nearest("x", []) == ""

    @given(
        st.sets(st.text("abc-_", max_size=5), max_size=6), st.text("abc-_", max_size=5), st.data()
    )
    def test_order_does_not_matter(self, words: set[str], word: str, data: st.DataObject) -> None:
        mixed = data.draw(st.permutations(sorted(words)))
        found = nearest(word, mixed)
        assert found == nearest(word, words)
        assert found in words or found == ""


def test_a_text_is_quoted_in_one_short_line() -> None:
    assert quoted("a'b\n\x07") == '"a\'b\\n\\x07"'
    assert quoted("x" * 60) == "'" + "x" * 60 + "'"
    assert quoted("x" * 61) == "'" + "x" * 60 + "…'"
