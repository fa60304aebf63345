"""Days, durations and terms: as text, as values, and at the calendar's edges."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.model.scalars import (
    ALWAYS,
    NEVER,
    UNLIMITED_DURATION,
    Term,
    day,
    day_text,
    duration,
    duration_text,
    term,
)


@pytest.mark.parametrize("text", ["2026-11-21", "0001-01-01", "9999-12-31"])
def test_a_day_is_read_and_written(text: str) -> None:
    assert day(text).isoformat() == text


@pytest.mark.parametrize(
    "text", ["20261121", "2026-1-1", "2026-02-30", "21/11/2026", "2026-W01-1", "", "2026-11-21T00"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        day(text)


def test_the_days_that_stand_for_null_are_words() -> None:
    assert (day_text(NEVER), day_text(ALWAYS)) == ("never", "always")


@pytest.mark.parametrize(
    ("text", "hours"),
    [("30m", 0.5), ("4h", 4), ("2d", 48), ("1w", 168), ("PT4H", 4), ("P1DT12H", 36), ("P2W", 336)],
)
def test_durations_are_read(text: str, hours: float) -> None:
    assert duration(text) == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["4", "h", "P", "PT", "4 hours", "-4h", "1.5h"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a duration is written"):
        duration(text)


@given(st.integers(0, 900_000))
def test_a_duration_reads_back_as_it_was_written(seconds: int) -> None:
    length = timedelta(seconds=seconds)

    assert duration(duration_text(length)) == length


def test_an_unlimited_duration_is_a_word() -> None:
    assert duration_text(UNLIMITED_DURATION) == "unlimited"


@pytest.mark.parametrize(
    ("start", "length", "after"),
    [
        (date(2026, 1, 31), "1 month", date(2026, 2, 28)),
        (date(2024, 2, 29), "1 year", date(2025, 2, 28)),
        (date(2026, 11, 21), "90 days", date(2027, 2, 19)),
        (date(2026, 12, 31), "2 weeks", date(2027, 1, 14)),
        (NEVER, "1 month", NEVER),
        (date(9999, 12, 1), "1 month", NEVER),
    ],
)
def test_terms_are_calendar_months_clamped_to_the_months_end(
    start: date, length: str, after: date
) -> None:
    assert start + term(length) == after


def test_a_term_is_taken_from_a_day() -> None:
    assert date(2026, 3, 31) - term("1 month") == date(2026, 2, 28)
    assert date(1, 1, 15) - term("1 month") == ALWAYS


@given(st.integers(1, 600), st.integers(1, 900))
def test_a_term_reads_back_as_it_was_written(months: int, days: int) -> None:
    assert term(str(Term(months=months))) == Term(months=months)
    assert term(str(Term(days=days))) == Term(days=days)
