"""The hook, by pre-commit itself: installed from a pinned revision, run on a commit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.ci.conftest import OFFLINE, git

pytestmark = pytest.mark.no_cover


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where pre-commit keeps what it has installed."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def hooked(shipped: Path, workspace: Path) -> Path:
    """Return an estate whose repository pins the hook."""
    revision = git(shipped, "rev-parse", "HEAD")
    (workspace / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {shipped}\n    rev: {revision}\n    hooks:\n      - id: estate-check\n"
        "        args: [--estate, councils/small, --as-of, '2026-11-21', -q]\n"
    )
    git(workspace, "add", ".pre-commit-config.yaml")
    git(workspace, "commit", "-q", "-m", "Pin the hook")
    return workspace


def _pre_commit(at: Path, cache: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments, "--color", "never"],
        cwd=at,
        env={**env, **OFFLINE, "PRE_COMMIT_HOME": str(cache)},
        check=False,
        capture_output=True,
        text=True,
    )


def _commit(at: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, **OFFLINE, "PRE_COMMIT_HOME": str(cache)}
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ["git", *who, "commit", "-m", "Change"],
        cwd=at,
        env=env,
        check=False,
        capture_output=True,
        text=True,
    )


def test_a_finding_keeps_a_commit_out(hooked: Path, cache: Path) -> None:
    assert _pre_commit(hooked, cache, "install").returncode == 0
    with (hooked / "councils" / "small" / "inventory" / "systems.yaml").open("a") as file:
        file.write("# a change\n")
    git(hooked, "add", "--all")
    done = _commit(hooked, cache)
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "estate check" in said
    assert "unsupported-software" in said
    assert git(hooked, "log", "--format=%s", "-1") == "Pin the hook"


def test_an_estate_within_its_policy_comes_through(hooked: Path, cache: Path) -> None:
    assert _pre_commit(hooked, cache, "install").returncode == 0
    with (hooked / "councils" / "small" / "estate.yaml").open("a") as file:
        file.write("policy: {fail_on: never}\n")
    git(hooked, "add", "--all")
    done = _commit(hooked, cache)
    assert done.returncode == 0, done.stdout + done.stderr
    assert git(hooked, "log", "--format=%s", "-1") == "Change"


def test_it_is_not_run_for_other_files(hooked: Path, cache: Path) -> None:
    (hooked / "notes.yaml").write_text("a: b\n")
    git(hooked, "add", "--all")
    done = _pre_commit(hooked, cache, "run")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Skipped" in done.stdout


def test_the_manifest_is_valid(shipped: Path, cache: Path) -> None:
    done = _pre_commit(shipped, cache, "validate-manifest", ".pre-commit-hooks.yaml")
    assert done.returncode == 0, done.stdout
