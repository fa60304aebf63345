from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.errors import Location
from estate.report.text.paint import painter
from estate.report.text.snippet import arrow, snippet
from estate.report.visible import columns

PLAIN = painter(colour=False)


def _at(text: str, first: int, last: int, line: int = 3) -> Location:
    return Location("a.yaml", line, first, line, last, text)


def _shown(*locations: Location, width: int = 80) -> list[str]:
    return list(snippet(locations, "high", width, PLAIN))


def _marked(line: str, underline: str) -> str:
    """Return what of `line` stands over the carets, column by column."""
    under = [column for column, sign in enumerate(underline) if sign == "^"]
    out, column = "", 0
    for character in line:
        out += character if column in under else ""
        column += columns(character)
    return out


def test_the_value_is_underlined() -> None:
    assert _shown(_at("    product: oracle", 14, 20)) == [
        "  |",
        "3 |     product: oracle",
        "  |              ^^^^^^",
    ]


def test_a_tab_is_four_spaces_and_a_wide_character_two_columns() -> None:
    assert _shown(_at("\t文書: x", 6, 7)) == ["  |", "3 |     文書: x", "  |           ^"]


def test_a_combining_mark_takes_no_column() -> None:
    assert _shown(_at("e\u0301: x", 5, 6))[-1] == "  |    ^"


def test_a_control_character_is_shown() -> None:
    assert _shown(_at("\x1b[2J: x\u202e", 7, 9))[1:] == [
        "3 | ␛[2J: x⟨U+202E⟩",
        "  |       ^^^^^^^^^",
    ]


def test_an_empty_span_still_has_a_caret() -> None:
    assert _shown(_at("name:", 6, 6))[-1] == "  |      ^"


def test_a_span_over_several_lines_runs_to_the_end_of_the_first() -> None:
    at = Location("a.yaml", 3, 7, 5, 2, "name: |+")
    assert _shown(at)[-1] == "  |       ^^"


def test_two_values_of_a_line_are_both_underlined() -> None:
    lines = _shown(_at("[one, two]", 7, 10), _at("[one, two]", 2, 5))
    assert lines[-1] == "  |  ^^^  ^^^"


def test_a_long_line_is_cut_around_the_value() -> None:
    text = "x" * 3000 + " value " + "y" * 3000
    lines = _shown(_at(text, 3002, 3007), width=60)
    assert len(lines[1]) <= 60
    assert lines[1].count("…") == 2
    assert _marked(lines[1], lines[2]) == "value"


def test_a_value_further_off_than_the_line_is_wide_has_no_caret() -> None:
    text = "first: " + "x" * 500 + " last"
    lines = _shown(_at(text, 1, 6), _at(text, 509, 513), width=60)
    assert lines[2] == "  | ^^^^^"
    assert lines[1].endswith("…")


def test_nothing_is_shown_where_the_line_is_not_known() -> None:
    assert _shown(_at("", 1, 2)) == []
    assert _shown() == []


def test_a_line_of_megabytes_is_not_read_through() -> None:
    lines = _shown(_at("z" * 20_000_000, 15_000_000, 19_000_000))
    assert all(len(line) <= 80 for line in lines)


@pytest.mark.parametrize(("line", "text"), [(3, "--> a.yaml:3:2"), (0, "--> a.yaml")])
def test_the_arrow_names_the_place(line: int, text: str) -> None:
    assert arrow(_at("x", 2, 3, line), 0, PLAIN) == text


LETTERS = st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"], include_characters="\t文")


@given(st.text(LETTERS, min_size=1, max_size=300), st.data(), st.integers(1, 120))
def test_carets_never_leave_the_line(text: str, data: st.DataObject, width: int) -> None:
    first = data.draw(st.integers(1, len(text)))
    last = data.draw(st.integers(first, len(text) + 1))
    lines = _shown(_at(text, first, last), width=width)
    assert "^" in lines[2]
    assert columns(lines[2]) <= max(columns(lines[1]), 5)
    assert columns(lines[1]) <= max(width, 26)
