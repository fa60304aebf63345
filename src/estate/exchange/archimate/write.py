"""A model of the Open Exchange format out: ArchiMate 3.1, by the schema of The Open Group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from estate.exchange.archimate.drawn import (
    Concept,
    Relationship,
    concepts_of,
    legible,
    property_names,
    relationships_of,
)
from estate.exchange.outward import Exported, Outgoing
from estate.exchange.outward.xml import Writer
from estate.model import Estate

__all__ = ["write"]

_SPACE: Final = "http://www.opengroup.org/xsd/archimate/3.0/"
_HEAD: Final = {
    "xmlns": _SPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{_SPACE} http://www.opengroup.org/xsd/archimate/3.1/archimate3_Model.xsd",
    "identifier": "model-estate",
}
_ENGLISH: Final = {"xml:lang": "en"}


def write(estate: Estate) -> Exported:
    """Return the estate as one model: a concept for a record, a relationship for a relation.

    Everything else that a record says is a property called `estate:…`. There are no views.
    """
    outgoing = Outgoing(estate)
    relationships = relationships_of(outgoing)
    concepts, installed = concepts_of(outgoing)
    names = {name: f"prop-{n}" for n, name in enumerate(property_names(concepts), 1)}
    writer = Writer()
    writer.begin("model", _HEAD)
    writer.line("name", legible(estate.name) or "Estate", _ENGLISH)
    if concepts:
        _concepts(writer, concepts, names)
    _relationships(writer, [*relationships, *installed])
    _definitions(writer, names)
    writer.end()
    return outgoing.exported({"": writer.document()}, why="a model has no concept for them")


def _concepts(writer: Writer, concepts: Sequence[Concept], names: dict[str, str]) -> None:
    writer.begin("elements")
    for concept in concepts:
        writer.begin("element", {"identifier": concept.identifier, "xsi:type": concept.type})
        writer.line("name", concept.name, _ENGLISH)
        if concept.documentation:
            writer.line("documentation", concept.documentation, _ENGLISH)
        writer.begin("properties")
        for name, value in concept.properties:
            writer.begin("property", {"propertyDefinitionRef": names[name]})
            writer.line("value", value, _ENGLISH)
            writer.end()
        writer.end()
        writer.end()
    writer.end()


def _relationships(writer: Writer, relationships: Sequence[Relationship]) -> None:
    if not relationships:
        return
    writer.begin("relationships")
    for each in relationships:
        ends = {"identifier": each.identifier, "source": each.source, "target": each.target}
        writer.begin("relationship", {**ends, "xsi:type": each.type})
        writer.line("name", each.name, _ENGLISH)
        writer.end()
    writer.end()


def _definitions(writer: Writer, names: dict[str, str]) -> None:
    if not names:
        return
    writer.begin("propertyDefinitions")
    for name, identifier in names.items():
        writer.begin("propertyDefinition", {"identifier": identifier, "type": "string"})
        writer.line("name", name)
        writer.end()
    writer.end()
