"""From a folder of files to an `Estate`, or to every problem in it."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final

from estate.errors import InventoryError, Location, Problem
from estate.findings.place import Place
from estate.frozen import frozen, slotted
from estate.model.estate import Estate
from estate.model.policy import Policy
from estate.read.assemble import Gathered, assemble
from estate.read.decode import LONGEST_FILE, whole_file
from estate.read.discover import Files, discover
from estate.read.document import Document, compose, decode, read_document

SETTINGS: Final = "estate.yaml"
"""The file at the root of an estate."""

_FOR_TWO: Final = 1_600_000
"""From how many characters a second process pays: about two thousand records."""


@slotted
class Places(Mapping[Place, Location]):
    """Where the places of an inventory stand: looked up when asked for, and only then."""

    gathered: Gathered

    def __getitem__(self, place: Place) -> Location:
        """Return the location of a place. Raises KeyError for an unknown record."""
        return self.gathered.locate(place.asset, place.path)

    def __iter__(self) -> Iterator[Place]:
        """Every record's own place."""
        return (Place(asset) for asset in self.gathered.origins)

    def __len__(self) -> int:
        """How many records there are."""
        return len(self.gathered.origins)


@frozen
class Inventory:
    """An estate as it was read: the estate and where everything in it stands."""

    estate: Estate
    places: Mapping[Place, Location]


def read_inventory(
    root: Path,
    folder: str,
    *,
    name: str,
    policy: Policy,
    defaults: Mapping[str, Any] | None = None,
) -> Inventory:
    """Read every file under `root / folder`.

    Raises InventoryError with every problem of every file; one that names no problem, if there
    are no files at all.
    """
    if not (root / folder).is_dir():
        message = f"no inventory: {root / folder} is not a folder"
        raise InventoryError(message)
    files = discover(root, folder)
    if not files.found and not files.problems:
        message = f"no inventory: there is no .yaml, .yml or .json file under {root / folder}"
        raise InventoryError(message)
    with _collector_off():
        documents, digests = _read_all(files)
        settings = partial(_settings, root)
        gathered, sections = assemble(_let_go(documents), defaults or {}, settings)
    _raise_any(documents, gathered)
    return Inventory(Estate(name, sections, policy, _digest(digests)), Places(gathered))


def inventory_of(
    documents: list[Document],
    *,
    name: str,
    policy: Policy,
    defaults: Mapping[str, Any],
    settings: Callable[[], Document | None] = lambda: None,
) -> Inventory:
    """Assemble documents that are already read; they keep their values.

    `settings` reads the file that holds the estate's own defaults. Raises InventoryError.
    """
    gathered, sections = assemble(documents, defaults, settings)
    _raise_any(documents, gathered)
    return Inventory(Estate(name, sections, policy), Places(gathered))


def _let_go(documents: list[Document]) -> Iterator[Document]:
    """Yield each document, and drop its values when they have been taken out."""
    for document in documents:
        yield document
        document.values = {}


def _raise_any(documents: list[Document], gathered: Gathered) -> None:
    """Raise every problem, each once: a default or an anchor may be wrong for many records."""
    found = [problem for document in documents for problem in document.problems]
    distinct = {(p.rule, p.message, p.location): p for p in [*found, *gathered.problems][::-1]}
    if distinct:
        count = len(distinct)
        message = f"the inventory has {count} problem{'' if count == 1 else 's'}"
        raise InventoryError(message, distinct.values())


def _read_all(files: Files) -> tuple[list[Document], list[bytes]]:
    documents = [_unread(problem) for problem in files.problems]
    digests = []
    for name, path in files.found:
        try:
            data = _bytes(path)
        except OSError as error:
            found = f"the file cannot be read: {error.strerror}"
            documents.append(_unread(whole_file(name, found, "a file that one may read")))
            continue
        documents.append(decode(name, data))
        digests.append(hashlib.sha256(data).digest())
    _compose_all(documents)
    return documents, digests


def _compose_all(documents: list[Document]) -> None:
    if sum(len(document.text) for document in documents) >= _FOR_TWO:
        from estate.read.pair import compose_in_pair  # noqa: PLC0415 - not for the many small

        compose_in_pair(documents)
        return
    for document in documents:
        compose(document)


def _bytes(path: Path) -> bytes:
    """Read a file, or as much of it as shows that it is too large."""
    with path.open("rb") as file:
        return file.read(LONGEST_FILE + 1)


def _unread(problem: Problem) -> Document:
    return Document(problem.location.file, "", whole=False, problems=[problem])


def _settings(root: Path) -> Document | None:
    """Read the file that holds the estate's own defaults."""
    try:
        return read_document(SETTINGS, _bytes(root / SETTINGS))
    except OSError:
        return None


def _digest(digests: list[bytes]) -> str:
    """Identify the content, whatever the files are called and in which order they came."""
    return "sha256:" + hashlib.sha256(b"".join(sorted(digests))).hexdigest()


@contextmanager
def _collector_off() -> Iterator[None]:
    """Keep the garbage collector still: everything that reading makes is kept."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
