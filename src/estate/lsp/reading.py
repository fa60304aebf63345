"""An estate as it is being written: the files on disk, under the texts of open documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from estate.config import FILE, Config, load_config
from estate.errors import ConfigError, EstateError, Location, Problem
from estate.lifecycle import Catalogue
from estate.model.estate import SECTIONS
from estate.pipeline import CATALOGUE, Loaded, catalogue_of, load_pack
from estate.read import Document, Inventory, inventory_of, read_document
from estate.read.discover import SUFFIXES, discover
from estate.rules import Pack

__all__ = ["Desk", "Known", "State"]


@dataclass(frozen=True, slots=True)
class Known:
    """A record that can be named: its id, kind and name, and the file that it stands in."""

    id: str
    kind: str
    name: str
    file: str


@dataclass(frozen=True, slots=True)
class State:
    """What an estate says at one moment.

    `documents` are the files of its inventory as they were read, `records` what can be named, of
    a file that is broken also what it held before. `pack` and `catalogue` are the last that could
    be read. `loaded` is None where there are `problems`.
    """

    config: Config | None = None
    documents: Mapping[str, Document] = field(default_factory=dict)
    records: Mapping[str, Known] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    pack: Pack | None = None
    catalogue: Catalogue | None = None
    loaded: Loaded | None = None


class Desk:
    """One estate, read again and again while it is written; what has not changed is kept."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._texts: Mapping[str, str] = {}
        self._documents: dict[str, tuple[object, Document]] = {}
        self._config: Config | None = None
        self._pack: Pack | None = None
        self._rules: object = None
        self._catalogue: Catalogue | None = None
        self._dated: object = None
        self._before: Mapping[str, Known] = {}

    def read(self, texts: Mapping[str, str]) -> State:
        """Read everything, with these texts in the place of files; gather all problems."""
        self._texts = dict(texts)
        problems: list[Problem] = []
        config = self._read_config(problems)
        if config is None:
            return State(problems=tuple(problems))
        documents = dict(self._read_documents(config, problems))
        records = {known.id: known for each in documents.values() for known in self._known(each)}
        self._before = records
        inventory = self._assemble(config, documents, problems)
        pack, catalogue = self._read_pack(config, problems), self._read_catalogue(problems)
        loaded = None
        if inventory and pack and catalogue and not problems:
            loaded = Loaded(config, inventory, pack, catalogue)
        return State(config, documents, records, tuple(problems), pack, catalogue, loaded)

    def bytes_of(self, path: Path) -> bytes:
        """Return what a file holds: what an editor shows of it, if it is open. Raises OSError."""
        name = self.name_of(path)
        if name in self._texts:
            return self._texts[name].encode("utf-8", "surrogatepass")
        return path.read_bytes()

    def name_of(self, path: Path) -> str:
        """Return how a file below the estate's folder is called in it, "" for any other."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else ""

    def _read_config(self, problems: list[Problem]) -> Config | None:
        try:
            self._config = load_config(self.root, self.bytes_of)
        except EstateError as error:
            problems += _problems_of(error)
        return self._config

    def _read_documents(
        self, config: Config, problems: list[Problem]
    ) -> Iterator[tuple[str, Document]]:
        folder = config.inventory
        found = discover(self.root, folder) if (self.root / folder).is_dir() else None
        problems += found.problems if found else ()
        files = dict(found.found) if found else {}
        unsaved = {name: self.root / name for name in self._texts if _is_inventory(name, folder)}
        for name, path in sorted({**unsaved, **files}.items()):
            if (document := self._document(name, path)) is not None:
                yield name, document

    def _document(self, name: str, path: Path) -> Document | None:
        try:
            stamp = self._stamp(name, path)
            kept = self._documents.get(name)
            if kept is None or kept[0] != stamp:
                kept = stamp, read_document(name, self.bytes_of(path))
                self._documents[name] = kept
        except OSError:
            return None  # it went while it was looked for; the next reading will not find it
        return kept[1]

    def _stamp(self, name: str, path: Path) -> object:
        if name in self._texts:
            return self._texts[name]
        stat = path.stat()
        return stat.st_mtime_ns, stat.st_size

    def _known(self, document: Document) -> Iterator[Known]:
        if not document.whole:
            yield from (each for each in self._before.values() if each.file == document.name)
        for section, records in document.values.items():
            if section not in SECTIONS or not isinstance(records, dict):
                continue
            for key, record in records.items():
                name = record.get("name", "") if isinstance(record, dict) else ""
                kind = SECTIONS[section].kind
                yield Known(key, kind, name if isinstance(name, str) else "", document.name)

    def _assemble(
        self, config: Config, documents: Mapping[str, Document], problems: list[Problem]
    ) -> Inventory | None:
        try:
            return inventory_of(
                list(documents.values()),
                name=config.name,
                policy=config.policy,
                defaults=config.defaults,
                settings=lambda: read_document(FILE, self.bytes_of(self.root / FILE)),
            )
        except EstateError as error:
            problems += _problems_of(error)
            return None

    def _read_pack(self, config: Config, problems: list[Problem]) -> Pack | None:
        """Return the rules; they are read again only when something they rest on has changed."""
        stamp = tuple(self._rest_of_rules(config))
        if stamp != self._rules:
            try:
                self._pack = load_pack(self.root, read=self.bytes_of)
            except EstateError as error:
                if not isinstance(error, ConfigError):  # that has been told
                    problems += _problems_of(error)
            else:
                self._rules = stamp
        return self._pack

    def _read_catalogue(self, problems: list[Problem]) -> Catalogue | None:
        path = self.root / CATALOGUE
        stamp = self._stamp(CATALOGUE, path) if path.is_file() else ()
        if stamp != self._dated:
            try:
                self._catalogue, self._dated = catalogue_of(self.root), stamp
            except EstateError as error:
                problems += _problems_of(error)
        return self._catalogue

    def _rest_of_rules(self, config: Config) -> Iterator[object]:
        yield self.bytes_of(self.root / FILE)
        for name in config.rules:
            folder = self.root / name
            for path in sorted(folder.rglob("*")) if folder.is_dir() else [folder]:
                if path.is_file():
                    yield path, self._stamp(self.name_of(path), path)


def _is_inventory(name: str, folder: str) -> bool:
    return name.startswith(f"{folder.rstrip('/')}/") and name.lower().endswith(SUFFIXES)


def _problems_of(error: EstateError) -> tuple[Problem, ...]:
    """Return what is wrong; what has no place of its own is said of the estate's settings."""
    return error.problems or (Problem("estate", error.message, Location(FILE, 0, 0, 0, 0)),)
