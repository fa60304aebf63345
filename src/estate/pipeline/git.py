"""Git, asked and never told: what a repository holds is read, and nothing in it changes.

Only commands that read objects are run, so that no hook, filter, signature check or text
conversion of the repository's own settings runs with them; nothing is fetched.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Final, NamedTuple

from estate.errors import UsageError, quoted
from estate.findings import Revision
from estate.frozen import frozen

__all__ = ["Commit", "Git", "Item", "Repository"]

_SET: Final = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
"""No fetch of what a partial clone lacks, no objects put for others, no locks, no questions."""
_ALWAYS: Final = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never")
_KINDS: Final = {"120000": "link", "160000": "module"}
"""The kinds of entries by their mode; every other is a file."""
_HASH: Final = re.compile(r"[0-9a-f]{40,64}")


class Item(NamedTuple):
    """One entry of a tree below the estate's folder: `kind` is `file`, `link` or `module`."""

    kind: str
    name: str
    key: str


class Commit(NamedTuple):
    """A commit by its hash, and when it was made."""

    key: str
    at: datetime


@frozen
class Git:
    """The program, and the environment in which it runs, without what git reads from there."""

    program: str
    environment: Mapping[str, str] = field(repr=False)

    def run(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Run a command in a folder, and return how it went."""
        return subprocess.run(  # noqa: S603 - no shell, and arguments that are checked
            self._call(folder, *arguments),
            env=self._scrubbed(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )

    def contents(self, folder: Path, keys: Iterable[str]) -> Iterator[bytes | None]:
        """Yield the content of each object, None for one that is not there."""
        with subprocess.Popen(  # noqa: S603 - as above
            self._call(folder, "cat-file", "--batch"),
            env=self._scrubbed(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            if process.stdin is None or process.stdout is None:  # pragma: no cover - both are pipes
                return
            for key in keys:
                yield _content(key, process.stdin, process.stdout)

    def _call(self, folder: Path, *arguments: str) -> list[str]:
        return [self.program, "-C", str(folder), *_ALWAYS, *arguments]

    def _scrubbed(self) -> dict[str, str]:
        kept = {k: v for k, v in self.environment.items() if not k.startswith("GIT_")}
        return kept | _SET


@frozen
class Repository:
    """A repository in which an estate stands: `prefix` leads from its top to the estate."""

    git: Git
    top: Path
    prefix: str

    @classmethod
    def around(cls, folder: Path, git: Git) -> Repository:
        """Return the repository in which a folder stands. Raises UsageError where there is none."""
        done = git.run(folder.resolve(), "rev-parse", "--show-toplevel", "--show-prefix")
        if done.returncode:
            raise UsageError(f"{folder} stands in no repository that git can read: {_said(done)}")
        top, prefix, *_ = _text(done.stdout).split("\n")
        return cls(git, Path(top), prefix)

    def commit(self, revision: str) -> Commit | None:
        """Return the commit that a revision names, or None.

        Raises UsageError for what no revision looks like.
        """
        if not revision or revision.startswith("-") or not revision.isprintable():
            hint = "write refs/heads/… in full" if revision.startswith("-") else "name a commit"
            raise UsageError(f"{quoted(revision)} is no revision; {hint}")
        found = self.git.run(self.top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        key = _text(found.stdout).strip()
        if found.returncode or not _HASH.fullmatch(key):
            return None
        read = self.git.run(self.top, "cat-file", "commit", key)
        if read.returncode:
            raise UsageError(f"{revision} cannot be read: {_said(read)}")
        return Commit(key, _committed(read.stdout))

    @property
    def shallow(self) -> bool:
        """Whether this is a clone without the whole history."""
        done = self.git.run(self.top, "rev-parse", "--is-shallow-repository")
        return _text(done.stdout).strip() == "true"

    def tree(self, commit: Commit) -> Iterator[Item]:
        """Yield what the estate's folder held, by its name below it. Raises UsageError."""
        place = [self.prefix] if self.prefix else []
        listing = ("ls-tree", "-r", "-z", "--full-tree", commit.key, "--", *place)
        done = self.git.run(self.top, *listing)
        if done.returncode:
            raise UsageError(f"the files of {commit.key} cannot be listed: {_said(done)}")
        for line in done.stdout.split(b"\0"):
            head, _, name = _text(line).partition("\t")
            if name:
                mode, _, key = head.split(" ")
                yield Item(_KINDS.get(mode, "file"), name.removeprefix(self.prefix), key)

    def last_by(self, moment: datetime) -> Commit | None:
        """Return the last commit of what stands here that was made by a moment, or None."""
        until = f"--before={int(moment.timestamp())}"
        done = self.git.run(self.top, "rev-list", "-1", until, "HEAD")
        key = _text(done.stdout).strip()
        return self.commit(key) if key and not done.returncode else None

    def line(self) -> Iterator[Commit]:
        """Yield the commits that HEAD came by, the newest first; of a merge, by its first parent.

        Raises UsageError where nothing is committed.
        """
        form = ("--first-parent", "--no-commit-header", "--format=%H %ct")
        done = self.git.run(self.top, "rev-list", *form, "HEAD")
        if done.returncode:
            raise UsageError(f"{self.top} has no history that can be read: {_said(done)}")
        for line in _text(done.stdout).splitlines():
            key, _, at = line.partition(" ")
            yield Commit(key, _moment(at))

    def history(self, name: str) -> Iterator[tuple[Revision, bytes | None]]:
        """Yield the commits that changed a file of the estate, the newest first, with its content.

        None stands for a file that a commit took away.
        """
        path = f"{self.prefix}{name}"
        form = "--format=%H%x1f%cs%x1f%an%x1f%s"
        done = self.git.run(self.top, "rev-list", "--no-commit-header", form, "HEAD", "--", path)
        lines = [line.split("\x1f", 3) for line in _text(done.stdout).splitlines()]
        told = [
            Revision(key, date.fromisoformat(on), author, message)
            for key, on, author, message in lines
        ]
        keys = (f"{revision.commit}:{path}" for revision in told)
        yield from zip(told, self.git.contents(self.top, keys), strict=False)

    def contents(self, items: Iterable[Item]) -> Iterator[bytes | None]:
        """Yield the content of each item, as it was committed."""
        return self.git.contents(self.top, (item.key for item in items))


def _content(key: str, asking: IO[bytes], answers: IO[bytes]) -> bytes | None:
    try:
        asking.write(f"{key}\n".encode())
        asking.flush()
    except BrokenPipeError:
        return None
    head = answers.readline().split()
    if len(head) != 3:  # noqa: PLR2004 - the object's name, its type and its size
        return None
    content = answers.read(int(head[2]))
    answers.readline()
    return content


def _committed(content: bytes) -> datetime:
    """Return when a commit was made, as its committer's line says."""
    for line in content.split(b"\n"):
        if line.startswith(b"committer "):
            return _moment(line.split()[-2].decode("ascii", "replace"))
    raise UsageError("a commit without a committer cannot be dated")


def _moment(seconds: str) -> datetime:
    """Return the moment so many seconds after the epoch. Raises UsageError."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"a commit is of {seconds} seconds after 1970: no day has that") from error


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return the first line of what git complains of."""
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "git says nothing"
