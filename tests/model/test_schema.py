"""The JSON Schema of the format: valid, described, and of one mind with the reader."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml
from pydantic_core import ValidationError

from estate.config import Config, config_schema
from estate.model import SECTIONS
from estate.model.fields import fields_of
from estate.model.schema import inventory_schema
from estate.model.types import NULL
from estate.model.validation import validator_of

ROOT = Path(__file__).parents[2]
FORMAT = ROOT / "tests" / "read" / "format"
FILES = sorted(
    path
    for folder in (ROOT / "inventory", FORMAT / "inventory")
    for path in folder.rglob("*")
    if path.suffix in {".yaml", ".yml", ".json"}
)
DATES = jsonschema.FormatChecker(["date"])


class CoreLoader(yaml.SafeLoader):
    """Reads YAML as an editor's language server does: by the core schema of YAML 1.2."""


CoreLoader.yaml_implicit_resolvers = {}
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:merge", re.compile("<<$"), ["<"])
CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"(~|null|)$"), ["~", "n", ""]
)
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(true|false)$"), [*"tf"])
CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"[-+]?\d+$"), [*"-+0123456789"]
)
CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?\d*\.\d+([eE][-+]?\d+)?$"), [*"-+.0123456789"]
)


@cache
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(inventory_schema(), format_checker=DATES)


def errors(values: object) -> list[str]:
    return [error.message for error in validator().iter_errors(values)]


@pytest.mark.parametrize("made", [inventory_schema, config_schema])
def test_it_is_a_schema(made: Any) -> None:  # noqa: ANN401 - a function
    schema = made()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_it_accepts_what_the_reader_accepts(path: Path) -> None:
    values = yaml.load(path.read_text(encoding="utf-8"), Loader=CoreLoader)  # noqa: S506 - a safe one
    assert errors(values) == []


@pytest.mark.parametrize("folder", [ROOT, FORMAT])
def test_it_accepts_settings(folder: Path) -> None:
    text = (folder / "estate.yaml").read_text(encoding="utf-8")
    values = yaml.load(text, Loader=CoreLoader)  # noqa: S506 - a safe one
    jsonschema.validate(values, config_schema(), jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    "values",
    [
        {"aplications": {}},
        {"sites": {"s": {"nome": "S"}}},
        {"sites": {"s": {"name": "S", "colour": "blue"}}},
        {"sites": {"s": {"name": "S", "id": "s"}}},
        {"sites": {"s": {"name": "S", "begins": "2020-01-01"}}},
        {"sites": {"S": {"name": "S"}}},
        {"sites": {"s" * 129: {"name": "S"}}},
        {"sites": {"s": {"name": "S", "status": "alive"}}},
        {"sites": {"s": {"name": "S", "hosted_on": ["x"]}}},
        {"servers": {"s": {"name": "S", "recovery": {"rtp": "4h"}}}},
        {"servers": {"s": {"name": "S", "hosted_on": [{"to": "a", "any_of": ["b"]}]}}},
        {"servers": {"s": {"name": "S", "hosted_on": [{"strength": "soft"}]}}},
        {"servers": {"s": {"name": "S", "software": ["a@"]}}},
        {"servers": {"s": {"name": "S", "software": [{"versoin": "8"}]}}},
        {"exceptions": {"e": {"rule": "r", "covers": [{}]}}},
        {"products": {"p": {"name": "P", "versions": {"1": {"realeased": "2020-01-01"}}}}},
        {"defaults": {"organisaton": "marram"}},
        {"sites": [{"name": "S"}]},
        {"sites": {"s": None}},
        [],
    ],
)
def test_it_refuses_what_the_reader_refuses(values: object) -> None:
    assert errors(values)


@pytest.mark.parametrize(
    "values",
    [{}, {"sites": None}, {"defaults": None}, {"sites": {}, "defaults": {"from": "2020-01-01"}}],
)
def test_it_accepts_what_is_nearly_nothing(values: object) -> None:
    assert not errors(values)


VALUES: tuple[object, ...] = (
    *("a word", "", "2026-11-21", "4h", "12 months", "true", 1, 3, 7, 99.5, 150, -1, True, None),
    *([], [1], ["a word"], [""], [None], [[]], [True], {}, {"a": "b"}, {"a": None}),
    *({"capital": 1}, {"rto": "4h"}, [{"to": "x"}], [{"product": "p"}], {"1": {}}, [{"name": "n"}]),
)
"""Values of every shape; none is a number or a truth value in quotes, to which editors object."""


def _raw(value: Any) -> Any:  # noqa: ANN401 - any value
    """Return a value as the reader hands it over."""
    if isinstance(value, dict):
        return {key: _raw(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_raw(inner) for inner in value]
    return NULL if value is None else json.dumps(value).strip('"')


def _fields() -> Iterator[Any]:
    for section, kind in SECTIONS.items():
        for field in fields_of(kind).values():
            if field.name != "id":
                yield pytest.param(section, field.written, id=f"{section}.{field.written}")


@pytest.mark.parametrize(("section", "field"), [*_fields()])
def test_schema_and_reader_are_of_one_mind(section: str, field: str) -> None:
    kind = SECTIONS[section]
    needed = {f.written: "needed" for f in fields_of(kind).values() if f.is_required()}
    for value in VALUES:
        if value == "true" and "boolean" in json.dumps(_property(section, field)):
            continue
        record = {**needed, field: value}
        del record["id"]
        try:
            validator_of(kind).validate_python(
                {"id": "x", **{k: _raw(v) for k, v in record.items()}}
            )
            read = True
        except ValidationError:
            read = False
        assert (errors({section: {"x": record}}) == []) == read, value


def _property(section: str, field: str) -> Any:  # noqa: ANN401 - a part of a schema
    return inventory_schema()["$defs"][SECTIONS[section].__name__]["properties"][field]


def _properties(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for definition in schema["$defs"].values():
        yield from definition["properties"].items()
    yield from schema["properties"].items()


@pytest.mark.parametrize("made", [inventory_schema, config_schema])
def test_every_property_is_described(made: Any) -> None:  # noqa: ANN401 - a function
    schema = made()
    for definition in schema["$defs"].values():
        assert definition["description"]
        assert definition["additionalProperties"] is False
    for name, said in _properties(schema):
        assert said["description"], name


def test_names_in_the_schema_are_those_of_files() -> None:
    properties = dict(_properties(inventory_schema()))
    assert {"from", "for", "set"} <= properties.keys()
    assert not {"begins", "assets", "sets", "id"} & properties.keys()
    assert set(config_schema()["properties"]) == set(fields_of(Config))


def test_it_is_the_same_each_time() -> None:
    code = (
        "import json; from estate.model.schema import inventory_schema as i;"
        " from estate.config import config_schema as c; print(json.dumps([i(), c()]))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")},
        ).stdout
        for seed in ("1", "2")
    }
    assert made == {json.dumps([inventory_schema(), config_schema()]).encode() + b"\n"}
