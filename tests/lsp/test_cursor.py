"""What stands under a cursor, whatever the text around it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.lsp.cursor import spot_at, typed_at

TEXT = """\
servers:
  a: # first
    name: A
    tags: [x, "y z"]

  b: {name: B, links: {web: here}}
"""

ODD = ("\x85", "\N{PILE OF POO}", "\ue000", "\0", "<<: ")

pieces = st.lists(
    st.sampled_from([*"[]{},#'\"x|\\\n", "servers:", "  ", "a:", "- ", ": ", "&a ", "*a", *ODD]),
    max_size=25,
).map("".join)


@pytest.mark.parametrize(
    ("row", "column", "path", "role", "text"),
    [
        (0, 3, ("servers",), "key", "servers"),
        (1, 2, ("servers", "a"), "key", "a"),
        (2, 5, ("servers", "a", "name"), "key", "name"),
        (2, 11, ("servers", "a", "name"), "value", "A"),
        (3, 17, ("servers", "a", "tags", 1), "value", "y z"),
        (5, 31, ("servers", "b", "links", "web"), "value", "here"),
    ],
)
def test_what_stands_there(
    row: int, column: int, path: tuple[str | int, ...], role: str, text: str
) -> None:
    spot = spot_at(TEXT.splitlines(), (row, column))
    assert spot is not None
    assert (spot.path, spot.role, spot.text) == (path, role, text)
    assert spot.span[0] <= (row, column) <= spot.span[1]


def test_nothing_stands_on_a_blank_line() -> None:
    assert spot_at(TEXT.splitlines(), (4, 0)) is None


def test_a_quote_that_is_escaped_closes_nothing() -> None:
    lines = ["servers:", r'  a: {tags: ["5\" disk [", te']
    (spot,) = typed_at(lines, (1, len(lines[1])))
    assert (spot.path, spot.role, spot.text) == (("servers", "a", "tags", 1), "value", "te")


@pytest.mark.parametrize("broken", ["\ta: b", "  a: {x: ]", "  a: [b}, c"])
def test_nothing_stands_in_what_is_no_yaml(broken: str) -> None:
    assert spot_at(["servers:", broken], (1, len(broken))) is None


def test_below_an_empty_section_another_may_begin() -> None:
    (spot,) = typed_at(["servers:", "", ""], (2, 0))
    assert (spot.path, spot.role) == (("",), "key")


@given(pieces, st.integers(0, 8), st.integers(0, 30))
def test_no_text_is_too_broken_to_be_asked_about(text: str, row: int, column: int) -> None:
    lines = text.split("\n")
    row = min(row, len(lines) - 1)
    mark = row, min(column, len(lines[row]))
    there = spot_at(lines, mark)
    for spot in [*([there] if there else []), *typed_at(lines, mark)]:
        assert spot.span[0] <= mark <= spot.span[1]
        assert spot.path
