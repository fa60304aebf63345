"""A new folder, written whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from estate.errors import MergeError, OutputError, UsageError
from estate.merge import ORIGINS
from estate.writing import write_together

__all__ = ["free", "laid_out", "settle"]


def free(target: Path, estates: Iterable[Path]) -> None:
    """Refuse a folder that holds something, or that lies in an estate that is read."""
    if os.path.lexists(target) and not target.is_dir():
        raise UsageError(f"{target} is not a folder")
    if target.is_symlink():
        raise UsageError(f"{target} is a symbolic link; name the folder itself")
    if target.is_dir() and any(target.iterdir()):
        raise UsageError(
            f"{target} is not empty: what is there would be mixed with what is written"
        )
    for root in estates:
        if target.resolve().is_relative_to(root.resolve()):
            raise UsageError(
                f"{target} lies inside {root}, which is read; name a folder outside it"
            )


@contextmanager
def laid_out(files: Mapping[str, bytes], target: Path) -> Iterator[Path]:
    """Write files into a folder near `target`, which goes when it is not moved there.

    Raises OutputError, and MergeError for a path that would lead out of it.
    """
    for path in files:
        way = PurePosixPath(path)
        if way.is_absolute() or ".." in way.parts:
            raise MergeError(f"{path!r} leads out of {target}: {ORIGINS} was changed")
    there = next(folder for folder in (target.absolute()).parents if folder.is_dir())
    beside = there / f".{target.name[:100]}.{secrets.token_hex(6)}.part"
    try:
        write_together({beside / path: [data] for path, data in files.items()})
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def settle(folder: Path, target: Path) -> None:
    """Move a folder that is whole to its place. Raises OutputError."""
    try:
        if target.is_dir():
            target.rmdir()
        target.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(target)
    except OSError as error:
        raise OutputError(f"cannot write {target}: {error.strerror}") from error
