"""From a folder of files to an `Estate`, or to every problem in it."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from estate.errors import InventoryError, Location, Problem
from estate.findings.place import Place
from estate.model.estate import Estate
from estate.model.policy import Policy
from estate.read.assemble import Gathered, assemble
from estate.read.discover import discover
from estate.read.document import Document, compose, decode
from estate.read.spans import Spans

_FOR_TWO: Final = 1_600_000
"""From how many characters a second process pays: about two thousand records."""


@dataclass(slots=True)
class Places(Mapping[Place, Location]):
    """Where the places of an inventory stand: looked up when asked for, and only then."""

    gathered: Gathered
    _spans: dict[str, Spans] = field(default_factory=dict)

    def __getitem__(self, place: Place) -> Location:
        """Return the location of a place. Raises KeyError for an unknown record."""
        origin = self.gathered.origins[place.asset]
        spans = self._spans.get(origin.document.name)
        if spans is None:
            spans = self._spans[origin.document.name] = Spans(origin.document)
        return spans.find((origin.section, place.asset, *place.path))

    def __iter__(self) -> Iterator[Place]:
        """Every record's own place."""
        return (Place(asset) for asset in self.gathered.origins)

    def __len__(self) -> int:
        """How many records there are."""
        return len(self.gathered.origins)


@dataclass(frozen=True, slots=True)
class Inventory:
    """An estate as it was read: the estate and where everything in it stands."""

    estate: Estate
    places: Places


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
    problems = list(files.problems)
    with _collector_off():
        documents, digests = _read_all(files.found, problems)
        gathered, sections = assemble(_let_go(documents), defaults or {})
    _raise_any([*problems, *_problems_of(documents), *gathered.problems])
    return Inventory(Estate(name, sections, policy, _digest(digests)), Places(gathered))


def inventory_of(
    documents: list[Document], *, name: str, policy: Policy, defaults: Mapping[str, Any]
) -> Inventory:
    """Assemble documents that are already read. Raises InventoryError."""
    gathered, sections = assemble(documents, defaults)
    _raise_any([*_problems_of(documents), *gathered.problems])
    return Inventory(Estate(name, sections, policy), Places(gathered))


def _let_go(documents: list[Document]) -> Iterator[Document]:
    """Yield each document, and drop its values when they have been taken out."""
    for document in documents:
        yield document
        document.values = {}


def _problems_of(documents: list[Document]) -> list[Problem]:
    return [problem for document in documents for problem in document.problems]


def _raise_any(problems: list[Problem]) -> None:
    if problems:
        count = len(problems)
        message = f"the inventory has {count} problem{'' if count == 1 else 's'}"
        raise InventoryError(message, problems)


def _read_all(
    found: list[tuple[str, Path]], problems: list[Problem]
) -> tuple[list[Document], list[bytes]]:
    documents, digests = [], []
    for name, path in found:
        try:
            data = path.read_bytes()
        except OSError as error:
            place = Location(name, 0, 0, 0, 0)
            reason = f"cannot be read: {error.strerror}"
            problems.append(Problem("invalid-yaml", reason, place, "a readable file"))
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
