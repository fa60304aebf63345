"""What is written where: `--format json:out.json`, as often as wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from estate.cli.screen import write_out
from estate.errors import UsageError, nearest

__all__ = ["WORKBOOK", "Target", "targets_of", "write_to", "write_workbook"]

WORKBOOK: Final = "xlsx"
"""The format that no screen shows."""


class Target(NamedTuple):
    """A format, and the file that it goes to; None is the standard output."""

    form: str
    file: Path | None


def targets_of(given: Iterable[str], formats: tuple[str, ...]) -> list[Target]:
    """Return what to write and where; the first of `formats` where nothing is said.

    Raises UsageError for a format that is none of them, for a workbook without a file, and where
    two would go to one place.
    """
    targets = [_target(each, formats) for each in given or formats[:1]]
    files = [target.file for target in targets]
    for file in files:
        if files.count(file) > 1:
            place = "the standard output" if file is None else str(file)
            raise UsageError(f"only one format can go to {place}; give the others a file")
    return targets


def write_to(pieces: Iterator[str], file: Path | None) -> None:
    """Write a text to a file, or to the standard output. Raises OutputError."""
    if file is None:
        write_out(pieces)
    else:
        from estate.writing import write  # noqa: PLC0415 - only for a file

        write(file, pieces)


def write_workbook(made: bytes, target: Target) -> None:
    """Write a workbook to its file, which `targets_of` has asked for. Raises OutputError."""
    from estate.writing import write  # noqa: PLC0415 - only for a file

    if target.file is not None:
        write(target.file, [made])


def _target(given: str, formats: tuple[str, ...]) -> Target:
    name, colon, file = given.partition(":")
    if name not in formats:
        close = nearest(name, formats)
        hint = f"did you mean {close!r}?" if close else f"there are {', '.join(formats)}"
        raise UsageError(f"no format {name!r}; {hint}")
    if colon and not file:
        raise UsageError(f"--format {given} names no file")
    if name == WORKBOOK and not file:
        raise UsageError(f"a workbook goes to a file: --format {WORKBOOK}:FILE")
    return Target(name, Path(file) if file else None)
