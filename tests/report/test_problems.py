from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from tests.report.stored_outcome import AS_OF, HOSTILE

from estate.errors import Location, Problem
from estate.report.problems import render_json, render_text

Golden = Callable[[str, Iterable[str]], None]

PROBLEMS = (
    Problem(
        "invalid-field",
        "unknown field 'sofware'",
        Location("inventory/a.yaml", 12, 5, 12, 12, "    sofware: [oracle-database@12.2]"),
        expected="a field of an application",
        nearest="software",
    ),
    Problem(
        "duplicate-id",
        "academy is there twice",
        Location("inventory/b.yaml", 3, 3, 3, 10, "  academy:"),
        related=((Location("inventory/a.yaml", 1, 3, 1, 10), "first here"),),
    ),
    Problem("invalid-yaml", "not UTF-8", Location("inventory/c.yaml", 0, 0, 0, 0)),
    Problem(
        "invalid-field",
        "a text that does not end",
        Location("inventory/d.yaml", 7, 9, 9, 2, 'notes: "and so on'),
    ),
)


def _document(problems: Sequence[Problem]) -> dict[str, Any]:
    pieces = render_json(problems, estate="E", as_of=AS_OF, tool="0.1.0")
    document: dict[str, Any] = json.loads("".join(pieces))
    return document


def test_every_problem_is_told_as_the_golden_file_has_it(golden: Golden) -> None:
    golden("problems.txt", render_text(PROBLEMS))
    golden("problems.json", render_json(PROBLEMS, estate="", as_of=AS_OF, tool="0.1.0"))


def test_every_problem_is_one_critical_finding_of_its_pseudo_rule() -> None:
    document = _document(PROBLEMS)
    assert sorted(each["rule"] for each in document["findings"]) == sorted(p.rule for p in PROBLEMS)
    assert {each["severity"] for each in document["findings"]} == {"critical"}
    assert document["counts"]["critical"] == len(PROBLEMS)
    assert document["rules"][1] == {
        "id": "invalid-field", "severity": "critical", "kind": "fault", "population": 2,
        "failed": 2, "accepted": 0, "unknown": 0, "passed": 0,
    }  # fmt: skip


def test_what_was_not_judged_is_null_and_never_zero() -> None:
    document = _document(PROBLEMS)
    assert document["unmanaged"] is document["inventory"] is document["lifecycle"] is None


def test_expectation_and_nearest_spelling_stand_in_message_and_facts() -> None:
    found = next(f for f in _document(PROBLEMS)["findings"] if f["facts"])
    assert found["facts"] == {"expected": "a field of an application", "nearest": "software"}
    assert "expected a field of an application; did you mean 'software'?" in found["message"]


def test_the_same_mistake_twice_has_two_fingerprints_that_no_line_changes() -> None:
    def moved(lines: int) -> Problem:
        place = Location("a.yaml", 2 + lines, 5, 2 + lines, 12, "    sofware: x")
        return Problem("invalid-field", "unknown", place)

    before = [f["fingerprint"] for f in _document([moved(0), moved(4)])["findings"]]
    after = [f["fingerprint"] for f in _document([moved(9), moved(30)])["findings"]]
    assert before == after
    assert len(set(before)) == 2


@pytest.mark.parametrize("colour", [False, True])
def test_hostile_text_is_shown_and_not_obeyed(*, colour: bool) -> None:
    at = Location("a.yaml", 1, 1, 1, 3)
    problems = [
        Problem(text, text, replace(at, file=text, text=text), text, text, ((at, text),))
        for text in HOSTILE
    ]
    text = "".join(render_text(problems, colour=colour))
    plain = text.replace("\n", "")
    for code in ("0", "1", "2", "34", "1;35"):
        plain = plain.replace(f"\x1b[{code}m", "") if colour else plain
    assert plain.isprintable()
    assert text.encode()
