"""What other people's texts hold is seen, and does nothing to who looks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from estate.exchange.visible import visible


def test_what_cannot_be_seen_is_escaped() -> None:
    assert visible("Caf\u00e9 \u2192 <script>") == "Caf\u00e9 \u2192 <script>"
    assert visible("a\u202eb\x1b[31m\r\n") == "a\\u202eb\\x1b[31m\\r\\n"


@given(st.text())
def test_whatever_it_is_it_is_one_line_that_can_be_seen(text: str) -> None:
    assert visible(text).isprintable()
    assert visible(visible(text)) == visible(text)
