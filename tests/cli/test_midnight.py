"""Without a day, an estate is judged on the day that it is where the estate lies."""

from __future__ import annotations

import json
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run

from estate.cli import options
from estate.cli.options import Invocation

ACCEPTED = "ex-2026-001"
"""Its last day is 28 February 2027."""


def stop_the_clock(monkeypatch: pytest.MonkeyPatch, instant: str) -> None:
    """Let it be an instant."""

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Any:  # noqa: ANN401 - as datetime's own
            return datetime.fromisoformat(instant).astimezone(tz)

    monkeypatch.setattr(options, "datetime", Stopped)


@pytest.mark.parametrize(
    ("instant", "zone", "day"),
    [
        ("2026-06-30T22:59:59+00:00", "Europe/London", "2026-06-30"),
        ("2026-06-30T23:00:00+00:00", "Europe/London", "2026-07-01"),
        ("2026-12-31T23:59:59+00:00", "Europe/London", "2026-12-31"),
        ("2027-01-01T00:00:00+00:00", "Europe/London", "2027-01-01"),
        ("2026-10-25T00:30:00+00:00", "Europe/London", "2026-10-25"),
        ("2026-10-24T23:00:00+00:00", "Europe/London", "2026-10-25"),
        ("2027-02-28T10:59:59+00:00", "Pacific/Auckland", "2027-02-28"),
        ("2027-02-28T11:00:00+00:00", "Pacific/Auckland", "2027-03-01"),
        ("2027-03-01T03:00:00+00:00", "America/St_Johns", "2027-02-28"),
    ],
)
def test_today_turns_at_midnight_where_the_estate_lies(
    instant: str, zone: str, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_the_clock(monkeypatch, instant)
    said = Invocation(None, None, colour=False, quiet=False, verbose=False)
    assert said.today(zone) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("instant", "zone", "state"),
    [
        ("2027-02-28T23:59:59+00:00", "Europe/London", "expiring"),
        ("2027-03-01T00:00:00+00:00", "Europe/London", "expired"),
        ("2027-02-28T11:00:00+00:00", "Pacific/Auckland", "expired"),
        ("2027-03-01T03:00:00+00:00", "America/St_Johns", "expiring"),
    ],
)
def test_an_acceptance_ends_at_midnight_where_the_estate_lies(  # noqa: PLR0913 - fixtures
    instant: str, zone: str, state: str, run: Run, plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (plain / "estate.yaml").open("a") as file:
        file.write(f"timezone: {zone}\n")
    stop_the_clock(monkeypatch, instant)
    told = json.loads(run("exceptions", "list", "--format", "json", at=plain).out)
    (record,) = (each for each in told["exceptions"] if each["id"] == ACCEPTED)
    assert record["state"] == state
    assert told["as_of"] == ("2027-03-01" if state == "expired" else "2027-02-28")
