"""Files written whole or not at all: the one way in which anything is written."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from estate.errors import OutputError

__all__ = ["write", "write_together"]

_NEW_FILE = 0o666
"""The mode of a new file, before the umask takes its part."""


def write(path: Path, chunks: Iterable[str | bytes]) -> None:
    """Write `chunks` to `path` in one step, as UTF-8; make the folder if it is not there.

    A reader sees the old file or the new one and never a part. An existing file keeps its
    permissions, a new one gets those of the umask. A symbolic link is replaced, not followed. What
    is no file but takes bytes, such as a pipe or /dev/stdout, is given them and left in its place.
    Raises OutputError if the folder or the file cannot be written.
    """
    write_together({path: chunks})


def write_together(files: Mapping[Path, Iterable[str | bytes]]) -> None:
    """Write several files; none takes its place before all are whole on the disk.

    Otherwise as `write`.
    """
    ready: list[tuple[Path, Path]] = []
    path = Path()
    try:
        streams = [path for path in files if _is_stream(path)]
        for path, chunks in files.items():
            if path in streams:
                continue
            # Beside the target, because a rename is atomic only within one file system.
            beside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}.part")
            path.parent.mkdir(parents=True, exist_ok=True)
            ready.append((beside, path))
            _fill(beside, chunks, _mode(path))
        for beside, path in ready:
            beside.replace(path)
        for folder in {path.parent for _, path in ready}:
            _settle(folder)
        for path in streams:
            _pour(path, files[path])
    except OSError as error:
        message = f"cannot write {path}: {error.strerror or error}"
        raise OutputError(message) from error
    finally:
        for beside, _ in ready:
            with suppress(OSError):
                beside.unlink()


def _is_stream(path: Path) -> bool:
    """Whether a path leads to something that is written to and never replaced."""
    try:
        kind = path.stat().st_mode
    except OSError:
        return False
    if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
        return True
    # What is open already has a name there, whatever it is: /dev/stdout, /dev/fd/3.
    named = path.parent / path.readlink() if path.is_symlink() else path
    return any(str(folder.resolve()).startswith("/proc/") for folder in (path.parent, named.parent))


def _pour(path: Path, chunks: Iterable[str | bytes]) -> None:
    with path.open("ab") as stream:
        for chunk in chunks:
            stream.write(chunk.encode() if isinstance(chunk, str) else chunk)


def _mode(path: Path) -> int | None:
    return path.stat().st_mode & 0o7777 if path.is_file() and not path.is_symlink() else None


def _fill(beside: Path, chunks: Iterable[str | bytes], mode: int | None) -> None:
    # O_EXCL: a link that somebody planted under the temporary name is not followed.
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _NEW_FILE)
    with os.fdopen(descriptor, "wb") as stream:
        if mode is not None:
            beside.chmod(mode)
        for chunk in chunks:
            stream.write(chunk.encode() if isinstance(chunk, str) else chunk)
        stream.flush()
        os.fsync(stream.fileno())


def _settle(folder: Path) -> None:
    """Make the new name survive a power cut, where the system lets a folder be synced."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
