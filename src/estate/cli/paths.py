"""The files and folders that `estate check` is asked about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from estate.errors import UsageError
from estate.findings import Place

if TYPE_CHECKING:
    from estate.findings import Outcome, Subject, Unknown
    from estate.pipeline import Run

__all__ = ["only"]


def only(run: Run, given: Iterable[Path], root: Path) -> Outcome:
    """Return the outcome with what stands in the files and folders given; all of it for none.

    Counts per rule stay those of the whole estate. Raises UsageError for a path from which nothing
    is read.
    """
    outcome = run.outcome
    paths = [_found(path, root, run) for path in given]
    if not paths or any(root.resolve().is_relative_to(path) for path in paths):
        return outcome

    @cache
    def within(file: str) -> bool:
        real = (root / file).resolve()
        return any(real.is_relative_to(path) for path in paths)

    def stands(place: Place) -> bool:
        location = outcome.places.get(place)
        return location is not None and within(location.file)

    def concerned(unknown: Unknown) -> bool:
        return any(stands(place) for place in _records(unknown.subject))

    return replace(
        outcome,
        findings=tuple(found for found in outcome.findings if stands(found.place)),
        unknown=tuple(filter(concerned, outcome.unknown)),
    )


def _found(path: Path, root: Path, run: Run) -> Path:
    """Return the real path of what the user named: from here, else from the estate's folder."""
    from estate.pipeline import files_of  # noqa: PLC0415 - not for help

    for candidate in (Path.cwd() / path, root / path):
        if candidate.exists():
            real = candidate.resolve()
            if any(file.resolve().is_relative_to(real) for file in files_of(root, run.config)):
                return real
            raise UsageError(f"{path} is no part of the estate: nothing is read from it")
    raise UsageError(f"there is no {path}")


def _records(subject: Subject) -> Iterator[Place]:
    """Yield the place of each record that a subject is made of."""
    yield Place(subject.id)
    for name, value in subject.detail:
        if name == "members" and isinstance(value, tuple):
            yield from map(Place, value)
