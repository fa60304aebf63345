"""Workflow commands: read by a parser that follows what the runner does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from hypothesis import given
from tests.report.attacks import attacked, hostile_texts
from tests.report.stored_outcome import large

from estate.findings import Outcome
from estate.report.github import MOST, render
from estate.report.visible import clip, visible

Golden = Callable[[str, Iterable[str]], None]

COMMANDS = {"error", "warning", "notice", "group", "endgroup", "debug", "add-mask", "stop-commands"}


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def _unescaped(text: str, signs: dict[str, str]) -> str:
    return re.sub("|".join(signs), lambda found: signs[found[0]], text)


DATA = {"%0D": "\r", "%0A": "\n", "%25": "%"}
PROPERTY = {**DATA, "%3A": ":", "%2C": ","}


def _commands(text: str) -> Iterator[Command | str]:
    """Yield what the runner makes of each line: a command, or a line of the log.

    `::name key=value,key=value::data` at the start of a line, and `##[name]` anywhere in it.
    """
    for line in re.split(r"\r\n|\r|\n", text)[:-1]:
        found = re.match(r"\s*::([a-z-]+)(?: (.*?))?::(.*)", line, re.DOTALL)
        if found and found[1] in COMMANDS:
            pairs = (pair.split("=", 1) for pair in (found[2] or "").split(",") if "=" in pair)
            properties = {key.strip(): _unescaped(value, PROPERTY) for key, value in pairs}
            yield Command(found[1], properties, _unescaped(found[3], DATA))
        elif old := re.search(r"##\[([a-z-]+)", line):
            yield Command(f"old {old[1]}", {}, line)
        else:
            yield line


def _all(outcome: Outcome, folder: str = "") -> list[Command | str]:
    return list(_commands("".join(render(outcome, folder=folder))))


def _annotations(outcome: Outcome, folder: str = "") -> list[Command]:
    found = [item for item in _all(outcome, folder) if isinstance(item, Command)]
    return [item for item in found if item.name in {"error", "warning", "notice"}]


def _graded(outcome: Outcome) -> Outcome:
    """Return an outcome in which only what is critical or high fails."""
    findings = (
        found
        if found.severity in {"critical", "high"}
        else replace(found, status="below-threshold")
        for found in outcome.findings
    )
    return replace(outcome, findings=tuple(findings))


def test_the_commands_are_the_golden_ones(outcome: Outcome, golden: Golden) -> None:
    golden("github.txt", render(outcome))


def test_the_parser_knows_a_command() -> None:
    line = "::error file=a%2Cb.yaml,line=3::50%25%0Aoff\nlog ##[error]x\nplain\n"
    first, second, third = _commands(line)
    assert first == Command("error", {"file": "a,b.yaml", "line": "3"}, "50%\noff")
    assert isinstance(second, Command)
    assert third == "plain"


def test_what_fails_is_an_error_at_its_line(outcome: Outcome) -> None:
    errors = [item for item in _annotations(outcome, "north/") if item.name == "error"]
    assert len(errors) == len(outcome.failing)
    oracle = next(item for item in errors if "Oracle" in item.data)
    assert oracle.properties == {
        "file": "north/inventory/applications/revenues.yaml",
        "line": "14",
        "endLine": "14",
        "col": "16",
        "endColumn": "35",
        "title": "critical[unsupported-software]",
    }
    message = outcome.findings[1].message
    assert oracle.data == f"{message}\nestate explain {outcome.findings[1].fingerprint}"


def test_columns_are_given_within_a_line_alone(outcome: Outcome) -> None:
    places = {place: replace(at, end_line=at.end_line + 2) for place, at in outcome.places.items()}
    for item in _annotations(replace(outcome, places=places)):
        assert "col" not in item.properties


def test_what_fails_nothing_is_no_error(outcome: Outcome) -> None:
    gentle = [item.name for item in _annotations(replace(outcome, threshold="never"))]
    assert "error" not in gentle
    grades = {i.properties["title"]: i.name for i in _annotations(outcome) if i.name != "error"}
    assert grades["medium[duplicate-system]"] == "warning"
    assert grades["low[version-sprawl]"] == "notice"
    assert grades["high[unknown-support]"] == "notice"
    strict = replace(outcome, gaps_fail=True)
    assert "high[unknown-support]" in {
        item.properties["title"] for item in _annotations(strict) if item.name == "error"
    }


def test_no_level_has_more_than_github_shows_and_the_rest_is_in_the_log() -> None:
    outcome = _graded(large(600))
    annotations = _annotations(outcome)
    assert Counter(item.name for item in annotations) == {
        "error": MOST,
        "warning": MOST,
        "notice": MOST,
    }
    text = "".join(render(outcome))
    assert all(item.data.partition("\n")[0] in text for item in annotations)
    logged = [line for line in _all(outcome) if isinstance(line, str) and "[rule-" in line]
    assert len(logged) + len(annotations) - 1 == len(outcome.findings)
    assert annotations[-1].name == "notice"
    assert "571 findings more in the log of this step" in annotations[-1].data


def test_the_worst_comes_first() -> None:
    first = _annotations(large(600))[0]
    assert first.properties["title"] == "critical[rule-00]"


def test_what_is_accepted_unknown_or_not_run_is_in_the_log(outcome: Outcome) -> None:
    known = replace(outcome.findings[0], status="baselined")
    lines = [
        item
        for item in _all(replace(outcome, findings=(known, *outcome.findings[1:])))
        if isinstance(item, str)
    ]
    assert [line.partition(": ")[0] for line in lines if "subjects" not in line] == [
        "| known",
        "| accepted by ex-2026-015 until 2027-02-28",
        "| unpublished-contract-fields",
    ]
    assert "| unsupported-software: 41 of 903 subjects unknown" in lines


def test_the_last_line_sums_up(outcome: Outcome) -> None:
    last = _annotations(outcome)[-1]
    assert last.properties == {"title": "estate: Marram and Saltern on 2026-11-21"}
    assert last.data.splitlines()[0] == "5 findings at or above high fail this run"
    assert last.data.splitlines()[-1] == "1 rule not run, listed in the log"


@given(hostile_texts)
def test_nobody_gives_a_command_by_a_name(text: str) -> None:
    outcome = attacked(text)
    plain = _all(replace(outcome, rules=()))
    names = Counter(item.name for item in plain if isinstance(item, Command))
    assert set(names) <= {"error", "warning", "notice", "group", "endgroup"}
    assert names["group"] == names["endgroup"] == 2
    errors = [item for item in plain if isinstance(item, Command) and item.name == "error"]
    assert len(errors) == len(outcome.failing)
    for item in errors:
        assert item.data.rpartition("\n")[0] == clip(text)
        assert item.properties["file"] == visible(f"inventory/{text}.yaml")
