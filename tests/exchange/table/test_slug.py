from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.exchange.table.slug import clipped, is_id, slug


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Academy Revenues & Benefits", "academy-revenues-and-benefits"),
        ("St. John\u2019s Café", "st-johns-cafe"),
        ("  --8X8 (UK)--  ", "8x8-uk"),
        ("日本", ""),
    ],
)
def test_a_name_becomes_an_id(text: str, made: str) -> None:
    assert slug(text) == made


@given(st.text(max_size=400))
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    assert not slug(text) or is_id(clipped(slug(text)))


def test_long_ids_that_differ_stay_different() -> None:
    one, other = clipped("a" * 200 + "b"), clipped("a" * 200 + "c")
    assert one != other
    assert len(one) == 128
    assert is_id(one)
    assert clipped("a" * 128) == "a" * 128
