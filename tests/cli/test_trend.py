"""`estate trend`, and the past on the page of an audit: options, formats, and what they refuse."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from tests.cli.conftest import DAY, Run
from tests.pipeline.repositories import Made, content, repository

from estate.report.trend.schema import trend_schema

WHEN = ("--since", "2026-10-15", "--as-of", DAY)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is counted apart from whoever runs the tests."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    return tmp_path / "kept" / "estate" / "trend"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    made = repository(tmp_path / "work")
    made.write("inventory/more.yaml", "servers: {three: {name: Three, cores: 2}}\n")
    made.commit(day="2026-11-10")
    return made


def test_the_text_leads_with_the_answer(run: Run, made: Made) -> None:
    done = run("trend", *WHEN, at=made.estate)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("One: trend from 2026-10-15 to 2026-11-21\n\n")
    assert "2 of 3 days have no numbers" in done.out
    lead = run("trend", *WHEN, "-q", at=made.estate).out
    assert done.out.startswith(lead)
    assert "no inventory yet" not in lead


def test_every_format_has_a_file_of_its_own(run: Run, made: Made, tmp_path: Path) -> None:
    forms = ("json", "csv", "markdown", "html", "svg")
    wanted = [f"--format={form}:{tmp_path / form}" for form in forms]
    done = run("trend", *WHEN, "--every", "week", *wanted, at=made.estate)
    assert (done.code, done.out) == (0, "")
    found = json.loads((tmp_path / "json").read_text())
    jsonschema.validate(found, trend_schema())
    assets = [each["numbers"] and each["numbers"]["assets"] for each in found["points"]]
    assert assets == [None, None, None, 2, 2, 3, 3]
    assert (tmp_path / "csv").read_text().startswith("entry,on,commit,reason,")
    assert (tmp_path / "markdown").read_text().startswith("# One: trend from")
    assert "<svg viewBox=" in (tmp_path / "html").read_text()
    assert (tmp_path / "svg").read_text().startswith("<?xml")


def test_its_schema_is_published(run: Run, made: Made) -> None:
    assert json.loads(run("schema", "--of", "trend", at=made.estate).out) == trend_schema()


def test_it_is_the_same_with_what_is_kept_and_without(run: Run, made: Made, cache: Path) -> None:
    before = content(made.top)
    once = run("trend", *WHEN, "--format", "json", at=made.estate).out
    kept = content(cache)
    assert len(kept) == 1
    assert run("trend", *WHEN, "--format", "json", at=made.estate).out == once
    assert run("trend", *WHEN, "--format", "json", "--no-cache", at=made.estate).out == once
    assert content(cache) == kept
    assert content(made.top) == before


def test_what_was_counted_is_kept_where_it_is_told_to_be(
    run: Run, made: Made, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("trend", *WHEN, "--no-cache", at=made.estate)
    run("trend", *WHEN, "--cache", str(tmp_path / "own"), at=made.estate)
    assert not cache.exists()
    assert len(content(tmp_path / "own")) == 1
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    run("trend", *WHEN, at=made.estate)
    assert list((tmp_path / "home" / ".cache" / "estate" / "trend").iterdir())
    assert not (made.estate / "relative").exists()


def test_nobody_need_have_a_home(run: Run, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", nowhere)
    assert run("trend", *WHEN, at=made.estate).code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--since", "2026-11-22"), "--since 2026-11-22 is after 2026-11-21"),
        (("--since", "2026-01-01", "--until", "2027-01-01"), "'estate forecast' looks ahead"),
        (("--since", "soon"), "'soon' is no date; write YYYY-MM-DD"),
        ((), "Missing option '--since'"),
        (("--since", "2026-01-01", "--every", "day"), "'day' is not one of"),
        (("--since", "1900-01-01"), "more than 530 days to judge"),
        (("--since", "2026-01-01", "--format", "pdf"), "no format 'pdf'"),
        (("--since", "2026-01-01", "--no-cache", "--cache", "x"), "--no-cache to keep nothing"),
    ],
)
def test_what_makes_no_sense_is_refused(
    arguments: tuple[str, ...], message: str, run: Run, made: Made
) -> None:
    done = run("trend", "--as-of", DAY, *arguments, at=made.estate)
    assert (done.code, done.out) == (2, "")
    assert message in " ".join(done.err.split())


def test_without_a_repository_it_says_what_to_do(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(small.parent))
    done = run("trend", *WHEN, at=small)
    assert done.code == 2
    assert "stands in no repository that git can read" in " ".join(done.err.split())
    assert "'git init' makes one" in " ".join(done.err.split())
    monkeypatch.setenv("PATH", os.devnull)
    assert "git, which is not installed" in " ".join(run("trend", *WHEN, at=small).err.split())


def test_an_inventory_that_does_not_load_now_has_a_past_all_the_same(run: Run, made: Made) -> None:
    made.write("inventory/more.yaml", "serverz: {}\n")
    assert run("trend", *WHEN, at=made.estate).code == 0


def test_the_page_of_an_audit_shows_how_it_came_to_this(run: Run, made: Made, cache: Path) -> None:
    made.write(
        "inventory/more.yaml", "servers: {three: {name: Three, cores: 2}, four: {name: F}}\n"
    )
    wanted = ("--since", "2026-11-02", "--every", "week", "--select", "small-server")
    assert run("audit", "-q", "--as-of", DAY, *wanted, at=made.estate).code == 1
    page = (made.estate / "reports" / "index.html").read_text()
    assert '"days":["2026-11-02","2026-11-08","2026-11-15","2026-11-21"]' in page
    assert len(content(cache)) == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--every", "week"), "--every goes with --since"),
        (("--since", "2026-11-02", "--at", "2027-01-01"), "leave out --at"),
        (("--since", "2026-11-02", "--no-exceptions"), "leave out --no-exceptions"),
        (("--since", DAY), f"--since {DAY} is not before {DAY}, the day of the audit"),
    ],
)
def test_what_an_audit_cannot_look_back_on_is_refused(
    arguments: tuple[str, ...], message: str, run: Run, made: Made
) -> None:
    done = run("audit", "--as-of", DAY, *arguments, at=made.estate)
    assert (done.code, done.out) == (2, "")
    assert message in " ".join(done.err.split())
    assert not (made.estate / "reports").exists()
