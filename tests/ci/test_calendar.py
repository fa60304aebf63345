"""The jobs that report what the calendar brought, run as a shell of theirs runs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.ci.conftest import ROOT

pytestmark = pytest.mark.no_cover

STARTER = ROOT / "src" / "estate" / "cli" / "starter"
DAYS = ("2027-01-18", "2027-01-11")
"""Today and a week before: the support of Windows Server 2016 ends between them."""


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """Return a folder with an `estate`, a `date` on which it is always one day, and a `gh`."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name, script in {
        "estate": f'exec "{sys.executable}" -m estate "$@"',
        "date": f'[ "$1" = -d ] && [ "$2" = "7 days ago" ] && echo {DAYS[1]} || echo {DAYS[0]}',
        "gh": 'printf "%s\\n" "$@" > issue.txt',
        "pip": "true",
    }.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def begun(tmp_path: Path, programs: Path) -> Path:
    """Return a folder with a new estate in it."""
    folder = tmp_path / "work"
    folder.mkdir()
    assert _run("estate init --quiet", folder, programs).returncode == 0
    return folder


def _run(
    script: str, at: Path, programs: Path, *, alone: bool = False, **more: str
) -> subprocess.CompletedProcess[str]:
    found = f"{programs}" if alone else f"{programs}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [shutil.which("bash") or "bash", "-ec", script],
        cwd=at,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PATH": found, **more},
        check=False,
        capture_output=True,
        text=True,
    )


def _steps(begun: Path) -> list[str]:
    workflow = yaml.safe_load((begun / ".github/workflows/estate-calendar.yml").read_text())
    (job,) = workflow["jobs"].values()
    return [step["run"] for step in job["steps"] if "run" in step]


def test_github_opens_an_issue_by_owner(begun: Path, programs: Path) -> None:
    for step in _steps(begun):
        done = _run(step, begun, programs, GITHUB_STEP_SUMMARY="summary.md")
        assert (done.returncode, done.stderr) == (0, "")
    body = (begun / "calendar.md").read_text()
    assert body.startswith("## Our estate: what the calendar brings\n")
    assert "### Our council" in body
    assert (begun / "summary.md").read_text() == body
    asked = (begun / "issue.txt").read_text().splitlines()
    assert asked[:2] == ["issue", "create"]
    assert asked[3] == "What the calendar brought by 2027-01-18"
    assert asked[-1] == "calendar.md"


def test_github_opens_none_where_nothing_differs(begun: Path, programs: Path) -> None:
    (programs / "date").write_text("#!/bin/sh\necho 2026-11-21\n")
    for step in _steps(begun):
        assert _run(step, begun, programs, GITHUB_STEP_SUMMARY="summary.md").returncode == 0
    assert "Nothing differs." in (begun / "calendar.md").read_text()
    assert not (begun / "issue.txt").exists()


def _gitlab(path: Path) -> Any:  # noqa: ANN401 - YAML
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_gitlab_reports_on_a_schedule_and_lints_on_none(begun: Path, programs: Path) -> None:
    jobs = _gitlab(begun / ".gitlab-ci.yml")
    assert [rule["if"] for rule in jobs["estate calendar"]["rules"]] == [
        '$CI_PIPELINE_SOURCE == "schedule"'
    ]
    for line in jobs["estate calendar"]["script"]:
        done = _run(line, begun, programs)
        assert (done.returncode, done.stderr) == (0, "")
    assert (
        "### Our council" in (begun / jobs["estate calendar"]["artifacts"]["paths"][0]).read_text()
    )
    assert all(
        "schedule" not in rule["if"] or "!=" in rule["if"] for rule in jobs["estate"]["rules"]
    )


def test_the_template_of_gitlab_reports_too(begun: Path, programs: Path) -> None:
    template = _gitlab(ROOT / "templates" / "estate.gitlab-ci.yml")
    job = template["estate calendar"]
    given = template[job["extends"]]["variables"] | job["variables"]
    (script,) = job["script"]
    done = _run(script, begun, programs, **given)
    assert (done.returncode, done.stderr) == (0, "")
    assert "### Our council" in (begun / "estate-check" / "calendar.md").read_text()
    wrong = given | {"ESTATE_SINCE": "$(touch made)", "ESTATE_DIR": "$(touch made)"}
    assert _run(script, begun, programs, **wrong).returncode == 2
    assert not (begun / "made").exists()


def test_two_days_need_no_git(begun: Path, programs: Path) -> None:
    """Images that CI runs in often have none."""
    script = f"estate compare {DAYS[1]} {DAYS[0]} --group-by owner"
    done = _run(script, begun, programs, alone=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Our council" in done.stdout
