"""Each mutation of a condition, by example."""

from __future__ import annotations

import pytest
from tests.pipeline.mutants import mutations, steps

KINDS = {"a": frozenset({"b"})}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("hosted", {"not (hosted)"}),
        ("not hosted", {"not (not hosted)", "((hosted))"}),
        (
            "x and y",
            {"not (x and y)", "((x) or (y))", "((x))", "((y))", "((not (x)) and (y))"}
            | {"((x) and (not (y)))"},
        ),
        (
            "x < 1",
            {"not (x < 1)", "x < (0)", "x < (2)"}
            | {f"((x) {sign} (1))" for sign in ("<=", ">", ">=", "==", "!=")},
        ),
        ('x in ("a",)', {'not (x in ("a",))', '((x) not in (("a",)))', 'x in (("b"),)'}),
        (
            "any(x for x in y)",
            {"not (any(x for x in y))", "(all(x for x in y))", "(any(not (x) for x in y))"},
        ),
        (
            "missing(today - age)",
            {"not (missing(today - age))", "missing(((today) + (age)))"}
            | {"missing(((today) * (age)))"},
        ),
    ],
)
def test_a_condition_is_changed_in_each_of_its_parts(condition: str, expected: set[str]) -> None:
    assert set(mutations(condition, KINDS)) == expected


def test_a_number_of_members_below_none_is_not_asked_for() -> None:
    assert "((len(x)) != (0))" not in set(mutations("len(x) > 0", {}))
    assert "((len(x)) <= (0))" not in set(mutations("len(x) == 0", {}))
    assert "((len(x)) != (1))" in set(mutations("len(x) > 1", {}))


def test_a_word_of_a_list_is_left_out() -> None:
    assert {'x in (("a"),)', 'x in (("b"),)'} <= set(mutations('x in ("a", "b")', {}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", ["4", "2"]),
        ("0.1", ["0.2", "0.0"]),
        ("2026-11-21", ["2026-11-22", "2026-11-20"]),
        ("12 months", ["13 months", "11 months"]),
        ("4h", ["5h", "3h"]),
        ("live", []),
    ],
)
def test_a_constant_moves_one_step(text: str, expected: list[str]) -> None:
    assert list(steps(text)) == expected
