"""Which files an inventory has."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from estate.errors import Location, Problem

SUFFIXES: Final = frozenset({".yaml", ".yml", ".json"})


@dataclass(slots=True)
class Files:
    """The files found, by name relative to the estate's root, and what could not be followed."""

    root: Path
    found: list[tuple[str, Path]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def discover(root: Path, folder: str) -> Files:
    """Find every YAML and JSON file under `folder`, at any depth, in the order of their names.

    Names that begin with a dot are left alone. A symbolic link is followed while it stays inside
    the estate and comes to no folder twice; otherwise it is a problem, as is what is no file.
    """
    files = Files(root.resolve())
    _walk(files, root / folder, Path(folder), frozenset())
    return files


def _walk(files: Files, folder: Path, name: Path, above: frozenset[Path]) -> None:
    real = folder.resolve()
    if real in above:
        return _refuse(files, name, "a symbolic link to a folder above it", "no loops")
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        return _refuse(files, name, f"cannot be read: {error.strerror}", "a folder")
    for entry in entries:
        if not entry.name.startswith("."):
            _enter(files, entry, name / entry.name, above | {real})
    return None


def _enter(files: Files, entry: Path, name: Path, above: frozenset[Path]) -> None:
    if entry.is_symlink() and not _stays(files.root, entry):
        if entry.suffix.lower() in SUFFIXES or entry.is_dir() or not entry.exists():
            _refuse(files, name, "a symbolic link out of the estate, or to nothing", "a file")
    elif entry.is_dir():
        _walk(files, entry, name, above)
    elif entry.suffix.lower() in SUFFIXES:
        if entry.is_file():
            files.found.append((name.as_posix(), entry))
        else:
            _refuse(files, name, "not a regular file", "a file")


def _stays(root: Path, link: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _refuse(files: Files, name: Path, found: str, expected: str) -> None:
    place = Location(name.as_posix(), 0, 0, 0, 0)
    files.problems.append(Problem("invalid-yaml", found, place, expected))
