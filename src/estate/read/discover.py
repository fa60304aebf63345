"""Which files an inventory has."""

from __future__ import annotations

import os
from dataclasses import field
from pathlib import Path
from typing import Final

from estate.errors import Location, Problem
from estate.frozen import slotted

SUFFIXES: Final = (".yaml", ".yml", ".json")


@slotted
class Files:
    """The files found, by name relative to the estate's root, and what could not be followed."""

    root: Path
    found: list[tuple[str, Path]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _links: list[tuple[Path, str]] = field(default_factory=list)
    _seen: set[Path] = field(default_factory=set)

    def walk(self, folder: Path, name: str) -> None:
        """Take in a folder and all below it; links are kept for later."""
        todo = [(folder, name)]
        while todo:
            folder, name = todo.pop()
            self._seen.add(folder)
            try:
                entries = list(os.scandir(folder))
            except OSError as error:
                self.refuse(name, f"the folder cannot be read: {error.strerror}", "a folder")
                continue
            for entry in entries:
                inner = f"{name}/{_text(entry.name)}"
                if entry.name.startswith("."):
                    continue
                if entry.is_symlink():
                    self._links.append((Path(entry.path), inner))
                elif entry.is_dir(follow_symlinks=False):
                    todo.append((Path(entry.path), inner))
                else:
                    self._take(Path(entry.path), inner)

    def follow(self) -> None:
        """Follow the links, in the order of their names, to what has not been taken in yet."""
        while self._links:
            self._links.sort(key=lambda link: link[1], reverse=True)
            link, name = self._links.pop()
            target = self._target(link, name)
            if target is None or target in self._seen:
                continue
            if target.is_dir():
                self.walk(target, name)
            else:
                self._take(target, name)

    def refuse(self, name: str, found: str, expected: str) -> None:
        """Note what cannot be read."""
        place = Location(name, 0, 0, 0, 0)
        self.problems.append(Problem("invalid-yaml", found, place, expected))

    def _take(self, path: Path, name: str) -> None:
        if not name.lower().endswith(SUFFIXES):
            return
        self._seen.add(path)
        if path.is_file():
            self.found.append((name, path))
        else:
            self.refuse(name, "not a regular file", "a file, or another name for this")

    def _target(self, link: Path, name: str) -> Path | None:
        """Return what a link leads to; None if that is nothing to read, or refused."""
        try:
            target = link.resolve(strict=True)
        except (OSError, RuntimeError):  # a loop of links was a RuntimeError before Python 3.13
            self.refuse(name, "a symbolic link to nothing, or to itself", "a file or a folder")
            return None
        if not (target.is_dir() or name.lower().endswith(SUFFIXES)):
            return None
        if not target.is_relative_to(self.root):
            self.refuse(name, "a symbolic link out of the estate", "a file of the estate")
            return None
        if target.is_dir() and link.parent.resolve().is_relative_to(target):
            self.refuse(name, "a symbolic link to a folder it is in", "no loops")
            return None
        return target


def discover(root: Path, folder: str) -> Files:
    """Find every YAML and JSON file under `folder`, at any depth, in the order of their names.

    Names that begin with a dot are left alone. A symbolic link is followed while it stays inside
    the estate, is no loop, and leads to what is not read anyway.
    """
    files = Files(root.resolve())
    top = (root / folder).resolve()
    if not top.is_relative_to(files.root):
        files.refuse(_text(folder), "a symbolic link out of the estate", "a folder of the estate")
        return files
    files.walk(top, _text(Path(folder).as_posix()))
    files.follow()
    files.found.sort()
    return files


def _text(name: str) -> str:
    """Return a file's name as a text; bytes of it that are no UTF-8, as escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
