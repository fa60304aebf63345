"""What is gathered of all documents: records as they were written, and where each came from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Any, TypeAlias

from estate.errors import Location, Problem
from estate.frozen import frozen, slotted
from estate.read.document import Document
from estate.read.spans import Spans

__all__ = ["Gathered", "Origin", "Path", "Raw"]

Raw: TypeAlias = dict[str, Any]
Path: TypeAlias = tuple[str | int, ...]


@frozen
class Origin:
    """Where a record came from: its file, its section, and what defaults filled in.

    `filled` names the fields that its file's defaults gave, `inherited` those that the estate's
    gave.
    """

    document: Document
    section: str
    filled: frozenset[str] = frozenset()
    inherited: frozenset[str] = frozenset()


@slotted
class Gathered:
    """Every record of all documents, still raw, and where it came from.

    `broken` are the documents that were not read to their end, `lost` the ids that stand where no
    record can. `settings` reads the file that holds the estate's own defaults.
    """

    raw: dict[str, dict[str, Raw]] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: list[Document] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    settings: Callable[[], Document | None] = lambda: None
    _spans: dict[str, Spans] = field(default_factory=dict)
    _estate: list[Spans] | None = None

    def span(self, document: Document) -> Spans:
        """Return the places of a document."""
        return self._spans.setdefault(document.name, Spans(document))

    def locate(self, key: str, path: Path) -> Location:
        """Return where a path of a record stands; a default's, where a default filled it in."""
        origin = self.origins[key]
        if path and path[0] in origin.filled:
            return self.span(origin.document).find(("defaults", *path))
        if path and path[0] in origin.inherited:
            for spans in self._of_estate():
                return spans.find(("defaults", *path))
        return self.span(origin.document).find((origin.section, key, *path))

    def locate_key(self, key: str, path: Path) -> Location:
        """Return where the key of a record's field stands."""
        origin = self.origins[key]
        if path and path[0] in origin.filled | origin.inherited:
            return self.locate(key, path)
        return self.span(origin.document).find_key((origin.section, key, *path))

    def from_defaults(self, key: str, path: Path) -> bool:
        """Whether a default gave the field."""
        origin = self.origins[key]
        return bool(path) and path[0] in origin.filled | origin.inherited

    def _of_estate(self) -> list[Spans]:
        if self._estate is None:
            document = self.settings()
            self._estate = [] if document is None else [Spans(document)]
        return self._estate
