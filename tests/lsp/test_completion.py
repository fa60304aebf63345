"""What is offered where something may be typed: `|` marks the cursor in a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.lsp.client import Editor, Json, applied, position
from tests.lsp.conftest import FILES

RECORD = "defaults: {organisation: sandling}\napplications:\n  web:\n    name: Web\n"


@pytest.fixture(scope="module")
def working(tmp_path_factory: pytest.TempPathFactory) -> Json:
    """Return an editor that has read an estate, and the estate's folder."""
    from tests.lsp.conftest import written  # noqa: PLC0415 - beside its only use

    root = written(tmp_path_factory.mktemp("lsp").resolve(), FILES)
    with Editor(root) as editor:
        editor.diagnostics(editor.open(root / "inventory/servers.yaml"))
        yield editor, root


def _asked(working: Json, text: str, name: str = "inventory/web.yaml") -> list[Json]:
    editor, root = working
    uri = (root / name).as_uri()
    index = text.index("|")
    whole = text.replace("|", "")
    if uri in editor.texts:
        editor.change(uri, whole)
    else:
        editor.open(root / name, whole)
    place = {"textDocument": {"uri": uri}, "position": position(whole, index)}
    found: list[Json] = editor.ask("textDocument/completion", place)["items"]
    return found


def _labels(working: Json, text: str, name: str = "inventory/web.yaml") -> list[str]:
    return [item["label"] for item in _asked(working, text, name)]


@pytest.mark.parametrize(
    "field",
    [
        "    runs_on: [|]\n",
        "    runs_on: [srv-two, |\n",
        "    runs_on: |\n",
        "    runs_on:\n      - |\n",
        "    runs_on: [{to: |}]\n",
        "    runs_on:\n      - to: |\n        strength: soft\n",
        "    runs_on: [{any_of: [srv-two, |",
        "    runs_on: ['|']\n",
        '    runs_on: ["|\n',
        "    tags: [it's]\n    runs_on: [|\n",
        "    # it's a comment, [with a bracket\n    runs_on: [|\n",
    ],
)
def test_ids_that_a_relation_may_name(working: Json, field: str) -> None:
    assert {"srv-one", "srv-two", "payroll"} <= {*_labels(working, RECORD + field)}
    assert "sandling" not in _labels(working, RECORD + field)


def test_what_is_typed_narrows_what_is_offered_and_is_replaced(working: Json) -> None:
    text = RECORD + "    runs_on: [srv-tw|o-old]\n"
    (item,) = _asked(working, text)
    done = applied(text.replace("|", ""), [item["textEdit"]])
    assert done.endswith("    runs_on: [srv-two]\n")
    assert item["detail"] == "\N{PILE OF POO} (server)"


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("appl|", ["applications"]),
        (RECORD + "    critic|\n", ["criticality"]),
        (RECORD + "    recovery: {rt|\n", ["rto"]),
        (RECORD + "    recovery:\n      rt|\n", ["rto"]),
        (RECORD + "    runs_on: [{to: srv-one, stren|}]\n", ["strength"]),
        (RECORD + "    criticality: |\n", ["critical", "high", "medium", "low"]),
        (RECORD + "    mfa: |\n", ["true", "false"]),
        (RECORD + "    shares: {san|\n", ["sandling"]),
        ("defaults: {organisation: san|}\n", ["sandling"]),
        ("defaults:\n  discon|\n", []),
        (RECORD + "    name: | # a comment\n", []),
        (RECORD + "    # runs_on: [|\n", []),
        ("applications:\n  ne|\n", []),
        ("exceptions:\n  e:\n    rule: small-|\n", ["small-server"]),
        ("exceptions:\n  e:\n    covers: [{asset: srv-o|\n", ["srv-one"]),
        ("projects:\n  p:\n    changes: [{set: {runs_on: [srv-o|\n", ["srv-one"]),
        ("projects:\n  p:\n    changes:\n      - {retire: srv-o|\n", ["srv-one"]),
        ('{"applications": {"web": {"runs_on": ["srv-o|', ["srv-one"]),
    ],
)
def test_sections_fields_and_words(working: Json, text: str, offered: list[str]) -> None:
    assert _labels(working, text)[:4] == offered


def test_a_field_comes_with_its_meaning_and_its_colon(working: Json) -> None:
    text = RECORD + "    critic|\n"
    (item,) = _asked(working, text)
    assert item["documentation"]["value"] == "How bad its loss is."
    assert applied(text.replace("|", ""), [item["textEdit"]]) == RECORD + "    criticality: \n"
    (item,) = _asked(working, RECORD + "    critic|: high\n")
    assert item["textEdit"]["newText"] == "criticality"


def test_products_by_id_name_and_alias_and_their_versions(working: Json) -> None:
    assert "windows-server" in _labels(working, RECORD + "    product: windows-s|\n")
    assert "postgresql" in _labels(working, RECORD + "    software: [postgres|\n")
    assert "mssqlserver" in _labels(working, RECORD + "    product: Microsoft SQL|\n")
    short = _labels(working, "servers:\n  a:\n    software: [windows-server@20|\n")
    assert "windows-server@2022" in short
    text = FILES["inventory/applications.yaml"].replace('version: "2022"', "version: |")
    assert "2022" in _labels(working, text, "inventory/applications.yaml")


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("estate: 1\nname: S\nrep|\n", ["reports"]),
        ("estate: 1\nname: S\npolicy:\n  fail_on: hi|\n", ["high"]),
        ("estate: 1\nname: S\nignore: [small-|\n", ["small-server"]),
        ("estate: 1\nname: S\nseverity:\n  small-|\n", ["small-server"]),
        ("estate: 1\nname: S\nseverity: {small-server: hi|\n", ["high"]),
        ("estate: 1\nname: S\nparameters: {stale-rec|\n", ["stale-record"]),
        ("estate: 1\nname: S\nparameters: {stale-record: {|\n", ["age"]),
        ("estate: 1\nname: S\nrules: [stan|\n", ["standard"]),
        ("estate: 1\nname: S\ndefaults: {organisation: |\n", ["sandling"]),
    ],
)
def test_in_the_settings(working: Json, text: str, offered: list[str]) -> None:
    assert _labels(working, text, "estate.yaml")[:1] == offered


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("ru|\n", "rules"),
        ("rules:\n  a:\n    sev|\n", "severity"),
        ("rules:\n  a:\n    severity: med|\n", "medium"),
        ("rules:\n  a:\n    for: [ser|\n", "server"),
        ("rules:\n  a:\n    extend: small-|\n", "small-server"),
        ("rules:\n  a:\n    authority: cis-control-2|\n", "cis-control-2"),
        ("authorities:\n  a:\n    iss|\n", "issuer"),
    ],
)
def test_in_rules(working: Json, text: str, offered: str) -> None:
    assert offered in _labels(working, text, "own.yaml")


def test_nothing_is_offered_in_a_file_of_no_estate(working: Json, tmp_path: Path) -> None:
    editor, _ = working
    uri = editor.open(tmp_path / "other.yaml", "serv")
    place = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 4}}
    assert editor.ask("textDocument/completion", place) is None
