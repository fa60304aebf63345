"""`estate schema`: valid schemas, that hold for what we ship and refuse what is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.cli.conftest import DAY, Run

from estate.shipped import example_estate, standard_rules

jsonschema = pytest.importorskip("jsonschema")

KINDS = ("inventory", "config", "rules", "findings")


def _schema(run: Run, kind: str) -> dict[str, Any]:
    done = run("schema", "--of", kind)
    assert (done.code, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)
    return found


class _Editor(yaml.SafeLoader):
    """Reads as an editor does: YAML 1.2, in which `on` is a text; and days are texts too."""


_Editor.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0].rpartition(":")[2] not in {"bool", "timestamp"}]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), ["t", "f"])


def _plain(path: Path) -> Any:  # noqa: ANN401 - whatever YAML holds
    return yaml.load(path.read_text(encoding="utf-8"), _Editor)  # noqa: S506 - a safe loader


def _errors(schema: dict[str, Any], value: object) -> list[str]:
    checked = jsonschema.Draft202012Validator(schema)
    return [f"{error.json_path}: {error.message[:200]}" for error in checked.iter_errors(value)]


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_a_schema(kind: str, run: Run) -> None:
    schema = _schema(run, kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]
    jsonschema.Draft202012Validator.check_schema(schema)


def test_the_inventory_is_what_one_gets_unasked(run: Run) -> None:
    assert run("schema").out == run("schema", "--of", "inventory").out


def _shipped(kind: str) -> Iterator[Path]:
    if kind == "rules":
        yield from sorted(standard_rules().glob("*.yaml"))
    elif kind == "config":
        yield example_estate() / "estate.yaml"
    else:
        yield from sorted((example_estate() / "inventory").rglob("*.yaml"))


@pytest.mark.parametrize("kind", ["inventory", "config", "rules"])
def test_what_we_ship_is_valid(kind: str, run: Run) -> None:
    schema = _schema(run, kind)
    wrong = {
        path.name: found for path in _shipped(kind) if (found := _errors(schema, _plain(path)))
    }
    assert wrong == {}


def test_findings_are_valid(run: Run, small: Path) -> None:
    found = json.loads(run("check", "--as-of", DAY, "--format", "json", at=small).out)
    assert _errors(_schema(run, "findings"), found) == []


@pytest.mark.parametrize("kind", ["inventory", "config", "rules"])
def test_a_new_estate_is_valid(kind: str, run: Run, tmp_path: Path) -> None:
    run("init", "new")
    schema = _schema(run, kind)
    paths = {
        "inventory": sorted((tmp_path / "new" / "inventory").glob("*.yaml")),
        "config": [tmp_path / "new" / "estate.yaml"],
        "rules": [],
    }
    assert [_errors(schema, _plain(path)) for path in paths[kind]] == [[] for _ in paths[kind]]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("inventory", "servers: {srv: {name: One, colour: red}}"),
        ("inventory", "servers: {srv: {name: One, criticality: dire}}"),
        ("inventory", "servers: {SRV: {name: One}}"),
        ("inventory", "server: {}"),
        ("config", "estate: 1"),
        ("config", "{estate: 2, name: One}"),
        ("config", "{estate: 1, name: One, policy: {fail_on: soon}}"),
        ("config", "{estate: 1, name: One, polcy: {}}"),
        ("rules", "rules: {Loud: {extend: unsupported-software}}"),
        ("rules", "rules: {half: {title: Half}}"),
        ("rules", "rules: {wrong: {extend: x, severity: dire}}"),
        ("rules", "rules: {wrong: {extend: x, for: tree}}"),
    ],
)
def test_what_is_wrong_is_refused(kind: str, text: str, run: Run) -> None:
    assert _errors(_schema(run, kind), yaml.safe_load(text))
