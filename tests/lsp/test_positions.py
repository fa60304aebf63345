"""Laws of counting: there and back again, and never outside of the text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lsprotocol.types import Position
from pygls.workspace import PositionCodec

from estate.errors import Location
from estate.lsp.positions import Page, smallest_edit

SIGNS = "ab\u00e9\u4e2d\U0001f4a9\n\r\x85\u2028\N{ZERO WIDTH NO-BREAK SPACE}"
texts = st.text(SIGNS, max_size=30)
codecs = st.sampled_from([PositionCodec(kind) for kind in ("utf-8", "utf-16", "utf-32")])
numbers = st.integers(0, 40)


@given(texts, codecs, st.integers(0, 30))
def test_a_place_is_the_same_there_and_back(text: str, codec: PositionCodec, index: int) -> None:
    page = Page(text, codec)
    mark = page.mark_at(min(index, len(text)))
    assert page.mark(page.position(mark)) == mark


@given(texts, codecs, numbers, numbers)
def test_a_position_that_is_nowhere_is_the_nearest(
    text: str, codec: PositionCodec, line: int, character: int
) -> None:
    page = Page(text, codec)
    row, column = page.mark(Position(line, character))
    assert row < len(page.lines)
    assert column <= len(page.lines[row])


@given(texts, codecs, numbers, numbers, numbers, numbers)
def test_every_range_lies_within_the_text(  # noqa: PLR0913 - a place has four numbers
    text: str, codec: PositionCodec, line: int, column: int, end_line: int, end_column: int
) -> None:
    page = Page(text, codec)
    found = page.range_of(Location("a.yaml", line, column, end_line, end_column))
    assert found.start <= found.end
    for place in (found.start, found.end):
        assert page.position(page.mark(place)) == place


@given(texts, texts, codecs)
@example("\r\n", "\r", PositionCodec())
@example("\r\n", "\n", PositionCodec())
@example("\n", "\r\n", PositionCodec())
@example("a\r\n\r\n", "a\r\n", PositionCodec())
def test_the_smallest_edit_makes_the_one_text_the_other(
    old: str, new: str, codec: PositionCodec
) -> None:
    page = Page(old, codec)
    edit = smallest_edit(page, new)
    start, end = page.index(page.mark(edit.range.start)), page.index(page.mark(edit.range.end))
    assert old[:start] + edit.new_text + old[end:] == new


@pytest.mark.parametrize("mark", ["", "\N{ZERO WIDTH NO-BREAK SPACE}"])
def test_the_reader_does_not_count_a_byte_order_mark(mark: str) -> None:
    page = Page(f"{mark}ab: c\nd: e\n", PositionCodec())
    first = page.range_of(Location("a.yaml", 1, 1, 1, 3))
    assert page.between((page.mark(first.start), page.mark(first.end))) == "ab"
    second = page.range_of(Location("a.yaml", 2, 1, 2, 2))
    assert (second.start, second.end) == (Position(1, 0), Position(1, 1))
