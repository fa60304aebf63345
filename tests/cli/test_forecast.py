"""`estate forecast`: its options, its formats, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from tests.cli.conftest import DAY, Run

from estate.report.forecast.schema import forecast_schema

WHEN = ("--as-of", DAY, "--until", "2027-12-31", "--every", "year")


def test_the_text_leads_with_the_answer(run: Run, small: Path) -> None:
    done = run("forecast", *WHEN, at=small)

    assert done.code == 0
    assert done.out.startswith("Sandling: forecast from 2026-11-21 to 2027-12-31\n\nWith the work")
    assert "2027-03-31" in done.out
    assert "Library database upgrade" not in run("forecast", "-q", *WHEN, at=small).out


def test_three_years_are_foreseen_unless_told(run: Run, small: Path) -> None:
    done = run("forecast", "--as-of", DAY, "--every", "year", "-q", at=small)

    assert "forecast from 2026-11-21 to 2029-11-21" in done.out


def test_every_format_has_a_file_of_its_own(run: Run, small: Path, tmp_path: Path) -> None:
    forms = ("json", "csv", "markdown", "html", "svg")
    wanted = [f"--format={form}:{tmp_path / form}" for form in forms]
    done = run("forecast", *WHEN, *wanted, at=small)

    assert (done.code, done.out) == (0, "")
    jsonschema.validate(json.loads((tmp_path / "json").read_text()), forecast_schema())
    assert (tmp_path / "csv").read_text().startswith("entry,on,plan,")
    assert (tmp_path / "markdown").read_text().startswith("# Sandling: forecast from")
    assert "<svg viewBox=" in (tmp_path / "html").read_text()
    assert (tmp_path / "svg").read_text().startswith("<?xml")


def test_the_same_estate_gives_the_same_bytes(run: Run, small: Path) -> None:
    once = run("forecast", *WHEN, "--format", "json", at=small).out

    assert run("forecast", *WHEN, "--format", "json", at=small).out == once


def test_its_schema_is_published(run: Run, small: Path) -> None:
    assert json.loads(run("schema", "--of", "forecast", at=small).out) == forecast_schema()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--until", DAY), f"--until {DAY} is not after {DAY}"),
        (("--until", "soon"), "'soon' is no date; write YYYY-MM-DD"),
        (("--every", "week"), "'week' is not one of"),
        (("--until", "2100-01-01", "--every", "month"), "more than 130 days to judge"),
        (("--format", "pdf"), "no format 'pdf'"),
    ],
)
def test_what_makes_no_sense_is_refused(
    arguments: tuple[str, ...], message: str, run: Run, small: Path
) -> None:
    done = run("forecast", "--as-of", DAY, *arguments, at=small)

    assert done.code == 2
    assert message in " ".join(done.err.split())
