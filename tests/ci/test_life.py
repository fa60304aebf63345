"""The whole life of an estate in a real repository, in one story."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.ci.conftest import ROOT, git

pytestmark = pytest.mark.no_cover

BEGUN, MERGED, LATER = "2026-11-16", "2026-11-21", "2027-01-18"
"""The days of the story; the support of Windows Server 2016 ends before the last."""
OLD = """\
servers:
  srv-old:
    name: OLD01
    organisation: council
    software: [windows-server@2008-r2-sp1]
"""


class Folk:
    """Somebody at work in a repository, with the programs that a council has."""

    def __init__(self, folder: Path) -> None:
        self.at = folder / "estate"
        self.at.mkdir()
        programs = folder / "programs"
        programs.mkdir()
        (programs / "estate").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m estate "$@"\n')
        (programs / "estate").chmod(0o755)
        self.day = BEGUN
        self._path = (
            f"{programs}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        )
        self._home = folder

    def run(self, *words: str, code: int = 0) -> str:
        """Run a program on a day, and return what it says; it is to end with this code."""
        at = f"{self.day}T09:00:00Z"
        done = subprocess.run(
            words,
            cwd=self.at,
            env={
                **{key: os.environ[key] for key in os.environ if not key.startswith("GIT_")},
                "PATH": self._path,
                "PYTHONPATH": str(ROOT / "src"),
                "HOME": str(self._home),
                "PRE_COMMIT_HOME": str(self._home / "hooks"),
                "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_AUTHOR_DATE": at,
                "GIT_COMMITTER_DATE": at,
            },
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr

    def git(self, *words: str, code: int = 0) -> str:
        """Run git as somebody."""
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        return self.run("git", *who, *words, code=code)

    def estate(self, *words: str, code: int = 0) -> str:
        """Run estate on this day."""
        return self.run("estate", *words, "--as-of", self.day, code=code)

    def compared(self, *words: str) -> Any:  # noqa: ANN401 - JSON
        """Return a comparison."""
        return json.loads(self.run("estate", "compare", *words, "--format", "json"))


@pytest.fixture
def folk(tmp_path: Path) -> Folk:
    return Folk(tmp_path)


def _begin(folk: Folk) -> None:
    """Init, take what there is as known, commit, and install the hook."""
    folk.git("init", "--quiet", "--initial-branch", "main")
    folk.run("estate", "init", "--quiet")
    folk.estate("check", "--fail-on", "never", "--write-baseline", "known.json")
    hook = folk.at / ".pre-commit-config.yaml"
    same_day = f"estate check --baseline known.json --as-of {MERGED}"
    hook.write_text(hook.read_text().replace("entry: estate check", f"entry: {same_day}"))
    folk.git("add", "--all")
    folk.git("commit", "--quiet", "--message", "Begin")
    folk.run("pre-commit", "install")


def _edit(folk: Folk) -> None:
    """On a branch, an edit that the hook keeps out, and what mends it."""
    folk.day = MERGED
    folk.git("switch", "--quiet", "--create", "old-server")
    path = folk.at / "inventory" / "old.yaml"
    path.write_text(OLD)
    folk.git("add", "--all")
    said = folk.git("commit", "--message", "Add a server", code=1)
    assert "unsupported-software" in said
    assert "inventory/old.yaml:5" in said
    path.write_text(OLD.replace("2008-r2-sp1", "2022"))
    folk.git("add", "--all")
    folk.git("commit", "--quiet", "--message", "Add a newer server")


def test_an_estate_lives(folk: Folk) -> None:
    _begin(folk)
    _edit(folk)
    folk.estate("check", "--base", "main")

    # Somebody goes round the hook: CI tells the same, and whose doing it is.
    (folk.at / "inventory" / "old.yaml").write_text(OLD)
    folk.git("commit", "--all", "--quiet", "--no-verify", "--message", "Back to the old one")
    sarif = ("--format", "sarif:estate.sarif", "--format", "text")
    assert "unsupported-software" in folk.estate("check", "--base", "main", *sarif, code=1)
    (run,) = json.loads((folk.at / "estate.sarif").read_text())["runs"]
    told = {each["ruleId"]: each for each in run["results"] if "old.yaml" in json.dumps(each)}
    region = told["unsupported-software"]["locations"][0]["physicalLocation"]
    assert region["artifactLocation"]["uri"] == "inventory/old.yaml"
    assert region["region"]["startLine"] == 5
    came = [each for each in folk.compared("main", "HEAD")["findings"] if each["change"] == "came"]
    own = [each for each in came if each["subject"]["id"] == "srv-old"]
    assert own
    assert {each["cause"] for each in own} == {"change"}

    # It is mended and merged.
    folk.git("revert", "--no-edit", "HEAD")
    folk.git("switch", "--quiet", "main")
    folk.git("merge", "--quiet", "--no-ff", "--no-edit", "old-server")
    folk.estate("check", "--baseline", "known.json")
    assert folk.compared("HEAD", "HEAD")["findings"] == []

    # The calendar moves on, and nobody edits a line.
    folk.day = LATER
    folk.estate("check", "--baseline", "known.json", code=1)
    days = folk.compared(MERGED, LATER)
    assert (days["records"], days["relations"], days["settings"]) == ([], [], [])
    assert {each["cause"] for each in days["findings"]} == {"calendar"}
    brought = [each for each in days["findings"] if each["change"] == "came"]
    assert "srv-revenues" in {each["subject"]["id"] for each in brought}
    issue = folk.run("estate", "compare", MERGED, LATER, "--group-by", "owner")
    assert "Our council" in issue
    folk.estate("check", "--base", "HEAD")
    assert git(folk.at, "status", "--porcelain") == "?? estate.sarif"
