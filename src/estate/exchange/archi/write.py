"""A file of Archi out: the model in the folders that the tool has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from estate.exchange.archimate.drawn import (
    Concept,
    Relationship,
    concepts_of,
    legible,
    relationships_of,
)
from estate.exchange.outward import Exported, Outgoing
from estate.exchange.outward.xml import Writer
from estate.model import Estate

__all__ = ["write"]

_HEAD: Final = {
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xmlns:archimate": "http://www.archimatetool.com/archimate",
}
_VERSION: Final = "5.0.0"
_FOLDERS: Final = {
    "strategy": ("Strategy", ()),
    "business": ("Business", ("BusinessActor", "BusinessService", "Contract")),
    "application": ("Application", ("ApplicationComponent", "ApplicationInterface", "DataObject")),
    "technology": (
        "Technology & Physical",
        ("Node", "Device", "CommunicationNetwork", "SystemSoftware"),
    ),
    "motivation": ("Motivation", ()),
    "implementation_migration": ("Implementation & Migration", ("WorkPackage",)),
    "other": ("Other", ("Location",)),
}
"""The folders that every model of Archi has, and the concepts that stand in them."""


def write(estate: Estate) -> Exported:
    """Return the estate as a model that Archi opens; it has one empty view, as Archi wants one.

    Everything that has no place of its own is a property called `estate:…`.
    """
    outgoing = Outgoing(estate)
    relationships = relationships_of(outgoing)
    concepts, installed = concepts_of(outgoing)
    writer = Writer()
    name = legible(estate.name) or "Estate"
    writer.begin(
        "archimate:model", {**_HEAD, "name": name, "id": "model-estate", "version": _VERSION}
    )
    for kind, (title, types) in _FOLDERS.items():
        writer.begin("folder", {"name": title, "id": f"folder-{kind}", "type": kind})
        for concept in concepts:
            if concept.type in types:
                _concept(writer, concept)
        writer.end()
    _relationships(writer, [*relationships, *installed])
    _views(writer)
    writer.end()
    return outgoing.exported({"": writer.document()}, why="a model has no concept for them")


def _concept(writer: Writer, concept: Concept) -> None:
    kind = f"archimate:{concept.type}"
    writer.begin("element", {"xsi:type": kind, "name": concept.name, "id": concept.identifier})
    if concept.documentation:
        writer.line("documentation", concept.documentation)
    for name, value in concept.properties:
        writer.line("property", attributes={"key": name, "value": value})
    writer.end()


def _relationships(writer: Writer, relationships: Sequence[Relationship]) -> None:
    writer.begin("folder", {"name": "Relations", "id": "folder-relations", "type": "relations"})
    for each in relationships:
        kind = f"archimate:{each.type}Relationship"
        named = {"xsi:type": kind, "name": each.name, "id": each.identifier}
        writer.line("element", attributes={**named, "source": each.source, "target": each.target})
    writer.end()


def _views(writer: Writer) -> None:
    writer.begin("folder", {"name": "Views", "id": "folder-diagrams", "type": "diagrams"})
    view = {"xsi:type": "archimate:ArchimateDiagramModel", "name": "Default View", "id": "view-1"}
    writer.line("element", attributes=view)
    writer.end()
