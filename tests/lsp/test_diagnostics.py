"""What is shown beside the text while it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.lsp.client import Editor, Json, index_of
from tests.lsp.conftest import FILES, written

ERROR, WARNING, INFORMATION, HINT = 1, 2, 3, 4


def _under(text: str, shown: Json) -> str:
    place = shown["range"]
    return text[index_of(text, place["start"]) : index_of(text, place["end"])]


def _of(found: list[Json], code: str) -> list[Json]:
    return [each for each in found if each["code"] == code]


def test_findings_of_an_open_file_are_shown_at_their_place(editor: Editor, estate: Path) -> None:
    uri = editor.open(estate / "inventory/servers.yaml")
    (ended,) = _of(editor.diagnostics(uri), "unsupported-software")
    assert _under(editor.texts[uri], ended) == "windows-server@2012-r2"
    assert ended["severity"] == ERROR
    assert ended["tags"] == [2]
    assert ended["source"] == "estate"
    (small,) = _of(editor.diagnostics(uri), "small-server")
    assert small["severity"] == INFORMATION
    assert small["codeDescription"] == {"href": "https://example.org/lore"}


def test_a_rule_that_has_a_page_in_the_estate_is_linked_to_it(editor: Editor, estate: Path) -> None:
    written(estate, {"docs/rules/small-server.md": "# small-server\n"})
    uri = editor.open(estate / "inventory/servers.yaml")
    (small,) = _of(editor.diagnostics(uri), "small-server")
    page = estate / "docs/rules/small-server.md"
    assert small["codeDescription"] == {"href": page.as_uri()}


def test_a_finding_points_at_what_else_it_rests_on(editor: Editor, estate: Path) -> None:
    both = FILES["own.yaml"].replace("cores < 4", 'cores < 4 and name != "Two"')
    written(estate, {"own.yaml": both})
    uri = editor.open(estate / "inventory/servers.yaml")
    (small,) = _of(editor.diagnostics(uri), "small-server")
    assert _under(editor.texts[uri], small) == "2"
    (related,) = small["relatedInformation"]
    assert related["message"] == "name: One \N{PILE OF POO}"
    assert related["location"]["uri"] == uri
    assert _under(editor.texts[uri], related["location"]) == "One \N{PILE OF POO}"


def test_a_problem_in_unsaved_text_is_shown_at_once(editor: Editor, estate: Path) -> None:
    uri = editor.open(estate / "inventory/servers.yaml")
    editor.diagnostics(uri)
    text = editor.texts[uri].replace('"srv-one"', '"srv-on"')
    version = editor.change(uri, text)
    (found,) = editor.diagnostics(uri, version)
    assert found["code"] == "unknown-reference"
    assert found["severity"] == ERROR
    assert "did you mean 'srv-one'?" in found["message"]
    line = '  srv-two: {name: "\N{PILE OF POO}", "hosted_on": ['
    start = len(line.encode("utf-16-le", "surrogatepass")) // 2
    row = text[: text.index("srv-two")].count("\n")
    assert found["range"] == {
        "start": {"line": row, "character": start},
        "end": {"line": row, "character": start + len('"srv-on"')},
    }
    assert (estate / "inventory/servers.yaml").read_text() == FILES["inventory/servers.yaml"]
    editor.change(uri, FILES["inventory/servers.yaml"])
    assert _of(editor.diagnostics(uri), "unsupported-software")


@pytest.mark.parametrize(("encoding", "extra"), [("utf-8", 3), ("utf-16", 1), ("utf-32", 0)])
def test_columns_are_counted_as_client_and_server_agree(
    estate: Path, encoding: str, extra: int
) -> None:
    with Editor(estate, encodings=(encoding,)) as editor:
        assert editor.server["capabilities"]["positionEncoding"] == encoding
        text = FILES["inventory/servers.yaml"].replace('"srv-one"', '"srv-on"')
        uri = editor.open(estate / "inventory/servers.yaml", text)
        (found,) = editor.diagnostics(uri)
        line = next(line for line in text.splitlines() if "srv-two" in line)
        assert found["range"]["start"]["character"] == line.index('"srv-on"') + extra


def test_a_problem_is_told_with_what_explains_it(editor: Editor, estate: Path) -> None:
    other = editor.open(estate / "inventory/applications.yaml")
    text = FILES["inventory/servers.yaml"] + "  payroll: {name: Again}\n"
    uri = editor.open(estate / "inventory/servers.yaml", text)
    found = [*editor.diagnostics(uri), *editor.diagnostics(other)]
    (twice,) = _of(found, "duplicate-id")
    (related,) = twice["relatedInformation"]
    assert related["location"]["uri"] in {uri, other}
    assert related["message"] == "it stands here first"


def test_a_problem_in_a_file_that_is_not_open_is_shown_too(editor: Editor, estate: Path) -> None:
    uri = editor.open(estate / "inventory/applications.yaml")
    before = editor.diagnostics(uri)
    assert before
    broken = estate / "inventory/servers.yaml"
    broken.write_text(FILES["inventory/servers.yaml"] + "  srv-three: [\n")
    change = {"uri": broken.as_uri(), "type": 2}
    editor.tell("workspace/didChangeWatchedFiles", {"changes": [change]})
    assert [each["code"] for each in editor.next_diagnostics(broken.as_uri())] == ["invalid-yaml"]
    assert editor.diagnostics(uri) == before, "what was found in the others stays"
    broken.write_text(FILES["inventory/servers.yaml"])
    editor.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert editor.next_diagnostics(broken.as_uri()) == []


def test_what_is_closed_counts_as_it_is_on_disk(editor: Editor, estate: Path) -> None:
    uri = editor.open(estate / "inventory/applications.yaml", "applications: {x: {nam: X}}\n")
    assert {each["code"] for each in editor.diagnostics(uri)} == {"invalid-field"}
    editor.close(uri)
    assert editor.next_diagnostics(uri) == []


def test_settings_and_rules_are_read_as_they_are_typed(editor: Editor, estate: Path) -> None:
    settings = editor.open(estate / "estate.yaml", FILES["estate.yaml"] + "ignore: [small-serve]\n")
    (found,) = editor.diagnostics(settings)
    assert _under(editor.texts[settings], found) == "small-serve"
    editor.change(settings, FILES["estate.yaml"] + "ignore: [small-server]\n")
    assert editor.diagnostics(settings) == []
    rules = editor.open(estate / "own.yaml", FILES["own.yaml"].replace("cores < 4", "coers < 4"))
    (found,) = editor.diagnostics(rules)
    assert (found["code"], _under(editor.texts[rules], found)) == ("invalid-rule", "coers")
    editor.change(rules, FILES["own.yaml"])
    assert editor.diagnostics(rules) == []
    editor.change(settings, "estate: 2\nname: Sandling\n")
    assert [each["code"] for each in editor.diagnostics(settings)] == ["invalid-field"]


def test_a_pack_that_is_not_there_is_told_in_the_settings(editor: Editor, estate: Path) -> None:
    uri = editor.open(estate / "estate.yaml", "estate: 1\nname: Sandling\nrules: [gone]\n")
    (found,) = editor.diagnostics(uri)
    assert "gone" in found["message"]


def test_a_file_that_is_not_saved_yet_belongs_to_the_estate(editor: Editor, estate: Path) -> None:
    uri = editor.open(estate / "inventory/new.yaml", "servers: {srv-new: {name: New, cores: 1}}\n")
    assert _of(editor.diagnostics(uri), "small-server")


def test_an_accepted_finding_is_a_hint(editor: Editor, estate: Path) -> None:
    text = FILES["inventory/plans.yaml"].partition("exceptions:")[0]
    text += """\
