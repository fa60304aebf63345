from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.findings import Counts
from estate.findings.trend import Bearing, Gap, Numbers, Point

DAY = date(2026, 11, 21)
NUMBERS = Numbers(9, 1, 2, 3, 4, Counts(5, 6, 7, 8, 9, accepted=4, baselined=2), 11)


@given(st.integers(0, 400), st.integers(0, 400))
def test_only_what_is_wholly_judged_is_covered_wholly(judged: int, unknown: int) -> None:
    coverage = Bearing("p", 0, judged + unknown, unknown).coverage
    if not judged + unknown:
        assert coverage is None
    else:
        assert coverage is not None
        assert (coverage == 100) == (unknown == 0)


def test_what_is_accepted_or_known_is_not_open() -> None:
    assert NUMBERS.open == 35


@pytest.mark.parametrize(
    ("gap", "reason", "broken"),
    [
        (Gap(), "no inventory yet", False),
        (Gap(0), "does not load", True),
        (Gap(1), "does not load: 1 problem", True),
        (Gap(1_200), "does not load: 1,200 problems", True),
    ],
)
def test_a_day_without_numbers_says_why(gap: Gap, reason: str, *, broken: bool) -> None:
    point = Point(DAY, "", gap)
    assert (point.numbers, point.reason, point.broken) == (None, reason, broken)


def test_a_day_with_numbers_has_no_reason() -> None:
    point = Point(DAY, "a" * 40, NUMBERS)
    assert (point.numbers, point.reason, point.broken) == (NUMBERS, "", False)
