"""Problems say where, what and what instead; errors carry them in order."""

from __future__ import annotations

from estate.errors import EstateError, Location, Problem, nearest

HERE = Location("inventory/a.yaml", 3, 5, 3, 9, "  x: 1")
EARLIER = Location("inventory/a.yaml", 2, 1, 2, 2)


def test_a_problem_is_one_line_with_its_place_what_was_expected_and_the_nearest_spelling() -> None:
    problem = Problem("invalid-field", "status is 'liv'", HERE, "live or retired", "live")

    said = "inventory/a.yaml:3:5: status is 'liv' (expected live or retired; did you mean 'live'?)"
    assert str(problem) == said


def test_a_problem_without_advice_has_no_brackets() -> None:
    assert str(Problem("invalid-yaml", "a NUL byte", HERE)) == "inventory/a.yaml:3:5: a NUL byte"


def test_an_error_gives_its_problems_in_the_order_of_the_files() -> None:
    late, early = Problem("b", "late", HERE), Problem("a", "early", EARLIER)

    error = EstateError("two problems", [late, early])

    assert error.problems == (early, late)
    assert str(error) == "two problems"


def test_the_line_that_is_shown_is_no_part_of_a_location() -> None:
    assert Location("a", 1, 1, 1, 2, "one") != Location("a", 1, 2, 1, 2, "one")


def test_the_nearest_word_is_close_or_nothing_whatever_the_order() -> None:
    assert nearest("aplications", ["servers", "applications"]) == "applications"
    assert nearest("aplications", ["applications", "servers"]) == "applications"
    assert nearest("zzz", ["applications", "servers"]) == ""