exceptions:
  ex-2:
    rule: small-server
    covers: [srv-one]
    organisation: sandling
    risk: It is slow.
    accepted_by: Architect
    accepted_on: 2026-11-01
    review_by: 2026-12-01
    expires: 2026-12-31
    facts:
      on: 2026-11-01
      subjects:
        srv-one: {cores: "2", criticality: unknown, exposure: unknown, personal_data: unknown}
"""
    uri = editor.open(estate / "inventory/servers.yaml")
    plans = editor.open(estate / "inventory/plans.yaml", text)
    editor.diagnostics(plans)
    (small,) = _of(editor.diagnostics(uri), "small-server")
    assert (small["severity"], "(accepted by ex-2)" in small["message"]) == (HINT, True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\N{ZERO WIDTH NO-BREAK SPACE}servers: {a: {}}",
        "servers:\r\n  a: {}\r\n",
        "a\x85b: [",
        "\0",
        "servers: {a: {name: \ud800}}",
    ],
)
def test_every_range_lies_within_the_document(editor: Editor, estate: Path, text: str) -> None:
    uri = editor.open(estate / "inventory/servers.yaml", text)
    found = editor.diagnostics(uri)
    rows = text.replace("\r\n", "\n").split("\n")
    assert found or not text
    for place in (shown["range"][end] for shown in found for end in ("start", "end")):
        assert (
            place["character"] <= len(rows[place["line"]].encode("utf-16-le", "surrogatepass")) // 2
        )
