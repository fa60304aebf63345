"""Another id, everywhere where it is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.lsp.client import AS_OF, Editor, Json, applied, position
from tests.lsp.conftest import FILES

from estate.cli import cli
from estate.config import load_config
from estate.read import read_inventory


def _rename(editor: Editor, uri: str, old: str, new: str) -> Json:
    place = position(editor.texts[uri], editor.texts[uri].index(old) + 1)
    asked = {"textDocument": {"uri": uri}, "position": place, "newName": new}
    return editor.answer(editor.start("textDocument/rename", asked))


def _apply(root: Path, answer: Json) -> None:
    for uri, edits in answer["result"]["changes"].items():
        path = root / uri.removeprefix(root.as_uri() + "/")
        path.write_text(applied(path.read_text(), edits))


def _reopened(editor: Editor, path: Path) -> str:
    """Take a document from disk again, as an editor does after an edit of several files."""
    uri = path.as_uri()
    if uri in editor.texts:
        editor.change(uri, path.read_text())
        editor.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
        return uri
    return editor.open(path)


def _ids(root: Path) -> set[str]:
    config = load_config(root)
    read = read_inventory(root, config.inventory, name=config.name, policy=config.policy)
    return {entry.id for entry in read.estate}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("applications", "srv-one", "srv-first.of/all"),
        ("servers", "srv-two", "srv-2"),
        ("organisations", "sandling", "sandling-and-sons"),
        ("applications", "payroll", "pay"),
    ],
)
def test_an_id_is_another_everywhere_and_back_again(
    editor: Editor, estate: Path, file: str, old: str, new: str
) -> None:
    path = estate / f"inventory/{file}.yaml"
    answer = _rename(editor, _reopened(editor, path), old, new)
    _apply(estate, answer)
    assert _ids(estate) == {"srv-one", "srv-two", "payroll", "sandling", "move", "ex-1"} - {old} | {
        new
    }
    whole = "".join((estate / name).read_text() for name in FILES if "servers" not in name)
    assert f"{old} " not in whole.replace("srv-one windows-server", "")
    for name in FILES:
        if name.startswith("inventory"):
            _reopened(editor, estate / name)
    _apply(estate, _rename(editor, path.as_uri(), new, old))
    assert {name: (estate / name).read_text() for name in FILES} == FILES


def test_who_pinned_facts_of_it_is_told(editor: Editor, estate: Path) -> None:
    uri = editor.open(estate / "inventory/servers.yaml")
    _rename(editor, uri, "srv-one", "srv-1")
    told = [each["params"] for each in editor.said if each["method"] == "window/showMessage"]
    assert [each["type"] for each in told] == [2]
    assert "ex-1 must be accepted anew" in told[0]["message"]


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ("srv-two", "'srv-two' is the id of another server, in inventory/servers.yaml"),
        ("Srv One", "'Srv One' is no id"),
        ("", "'' is no id"),
        ("null", "'null' is no id"),
        ("a" * 129, "at most 128"),
    ],
)
def test_what_cannot_be_an_id_is_refused_with_the_reason(
    editor: Editor, estate: Path, new: str, reason: str
) -> None:
    uri = editor.open(estate / "inventory/servers.yaml")
    assert reason in _rename(editor, uri, "srv-one", new)["error"]["message"]


def test_nothing_is_renamed_that_is_no_id_or_while_a_file_is_broken(
    editor: Editor, estate: Path
) -> None:
    uri = editor.open(estate / "inventory/applications.yaml")
    assert "no record's id stands here" in _rename(editor, uri, "Payroll", "x")["error"]["message"]
    editor.open(estate / "inventory/broken.yaml", "servers: [")
    reason = _rename(editor, uri, "srv-one", "srv-1")["error"]["message"]
    assert reason == "inventory/broken.yaml has to be mended first: it cannot be read whole"


def test_an_id_by_an_alias_is_left_to_whoever_wrote_it(editor: Editor, estate: Path) -> None:
    text = "servers:\n  x: {name: &n srv-one, hosted_on: [*n]}\n"
    uri = editor.open(estate / "inventory/x.yaml", text)
    other = editor.open(estate / "inventory/servers.yaml")
    assert "by hand" in _rename(editor, other, "srv-one", "srv-1")["error"]["message"]
    assert uri in editor.texts


def test_what_can_be_renamed_is_told_before(editor: Editor, estate: Path) -> None:
    uri = editor.open(estate / "inventory/servers.yaml")
    text = editor.texts[uri]
    for needle, key in (('"srv-one"', "srv-one"), ("srv-two:", "srv-two"), ("cores", None)):
        place = position(text, text.index(needle) + 2)
        asked = {"textDocument": {"uri": uri}, "position": place}
        found = editor.ask("textDocument/prepareRename", asked)
        assert (found and found["placeholder"]) == key
        if found:
            assert applied(text, [{"range": found["range"], "newText": key}]) == text


def test_the_estate_still_passes_as_it_did(editor: Editor, estate: Path) -> None:
    uri = editor.open(estate / "inventory/servers.yaml")
    _apply(estate, _rename(editor, uri, "srv-two", "srv-2"))
    options = ["-q", "--fail-on", "never", "--as-of", AS_OF, "--estate", str(estate)]
    run = CliRunner().invoke(cli, ["check", *options])
    assert (run.exit_code, run.stderr) == (0, "")
