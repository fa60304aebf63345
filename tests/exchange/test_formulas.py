from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.exchange.formulas import harmless, unguarded
from estate.exchange.outward.csv import csv_text

WIDE = "\uff1d"  # a wide sign begins a formula too


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", " =1", "\t=1", f"{WIDE}1", "'=1", "=HYPERLINK(1)"]
)
def test_formulas_are_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "'quoted'", "1", "£-1"])
def test_other_texts_stay(text: str) -> None:
    assert harmless(text) == unguarded(text) == text


@given(st.text(alphabet="='+ -a@\t"))
def test_what_is_guarded_comes_back(text: str) -> None:
    assert unguarded(harmless(text)) == text


@given(st.lists(st.lists(st.text(alphabet='=,"\n a;é'), min_size=3, max_size=3), max_size=4))
def test_a_table_is_read_as_it_was_written(rows: list[list[str]]) -> None:
    text = csv_text(("a", "b", "c"), rows)
    found = [*csv.reader(io.StringIO(text, newline=""))]
    assert [[*map(unguarded, row)] for row in found[1:]] == rows
