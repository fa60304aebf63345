"""The laws of the layout: nothing that is said changes, no comment goes, and once is enough."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from hypothesis import assume, event, given
from hypothesis import strategies as st
from tests.edit.canonical.wild import scribbles
from tests.edit.layouts import COMMENTS, documents

from estate.edit.canonical import INVENTORY, Form, format_text
from estate.edit.canonical.remarks import remarks_of
from estate.edit.node import root_of
from estate.edit.sheet import same
from estate.read import read_document
from estate.read.parser import new_parser

NAME = "inventory/a.yaml"
_REMARK = re.compile(r"# ?c[0-9]+")
FORMS = st.builds(Form, order=st.just(INVENTORY), deep=st.integers(0, 4), apart=st.integers(0, 3))


def formatted(text: str, form: Form | None = None) -> str:
    return format_text(text, form or Form(), name=NAME)


def read(text: str) -> dict[str, Any]:
    document = read_document(NAME, text.encode())
    assert not document.problems
    return document.values


def comments(text: str) -> Counter[str]:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    root = root_of(plain, new_parser(plain).get_event, lambda mark: int(mark.index))
    return Counter(remark.text for remark in remarks_of(plain, root))


@given(documents(), FORMS)
def test_nothing_that_is_said_changes(drawn: tuple[str, dict[str, Any]], form: Form) -> None:
    text, values = drawn
    assert same(read(formatted(text, form)), values)


@given(documents(), FORMS)
def test_once_is_enough(drawn: tuple[str, dict[str, Any]], form: Form) -> None:
    once = formatted(drawn[0], form)
    assert formatted(once, form) == once


@given(documents())
def test_every_comment_stays(drawn: tuple[str, dict[str, Any]]) -> None:
    text, _ = drawn
    found = comments(text)
    event(f"{min(len(found), 3)} comments or more")
    assert set(found) <= set(COMMENTS)
    assert comments(formatted(text)) == found


@given(documents())
def test_a_file_is_lines_without_blanks_at_their_ends(drawn: tuple[str, dict[str, Any]]) -> None:
    text = formatted(drawn[0])
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert "\ufeff" not in text
    assert "\n\n\n" not in text or any("\n\n" in each for each in _texts(read(text)))


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [str(value)]


@given(scribbles(), FORMS)
def test_all_of_it_holds_for_what_people_leave(text: str, form: Form) -> None:
    document = read_document(NAME, text.encode())
    event(f"readable: {not document.problems}")
    assume(not document.problems)
    once = formatted(text, form)
    assert same(read(once), document.values)
    assert comments(once) == comments(text)
    assert comments(text) <= Counter(_REMARK.findall(text))  # some may be lines of a text
    assert formatted(once, form) == once
