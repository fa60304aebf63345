"""An estate as it was at a revision: written to a folder of its own, then read as any other."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Final

from estate.config import FILE, Config, load_config
from estate.errors import ConfigError, UsageError
from estate.frozen import frozen
from estate.pipeline.git import Commit, Item, Repository
from estate.read.discover import SUFFIXES

__all__ = ["WHOLE", "RefusedError", "Revision", "at_revision", "commit_of", "read_from"]

WHOLE: Final = "fetch it with 'git fetch --unshallow' (in CI: fetch-depth: 0)"
"""What to do where a clone has only part of the history."""


class RefusedError(UsageError):
    """A commit that holds what no estate is read from, wherever it is laid out."""


@frozen
class Revision:
    """An estate at a commit, in a folder that is there for a while."""

    name: str
    folder: Path
    commit: str
    at: datetime


def commit_of(repository: Repository, revision: str) -> Commit:
    """Return the commit that a revision names. Raises UsageError that says what to do."""
    commit = repository.commit(revision)
    if commit is not None:
        return commit
    if repository.shallow:
        raise UsageError(
            f"there is no revision {revision!r} here: this clone has only part of the history; "
            + WHOLE
        )
    raise UsageError(
        f"there is no revision {revision!r}; where it is a branch elsewhere, fetch it first "
        "and write it as origin/…"
    )


@contextmanager
def at_revision(
    repository: Repository, revision: str, below: Path | None = None
) -> Iterator[Revision]:
    """Yield the estate as it was at a revision; its folder is gone afterwards.

    The folder lies outside the repository, which is only read: `below` one that is given, or among
    the temporary ones of the system. Raises UsageError.
    """
    commit = commit_of(repository, revision)
    items = list(repository.tree(commit))
    if not any(item.name == FILE for item in items):
        where = f" in {repository.prefix.rstrip('/')}" if repository.prefix else ""
        raise UsageError(f"there was no {FILE}{where} at {revision}")
    with tempfile.TemporaryDirectory(prefix="estate-", dir=below) as made:
        folder = Path(made).resolve()
        if folder.is_relative_to(repository.top.resolve()):
            raise UsageError(
                f"{folder.parent} lies in the repository; set TMPDIR to a folder apart"
            )
        _lay_out(repository, items, folder, revision)
        yield Revision(revision, folder, commit.key, commit.at)


def _lay_out(repository: Repository, items: list[Item], folder: Path, revision: str) -> None:
    """Write what an estate is read from: YAML, JSON, links, and the files of its rules."""
    first = [item for item in read_from(items, None) if item.kind == "file"]
    _write(repository, first, folder, revision)
    config = _config(folder)
    rules = config.rules if config else ()
    written = {item.name for item in first}
    whole = read_from(items, config)
    more = [item for item in whole if item.kind == "file" and item.name not in written]
    _write(repository, more, folder, revision)
    _link(repository, [item for item in items if item.kind == "link"], folder, revision)
    for item in items:
        if item.kind == "module" and _below(
            item.name, [config.inventory if config else "", *rules]
        ):
            raise RefusedError(
                f"{item.name} is a submodule: what it held at {revision} is in another repository"
            )


def read_from(items: Iterable[Item], config: Config | None) -> list[Item]:
    """Return the items that an estate is read from: data, what is no file, and its own rules."""
    rules = config.rules if config else ()
    return [
        item
        for item in items
        if item.kind != "file" or item.name.lower().endswith(SUFFIXES) or _below(item.name, rules)
    ]


def _config(folder: Path) -> Config | None:
    """Return what estate.yaml says; reading the estate tells what is wrong with it."""
    try:
        return load_config(folder)
    except ConfigError:
        return None


def _below(name: str, folders: Iterable[str]) -> bool:
    path = PurePosixPath(name)
    return any(path.is_relative_to(PurePosixPath(folder)) for folder in folders if folder)


def _write(repository: Repository, items: list[Item], folder: Path, revision: str) -> None:
    for item, content in zip(items, repository.contents(items), strict=True):
        path = _path(folder, item, revision)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(_whole(content, item, revision))
        except OSError as error:
            raise UsageError(f"{item.name} of {revision} cannot be laid out: {error}") from error


def _link(repository: Repository, items: list[Item], folder: Path, revision: str) -> None:
    """Make the links last, so that nothing is written through one; reading judges each."""
    for item, content in zip(items, repository.contents(items), strict=True):
        path = _path(folder, item, revision)
        target = _whole(content, item, revision).decode("utf-8", "surrogateescape")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.symlink_to(target)
        except (OSError, ValueError) as error:
            raise UsageError(f"{item.name} of {revision} cannot be laid out: {error}") from error


def _path(folder: Path, item: Item, revision: str) -> Path:
    """Return where an item goes; a tree that was made by hand may lead anywhere."""
    parts = item.name.split("/")
    if any(part in ("", ".", "..") or "\\" in part for part in parts):
        raise RefusedError(f"{revision} holds a file of the name {item.name!r}: that is refused")
    return folder.joinpath(*parts)


def _whole(content: bytes | None, item: Item, revision: str) -> bytes:
    if content is None:
        raise UsageError(
            f"this clone lacks what {item.name} held at {revision}; "
            "fetch it with 'git fetch --refetch'"
        )
    return content
