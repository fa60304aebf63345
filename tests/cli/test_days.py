"""The day on which an estate is judged: given, or today where the estate lies."""

from __future__ import annotations

import ast
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.cli.conftest import Run

import estate
from estate.cli.options import Invocation


def _found(run: Run, small: Path, day: str) -> dict[str, Any]:
    done = run("check", "--as-of", day, "--format", "json", at=small)
    found: dict[str, Any] = json.loads(done.out)
    assert found["as_of"] == day
    return {each["rule"]: each for each in found["findings"] if each["subject"]["id"] == "srv-one"}


@pytest.fixture
def one(small: Path) -> Path:
    """Return an estate with one server on PostgreSQL 14, supported up to 12 November 2026."""
    for name in ("register", "systems"):
        (small / "inventory" / f"{name}.yaml").unlink()
    (small / "inventory" / "one.yaml").write_text(
        "servers: {srv-one: {name: One, supports: [council-tax], software: [postgresql@14]}}\n"
    )
    return small


def test_the_last_day_of_support_is_supported(run: Run, one: Path) -> None:
    assert "unsupported-software" not in _found(run, one, "2026-11-12")
    assert "unsupported-software" in _found(run, one, "2026-11-13")


@pytest.mark.parametrize(
    ("day", "severity"),
    [
        ("2023-11-11", None),
        ("2023-11-12", "low"),
        ("2024-11-11", "low"),
        ("2024-11-12", "medium"),
        ("2025-11-11", "medium"),
        ("2025-11-12", "high"),
        ("2026-11-12", "high"),
        ("2026-11-13", None),
    ],
)
def test_a_horizon_ends_on_its_day(day: str, severity: str | None, run: Run, one: Path) -> None:
    assert _found(run, one, day).get("ending-support", {}).get("severity") == severity


@pytest.mark.parametrize(
    ("day", "status"),
    [("2026-11-13", "accepted"), ("2027-02-28", "accepted"), ("2027-03-01", "open")],
)
def test_the_last_day_of_an_acceptance_counts(day: str, status: str, run: Run, small: Path) -> None:
    done = run("check", "--as-of", day, "--format", "json", at=small)
    (found,) = [
        each
        for each in json.loads(done.out)["findings"]
        if each["rule"] == "unsupported-software" and each["subject"]["id"] == "srv-library"
    ]
    assert found["status"] == status


@pytest.mark.parametrize("written", ["2026-13-01", "21/11/2026", "20261121", "today", ""])
def test_a_day_is_written_in_one_way(written: str, run: Run, small: Path) -> None:
    done = run("check", "--as-of", written, at=small)
    assert done.code == 2
    assert done.err.endswith(f"{written!r} is no date; write YYYY-MM-DD\n")


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Midway"])
def test_today_is_that_of_the_estate(zone: str) -> None:
    """The two zones are a day apart at every hour."""
    said = Invocation(None, None, colour=False, quiet=False, verbose=False)
    before = datetime.now(ZoneInfo(zone)).date()
    assert before <= said.today(zone) <= datetime.now(ZoneInfo(zone)).date()


def test_a_day_that_is_given_needs_no_zone() -> None:
    said = Invocation(None, date(2026, 11, 21), colour=False, quiet=False, verbose=False)
    assert said.today("Pacific/Kiritimati") == said.today("Pacific/Midway") == date(2026, 11, 21)


def test_without_a_day_an_estate_is_judged_today(run: Run, small: Path) -> None:
    with (small / "estate.yaml").open("a") as file:
        file.write("policy: {fail_on: never}\n")
    zone = ZoneInfo("Europe/London")
    before = datetime.now(zone).date()
    judged = json.loads(run("check", "--format", "json", at=small).out)["as_of"]
    assert before <= date.fromisoformat(judged) <= datetime.now(zone).date()


@pytest.mark.no_cover
def test_the_clock_is_read_in_one_place() -> None:
    """Nothing but the command line knows what day it is."""
    clocks = {"now", "today", "utcnow", "time", "localtime", "gmtime"}
    readers = set()
    for path in Path(estate.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                named = node.value.id in {"datetime", "date", "time"} and node.attr in clocks
                if named:
                    readers.add(path.name)
    assert readers == {"options.py"}
