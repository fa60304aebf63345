from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.report.visible import clip, columns, visible


@given(st.text())
def test_everything_shown_prints_and_encodes(text: str) -> None:
    shown = visible(text)
    assert shown.isprintable()
    assert shown.encode().decode() == shown
    assert visible(shown) == shown


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"])))
def test_printable_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("a\nb", "a␊b"),
        ("\x7f", "␡"),
        ("\x9b", "⟨U+009B⟩"),
        ("\u202e", "⟨U+202E⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("a\u00a0b", "a b"),
        ("\u2028", "⟨U+2028⟩"),
    ],
)
def test_what_cannot_be_seen_becomes_a_sign(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_long_text_is_cut_and_its_length_stated() -> None:
    assert clip("x" * 10_000, 5) == "xxxxx… (10,000 characters)"
    assert clip("xxxxx", 5) == "xxxxx"


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("文書", 4), ("e\u0301", 1), ("é", 1), ("", 0), ("🦆", 2)]
)
def test_columns_are_those_of_a_terminal(text: str, width: int) -> None:
    assert columns(text) == width
