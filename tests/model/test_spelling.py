from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.model.scalars import day, duration, term
from estate.model.spelling import near_day, near_duration, near_flag, near_number, near_term


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("03/12/2026", "2026-12-03"),
        ("3.12.2026", "2026-12-03"),
        ("3 12 2026", "2026-12-03"),
        ("2026/12/3", "2026-12-03"),
        ("2026-12-03T10:00:00Z", "2026-12-03"),
        ("2026-12-03 10:00", "2026-12-03"),
        ("2026-02-30", "2026-02-28"),
        ("31/02/2028", "2028-02-29"),
        ("2026-12-00", "2026-12-01"),
        ("12/31/2026", ""),
        ("0000-01-01", ""),
        ("03/12/26", ""),
        ("December 2026", ""),
        ("", ""),
    ],
)
def test_days(text: str, near: str) -> None:
    assert near_day(text) == near


@pytest.mark.parametrize(
    ("text", "near"),
    [("yes", "true"), ("ON", "true"), ("1", "true"), ("No", "false"), ("off", "false"), ("?", "")],
)
def test_flags(text: str, near: str) -> None:
    assert near_flag(text) == near


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("£42,000", "42000"),
        ("60 %", "60"),
        ("1_000.50", "1000.50"),
        ("-£5", "-5"),
        ("42k", ""),
        ("many", ""),
        ("9" * 16, ""),
    ],
)
def test_numbers(text: str, near: str) -> None:
    assert near_number(text) == near


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("4 hours", "4h"),
        ("90 Minutes", "90m"),
        ("2days", "2d"),
        ("1 wk", "1w"),
        ("5 s", "5s"),
        ("3 months", ""),
        ("soon", ""),
    ],
)
def test_durations(text: str, near: str) -> None:
    assert near_duration(text) == near


@pytest.mark.parametrize(
    ("text", "near"),
    [("12m", "12 months"), ("1 Y", "1 year"), ("90d", "90 days"), ("2 wks", "2 weeks"), ("1h", "")],
)
def test_terms(text: str, near: str) -> None:
    assert near_term(text) == near


@given(st.from_regex(r"[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}", fullmatch=True))
def test_what_is_offered_for_a_day_is_one(text: str) -> None:
    assert near_day(text) == "" or day(near_day(text)) is not None


@given(st.from_regex(r"[0-9]{1,6} ?[a-z]{1,7}", fullmatch=True) | st.text(max_size=9))
def test_what_is_offered_for_a_length_can_be_read(text: str) -> None:
    assert near_duration(text) == "" or duration(near_duration(text)) is not None
    if near_term(text) and len(near_term(text).split()[0]) <= 4:
        assert term(near_term(text)) is not None
