"""Real git repositories, made for a test: nobody's settings, and days of our own."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

ESTATE = "estate: 1\nname: One\nrules: [own.yaml]\n"
RULES = """\
rules:
  small-server:
    title: Small
    severity:
      - critical: cores == 0
      - high
    for: server
    when: cores < 4
    message: "{name} has {cores} cores"
    why: Because.
    fix: Mend it.
    examples:
      fails:
        - {as_of: 2026-11-21, servers: {one: {name: One, status: live, cores: 1}}}
      passes:
        - {as_of: 2026-11-21, servers: {one: {name: One, status: live, cores: 8}}}
  past-review:
    title: Past its review
    severity: medium
    for: server
    when: review_by < today
    message: "{name} was to be reviewed by {review_by}"
    why: Because.
    fix: Mend it.
    examples:
      fails:
        - {as_of: 2026-11-21, servers: {one: {name: One, status: live, review_by: 2026-11-20}}}
      passes:
        - {as_of: 2026-11-21, servers: {one: {name: One, status: live, review_by: 2026-11-21}}}
"""
SERVERS = """\
servers:
  one: {name: One, status: live, cores: 8, review_by: 2026-11-10}
  two: {name: Two, status: live, cores: 2}
"""


@dataclass(frozen=True)
class Made:
    """A repository in a folder, with an estate in `below`."""

    top: Path
    below: str = ""

    @property
    def estate(self) -> Path:
        """The estate's folder."""
        return self.top / self.below

    def git(self, *arguments: str, day: str = "2026-11-01") -> str:
        """Run git as nobody in particular, on a day."""
        at = f"{day}T12:00:00Z"
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *arguments],
            cwd=self.top,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(self.top),
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_AUTHOR_NAME": "A",
                "GIT_AUTHOR_EMAIL": "a@example.org",
                "GIT_COMMITTER_NAME": "A",
                "GIT_COMMITTER_EMAIL": "a@example.org",
                "GIT_AUTHOR_DATE": at,
                "GIT_COMMITTER_DATE": at,
            },
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def write(self, name: str, text: str) -> Path:
        """Write a file of the estate."""
        path = self.estate / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def commit(self, message: str = "a change", day: str = "2026-11-01") -> str:
        """Commit everything; return the hash."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message, day=day)
        return self.git("rev-parse", "HEAD")


def repository(top: Path, below: str = "") -> Made:
    """Make a repository with a small estate, committed on 2026-11-01."""
    top.mkdir(parents=True, exist_ok=True)
    made = Made(top, below)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.write("estate.yaml", ESTATE)
    made.write("own.yaml", RULES)
    made.write("inventory/servers.yaml", SERVERS)
    made.commit("the first")
    return made


def content(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with what it holds, those of git as well."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
