"""One estate as it goes into a merge: its files, what they say, and what it is called there."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from estate.config import FILE, Config, load_config
from estate.errors import InventoryError, MergeError
from estate.frozen import frozen
from estate.model import SECTIONS, Entry, Estate, Organisation
from estate.read import Document, inventory_of, read_document
from estate.read.discover import discover
from estate.read.mentions import Mention, mentions

__all__ = ["DEFAULTS", "NAMESPACE", "Part", "Source", "prefix_of", "read_part"]

DEFAULTS: Final = "defaults"
NAMESPACE: Final = re.compile(r"[a-z0-9]+([-._][a-z0-9]+)*")
"""What an estate may be called in a merge: what its folder and the ids in it begin with."""

_LONGEST: Final = 60


@frozen
class Source:
    """One file of an inventory: its path below the inventory's folder, and what it holds."""

    name: str
    text: str
    document: Document

    def records(self) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
        """Yield section, id and raw record of every record in it."""
        for section, records in self.document.values.items():
            if section in SECTIONS and isinstance(records, dict):
                for key, record in records.items():
                    yield section, key, record

    @property
    def defaults(self) -> Mapping[str, Any]:
        """The fields that it gives to its records."""
        found = self.document.values.get(DEFAULTS)
        return found if isinstance(found, dict) else {}


@frozen
class Part:
    """One estate of a merge.

    `settings` is the text of its estate.yaml, `raw` what that says; `digest` identifies its files.
    """

    root: Path
    config: Config
    settings: str
    raw: Mapping[str, Any]
    estate: Estate
    sources: tuple[Source, ...]
    digest: str

    def mentions(self) -> Iterator[tuple[str, str, Iterator[Mention]]]:
        """Yield section, id and everything that the record names, by defaults too."""
        for source in self.sources:
            usable = {**self.config.defaults, **source.defaults}
            for section, key, record in source.records():
                yield section, key, mentions(section, {**usable, **record})

    def entries(self) -> dict[str, Entry]:
        """Return every record by id."""
        return {entry.id: entry for entry in self.estate}


def read_part(root: Path) -> Part:
    """Read an estate for a merge. Raises ConfigError or InventoryError with every problem."""
    config = load_config(root)
    folder = root / config.inventory
    if not folder.is_dir():
        raise InventoryError(f"no inventory: {folder} is not a folder")
    found = discover(root, config.inventory)
    if found.problems:
        raise InventoryError("the inventory cannot be read whole", found.problems)
    if not found.found:
        raise InventoryError(f"no inventory: there is no .yaml, .yml or .json file under {folder}")
    above = f"{Path(config.inventory).as_posix()}/"
    digest, sources = hashlib.sha256(), []
    for name, path in found.found:
        data = _bytes(path)
        digest.update(hashlib.sha256(data).digest())
        document = read_document(name, data)
        text = data.decode("utf-8", "surrogateescape")
        sources.append(Source(name.removeprefix(above), text, document))
    settings = _bytes(root / FILE)
    estate = inventory_of(
        [source.document for source in sources],
        name=config.name,
        policy=config.policy,
        defaults=config.defaults,
        settings=partial(read_document, FILE, settings),
    ).estate
    raw = read_document(FILE, settings).values
    text = settings.decode("utf-8")
    return Part(root, config, text, raw, estate, tuple(sources), f"sha256:{digest.hexdigest()}")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MergeError(f"{path} cannot be read: {error.strerror}") from error


def prefix_of(part: Part) -> str:
    """Return what an estate is called in a merge unless somebody says otherwise.

    It is the council that most records belong to, the alphabetically first of several; without
    one the estate's own name, in small letters.
    """
    owners: Counter[str] = Counter()
    for entry in part.estate:
        owners.update(getattr(entry, "organisation", None) or ())
    organisations = part.estate.of("organisation")
    councils = [
        key
        for key, entry in organisations.items()
        if isinstance(entry, Organisation) and entry.type in ("council", None)
    ]
    if councils:
        found = min(councils, key=lambda key: (-owners[key], key))
    else:
        found = re.sub(r"[^a-z0-9]+", "-", part.config.name.casefold()).strip("-")
    found = found.replace("/", "-")[:_LONGEST].strip("-._")
    return found if NAMESPACE.fullmatch(found) else "estate"
