"""Hover, definition, references and the outline."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.lsp.client import Editor, Json, index_of, position
from tests.lsp.conftest import FILES


def _at(editor: Editor, uri: str, needle: str, into: int = 1, skip: int = 0) -> dict[str, Json]:
    """Return the place of a needle in an open document; `skip` passes over earlier ones."""
    index = -1
    for _ in range(skip + 1):
        index = editor.texts[uri].index(needle, index + 1)
    place = position(editor.texts[uri], index + into)
    return {"textDocument": {"uri": uri}, "position": place}


def _under(shown: Json) -> str:
    """Return the text of a file at a location."""
    text = FILES[f"inventory/{shown['uri'].rsplit('/', 1)[1]}"]
    return text[slice(*(index_of(text, shown["range"][end]) for end in ("start", "end")))]


def _hover(editor: Editor, uri: str, needle: str, into: int = 1) -> str:
    found = editor.ask("textDocument/hover", _at(editor, uri, needle, into))
    return found["contents"]["value"] if found else ""


@pytest.fixture
def applications(editor: Editor, estate: Path) -> str:
    """Open the applications, and wait until they are judged."""
    uri = editor.open(estate / "inventory/applications.yaml")
    editor.diagnostics(uri)
    return uri


def test_hover_shows_a_card_where_a_record_is_named_or_stands(
    editor: Editor, applications: str
) -> None:
    card = _hover(editor, applications, "srv-one")
    assert card.startswith("**One \N{PILE OF POO}**")
    assert "server `srv-one` in inventory/servers.yaml" in card
    assert "- windows\\-server 2012\\-r2: support ended 2023-10-10" in card
    assert "- needed by `payroll`, `srv-two`" in card
    assert "- critical: One" in card
    assert "- needs `srv-one`, `srv-two`" in _hover(editor, applications, "payroll:")


def test_hover_shows_the_dates_of_a_product_and_what_a_field_means(
    editor: Editor, applications: str
) -> None:
    for needle in ("windows-server", '"2022"'):
        dates = _hover(editor, applications, needle)
        assert "- security support: until 2026-10-13" in dates or "2031" in dates
        assert "On 2026-11-21: " in dates
    assert "How bad its loss is." in _hover(editor, applications, "criticality")
    assert _hover(editor, applications, "applications:") == "A system that people use."
    assert _hover(editor, applications, "Payroll").startswith("**name**: ")


def test_hover_shows_what_a_rule_says(editor: Editor, estate: Path) -> None:
    plans = editor.open(estate / "inventory/plans.yaml")
    assert "**What to do:**" in _hover(editor, plans, "unsupported-software")
    settings = editor.open(estate / "estate.yaml")
    assert "`unsupported-software`" in _hover(editor, settings, "unsupported-software")
    assert "**severity**" in _hover(editor, settings, "severity:")
    rules = editor.open(estate / "own.yaml")
    assert "Small servers are slow" in _hover(editor, rules, "small-server")


def test_hover_of_what_nobody_knows(editor: Editor, estate: Path) -> None:
    text = "applications:\n  a: {name: A, product: quux, version: 1, runs_on: [gone]}\n# x\n"
    uri = editor.open(estate / "inventory/a.yaml", text)
    assert _hover(editor, uri, "quux") == "quux is not in the catalogue."
    assert _hover(editor, uri, "gone").startswith("**runs\\_on**")
    assert _hover(editor, uri, "# x") == ""


def test_names_of_records_are_shown_as_text(editor: Editor, estate: Path) -> None:
    text = "applications:\n  a: {name: '[x](http://y) *z* <b>'}\n"
    uri = editor.open(estate / "inventory/a.yaml", text)
    editor.diagnostics(uri)
    assert "\\[x\\]\\(http://y\\) \\*z\\* \\<b\\>" in _hover(editor, uri, "a:", 0)


def test_definition_of_an_id(editor: Editor, applications: str, estate: Path) -> None:
    found = editor.ask("textDocument/definition", _at(editor, applications, "srv-two"))
    text = FILES["inventory/servers.yaml"]
    assert found["uri"] == (estate / "inventory/servers.yaml").as_uri()
    assert index_of(text, found["range"]["start"]) == text.index("srv-two")
    assert index_of(text, found["range"]["end"]) == text.index("srv-two") + len("srv-two")
    assert editor.ask("textDocument/definition", _at(editor, applications, "Payroll")) is None


def test_what_stands_nowhere_has_no_definition(editor: Editor, estate: Path) -> None:
    text = FILES["inventory/applications.yaml"].replace("to: srv-one", "to: gone")
    uri = editor.open(estate / "inventory/applications.yaml", text)
    assert editor.ask("textDocument/definition", _at(editor, uri, "gone")) is None
    servers = editor.open(estate / "inventory/servers.yaml")
    assert editor.ask("textDocument/definition", _at(editor, uri, "srv-two")) is not None
    editor.change(servers, "servers:\n  srv-one: [\n")
    assert editor.ask("textDocument/definition", _at(editor, uri, "srv-two")) is None


def test_definition_follows_what_is_not_saved(
    editor: Editor, applications: str, estate: Path
) -> None:
    servers = editor.open(estate / "inventory/servers.yaml")
    editor.change(servers, "# one more line\n" + editor.texts[servers])
    found = editor.ask("textDocument/definition", _at(editor, applications, "srv-two"))
    start = index_of(editor.texts[servers], found["range"]["start"])
    assert editor.texts[servers][start:].startswith("srv-two:")


@pytest.mark.parametrize(("declared", "count"), [(True, 8), (False, 7)])
def test_references_of_an_id(
    editor: Editor, applications: str, *, declared: bool, count: int
) -> None:
    asked = {
        **_at(editor, applications, "srv-one"),
        "context": {"includeDeclaration": declared},
    }
    found = editor.ask("textDocument/references", asked)
    texts = [_under(each) for each in found]
    assert {text.strip('"') for text in texts} == {"srv-one"}
    assert len(found) == count


def test_what_is_no_section_names_nothing(editor: Editor, estate: Path) -> None:
    text = FILES["inventory/applications.yaml"] + "nonsense: {srv-one: {runs_on: [srv-one]}}\n"
    uri = editor.open(estate / "inventory/applications.yaml", text)
    asked = {**_at(editor, uri, "srv-one"), "context": {"includeDeclaration": True}}
    assert len(editor.ask("textDocument/references", asked)) == 8
    assert editor.ask("textDocument/definition", _at(editor, uri, "srv-one", skip=3)) is None


def test_references_in_defaults_and_in_the_settings(editor: Editor, estate: Path) -> None:
    settings = editor.open(
        estate / "estate.yaml", FILES["estate.yaml"] + "defaults: {organisation: sandling}\n"
    )
    uri = editor.open(estate / "inventory/organisations.yaml")
    asked = {**_at(editor, uri, "sandling"), "context": {"includeDeclaration": False}}
    found = editor.ask("textDocument/references", asked)
    files = sorted(each["uri"].rsplit("/", 1)[1] for each in found)
    assert files == ["applications.yaml", "estate.yaml", "plans.yaml", "servers.yaml"]
    there = editor.ask("textDocument/definition", _at(editor, settings, "sandling"))
    assert there["uri"] == uri


def test_the_outline_of_a_file(editor: Editor, applications: str) -> None:
    found = editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": applications}})
    assert [each["name"] for each in found] == ["defaults", "applications"]
    (record,) = found[1]["children"]
    assert (record["name"], record["detail"]) == ("payroll", "Payroll")
    text = editor.texts[applications]
    start = index_of(text, record["range"]["start"])
    end = index_of(text, record["range"]["end"])
    assert text[start:end].startswith("payroll:")
    assert text[start:end].endswith("any_of: [srv-one, srv-two]")


def test_the_outline_is_that_of_an_inventory(editor: Editor, estate: Path) -> None:
    settings = editor.open(estate / "estate.yaml")
    assert not editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": settings}})
