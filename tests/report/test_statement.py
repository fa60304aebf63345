"""A statement, laid out three ways: nothing in it acts, and it fits the screen."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.attacks import hostile_texts

from estate.report.statement import Picture, Section, Statement, Table, markdown, page, text


def _statement(word: str = "Plain", rows: int = 2) -> Statement:
    table = Table(
        f"About {word}",
        ("What", "Words", "1", "2", "3"),
        (("head", "", "", "", ""), *((word, word, "1,200", "-5", "0") for _ in range(rows))),
        frozenset({2, 3, 4}),
        frozenset({0}),
    )
    numbers = Table(
        "Numbers", ("", *"123456789"), (("  row", *["1,234,567"] * 9),), frozenset(range(1, 10))
    )
    picture = Picture("<svg></svg>", lambda width, most: ("=" * width, f"of {most}"))
    section = Section("one", "One", (f"Says {word}.",), (table, numbers), picture)
    return Statement(word, f"a title of {word}", "0.1.0", (f"Leads with {word}.",), (section,))


def _text(statement: Statement, **how: object) -> str:
    return "".join(text.render(statement, **how))  # type: ignore[arg-type]


def test_text_says_everything_in_its_order() -> None:
    lines = _text(_statement(), width=100).splitlines()
    assert lines[0] == "Plain: a title of Plain"
    wanted = ["Leads with Plain.", "One", "Says Plain.", "=" * 100, "About Plain", "head"]
    assert [line for line in lines if line in wanted] == wanted
    assert "Plain  Plain  1,200  -5  0" in lines


def test_columns_of_numbers_go_on_below_where_they_do_not_fit() -> None:
    shown = _text(_statement(), width=60)
    assert len(re.findall(r"^  row", shown, re.MULTILINE)) == 2
    assert shown.count("1,234,567") == 9


def test_a_long_table_is_cut_and_says_so() -> None:
    cut = _text(_statement(rows=30), width=100)
    assert "and 11 more (-v, or --format csv)" in cut
    whole = _text(_statement(rows=30), width=100, detail="verbose")
    assert "more (-v" not in whole
    assert whole.count("1,200") == 30


def test_quiet_is_what_it_says_first() -> None:
    assert _text(_statement(), detail="quiet") == ("Plain: a title of Plain\n\nLeads with Plain.\n")


def test_colours_change_no_word() -> None:
    coloured = _text(_statement(), colour=True)
    assert "\x1b[1m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == _text(_statement())


def _noted(word: str = "Plain", rows: int = 2) -> Statement:
    table = Table(
        "Why", ("what", "1", "because"), ((word, "1", word),) * rows, under=frozenset({2})
    )
    return Statement(word, "notes", "0.1.0", (word,), (Section("n", "N", tables=(table,)),))


def test_what_a_terminal_has_no_room_for_stands_below_its_row() -> None:
    lines = _text(_noted()).splitlines()
    at = lines.index("what   1")
    assert lines[at + 1 : at + 5] == ["Plain  1", "    because: Plain"] * 2
    assert "| what | 1 | because |" in "".join(markdown.render(_noted()))
    assert '<td class="wide"><bdi>Plain</bdi></td>' in "".join(page.render(_noted()))


def test_what_stands_below_a_row_is_said_once_where_numbers_go_on_below() -> None:
    head = ("what", *"123456789", "because")
    rows = (("row", *["1,234,567"] * 9, "of it"), ("bare", *["1"] * 9, ""))
    table = Table("T", head, rows, frozenset(range(1, 10)), under=frozenset({10}))
    section = Section("s", "S", tables=(table,))
    shown = _text(Statement("E", "t", "0", (), (section,)), width=60)
    assert len(re.findall("^row", shown, re.MULTILINE)) == 2
    assert shown.count("    because: ") == 1


def test_a_document_with_bounds_says_what_it_leaves_out() -> None:
    (section,) = _noted(rows=1001).bounded(1000).sections
    assert section.says == ("The first 1,000 of 1,001 are listed; JSON and CSV have all of them.",)
    assert len(section.tables[0].rows) == 1000
    assert _noted(rows=1000).bounded(1000) == _noted(rows=1000)


@given(hostile_texts, st.integers(60, 120))
@settings(max_examples=40)
def test_what_stands_below_is_harmless_too(word: str, width: int) -> None:
    shown = _text(_noted(word), width=width).split("\n")
    assert all(line.isprintable() and len(line) <= width for line in shown)


@given(hostile_texts, st.integers(60, 120))
@settings(max_examples=40)
def test_text_is_harmless_and_no_wider_than_the_screen(word: str, width: int) -> None:
    shown = _text(_statement(word), width=width)
    assert all(line.isprintable() for line in shown.split("\n"))
    assert all(len(line) <= width for line in shown.split("\n"))


@given(hostile_texts)
@settings(max_examples=40)
def test_markdown_keeps_its_tables_and_calls_nothing(word: str) -> None:
    shown = "".join(markdown.render(_statement(word)))
    rows = [line for line in shown.splitlines() if line.startswith("|")]
    assert len(rows) == 2 + 3 + 2 + 1
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6, 11}
    assert not re.search(r"(?<!\\)<script", shown)
    assert not re.search(r"(?<!\\)\]\(", shown)


@given(hostile_texts)
@settings(max_examples=20)
def test_a_page_holds_texts_as_texts(word: str) -> None:
    shown = "".join(page.render(_statement(word)))
    assert "<script" not in shown.lower()
    assert shown.count("<table>") == 2
    assert shown.count("<svg>") == 1


def test_a_page_can_be_read_without_seeing_it() -> None:
    shown = "".join(page.render(_statement()))
    assert '<html lang="en-GB">' in shown
    assert "<h1>A title of Plain</h1>" in shown
    assert shown.count('scope="col"') == 5 + 10
    for region in re.findall(r'aria-labelledby="([^"]+)"', shown):
        assert f'id="{region}"' in shown


@pytest.mark.parametrize("name", ["default-src 'none'", "style-src 'sha256-"])
def test_a_page_may_load_nothing(name: str) -> None:
    assert name in "".join(page.render(_statement())).replace("&#39;", "'")
