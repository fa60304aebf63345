"""What a single record must not say."""

from __future__ import annotations

from typing import Any

import pytest

from estate.model import SECTION_OF, SECTIONS, Entry
from estate.model.consistency import impossible_dates, uneven_shares
from estate.model.types import NULL
from estate.model.validation import validator_of

EARLY, LATE = "2026-01-01", "2026-12-31"


def made(kind: str, **raw: Any) -> Entry:  # noqa: ANN401 - raw values
    fields = {"id": "x", "name": "X", **raw}
    entry: Entry = validator_of(SECTIONS[SECTION_OF[kind]]).validate_python(fields)
    return entry


CASES = [
    ("application", (), "from", "until"),
    ("licence", (), "starts", "ends"),
    ("contract", (), "starts", "ends"),
    ("agreement", (), "starts", "ends"),
    ("project", (), "starts", "ends"),
    ("application", ("runs_on", 0), "from", "until"),
    ("organisation", ("roles", "siro", 0), "from", "until"),
    ("organisation", ("envelopes", 0), "from", "until"),
    ("product", ("versions", "1"), "released", "support_ends"),
    ("product", ("versions", "1"), "active_support_ends", "support_ends"),
    ("product", ("versions", "1"), "support_ends", "extended_support_ends"),
    ("exception", (), "requested_on", "accepted_on"),
    ("exception", (), "accepted_on", "expires"),
    ("exception", (), "accepted_on", "review_by"),
    ("exception", ("extended", 0), "from", "to"),
]
NEEDED = {"runs_on": {"to": "y"}, "roles": {"name": "R"}, "envelopes": {"name": "E"}}


def _entry(kind: str, path: tuple[str | int, ...], raw: dict[str, object]) -> Entry:
    raw = {**NEEDED.get(str(path[0]) if path else "", {}), **raw}
    if kind == "exception":
        raw = raw if path else {**raw, "rule": "r"}
    inner: Any = raw
    for step in reversed(path):
        inner = [inner] if isinstance(step, int) else {step: inner}
    return made(kind, **(inner if kind != "exception" else {"rule": "r", **inner}))


@pytest.mark.parametrize(("kind", "path", "first", "last"), CASES)
def test_an_end_before_its_beginning(
    kind: str, path: tuple[str | int, ...], first: str, last: str
) -> None:
    ((at, found, expected),) = impossible_dates(_entry(kind, path, {first: LATE, last: EARLY}))
    assert at == (*path, last)
    assert found == f"{last} is {EARLY}, before {first} {LATE}"
    assert expected == f"a day on or after {LATE}"


@pytest.mark.parametrize(("kind", "path", "first", "last"), CASES)
@pytest.mark.parametrize(
    "days", [(EARLY, LATE), (EARLY, EARLY), (NULL, EARLY), (LATE, NULL), (NULL, NULL)]
)
def test_what_is_in_order(
    kind: str, path: tuple[str | int, ...], first: str, last: str, days: tuple[object, object]
) -> None:
    if path[:1] == ("extended",) and days[0] is NULL:
        return  # an extension has a day to begin from
    assert not [*impossible_dates(_entry(kind, path, dict(zip((first, last), days, strict=True))))]


@pytest.mark.parametrize(("kind", "path", "first", "last"), CASES)
def test_of_what_is_absent_nothing_is_said(
    kind: str, path: tuple[str | int, ...], first: str, last: str
) -> None:
    if path[-2:] != ("extended", 0):
        assert not [*impossible_dates(_entry(kind, path, {first: LATE}))]
        assert not [*impossible_dates(_entry(kind, path, {last: EARLY}))]


def test_an_end_without_a_day_is_no_day() -> None:
    for ended in ("true", "false"):
        raw = {"1": {"released": LATE, "support_ends": ended, "extended_support_ends": EARLY}}
        assert not [*impossible_dates(made("product", versions=raw))]


@pytest.mark.parametrize(
    ("shares", "found"),
    [
        ({"a": "60", "b": "40"}, []),
        ({"a": "33.33", "b": "33.33", "c": "33.34"}, []),
        ({"a": "100"}, []),
        ({}, []),
        ({"a": "60", "b": "30"}, ["shares sum to 90"]),
        ({"a": "60.5", "b": "40"}, ["shares sum to 100.5"]),
    ],
)
def test_shares(shares: dict[str, str], found: list[str]) -> None:
    told = [*uneven_shares(made("application", shares=shares))]
    assert [text for _, text, _ in told] == found
    assert not [*uneven_shares(made("supplier"))]
