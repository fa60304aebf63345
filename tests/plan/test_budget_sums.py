"""Money that adds up: to the hundredth, however it is shared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.plan.budget import Sum, apportioned, hundredths, total

AMOUNTS = st.integers(-(10**11), 10**11)
WEIGHTS = st.lists(
    st.floats(0, 100, allow_nan=False).map(lambda weight: round(weight, 3)), min_size=1, max_size=8
).filter(lambda weights: sum(weights) > 0)
SUMS = st.builds(Sum, AMOUNTS, AMOUNTS, AMOUNTS)


@given(AMOUNTS, WEIGHTS)
def test_shares_sum_to_the_whole(amount: int, weights: list[float]) -> None:
    assert sum(apportioned(amount, weights)) == amount


@given(AMOUNTS, WEIGHTS)
def test_a_share_is_off_by_less_than_a_hundredth(amount: int, weights: list[float]) -> None:
    whole = sum(weights)
    for share, weight in zip(apportioned(amount, weights), weights, strict=True):
        assert abs(share - amount * weight / whole) < 1 + 1e-3


@given(AMOUNTS, WEIGHTS)
def test_shares_turn_with_the_sign(amount: int, weights: list[float]) -> None:
    assert apportioned(-amount, weights) == [-each for each in apportioned(amount, weights)]


@given(SUMS, WEIGHTS)
def test_a_sum_is_shared_in_each_of_its_parts(whole: Sum, weights: list[float]) -> None:
    assert total(whole.apportioned(weights)) == whole


@given(st.lists(SUMS))
def test_gross_less_displaced_is_net(sums: list[Sum]) -> None:
    whole = total(sums)
    assert whole.gross == sum(each.gross for each in sums)
    assert whole.net == whole.gross - whole.displaced == sum(each.net for each in sums)


@pytest.mark.parametrize(
    ("amount", "weights", "shares"),
    [
        (100, [60, 40], [60, 40]),
        (100, [1, 1, 1], [34, 33, 33]),
        (1, [50, 50], [1, 0]),
        (1, [0, 100], [0, 1]),
        (1001, [33.3, 33.3, 33.4], [333, 333, 335]),
    ],
)
def test_what_is_left_goes_to_the_largest_remainder(
    amount: int, weights: list[float], shares: list[int]
) -> None:
    assert apportioned(amount, weights) == shares


@pytest.mark.parametrize(
    ("amount", "expected"), [(0.1, 10), (0.005, 1), (-0.005, -1), (9.8e6, 980000000), (1.115, 112)]
)
def test_an_amount_is_rounded_as_it_is_written(amount: float, expected: int) -> None:
    assert hundredths(amount) == expected
