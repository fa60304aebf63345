"""The template of GitLab: its script, run as a shell of a job runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.ci.conftest import ROOT

pytestmark = pytest.mark.no_cover

TEMPLATE = ROOT / "templates" / "estate.gitlab-ci.yml"


@pytest.fixture
def template() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(TEMPLATE.read_text(encoding="utf-8"))
    return found


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a folder with an `estate` that judges on a day that never changes."""
    folder = tmp_path / "programs"
    folder.mkdir()
    script = folder / "estate"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m estate "$@" --as-of 2026-11-21\n')
    script.chmod(0o755)
    return folder


def _job(
    template: dict[str, Any], workspace: Path, program: Path, **variables: str
) -> subprocess.CompletedProcess[str]:
    given = template[".estate"]["variables"] | variables
    paths = {
        "PATH": f"{program}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": f"{ROOT / 'src'}",
    }
    (script,) = template["estate"]["script"]
    return subprocess.run(
        ["sh", "-euc", script],
        cwd=workspace,
        env={**os.environ, **paths, **given},
        check=False,
        capture_output=True,
        text=True,
    )


def test_the_job_writes_what_it_hands_over(
    template: dict[str, Any], workspace: Path, program: Path
) -> None:
    done = _job(template, workspace, program, ESTATE_DIR="councils/small")
    assert (done.returncode, done.stderr) == (1, "")
    reports = template[".estate"]["artifacts"]["reports"]
    issues = json.loads((workspace / reports["codequality"]).read_text())
    assert issues[0]["location"]["path"].startswith("councils/small/inventory/")
    assert (workspace / reports["junit"]).read_text().startswith("<?xml")


def test_variables_are_options_and_never_commands(
    template: dict[str, Any], workspace: Path, program: Path
) -> None:
    at = "councils/small"
    assert _job(template, workspace, program, ESTATE_DIR=at, ESTATE_FAIL_ON="never").returncode == 0
    wrong = "$(touch made) never"
    assert _job(template, workspace, program, ESTATE_DIR=at, ESTATE_FAIL_ON=wrong).returncode == 2
    assert not (workspace / "made").exists()
