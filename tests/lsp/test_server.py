"""The session goes on, whatever is sent and whatever is in the files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.lsp.client import Editor, Json, position, process
from tests.lsp.conftest import FILES, written


def _completed(editor: Editor, uri: str, needle: str) -> list[str]:
    text = editor.texts[uri]
    place = position(text, text.index(needle) + len(needle))
    asked = {"textDocument": {"uri": uri}, "position": place}
    return [item["label"] for item in editor.ask("textDocument/completion", asked)["items"]]


NONSENSE = [
    b"{",
    b"[]",
    b"null",
    b'"text"',
    b"\xff\xfe",
    b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": 3}}',
    b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {}}',
    b'{"jsonrpc": "2.0", "method": "$/unheardOf", "params": {}}',
    b'{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 4711}}',
    b'{"jsonrpc": "2.0", "id": 900, "method": "textDocument/hover", "params": {"x": 1}}',
    b'{"jsonrpc": "2.0", "id": 901, "method": "nobody/knows", "params": {}}',
]


def test_a_message_that_makes_no_sense_ends_nothing(estate: Path) -> None:
    with Editor(estate, server=process()) as editor:
        uri = editor.open(estate / "inventory/servers.yaml")
        for body in NONSENSE:
            editor.send_raw(body)
            assert "cores" in _completed(editor, uri, "    cor")
        assert editor.diagnostics(uri)
        assert b"Traceback" not in editor.errors


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        ("textDocument/hover", {"x": 1}, -32602),
        ("textDocument/completion", None, -32602),
        ("textDocument/rename", [], -32602),
        ("nobody/knows", {}, -32601),
    ],
)
def test_a_request_that_makes_no_sense_is_answered(
    editor: Editor, method: str, params: Json, code: int
) -> None:
    assert editor.answer(editor.start(method, params))["error"]["code"] == code


@pytest.mark.parametrize(
    ("line", "character"), [(0, 10_000), (10_000, 0), (2_000_000_000, 2_000_000_000)]
)
def test_a_place_that_is_nowhere_has_no_answer(
    editor: Editor, estate: Path, line: int, character: int
) -> None:
    uri = editor.open(estate / "inventory/servers.yaml")
    place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
    for question in ("hover", "completion", "definition", "prepareRename"):
        answer = editor.answer(editor.start(f"textDocument/{question}", place))
        assert "error" not in answer
    assert not [each for each in editor.said if "fault" in str(each)]


def test_the_other_files_help_on_while_one_is_broken(editor: Editor, estate: Path) -> None:
    servers = editor.open(estate / "inventory/servers.yaml")
    editor.diagnostics(servers)
    editor.change(servers, "defaults: [\nservers:\n  srv-new: {name: New}\n")
    assert [each["code"] for each in editor.diagnostics(servers)] == ["invalid-yaml"]
    text = FILES["inventory/applications.yaml"].replace("[srv-one, srv-two]\n", "[srv-\n", 1)
    uri = editor.open(estate / "inventory/applications.yaml", text)
    editor.diagnostics(uri)
    assert {"srv-one", "srv-two"} <= {*_completed(editor, uri, "runs_on: [srv-")}


def test_an_estate_that_is_broken_from_the_first_is_completed(editor: Editor, estate: Path) -> None:
    uri = editor.open(estate / "inventory/new.yaml", "applications:\n  a:\n    runs_on: [srv-")
    assert {"srv-one", "srv-two"} <= {*_completed(editor, uri, "runs_on: [srv-")}
    editor.change(uri, "applications:\n  a:\n    product: windows-s\n    x: [")
    assert "windows-server" in _completed(editor, uri, "product: windows-s")


def test_every_change_is_judged_in_the_end(editor: Editor, estate: Path) -> None:
    uri = editor.open(estate / "inventory/servers.yaml")
    for cores in range(20):
        version = editor.change(
            uri, FILES["inventory/servers.yaml"].replace("cores: 2", f"cores: {cores}")
        )
    assert not [each for each in editor.diagnostics(uri, version) if each["code"] == "small-server"]


def test_a_request_may_be_cancelled(editor: Editor, estate: Path) -> None:
    uri = editor.open(estate / "inventory/servers.yaml")
    place = {"textDocument": {"uri": uri}, "position": {"line": 2, "character": 3}}
    number = editor.start("textDocument/definition", place)
    editor.tell("$/cancelRequest", {"id": number})
    answer = editor.answer(number)
    assert answer.get("error", {}).get("code", -32800) == -32800
    assert editor.diagnostics(uri)


def test_each_folder_is_an_estate_of_its_own(estate: Path, tmp_path: Path) -> None:
    other = {
        "estate.yaml": "estate: 1\nname: Other\nrules: []\n",
        "inventory/a.yaml": "servers: {srv-one: {name: Other, hosted_on: [srv-two]}}\n",
    }
    second = written(tmp_path.resolve() / "other", other)
    with Editor(estate, second) as editor:
        wrong = (second / "inventory/a.yaml").as_uri()
        (found,) = editor.next_diagnostics(wrong)
        assert found["code"] == "unknown-reference"
        first = editor.open(estate / "inventory/servers.yaml")
        assert editor.diagnostics(first)
        asked = {"textDocument": {"uri": first}, "position": {"line": 6, "character": 4}}
        there = editor.ask("textDocument/definition", asked)
        assert there["uri"] == first


def test_a_folder_may_come_and_go(editor: Editor, tmp_path: Path) -> None:
    files = {"estate.yaml": "estate: 1\nname: L\n", "inventory/a.yaml": "servers: {a: {}}\n"}
    late = written(tmp_path.resolve() / "late", files)
    folder = {"uri": late.as_uri(), "name": "late"}
    event: dict[str, Json] = {"added": [folder], "removed": []}
    editor.tell("workspace/didChangeWorkspaceFolders", {"event": event})
    assert editor.next_diagnostics((late / "inventory/a.yaml").as_uri())
    event = {"added": [], "removed": [folder]}
    editor.tell("workspace/didChangeWorkspaceFolders", {"event": event})
    uri = editor.open(late / "inventory/a.yaml")
    assert editor.diagnostics(uri)


def test_a_document_that_is_no_file_is_let_be(editor: Editor, estate: Path) -> None:
    editor.tell(
        "textDocument/didOpen",
        {"textDocument": {"uri": "untitled:One", "languageId": "yaml", "version": 1, "text": "a"}},
    )
    asked = {"textDocument": {"uri": "untitled:One"}, "position": {"line": 0, "character": 0}}
    assert editor.ask("textDocument/hover", asked) is None
    assert editor.open(estate / "inventory/servers.yaml")


def test_it_leaves_when_the_editor_does(estate: Path) -> None:
    editor = Editor(estate, server=process())
    assert editor.process.stdin
    editor.process.stdin.close()
    assert editor.process.wait(30) == 0
    editor.process.stdin = None
    with editor:
        assert editor.errors == b""


def test_without_the_extra_it_says_how_to_install_it(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError('gone', name='pygls')\n")
    search = [str(tmp_path), *sys.path]
    program = f"import sys; sys.path[:] = {json.dumps(search)}; from estate.cli import main; main()"
    run = subprocess.run(
        [sys.executable, "-c", program, "lsp"], check=False, capture_output=True, text=True
    )
    assert run.returncode == 2
    assert "pip install 'estate[lsp]'" in run.stderr
    assert "Traceback" not in run.stderr
