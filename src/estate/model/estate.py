"""The estate: every record of an inventory, by section and by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from estate.model.acceptances import RiskAcceptance
from estate.model.applications import Application
from estate.model.commercial import Agreement, Contract, Licence, Product, Supplier
from estate.model.information import Api, Dataset
from estate.model.infrastructure import Connection, Device, Server, Site
from estate.model.links import Link
from estate.model.organisations import Organisation, Service
from estate.model.policy import Policy
from estate.model.projects import Project
from estate.model.record import Entry
from estate.model.relations import RELATIONS, Relation

SECTIONS: Final[dict[str, type[Entry]]] = {
    "organisations": Organisation,
    "services": Service,
    "applications": Application,
    "servers": Server,
    "devices": Device,
    "sites": Site,
    "connections": Connection,
    "licences": Licence,
    "contracts": Contract,
    "suppliers": Supplier,
    "agreements": Agreement,
    "apis": Api,
    "datasets": Dataset,
    "products": Product,
    "projects": Project,
    "exceptions": RiskAcceptance,
}
"""The sections of an inventory file, in canonical order, with the type of their records."""

SECTION_OF: Final = {kind.kind: section for section, kind in SECTIONS.items()}
"""The section in which records of a kind stand."""


@dataclass(frozen=True, slots=True)
class Estate:
    """Every record of one inventory.

    `sections` maps section → id → record, every section present, ids in ascending order, so that
    neither files nor their order leave a trace. `digest` identifies the files' content, and is no
    part of what makes two estates equal.
    """

    name: str
    sections: Mapping[str, Mapping[str, Entry]]
    policy: Policy
    digest: str = field(default="", compare=False)
    _index: dict[str, Entry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the records by id."""
        index = {key: entry for records in self.sections.values() for key, entry in records.items()}
        object.__setattr__(self, "_index", index)

    def get(self, key: str) -> Entry | None:
        """Return the record with this id, or None."""
        return self._index.get(key)

    def of(self, kind: str) -> Mapping[str, Entry]:
        """Return the records of one kind (`application`, `server`, …) by id."""
        return self.sections[SECTION_OF[kind]]

    def __iter__(self) -> Iterator[Entry]:
        """Every record, section by section."""
        return iter(self._index.values())

    def __len__(self) -> int:
        """How many records there are."""
        return len(self._index)


def relations_of(kind: str) -> tuple[tuple[Relation, str], ...]:
    """Return every relation that records of a kind may have, with the field that holds it."""
    fields = SECTIONS[SECTION_OF[kind]].__dataclass_fields__
    return tuple(
        (relation, holder)
        for relation in RELATIONS
        if kind in relation.owners
        for holder in relation.holders
        if holder in fields
    )


def links_of(entry: Entry) -> Iterator[tuple[Relation, str, int, Link]]:
    """Yield every item of every relation of a record: relation, field, position, item."""
    for relation, holder in relations_of(entry.kind):
        for position, link in enumerate(getattr(entry, holder) or ()):
            yield relation, holder, position, link
