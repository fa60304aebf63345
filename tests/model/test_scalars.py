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
    [
        ("30m", 0.5),
        ("4h", 4),
        ("2d", 48),
        ("1w", 168),
        ("3600s", 1),
        ("0m", 0),
        ("PT4H", 4),
        ("PT0S", 0),
        ("PT90M", 1.5),
        ("PT1.5H", 1.5),
        ("PT1,5H", 1.5),
        ("P1DT12H", 36),
        ("P0.5D", 12),
        ("P2W", 336),
        ("P1DT2H30M1800S", 27),
    ],
)
def test_durations_are_read(text: str, hours: float) -> None:
    assert duration(text) == timedelta(hours=hours)


@pytest.mark.parametrize(
    "text",
    [
        *("", "4", "h", "4 hours", "4H", " 4h", "-4h", "1.5h", "1h30m", "٤h"),
        *("P", "PT", "P1DT", "PT1D", "P4H", "P1Y", "P1M", "pt4h", "-PT4H", "PT0.5S", "PT.5H"),
        *("99999999999999w", "1000000000d"),
    ],
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a duration is written"):
        duration(text)


@given(st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=1_000_000)))
def test_a_duration_reads_back_as_it_was_written(length: timedelta) -> None:
    whole = length - timedelta(microseconds=length.microseconds)

    assert duration(duration_text(whole)) == whole


@given(
    st.lists(st.integers(0, 999_999), min_size=5, max_size=5).filter(any),
    st.lists(st.booleans(), min_size=5, max_size=5),
)
def test_all_forms_of_a_length_are_the_same(counts: list[int], said: list[bool]) -> None:
    counts = [count if say else 0 for count, say in zip(counts, said, strict=True)]
    weeks, days, hours, minutes, seconds = counts
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)

    assert duration(f"P{weeks}W{days}DT{hours}H{minutes}M{seconds}S") == length
    for count, unit in zip(counts, "wdhms", strict=True):
        one = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes", "s": "seconds"}[unit]
        assert duration(f"{count}{unit}") == timedelta(**{one: count})


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(0), "0s"),
        (timedelta(seconds=90), "90s"),
        (timedelta(hours=24), "1d"),
        (timedelta(days=14), "2w"),
        (timedelta(hours=36), "36h"),
    ],
)
def test_a_duration_is_written_in_its_largest_whole_unit(length: timedelta, text: str) -> None:
    assert duration_text(length) == text


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
        (date(9999, 12, 1), "60 days", NEVER),
        (ALWAYS, "1 month", ALWAYS),
        (date(2026, 1, 31), "1 months", date(2026, 2, 28)),
        (date(2026, 10, 31), "4months", date(2027, 2, 28)),
        (date(2026, 12, 15), "12 months", date(2027, 12, 15)),
        (date(2026, 1, 1), "0 days", date(2026, 1, 1)),
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


@pytest.mark.parametrize(
    ("start", "length", "before"),
    [
        (date(2026, 3, 31), "1 month", date(2026, 2, 28)),
        (date(2024, 3, 31), "1 month", date(2024, 2, 29)),
        (date(2026, 1, 15), "1 month", date(2025, 12, 15)),
        (date(2027, 3, 31), "6 months", date(2026, 9, 30)),
        (date(2026, 1, 10), "90 days", date(2025, 10, 12)),
        (date(1, 1, 15), "90 days", ALWAYS),
        (NEVER, "6 months", NEVER),
    ],
)
def test_a_term_before_a_day(start: date, length: str, before: date) -> None:
    assert start - term(length) == before


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 240), st.integers(0, 24))
def test_months_add_up_where_no_month_is_too_short(start: date, one: int, two: int) -> None:
    start = start.replace(day=min(start.day, 28))

    assert start + Term(months=one) + Term(months=two) == start + Term(months=one + two)
    assert start + Term(months=one) - Term(months=one) == start


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 240))
def test_a_term_never_leaves_its_month(start: date, months: int) -> None:
    later = start + Term(months=months)

    assert (later.year * 12 + later.month) - (start.year * 12 + start.month) == months
    assert later.day == start.day or (later + timedelta(days=1)).day == 1


@given(st.dates(), st.dates(), st.integers(0, 240), st.integers(0, 400))
def test_terms_keep_the_order_of_days(one: date, two: date, months: int, days: int) -> None:
    length = Term(months=months, days=days)

    assert (one + length <= two + length) or one > two


@pytest.mark.parametrize(
    "text", ["", "12", "months", "a year", "-1 month", "1.5 years", "12  months", "99999 days"]
)
def test_what_is_no_term_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a term is written"):
        term(text)


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (Term(), "0 days"),
        (Term(months=1), "1 month"),
        (Term(months=18), "18 months"),
        (Term(months=24), "2 years"),
        (Term(days=1), "1 day"),
        (Term(months=12, days=30), "1 year 30 days"),
    ],
)
def test_a_term_is_written_as_the_format_writes_it(length: Term, text: str) -> None:
    assert str(length) == text


@given(st.dates())
def test_every_day_is_read_and_written(value: date) -> None:
    text = day_text(value)

    assert text in {"never", "always"} or day(text) == value
