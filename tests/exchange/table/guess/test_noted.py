from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from estate.exchange.table.guess.layout import TOTALS
from estate.exchange.table.guess.noted import lines_of
from estate.read import read_document

TEXTS = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=12)


def read(text: str) -> object:
    document = read_document("mapping.yaml", text.encode())
    assert document.problems == []
    return document.values


@given(st.dictionaries(TEXTS, TEXTS, min_size=1, max_size=3), st.lists(TEXTS, max_size=3))
def test_what_is_written_is_read_again(words: dict[str, str], listed: list[str]) -> None:
    values = {"tables": {"one": words, "two": [{"inner": words}], "three": listed}}

    assert read("\n".join(lines_of(values))) == values


def test_the_pattern_of_totals_is_read_again() -> None:
    values = {"leave_out_rows": {TOTALS: "a total"}}

    assert read("\n".join(lines_of(values))) == values
