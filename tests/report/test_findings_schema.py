from __future__ import annotations

import json
from collections.abc import Iterable

import pytest
from tests.report.stored_outcome import AS_OF

from estate.errors import Location, Problem
from estate.findings import Outcome
from estate.report import findings_json, problems
from estate.report.findings_schema import findings_schema

jsonschema = pytest.importorskip("jsonschema")


def _valid(pieces: Iterable[str]) -> bool:
    validator = jsonschema.Draft202012Validator(findings_schema())
    return bool(validator.is_valid(json.loads("".join(pieces))))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(findings_schema())


def test_what_is_written_is_valid(outcome: Outcome, hostile: Outcome) -> None:
    assert _valid(findings_json.render(outcome))
    assert _valid(findings_json.render(hostile))


def test_problems_are_valid_too() -> None:
    problem = Problem("invalid-yaml", "not UTF-8", Location("a.yaml", 0, 0, 0, 0))
    assert _valid(problems.render_json([problem], estate="", as_of=AS_OF, tool="0.1.0"))


@pytest.mark.parametrize("key", ["schema", "findings", "unknown", "counts"])
def test_a_document_that_lacks_something_is_not_valid(outcome: Outcome, key: str) -> None:
    document = json.loads("".join(findings_json.render(outcome)))
    del document[key]
    assert not _valid(json.dumps(document))


def test_a_fingerprint_has_its_form(outcome: Outcome) -> None:
    document = json.loads("".join(findings_json.render(outcome)))
    document["findings"][0]["fingerprint"] = "line 14"
    assert not _valid(json.dumps(document))
