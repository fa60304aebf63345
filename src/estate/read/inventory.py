"""From a folder of files to an `Estate`, or to every problem in it."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any, Final

from estate.errors import InventoryError, Location
from estate.findings.place import Place
from estate.frozen import frozen, slotted
from estate.model.estate import Estate
from estate.model.policy import Policy
from estate.read.ahead import Reading, content, reading
from estate.read.assemble import assemble, type_ahead
from estate.read.document import Document, read_document
from estate.read.gathered import Gathered

SETTINGS: Final = "estate.yaml"
"""The file at the root of an estate."""


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


def read_inventory(  # noqa: PLR0913 - where it stands, and what the settings say
    root: Path,
    folder: str,
    *,
    name: str,
    policy: Policy,
    defaults: Mapping[str, Any] | None = None,
    begun: Reading | None = None,
) -> Inventory:
    """Read every file under `root / folder`, or go on with what has begun to read them.

    Raises InventoryError with every problem of every file; one that names no problem, if there
    are no files at all.
    """
    if not (root / folder).is_dir():
        message = f"no inventory: {root / folder} is not a folder"
        raise InventoryError(message)
    with _collector_off(), nullcontext(begun) if begun else reading(root, folder) as found:
        if not found.files.found and not found.files.problems:
            message = f"no inventory: there is no .yaml, .yml or .json file under {root / folder}"
            raise InventoryError(message)
        known = defaults or {}
        documents, digests = found.finish(partial(type_ahead, defaults=known))
        settings = partial(_settings, root)
        gathered, sections = assemble(_let_go(documents), known, settings)
        _forget(documents)
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


def _forget(documents: list[Document]) -> None:
    """Drop what was validated ahead: it stands in the estate now."""
    for document in documents:
        document.typed = {}


def _raise_any(documents: list[Document], gathered: Gathered) -> None:
    """Raise every problem, each once: a default or an anchor may be wrong for many records."""
    found = [problem for document in documents for problem in document.problems]
    distinct = {(p.rule, p.message, p.location): p for p in [*found, *gathered.problems][::-1]}
    if distinct:
        count = len(distinct)
        message = f"the inventory has {count} problem{'' if count == 1 else 's'}"
        raise InventoryError(message, distinct.values())


def _settings(root: Path) -> Document | None:
    """Read the file that holds the estate's own defaults."""
    try:
        return read_document(SETTINGS, content(root / SETTINGS))
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
