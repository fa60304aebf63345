"""Records taken out of files, and into comments."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.edit.layouts import documents

from estate.edit.cutting import fold, marker_for, unfold, without_records
from estate.edit.sheet import same
from estate.errors import EditError
from estate.read import read_document

NAME = "inventory/a.yaml"


@pytest.mark.parametrize(
    ("before", "gone", "after"),
    [
        (
            "servers:\n  # of a\n  a: {name: A}\n\n  # of b\n  b: {name: B}\n",
            [("servers", "a")],
            "servers:\n\n  # of b\n  b: {name: B}\n",
        ),
        ("servers:\n  a: {name: A}\n", [("servers", "a")], "servers:\n"),
        ("servers: {a: {x: 1}, b: {}, c: {}}", [("servers", "b")], "servers: {a: {x: 1}, c: {}}"),
        ("servers: {a: , b: {}, c: {}}", [("servers", "b"), ("servers", "c")], "servers: {a: }"),
        ("servers: {a: {}, b: {}}", [("servers", "b"), ("servers", "a")], "servers: {}"),
        (("servers:\r\n"
"  # a\r\n"
"  a: {}\r\n"
"  b: {}\r\n"), [("servers", "a")], ("servers:\r\n"
"  b: {}\r\n")),
        ("servers:\n  a: {}\n  b: {}", [("servers", "b")], "servers:\n  a: {}\n"),
    ],
)  # fmt: skip
def test_a_file_without_records(before: str, gone: list[tuple[str, str]], after: str) -> None:
    assert without_records(before, gone, name=NAME) == after


def test_what_an_alias_needs_stays() -> None:
    text = "servers:\n  a: &x {name: A}\n  b: *x\n"
    with pytest.raises(EditError):
        without_records(text, [("servers", "a")], name=NAME)


def test_what_a_merge_key_brings_cannot_be_cut() -> None:
    text = "a: &x {s: {}}\nservers:\n  <<: *x\n  b: {}\n"
    with pytest.raises(EditError, match=r"servers\.s is brought"):
        without_records(text, [("servers", "s")], name=NAME)


def test_records_in_comments() -> None:
    text = "servers:\n  a:\n    name: A  # it\n    notes: |\n      x\n\n      y\n  b: {}\n"
    folded = fold(text, [("servers", "a")], marker_for(text), name=NAME)
    assert folded == (
        "servers:\n"
        "#=   a:\n"
        "#=     name: A  # it\n"
        "#=     notes: |\n"
        "#=       x\n"
        "#= \n"
        "#=       y\n"
        "  b: {}\n"
    )
    assert unfold(folded, "#= ") == text


def test_a_comment_like_ours_stays_a_comment() -> None:
    text = "servers:\n#= b: {}\n  a: {}\n"
    marker = marker_for(text)
    folded = fold(text, [("servers", "a")], marker, name=NAME)
    assert folded is not None
    assert unfold(folded, marker) == text


def test_brackets_hold_no_such_comment() -> None:
    assert fold("servers: {a: {}}", [("servers", "a")], "#= ", name=NAME) is None


@given(documents(), st.data())
def test_any_record_comes_back_byte_for_byte(
    drawn: tuple[str, dict[str, Any]], data: st.DataObject
) -> None:
    text, values = drawn
    section = data.draw(st.sampled_from(sorted(values)))
    key = data.draw(st.sampled_from(sorted(values[section])))
    marker = marker_for(text)
    try:
        folded = fold(text, [(section, key)], marker, name=NAME)
        cut = without_records(text, [(section, key)], name=NAME)
    except EditError:
        assert "*" in text
        return
    left = {k: v for k, v in read_document(NAME, text.encode()).values.items() if k != section}
    now = read_document(NAME, cut.encode()).values
    assert same({k: v for k, v in now.items() if k != section}, left)
    assert key not in (now.get(section) or {})
    if folded is not None:
        assert unfold(folded, marker) == text
