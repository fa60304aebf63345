"""The open documents, each in the estate that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from pygls.uris import to_fs_path
from pygls.workspace import PositionCodec

from estate.config import FILE, find_root
from estate.errors import ConfigError
from estate.lsp.positions import Page
from estate.lsp.session import Session, Today
from estate.read.discover import SUFFIXES

__all__ = ["Part", "Shelf", "View"]

Part = Literal["inventory", "settings", "rules", "other"]

_INVENTORY: Final = "inventory"


@dataclass(frozen=True)
class View:
    """One document of an estate, as an editor shows it."""

    shelf: Shelf
    session: Session
    name: str

    @cached_property
    def page(self) -> Page:
        """Its text."""
        return self.shelf.page(self.session, self.name)

    @property
    def part(self) -> Part:
        """What kind of file it is."""
        config = self.session.state.config
        if self.name == FILE:
            return "settings"
        if _is_below(self.name, config.inventory if config else _INVENTORY):
            return "inventory"
        rules = config.rules if config else ()
        return "rules" if any(_is_below(self.name, name) for name in rules) else "other"


class Shelf:
    """Every estate of which a document is open or a folder is worked in."""

    def __init__(
        self,
        today: Today,
        tell: Callable[[Session], None],
        fault: Callable[[Exception], None],
    ) -> None:
        self.codec = PositionCodec()
        self.sessions: dict[Path, Session] = {}
        self._made = today, tell, fault
        self._open: dict[str, tuple[Session, str]] = {}

    def opened(self, uri: str, text: str) -> None:
        """Take in what an editor shows: a document that was opened, or that has changed."""
        found = self._open.get(uri) or self._place(uri)
        if found is not None:
            session, name = self._open[uri] = found
            session.texts[name] = text
            session.changed()

    def closed(self, uri: str) -> None:
        """Forget what an editor showed; what counts is the file again."""
        if uri in self._open:
            session, name = self._open.pop(uri)
            session.texts.pop(name, None)
            session.changed()

    def enter(self, folder: str) -> None:
        """Begin to work in a folder, if an estate lies there."""
        path = _path_of(folder)
        if path is not None and (path / FILE).is_file():
            self._session(path).changed()

    def leave(self, folder: str) -> None:
        """Stop to work in a folder, unless one of its documents is open."""
        path = _path_of(folder)
        if path is not None and not any(each.root == path for each, _ in self._open.values()):
            self.sessions.pop(path, None)

    def touched(self, uri: str) -> None:
        """Note that a file was changed by somebody else."""
        path = _path_of(uri)
        for root, session in self.sessions.items():
            if path is not None and path.is_relative_to(root):
                session.changed()

    def view(self, uri: str) -> View | None:
        """Return an open document, None for one that is of no estate."""
        found = self._open.get(uri)
        return View(self, *found) if found else None

    def page(self, session: Session, name: str) -> Page:
        """Return the text of a file of an estate as it is now, empty if it cannot be read."""
        try:
            data = session.bytes_of(name)
        except OSError:
            data = b""
        text = session.texts.get(name)
        return Page(data.decode("utf-8-sig", "replace") if text is None else text, self.codec)

    def uri(self, session: Session, name: str) -> str:
        """Return what an editor calls a file of an estate."""
        for uri, (owner, called) in self._open.items():
            if owner is session and called == name:
                return uri
        return (session.root / name).as_uri()

    def open_in(self, session: Session) -> Iterator[str]:
        """Yield the names of an estate's documents that are open."""
        return (name for owner, name in self._open.values() if owner is session)

    def _place(self, uri: str) -> tuple[Session, str] | None:
        path = _path_of(uri)
        if path is None or not path.name.lower().endswith(SUFFIXES):
            return None
        try:
            root = find_root(path.parent)
        except (ConfigError, OSError, RuntimeError):
            if path.name != FILE:
                return None
            root = path.parent
        return self._session(root), path.relative_to(root).as_posix()

    def _session(self, root: Path) -> Session:
        if root not in self.sessions:
            self.sessions[root] = Session(root, *self._made)
        return self.sessions[root]


def _path_of(uri: str) -> Path | None:
    """Return the path of a file's URI, None of any other."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    return Path(path).resolve() if path else None


def _is_below(name: str, folder: str) -> bool:
    return name == folder or name.startswith(f"{folder.rstrip('/')}/")
