"""JUnit: by the schema that CI servers use, and read by a library of theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite
from tests.report.attacks import attacked, hostile_texts

from estate.findings import Outcome
from estate.report.junit import render
from estate.report.visible import clip

Golden = Callable[[str, Iterable[str]], None]

# The schema of Jenkins' xUnit plugin (junit-10.xsd), as far as a report can go against it: for
# each element the attributes it must have, those it may have, and the elements within it.
RULES: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "properties": (set(), set(), {"property"}),
    "property": ({"name", "value"}, set(), set()),
    "testcase": (
        {"name"},
        {"time", "classname", "group"},
        {"skipped", "errors", "failure", "system-out", "system-err"},
    ),
    "failure": (set(), {"type", "message"}, set()),
    "skipped": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}


def _wrong(element: ET.Element) -> list[str]:
    needed, allowed, within = RULES[element.tag]
    wrong = [f"{element.tag} lacks {name}" for name in needed - set(element.attrib)]
    wrong += [f"{element.tag} has {name}" for name in set(element.attrib) - needed - allowed]
    for inner in element:
        wrong += [f"{inner.tag} in {element.tag}"] if inner.tag not in within else _wrong(inner)
    return wrong


def _root(outcome: Outcome) -> ET.Element:
    return ET.fromstring("".join(render(outcome)))  # noqa: S314 - our own


def _suites(outcome: Outcome) -> dict[str, TestSuite]:
    report = JUnitXml.fromstring("".join(render(outcome)).encode())
    return {suite.name: suite for suite in report}


def _cases(suite: TestSuite) -> list[TestCase]:
    return list(suite)


def test_the_document_is_the_golden_one(outcome: Outcome, golden: Golden) -> None:
    golden("junit.xml", render(outcome))


def test_the_schema_is_met(outcome: Outcome) -> None:
    assert _wrong(_root(outcome)) == []


def test_what_fails_the_run_is_a_failure_and_nothing_else(outcome: Outcome) -> None:
    failures = [
        result
        for suite in _suites(outcome).values()
        for case in _cases(suite)
        for result in case.result
        if isinstance(result, Failure)
    ]
    assert sorted(str(f.message) for f in failures) == sorted(f.message for f in outcome.failing)
    assert {str(failure.type) for failure in failures} == {"critical", "high"}
    first = next(str(failure.text) for failure in failures if "Oracle" in str(failure.message))
    assert "at inventory/applications/revenues.yaml:14:16" in first
    assert "path academy → srv-rev-01 → cluster-a" in first
    assert f"estate explain {outcome.findings[1].fingerprint}" in first


def test_nothing_fails_where_nothing_is_to_fail(outcome: Outcome) -> None:
    assert _root(replace(outcome, threshold="never")).attrib["failures"] == "0"


def test_what_fails_nothing_is_skipped_with_the_reason(outcome: Outcome) -> None:
    known = replace(outcome.findings[0], status="baselined")
    suites = _suites(replace(outcome, findings=(known, *outcome.findings[1:])))
    said = {
        str(result.message).partition(": ")[0]
        for suite in suites.values()
        for case in _cases(suite)
        for result in case.result
        if isinstance(result, Skipped)
    }
    assert said == {
        "accepted by ex-2026-015 until 2027-02-28",
        "known",
        "below the threshold, which is high",
        "a gap, and gaps are only reported",
        "41 of 903 subjects unknown",
        "12 of 80 subjects unknown",
        "ignored in estate.yaml",
    }


def test_the_numbers_are_those_of_the_cases(outcome: Outcome) -> None:
    for suite in _suites(outcome).values():
        ended = [case.result for case in _cases(suite)]
        assert suite.tests == len(ended)
        assert suite.failures == sum(isinstance(r, Failure) for (r,) in filter(None, ended))
        assert suite.skipped == sum(isinstance(r, Skipped) for (r,) in filter(None, ended))


def test_no_suite_is_empty(outcome: Outcome) -> None:
    suites = _suites(replace(outcome, findings=()))
    assert all(suite.tests for suite in suites.values())
    (passed,) = _cases(suites["version-sprawl"])
    assert (passed.name, passed.result) == ("passed", [])
    assert passed.system_out == "120 subjects, nothing found"
    (unknown,) = _cases(suites["unsupported-software"])
    assert unknown.name == "unknown"


def test_a_finding_of_a_rule_that_is_not_told_of(outcome: Outcome) -> None:
    suites = _suites(replace(outcome, rules=()))
    assert suites["unsupported-software"].tests == 4


def test_a_case_is_known_by_its_subject(outcome: Outcome) -> None:
    names = [case.name for case in _cases(_suites(outcome)["unsupported-software"])]
    assert names[0] == "installation academy oracle-database 12.2"
    assert len(names) == len(set(names))


def test_the_summary_says_it_all(outcome: Outcome) -> None:
    (summary,) = _cases(_suites(outcome)["summary"])
    assert "5 findings at or above high fail this run" in str(summary.system_out)
    assert "unpublished-contract-fields: not run, ignored in estate.yaml" in str(summary.system_out)


@given(hostile_texts)
def test_whatever_people_write_stays_text(text: str) -> None:
    outcome = attacked(text)
    root = _root(outcome)
    assert _wrong(root) == []
    failed = [element.attrib["message"] for element in root.iter("failure")]
    assert failed == [clip(text)] * len(outcome.failing)


@pytest.mark.parametrize("sign", ["\t", "\n", "\r"])
def test_no_sign_is_lost_to_the_parser(sign: str, outcome: Outcome) -> None:
    one = replace(outcome, findings=(replace(outcome.findings[0], message=f"a{sign}b"),))
    (failure,) = _root(one).iter("failure")
    assert failure.attrib["message"] == clip(f"a{sign}b")
