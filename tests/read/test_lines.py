from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from estate.read.source import Lines, source_of

TEXTS = st.text(alphabet="ab \r\n\x85\u2028\u2029", max_size=12)
ODD = "\x85\u2028\u2029"


@given(TEXTS)
def test_lines_are_those_that_splitting_at_breaks_gives(text: str) -> None:
    assert list(Lines(text)) == re.split(r"\r\n?|\n", text)
    assert list(Lines(text, ODD)) == re.split(f"\r\n?|[\n{ODD}]", text)


@given(TEXTS, st.slices(12), st.integers(-12, 12))
def test_a_line_or_some_of_them_are_had_as_from_a_list(text: str, some: slice, one: int) -> None:
    lines, listed = Lines(text), list(Lines(text))

    assert lines[some] == listed[some]
    if -len(listed) <= one < len(listed):
        assert lines[one] == listed[one]


def test_parser_and_editor_share_their_lines_where_they_count_alike() -> None:
    alike = source_of("a.yaml", "a: b\nc: d\n")
    unlike = source_of("a.yaml", "a: b\u2028c: d\n")

    assert alike.parser_lines is alike.lines
    assert list(unlike.parser_lines) == ["a: b", "c: d", ""]
    assert list(unlike.lines) == ["a: b\u2028c: d", ""]
