"""The model in a file of Archi: folders of elements, relationships and diagrams."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from estate.exchange.archimate.records import Model
from estate.exchange.inward.xml import Element
from estate.exchange.table.unreadable import unreadable

__all__ = ["SPACE", "model_of"]

SPACE: Final = "http://www.archimatetool.com/archimate"
_TYPE: Final = "{http://www.w3.org/2001/XMLSchema-instance}type"
_RELATIONSHIP: Final = "Relationship"
_DIAGRAMS: Final = frozenset({"ArchimateDiagramModel", "CanvasModel", "SketchModel"})
_SPELT: Final = {"UsedBy": "Serving", "Specialisation": "Specialization"}
"""Relationships by the names they had in older versions."""
_JUNCTIONS: Final = {"Junction": "AndJunction"}


def model_of(root: Element, file: str) -> Model:
    """Return the model that a document of Archi holds. Raises ExchangeError."""
    if root.name != "model" or root.space != SPACE:
        reason = f"the element <{root.name}> of {root.space or 'no namespace'}"
        raise unreadable(file, reason, line=root.line, expected=f"a model of {SPACE}")
    model = Model(file, [], [], [], {})
    for element in _elements(root):
        kind = element.get(_TYPE).rpartition(":")[2]
        if kind in _DIAGRAMS:
            model.views.append({"name": element.get("name") or element.get("id")})
        elif kind.endswith(_RELATIONSHIP):
            plain = kind.removesuffix(_RELATIONSHIP)
            model.relationships.append(_values(element, _SPELT.get(plain, plain)))
        else:
            model.concepts.append(_values(element, _JUNCTIONS.get(kind, kind)))
    purpose = root.said("purpose")
    model.rest = {"purpose": purpose, "properties": [{}] if root.first("property") else []}
    return model


def _elements(folder: Element) -> Iterator[Element]:
    for child in folder.children:
        if child.name == "folder":
            yield from _elements(child)
        elif child.name == "element":
            yield child


def _values(element: Element, kind: str) -> dict[str, Any]:
    values: dict[str, Any] = {
        key: value for key, value in element.attributes.items() if key not in {_TYPE, "id"}
    }
    values |= {"identifier": element.get("id"), "type": kind}
    for child in element.children:
        if child.name == "property":
            said = {"name": child.get("key"), "value": child.get("value")}
            values.setdefault("properties", []).append(said)
        else:
            values.setdefault(child.name, child.text or [{}])
    return values
