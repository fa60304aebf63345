"""The JSON Schema of rule files agrees with the reader."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.rules.sheets import rule

from estate.rules import FIELDS, rules_schema

jsonschema = pytest.importorskip("jsonschema")

STANDARD = sorted((Path(__file__).parents[2] / "rules").glob("*.yaml"))
VALIDATOR = jsonschema.Draft202012Validator(rules_schema())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(rules_schema())


def test_it_knows_the_fields_of_a_rule() -> None:
    fields = rules_schema()["properties"]["rules"]["additionalProperties"]["properties"]
    assert tuple(fields) == FIELDS


@pytest.mark.parametrize("path", STANDARD, ids=lambda path: path.stem)
def test_the_standard_rules_suit_it(path: Path) -> None:
    values = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert not list(VALIDATOR.iter_errors(values))


@pytest.mark.parametrize(
    ("fields", "right"),
    [
        ({}, True),
        ({"severity": [{"high": "mfa"}, "low"]}, True),
        ({"extend": "b", "where": None}, True),
        ({"severity": "bad"}, False),
        ({"severity": [{"high": "mfa", "low": "mfa"}]}, False),
        ({"titel": "x"}, False),
        ({"title": ""}, False),
        ({"for": "recovery"}, False),
        ({"acceptance": {"needs": ["luck"]}}, False),
        ({"voids": "true"}, False),
    ],
)
def test_it_refuses_what_the_reader_refuses(fields: dict[str, object], right: bool) -> None:  # noqa: FBT001 - a truth
    assert VALIDATOR.is_valid({"rules": {"a": {**rule(), **fields}}}) is right
