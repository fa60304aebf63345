"""Models of the Open Exchange format in; Archi's own files are recognised and read as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from estate.exchange.archi.document import SPACE as ARCHI
from estate.exchange.archi.document import model_of as archi_model
from estate.exchange.archimate.records import Model, read_model
from estate.exchange.imported import Imported
from estate.exchange.inward import Draft, Source
from estate.exchange.inward.xml import Element, parse_xml
from estate.exchange.table.unreadable import unreadable

__all__ = ["model_of", "read"]

SPACE: Final = "http://www.opengroup.org/xsd/archimate/3.0/"
TYPE: Final = "{http://www.w3.org/2001/XMLSchema-instance}type"


def read(sources: Sequence[Source], folder: str) -> Imported:
    """Turn models into records. Raises ExchangeError where a file is none."""
    draft = Draft("ArchiMate", folder)
    for source in sources:
        root = parse_xml(source)
        if root.space == ARCHI:
            draft.open(source.name, f"Archi {root.get('version')}".strip())
            read_model(draft, archi_model(root, source.name))
        else:
            draft.open(source.name, "ArchiMate 3, Open Exchange")
            read_model(draft, model_of(root, source.name))
    return draft.finish()


def model_of(root: Element, file: str) -> Model:
    """Return the model that a document of the Open Exchange format holds. Raises ExchangeError."""
    if root.name != "model" or root.space != SPACE:
        reason = f"the element <{root.name}> of {root.space or 'no namespace'}"
        expected = f"a model of {SPACE}"
        raise unreadable(file, reason, line=root.line, expected=expected)
    names = {
        each.get("identifier"): each.said("name")
        for group in root.all("propertyDefinitions")
        for each in group.all("propertyDefinition")
    }
    known = {"elements", "relationships", "views", "propertyDefinitions", "organizations"}
    rest: dict[str, Any] = {c.name: c.text or [{}] for c in root.children if c.name not in known}
    return Model(
        file,
        [_values(each, names) for each in _inside(root, "elements", "element")],
        [_values(each, names) for each in _inside(root, "relationships", "relationship")],
        [_view(each) for each in _views(root)],
        {**rest, **({"organizations": [{}]} if root.first("organizations") else {})},
    )


def _inside(root: Element, group: str, name: str) -> Iterator[Element]:
    return (each for wrapper in root.all(group) for each in wrapper.all(name))


def _views(root: Element) -> Iterator[Element]:
    for views in root.all("views"):
        for group in views.children:
            yield from group.all("view")


def _view(view: Element) -> dict[str, Any]:
    return {"name": view.said("name") or view.get("identifier")}


def _values(element: Element, names: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {
        key.rpartition("}")[2]: value for key, value in element.attributes.items() if key != TYPE
    }
    values["type"] = element.get(TYPE).rpartition(":")[2]
    for child in element.children:
        if child.name == "properties":
            values["properties"] = [_property(each, names) for each in child.all("property")]
        elif child.name in values:
            values.setdefault(f"another {child.name}", child.text)
        else:
            values[child.name] = child.text
    return values


def _property(element: Element, names: dict[str, str]) -> dict[str, str]:
    reference = element.get("propertyDefinitionRef")
    return {"name": names.get(reference) or reference, "value": element.said("value")}
