"""Code quality: by what GitLab publishes of its format."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator  # type: ignore[import-untyped] # ships no types
from tests.report.attacks import attacked, hostile_texts

from estate.findings import Outcome
from estate.report.gitlab import render
from estate.report.visible import clip

Golden = Callable[[str, Iterable[str]], None]

# What GitLab asks of each issue: the schema of its parser (codeclimate.json), made as strict as its
# documentation of the report format is.
_LINE = {"type": "integer", "minimum": 1}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "type": {"const": "issue"},
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{20}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "content": {"type": "object", "properties": {"body": {"type": "string"}}},
            "categories": {"type": "array", "items": {"type": "string"}},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?![./])"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": _LINE, "end": _LINE},
                    },
                },
            },
        },
    },
}


def _issues(outcome: Outcome, folder: str = "") -> list[dict[str, Any]]:
    issues: list[dict[str, Any]] = json.loads("".join(render(outcome, folder=folder)))
    Draft202012Validator(SCHEMA).validate(issues)
    return issues


def _of(issues: list[dict[str, Any]], rule: str) -> list[dict[str, Any]]:
    return [issue for issue in issues if issue["check_name"] == rule]


def test_the_document_is_the_golden_one(outcome: Outcome, golden: Golden) -> None:
    golden("gitlab.json", render(outcome))


def test_every_finding_is_an_issue(outcome: Outcome) -> None:
    issues = _issues(outcome)
    assert [issue["fingerprint"] for issue in issues[: len(outcome.findings)]] == [
        finding.fingerprint for finding in outcome.findings
    ]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_it_stands_at_its_line_in_the_repository(outcome: Outcome) -> None:
    issue = _issues(outcome, "north/")[1]
    assert issue["location"] == {
        "path": "north/inventory/applications/revenues.yaml",
        "lines": {"begin": 14, "end": 14},
    }
    (stale,) = _of(_issues(outcome, "north/"), "stale-catalogue")
    assert stale["location"]["path"] == "north/estate.yaml"


def test_severities_are_told_in_the_words_of_gitlab(outcome: Outcome) -> None:
    issues = _issues(outcome)
    assert issues[1]["severity"] == "blocker"
    assert _of(issues, "duplicate-system")[0]["severity"] == "major"


def test_what_is_accepted_says_so_and_weighs_least(outcome: Outcome) -> None:
    issue = _issues(outcome)[3]
    assert issue["severity"] == "info"
    assert issue["description"].endswith("(accepted by ex-2026-015 until 2027-02-28)")


def test_what_was_not_judged_stands_at_the_settings(outcome: Outcome) -> None:
    issues = _issues(outcome)
    (left_out,) = _of(issues, "unpublished-contract-fields")
    assert left_out["description"] == (
        "unpublished-contract-fields: not run, ignored in estate.yaml"
    )
    unknown = _of(issues, "unsupported-software")[-1]
    assert unknown["description"] == "unsupported-software: 41 of 903 subjects unknown"
    assert (unknown["severity"], unknown["location"]["path"]) == ("info", "estate.yaml")


def test_nothing_found_is_an_empty_list(outcome: Outcome) -> None:
    assert _issues(replace(outcome, findings=(), rules=(), not_run=())) == []


@given(hostile_texts)
def test_whatever_people_write_stays_text(text: str) -> None:
    document = "".join(render(attacked(text)))
    assert document.isascii()
    json.loads(document)[0]["description"].encode()
    assert _issues(attacked(text))[0]["description"] == clip(text)
