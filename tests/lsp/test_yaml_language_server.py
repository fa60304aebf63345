"""The schemas of `estate schema`, in the language server that most editors have for YAML."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.lsp.client import Editor, Json, index_of, position, process

from estate.cli import cli
from estate.shipped import example_estate

INSTALLED = Path(__file__).parent / "yaml-language-server" / "node_modules" / ".bin"
"""Where `make yaml-server` puts it."""
SERVER = shutil.which("yaml-language-server", path=f"{INSTALLED}{os.pathsep}{os.environ['PATH']}")

pytestmark = pytest.mark.skipif(
    SERVER is None or shutil.which("node") is None,
    reason="yaml-language-server is not installed: make yaml-server, or have it on the path",
)


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the schemas to files, as the page on editors says."""
    folder = tmp_path_factory.mktemp("schemas").resolve()
    made = {}
    for name in ("inventory", "config", "rules"):
        made[name] = folder / f"estate-{name}.schema.json"
        said = CliRunner().invoke(cli, ["schema", "--of", name])
        assert said.exit_code == 0, said.stderr
        made[name].write_bytes(said.stdout_bytes)
    return made


@pytest.fixture(scope="module")
def yaml(schemas: dict[str, Path]) -> Iterator[Editor]:
    """Return an editor with the general language server for YAML."""
    del schemas
    assert SERVER
    with Editor(server=process(SERVER, "--stdio")) as made:
        yield made


def _opened(yaml: Editor, folder: Path, schema: Path, text: str) -> str:
    modeline = f"# yaml-language-server: $schema={schema.as_uri()}\n"
    return yaml.open(folder / f"{abs(hash(text))}.yaml", modeline + text)


def _asked(yaml: Editor, uri: str, needle: str, question: str) -> Json:
    text = yaml.texts[uri]
    place = position(text, text.index(needle) + len(needle))
    return yaml.ask(f"textDocument/{question}", {"textDocument": {"uri": uri}, "position": place})


def _inventory() -> str:
    return (example_estate() / "inventory/servers/outposts.yaml").read_text(encoding="utf-8")


def test_the_example_has_no_error(yaml: Editor, schemas: dict[str, Path], tmp_path: Path) -> None:
    files = {
        "inventory": [*sorted((example_estate() / "inventory").rglob("*.yaml"))],
        "config": [example_estate() / "estate.yaml"],
    }
    opened = {
        path: _opened(yaml, tmp_path, schemas[kind], path.read_text(encoding="utf-8"))
        for kind, paths in files.items()
        for path in paths
    }
    for path, uri in opened.items():
        assert yaml.diagnostics(uri) == [], path


def test_a_wrong_field_is_an_error_at_its_place(
    yaml: Editor, schemas: dict[str, Path], tmp_path: Path
) -> None:
    text = _inventory().replace("    name:", "    nmae:", 1)
    uri = _opened(yaml, tmp_path, schemas["inventory"], text)
    found = [each for each in yaml.diagnostics(uri) if "nmae" in each["message"]]
    start, end = (index_of(yaml.texts[uri], found[0]["range"][end]) for end in ("start", "end"))
    assert yaml.texts[uri][start:end] == "nmae"


@pytest.mark.parametrize(
    ("kind", "text", "needle", "label"),
    [
        ("inventory", "servers:\n  a:\n    name: A\n    hos\n", "    hos", "hosted_on"),
        ("inventory", "applications:\n  a:\n    name: A\n    criticality: \n", "lity: ", "high"),
        ("inventory", "appl\n", "appl", "applications"),
        ("config", "estate: 1\nname: A\nrepo\n", "repo", "reports"),
        ("config", "estate: 1\nname: A\npolicy:\n  fail_on: \n", "fail_on: ", "medium"),
        ("rules", "rules:\n  a:\n    sever\n", "sever", "severity"),
    ],
)
def test_fields_and_words_are_completed(  # noqa: PLR0913 - a case in one line
    yaml: Editor,
    schemas: dict[str, Path],
    tmp_path: Path,
    kind: str,
    text: str,
    needle: str,
    label: str,
) -> None:
    uri = _opened(yaml, tmp_path, schemas[kind], text)
    found = _asked(yaml, uri, needle, "completion")
    items = found["items"] if isinstance(found, dict) else found
    assert label in {item["label"] for item in items}


def test_a_field_is_explained(yaml: Editor, schemas: dict[str, Path], tmp_path: Path) -> None:
    text = "applications:\n  a:\n    name: A\n    criticality: high\n"
    uri = _opened(yaml, tmp_path, schemas["inventory"], text)
    shown = _asked(yaml, uri, "    critic", "hover")
    assert "How bad its loss is" in json.dumps(shown)
