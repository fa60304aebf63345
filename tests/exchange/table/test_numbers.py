from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.exchange.table.cells import Misfit
from estate.exchange.table.numbers import read_boolean, read_money, read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("42", 42), ("1,234,567", 1234567), ("-3.50", Decimal("-3.50")), ("12.00", 12), ("+7", 7)],
)
def test_numbers(text: str, number: object) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("£1,234.50", Decimal("1234.50")),
        ("£ 99", 99),
        ("48k", 48_000),
        ("£1.2m", 1_200_000),
        ("2 million", 2_000_000),
        ("£-5", -5),
        ("£900 p.a.", 900),
        ("900 GBP per annum", 900),
        ("1 bn", 1_000_000_000),
        ("(£500)", -500),
        ("-500", -500),
        ("GBP 12", 12),
        ("0", 0),
    ],
)
def test_money(text: str, amount: object) -> None:
    assert read_money(text) == amount


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (read_number, "12,34"),
        (read_number, "1e5"),
        (read_number, "n/a"),
        (read_number, "٣"),
        (read_money, "(500"),
        (read_money, "500)"),
        (read_money, "1.2.3"),
        (read_money, "tbc"),
        (read_money, ""),
        (read_boolean, "maybe"),
    ],
)
def test_what_is_no_number_is_a_misfit(read: Callable[[str], object], text: str) -> None:
    with pytest.raises(Misfit):
        read(text)


def test_truth_in_words() -> None:
    assert [read_boolean(word) for word in ("Yes", "TRUE", "y", "1", "on")] == [True] * 5
    assert [read_boolean(word) for word in ("No", "false", "N", "0", "Off")] == [False] * 5


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_an_amount_with_commas_reads_as_the_amount(amount: Decimal) -> None:
    assert read_money(f"£{amount:,}") == amount
