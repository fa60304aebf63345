"""SARIF: by the standard's own schema, and by what code scanning asks beyond it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from jsonschema import Draft4Validator  # type: ignore[import-untyped] # ships no types
from tests.report.attacks import attacked, hostile_texts
from tests.report.stored_outcome import stored

from estate.findings import Outcome
from estate.report.sarif import render
from estate.report.visible import visible

Golden = Callable[[str, Iterable[str]], None]


def _run(outcome: Outcome, folder: str = "") -> dict[str, Any]:
    (run,) = json.loads("".join(render(outcome, folder=folder)))["runs"]
    found: dict[str, Any] = run
    return found


def _result(run: dict[str, Any], rule: str, start: str = "") -> dict[str, Any]:
    found: dict[str, Any] = next(
        result
        for result in run["results"]
        if result["ruleId"] == rule and result["message"]["text"].startswith(start)
    )
    return found


@cache
def _validator() -> Draft4Validator:
    """Return the official schema: OASIS, SARIF 2.1.0."""
    folder = Path(os.environ["ESTATE_REAL_DATA"])
    schema = folder / "schemas" / "sarif-schema-2.1.0.json"
    return Draft4Validator(json.loads(schema.read_text(encoding="utf-8")))


def _wrong(outcome: Outcome) -> list[str]:
    document = json.loads("".join(render(outcome, folder="here/")))
    return [error.message for error in _validator().iter_errors(document)]


def test_the_document_is_the_golden_one(outcome: Outcome, golden: Golden) -> None:
    golden("findings.sarif", render(outcome))


@pytest.mark.realdata
@pytest.mark.skipif("ESTATE_REAL_DATA" not in os.environ, reason="needs ESTATE_REAL_DATA")
class TestSchema:
    def test_it_is_met(self, outcome: Outcome) -> None:
        assert _wrong(outcome) == []

    def test_it_sees_what_is_wrong(self) -> None:
        assert list(_validator().iter_errors({"version": "2.1.0"}))

    def test_it_is_met_without_findings(self, outcome: Outcome) -> None:
        assert _wrong(replace(outcome, findings=(), rules=(), not_run=(), digest="")) == []

    @given(hostile_texts)
    def test_it_is_met_whatever_people_write(self, text: str) -> None:
        assert _wrong(attacked(text)) == []


def test_every_finding_is_a_result_at_a_place(outcome: Outcome) -> None:
    run = _run(outcome)
    assert len(run["results"]) == len(outcome.findings)
    for result, finding in zip(run["results"], outcome.findings, strict=True):
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert min(region.values()) >= 1
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == finding.rule


def test_a_rule_that_is_not_told_of_has_no_position(outcome: Outcome) -> None:
    run = _run(replace(outcome, rules=()))
    assert all("ruleIndex" not in result for result in run["results"])


def test_fingerprints_are_those_of_the_findings(outcome: Outcome) -> None:
    for result, finding in zip(_run(outcome)["results"], outcome.findings, strict=True):
        assert result["partialFingerprints"] == {
            "estateFinding/v1": finding.fingerprint,
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
        }


def test_rules_bring_help_as_text_and_markdown(outcome: Outcome) -> None:
    rule = _run(outcome)["tool"]["driver"]["rules"][0]
    assert rule["shortDescription"]["text"] == "Unsupported software without SIRO sign-off"
    assert "What to do: Upgrade, replace or retire it" in rule["help"]["text"]
    assert "**What to do:** Upgrade, replace or retire it" in rule["help"]["markdown"]
    assert "- stockton-2017-p8" in rule["help"]["markdown"]
    assert "41 of 903 subjects unknown" in rule["help"]["text"]
    assert rule["defaultConfiguration"] == {"level": "error", "rank": 100}
    assert rule["properties"]["unknown"] == 41


def test_what_is_accepted_is_suppressed_with_its_end(outcome: Outcome) -> None:
    run = _run(outcome)
    accepted = _result(run, "unsupported-software", "Cluster A")
    (suppression,) = accepted["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert suppression["justification"] == (
        "accepted by ex-2026-015 until 2027-02-28, by Director of Resources on 2026-09-12; "
        "review by 2026-12-12. "
        "Risk: The hypervisor receives no fixes; a flaw in it would reach every guest. "
        "Plan: replace by 2027-02-28 (prj-virtual)."
    )
    assert suppression["properties"]["expires"] == "2027-02-28"
    where = suppression["location"]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "inventory/exceptions.yaml"
    assert where["region"]["startLine"] == 21
    others = [result for result in run["results"] if result is not accepted]
    assert all(result["suppressions"] == [] for result in others)


def test_an_acceptance_of_which_little_is_known(outcome: Outcome) -> None:
    bare = replace(
        outcome.acceptances[1],
        accepted_by="", accepted_on=None, review_by=None, expires=None, risk="", plan="",
    )  # fmt: skip
    (suppression,) = _result(
        _run(replace(outcome, acceptances=(bare,), places={})), "unsupported-software", "Cluster"
    )["suppressions"]
    assert suppression["justification"] == "accepted by ex-2026-015."
    assert "location" not in suppression
    (without,) = _result(_run(replace(outcome, acceptances=())), "unsupported-software", "Cluster")[
        "suppressions"
    ]
    assert without["justification"] == "accepted by ex-2026-015"


def test_what_is_in_the_baseline_is_suppressed(outcome: Outcome) -> None:
    known = replace(outcome, findings=(replace(outcome.findings[0], status="baselined"),))
    (suppression,) = _run(known)["results"][0]["suppressions"]
    assert suppression["justification"] == "known: it stands in the baseline"


def test_other_places_and_the_way_to_the_cause(outcome: Outcome) -> None:
    run = _run(outcome)
    result = _result(run, "inherited-unsupported-software")
    (related,) = result["relatedLocations"]
    assert related["message"]["text"] == "the root"
    assert related["physicalLocation"]["region"]["startLine"] == 6
    assert result["properties"]["elsewhere"] == ["elsewhere"]
    ((flow,),) = [flow["threadFlows"] for flow in result["codeFlows"]]
    steps = [step["location"] for step in flow["locations"]]
    assert [step["message"]["text"] for step in steps] == ["academy", "srv-rev-01"]
    assert [step["physicalLocation"]["region"]["startLine"] for step in steps] == [12, 3]
    assert "codeFlows" not in _result(run, "duplicate-system")


def test_what_stands_in_no_file_points_at_the_settings(outcome: Outcome) -> None:
    (location,) = _result(_run(outcome), "stale-catalogue")["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "estate.yaml"
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "estate"


def test_a_gap_is_an_error_only_where_gaps_fail(outcome: Outcome) -> None:
    assert _result(_run(outcome), "unknown-support")["level"] == "note"
    strict = replace(outcome, gaps_fail=True)
    assert _result(_run(strict), "unknown-support")["level"] == "error"
    assert _result(_run(outcome), "duplicate-system")["level"] == "warning"


def test_rules_that_were_not_run_are_named(outcome: Outcome) -> None:
    run = _run(outcome)
    (invocation,) = run["invocations"]
    (override,) = invocation["ruleConfigurationOverrides"]
    assert override["configuration"] == {"enabled": False}
    assert run["tool"]["driver"]["rules"][override["descriptor"]["index"]]["id"] == (
        "unpublished-contract-fields"
    )
    (told,) = invocation["toolConfigurationNotifications"]
    assert told["message"]["text"] == "unpublished-contract-fields: not run, ignored in estate.yaml"


def test_open_questions_are_counted(outcome: Outcome) -> None:
    run = _run(outcome)
    told = [n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"]]
    assert told == [
        "unsupported-software: 41 of 903 subjects unknown",
        "inherited-unsupported-software: 12 of 80 subjects unknown",
    ]
    assert run["properties"]["counts"]["unknown"] == 53


def test_an_estate_that_does_not_load_was_not_judged(outcome: Outcome) -> None:
    run = _run(replace(outcome, digest=""))
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolConfigurationNotifications"][0]["level"] == "error"
    assert "unmanaged" not in run["properties"]


def test_paths_are_those_of_the_repository(outcome: Outcome) -> None:
    run = _run(outcome, "councils/the north/")
    where = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where["uri"] == "councils/the%20north/inventory/exceptions.yaml"
    assert where["uriBaseId"] in run["originalUriBaseIds"]
    assert run["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{0} and {{1}}", "{{0}} and {{{{1}}}}"),
        ("[a](javascript:b) \\", "\\[a\\](javascript:b) \\\\"),
        ("critical[rule] at C:\\x", "critical[rule] at C:\\x"),
        ("a\u202eb\nc", "a⟨U+202E⟩b␊c"),
    ],
)
def test_a_message_is_text_and_nothing_else(text: str, shown: str, outcome: Outcome) -> None:
    one = replace(outcome, findings=(replace(outcome.findings[0], message=text),))
    assert _run(one)["results"][0]["message"]["text"] == shown


@given(hostile_texts)
def test_whatever_people_write_stays_text(text: str) -> None:
    document = "".join(render(attacked(text)))
    assert document.isascii()
    (run,) = json.loads(document)["runs"]
    assert run["properties"]["estate"] == visible(text)
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    raw = f"inventory/{text}.yaml".encode("utf-8", "surrogatepass")
    assert unquote(uri, errors="surrogatepass").encode("utf-8", "surrogatepass") == raw
    json.dumps(run, ensure_ascii=False).encode()


def test_it_is_the_same_bytes_twice() -> None:
    assert "".join(render(stored())) == "".join(render(stored()))
