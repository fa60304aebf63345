"""What an editor offers to do: done, what was wrong is gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.lsp.client import Editor, Json, applied
from tests.lsp.conftest import FILES

SERVERS = FILES["inventory/servers.yaml"]
EVERYWHERE = {"start": {"line": 0, "character": 0}, "end": {"line": 999, "character": 0}}


def _offered(editor: Editor, uri: str, shown: list[Json]) -> list[Json]:
    asked = {
        "textDocument": {"uri": uri},
        "range": shown[0]["range"] if shown else EVERYWHERE,
        "context": {"diagnostics": shown},
    }
    found: list[Json] = editor.ask("textDocument/codeAction", asked)
    return found


@pytest.mark.parametrize(
    ("file", "right", "wrong", "title"),
    [
        ("servers", '["srv-one"]', '["srv-oen"]', "Replace by srv-one"),
        ("servers", '["srv-one"]', "[srv-oen]", "Replace by srv-one"),
        ("servers", '["srv-one"]', '"srv-one"', "Replace by [srv-one]"),
        ("servers", "cores: 2", "coers: 2", "Replace by cores"),
        ("applications", "criticality: high", "criticality: hihg", "Replace by high"),
        ("applications", "strength: soft", "strenght: soft", "Replace by strength"),
        ("servers", "servers:", "severs:", "Replace by servers"),
        ("servers", "    name: One", "    # name: One", "Add name: srv-one"),
        ("plans", "    name: Move\n", "", "Add name: move"),
        ("plans", "    rule: unsupported-software\n", "", "Add rule: to be completed"),
        ("servers", "windows-server@2012-r2", '{version: "2022"}', "Add product: to be completed"),
        (
            "plans",
            "    name: Move\n",
            "    name: Move\n    milestones:\n      - due: 2027-01-01\n",
            "Add name: to be completed",
        ),
    ],
)
def test_what_is_offered_mends_the_problem(  # noqa: PLR0913 - a case in one line
    editor: Editor, estate: Path, file: str, right: str, wrong: str, title: str
) -> None:
    path = estate / f"inventory/{file}.yaml"
    text = FILES[f"inventory/{file}.yaml"]
    assert text.count(right) == 1
    uri = editor.open(path, text.replace(right, wrong))
    before = editor.diagnostics(uri)
    problem = next(each for each in before if "data" not in each)
    (action,) = [each for each in _offered(editor, uri, [problem]) if each["title"] == title]
    assert action["kind"] == "quickfix"
    assert action["diagnostics"] == [problem]
    editor.change(uri, applied(editor.texts[uri], action["edit"]["changes"][uri]))
    after = editor.diagnostics(uri)
    assert problem["message"] not in {each["message"] for each in after}


def test_a_required_day_is_nothing_to_make_up(editor: Editor, estate: Path) -> None:
    wrong = FILES["inventory/plans.yaml"].replace("{on: 2027-01-01, ", "{")
    uri = editor.open(estate / "inventory/plans.yaml", wrong)
    (problem,) = editor.diagnostics(uri)
    assert "has no 'on'" in problem["message"]
    assert _offered(editor, uri, [problem]) == []


def test_an_item_that_says_nothing_is_nothing_to_complete(editor: Editor, estate: Path) -> None:
    uri = editor.open(
        estate / "inventory/servers.yaml", SERVERS.replace("[windows-server@2012-r2]", "[{ }]")
    )
    problems = editor.diagnostics(uri)
    assert "has no 'product'" in problems[0]["message"]
    assert _offered(editor, uri, problems) == []


def test_an_acceptance_is_drafted_beside_the_others(editor: Editor, estate: Path) -> None:
    uri = editor.open(estate / "inventory/servers.yaml")
    small = [each for each in editor.diagnostics(uri) if each["code"] == "small-server"]
    (action,) = _offered(editor, uri, small)
    assert action["title"] == "Draft ex-2026-001: an acceptance of small-server"
    assert action["diagnostics"] == small
    plans = (estate / "inventory/plans.yaml").as_uri()
    (edits,) = action["edit"]["changes"].values()
    new = applied(FILES["inventory/plans.yaml"], edits)
    assert list(action["edit"]["changes"]) == [plans]
    assert new.startswith(FILES["inventory/plans.yaml"])
    assert "ex-2026-001:\n    rule: small-server\n" in new
    other = editor.open(estate / "inventory/plans.yaml", new)
    codes = {each["code"] for each in editor.diagnostics(other)}
    assert "invalid-field" not in codes


def test_the_first_acceptance_gets_a_file_of_its_own(editor: Editor, estate: Path) -> None:
    plans = FILES["inventory/plans.yaml"].partition("exceptions:")[0]
    (estate / "inventory/plans.yaml").write_text(plans)
    uri = editor.open(estate / "inventory/servers.yaml")
    small = [each for each in editor.diagnostics(uri) if each["code"] == "small-server"]
    (action,) = _offered(editor, uri, small)
    made, edit = action["edit"]["documentChanges"]
    new = (estate / "inventory/exceptions.yaml").as_uri()
    assert made == {"kind": "create", "uri": new}
    assert edit["textDocument"]["uri"] == new
    assert edit["edits"][0]["newText"].startswith("exceptions:\n  ex-2026-001:\n")


def test_what_nobody_may_accept_is_not_drafted(editor: Editor, estate: Path) -> None:
    uri = editor.open(estate / "inventory/plans.yaml")
    found = [each for each in editor.diagnostics(uri) if each["code"] == "open-ended-acceptance"]
    assert found
    assert _offered(editor, uri, found) == []
