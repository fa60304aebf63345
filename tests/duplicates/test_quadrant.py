from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.duplicates.quadrant import MID_POINT, quadrant_of
from estate.model.applications import Fit

fits = st.integers(1, 5)


@pytest.mark.parametrize(
    ("functional", "technical", "expected"),
    [(3, 3, "invest"), (2, 3, "tolerate"), (3, 2, "migrate"), (2, 2, "eliminate")],
)
def test_the_middle_of_the_scale_is_high(functional: int, technical: int, expected: str) -> None:
    found = quadrant_of(Fit(functional=functional, technical=technical), None, MID_POINT)
    assert found.derived == expected


@pytest.mark.parametrize("fit", [None, Fit(), Fit(functional=5), Fit(technical=1)])
def test_what_is_not_recorded_is_in_no_quadrant_and_disagrees_with_nothing(fit: Fit | None) -> None:
    found = quadrant_of(fit, "eliminate", MID_POINT)
    assert (found.derived, found.disagrees) == (None, False)
    assert "not recorded" in found.reason


@given(fits, fits, fits)
def test_another_line_only_moves_what_lies_between(
    functional: int, technical: int, point: int
) -> None:
    fit = Fit(functional=functional, technical=technical)
    here, there = quadrant_of(fit, None, MID_POINT), quadrant_of(fit, None, point)
    between = range(min(MID_POINT, point), max(MID_POINT, point))
    assert (here.derived == there.derived) == (
        functional not in between and technical not in between
    )


def test_a_stated_disposition_may_disagree() -> None:
    fit = Fit(functional=2, technical=2)
    assert quadrant_of(fit, "invest", MID_POINT).disagrees
    assert not quadrant_of(fit, "eliminate", MID_POINT).disagrees
    assert not quadrant_of(fit, None, MID_POINT).disagrees
