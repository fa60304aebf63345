"""YAML 1.2's core meaning: every scalar is the text that was written, but for null."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.model.types import NULL
from estate.read import Document, has_libyaml, read_document


def values(text: str, name: str = "a.yaml") -> Any:  # noqa: ANN401 - raw values
    document = read_document(name, text.encode())
    assert document.problems == []
    assert document.whole
    return document.values


def value(written: str) -> Any:  # noqa: ANN401 - as above
    return values(f"key: {written}\n")["key"]


@pytest.mark.parametrize(
    "written",
    [
        *("no", "NO", "No", "yes", "on", "off", "y", "n"),
        *("true", "True", "TRUE", "false"),
        *(
            "10.10",
            "1.0",
            "1e3",
            "0x1F",
            "0o14",
            "014",
            "0b11",
            "1_000",
            "+1",
            ".5",
            ".inf",
            ".NaN",
        ),
        *("12:30:45", "190:20:30", "1:2"),
        *("2026-11-21", "2026-11-21T10:00:00Z", "2026-11-21 10:00:00"),
        *("nULL", "nil", "None", "~x", "null null", "<<", "=", "-x", "?x", ":x"),
    ],
)
def test_a_plain_scalar_is_what_was_written(written: str) -> None:
    assert value(written) == written
    assert value(written) is not NULL


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", "# nothing", "!!str # x"])
def test_null(written: str) -> None:
    if written.startswith("!!str"):
        assert value(written) == ""
        assert value(written) is not NULL
    else:
        assert value(written) is NULL


@pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL"])
@pytest.mark.parametrize("form", ["'{}'", '"{}"', "!!str {}", "! {}"])
def test_a_null_in_quotes_is_a_text(word: str, form: str) -> None:
    if word or form[0] in "'\"":
        assert value(form.format(word)) == word
        assert value(form.format(word)) is not NULL


def test_nulls_stand_in_lists_and_mappings_too() -> None:
    assert values("a: [~, '~', , null]\n".replace(" ,", "")) == {"a": [NULL, "~", NULL]}
    assert value("{x: , y: ~, z: ''}") == {"x": NULL, "y": NULL, "z": ""}
    assert values("a:\n  -\n  - x\n")["a"] == [NULL, "x"]


def test_keys_are_texts() -> None:
    text = "1: a\ntrue: b\n~: c\n2026-01-01: d\n'quoted': e\n? explicit\n: f\n"
    assert list(values(text)) == ["1", "true", "~", "2026-01-01", "quoted", "explicit"]


def test_texts_of_several_lines() -> None:
    text = (
        "a: |\n  one\n   two\n\n  three\nb: >\n  one\n  two\n\n  three\nc: >-\n  x\nd: one\n  two\n"
    )
    assert values(text) == {
        "a": "one\n two\n\nthree\n",
        "b": "one two\nthree\n",
        "c": "x",
        "d": "one two",
    }


def test_escapes() -> None:
    assert value(r'"\x41\u00e9\U0001F680\t\/"') == "Aé\N{ROCKET}\t/"
    assert value("'it''s'") == "it's"


class TestAnchors:
    def test_an_alias_is_what_its_anchor_is(self) -> None:
        text = "a: &x {k: v}\nb: *x\nc: &y [1]\nd: *y\ne: &z word\nf: *z\n&k g: *k\n"
        assert values(text) == {
            "a": {"k": "v"},
            "b": {"k": "v"},
            "c": ["1"],
            "d": ["1"],
            "e": "word",
            "f": "word",
            "g": "g",
        }

    def test_the_latest_anchor_of_a_name_is_meant(self) -> None:
        assert values("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")["d"] == "2"

    def test_a_merge_gives_what_is_not_there(self) -> None:
        text = "a: &a {p: 1, q: 2}\nb: {<<: *a, q: 3, r: 4}\nc: {q: 3, <<: *a}\n"
        merged = values(text)
        assert merged["b"] == {"p": "1", "q": "3", "r": "4"}
        assert merged["c"] == {"p": "1", "q": "3"}

    def test_of_several_merged_the_earlier_wins(self) -> None:
        text = "a: &a {p: 1, q: 1}\nb: &b {q: 2, r: 2}\nc: {<<: [*a, *b]}\nd: {<<: {p: 5}}\n"
        assert values(text)["c"] == {"p": "1", "q": "1", "r": "2"}
        assert values(text)["d"] == {"p": "5"}

    def test_what_is_merged_may_be_merged_itself(self) -> None:
        text = "a: &a {p: 1}\nb: &b {<<: *a, q: 2}\nc: {<<: *b}\n"
        assert values(text)["c"] == {"p": "1", "q": "2"}

    def test_sections_and_records_may_be_merged(self) -> None:
        text = "x: &x {a: {n: 1}}\ny:\n  <<: *x\n  b: {n: 2}\n"
        assert values(text)["y"] == {"a": {"n": "1"}, "b": {"n": "2"}}

    def test_a_merge_key_in_quotes_is_a_key(self) -> None:
        assert value("{'<<': x}") == {"<<": "x"}

    def test_a_merge_leaves_its_source_alone(self) -> None:
        text = "a: &a {p: 1}\nb: &b {<<: *a, q: 2}\n"
        assert values(text)["a"] == {"p": "1"}


class TestJson:
    def test_it_is_read_as_it_is_written(self) -> None:
        text = '{"a":{"b":[1,2.50,true,null,"x\\/y","\\u00e9"]},\n\t"c" : "no"}'
        assert values(text, "a.json") == {
            "a": {"b": ["1", "2.50", "true", NULL, "x/y", "é"]},
            "c": "no",
        }

    def test_pairs_of_surrogates(self) -> None:
        text = r'{"a": "\ud83d\ude80", "b": "\\ud83d\\ude80", "c": "\\\uD83D\uDE80"}'
        assert values(text, "a.json") == json.loads(text)

    def test_a_half_of_a_pair_is_no_character(self) -> None:
        document = read_document("a.json", rb'{"a": "\ud83d"}')
        assert [p.message for p in document.problems] == ["an escape that stands for no character"]

    @pytest.mark.parametrize(
        "sign", ["\x7f", "\x85", "\x9f", "\u2028", "\u2029", "\ufeff", "\uffff"]
    )
    def test_signs_that_yaml_reads_otherwise(self, sign: str) -> None:
        text = json.dumps({"a": f"x {sign} y"}, ensure_ascii=False)
        assert values(text, "a.json") == json.loads(text)

    @given(data=st.data())
    def test_nested_texts_come_back_as_they_were(self, data: st.DataObject) -> None:
        texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
        nested = st.recursive(
            texts,
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
            max_leaves=12,
        )
        made = data.draw(st.dictionaries(texts, nested, max_size=4))
        text = json.dumps(
            made,
            ensure_ascii=data.draw(st.booleans()),
            indent=data.draw(st.sampled_from([None, 2, "\t"])),
            separators=data.draw(st.sampled_from([None, (",", ":")])),
        )
        assert values(text, "a.json") == made


class TestPartly:
    """Of a text that is broken, what stands before is read."""

    def test_records_before_an_error(self) -> None:
        text = "sites:\n  a: {name: A}\n  b:\n    name: B\n    x: [\nservers:\n  c: {name: C}\n"
        document = read_document("a.yaml", text.encode())
        assert not document.whole
        assert document.values == {"sites": {"a": {"name": "A"}}}

    def test_records_under_a_section_given_twice(self) -> None:
        text = "sites:\n  a: {name: A}\nservers: {}\nsites:\n  b: {name: B}\n"
        document = read_document("a.yaml", text.encode())
        assert document.whole
        assert document.values["sites"] == {"a": {"name": "A"}, "b": {"name": "B"}}
        assert [str(p) for p in document.problems] == [
            "a.yaml:4:1: the key 'sites' a second time (expected each key once)"
        ]

    def test_what_has_no_text_is_unread(self) -> None:
        document = read_document("a.yaml", b"x" * (17 * 1024 * 1024))
        assert document.unread
        assert not document.whole
        assert not read_document("a.yaml", b"").unread
        assert not read_document("a.yaml", b"a: [").unread

    def test_a_document_may_be_made_of_values(self) -> None:
        document = Document("example", "", values={"sites": {}})
        assert (document.whole, document.unread, document.source.text) == (True, False, "")


def test_without_libyaml_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: &a {b: [1, ~, 'x']}\nc: {<<: *a}\nd: |\n  x\n"
    fast = values(text)
    assert has_libyaml()
    monkeypatch.setitem(sys.modules, "yaml.cyaml", None)
    assert not has_libyaml()
    assert values(text) == fast


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "sites:\n  a:\n    name: A\n  b: {name: B}\n",
            {("sites",): 0, ("sites", "a"): 1, ("sites", "b"): 3},
        ),
        (
            "# x\n---\nsites: {a: {name: A},\n b: {}}\n",
            {("sites",): 2, ("sites", "a"): 2, ("sites", "b"): 3},
        ),
        ("a: b\n", {("a",): 0}),
    ],
)
def test_the_lines_of_sections_and_records(text: str, lines: dict[tuple[str, ...], int]) -> None:
    assert read_document("a.yaml", text.encode()).lines == lines
