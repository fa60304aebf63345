"""A bill of materials as one mapping, whether it came as JSON or as XML.

The XML of CycloneDX says the same as its JSON in other shapes: lists stand in a wrapper, and what
JSON calls `content` or `value` is the text of an element. Source: the schemas 1.2 to 1.7.
"""

from __future__ import annotations

import re
from typing import Any, Final

from estate.exchange.inward.documents import json_mapping
from estate.exchange.inward.source import Source
from estate.exchange.inward.xml import Element, parse_xml
from estate.exchange.table.unreadable import unreadable

__all__ = ["document_of"]

VERSIONS: Final = ("1.2", "1.3", "1.4", "1.5", "1.6", "1.7")
_SPACE: Final = re.compile(r"http://cyclonedx\.org/schema/bom/(\d+\.\d+)")
_LISTS: Final = {
    "annotations": "annotation",
    "authors": "author",
    "components": "component",
    "compositions": "composition",
    "data": "classification",
    "dependencies": "dependency",
    "endpoints": "endpoint",
    "externalReferences": "reference",
    "hashes": "hash",
    "properties": "property",
    "services": "service",
    "tags": "tag",
    "tools": "tool",
    "vulnerabilities": "vulnerability",
}
"""The wrappers of lists, and what stands in them."""
_TEXT: Final = {"property": "value", "classification": "classification", "hash": "content"}
"""Under which name the text of an element with attributes stands in JSON."""
_AGAIN: Final = frozenset({"url", "contact", "dependsOn", "provides"})
"""Elements that may be repeated without a wrapper: always lists."""


def document_of(source: Source) -> tuple[dict[str, Any], str]:
    """Return the bill in the shape of JSON, and how it was read. Raises ExchangeError."""
    if source.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _of_xml(source)
    document = json_mapping(source)
    version = str(document.pop("specVersion", ""))
    if document.pop("bomFormat", "") != "CycloneDX":
        raise unreadable(source.name, "bomFormat is not CycloneDX", expected="CycloneDX")
    _check(source, version)
    return document, f"CycloneDX {version}, JSON"


def _of_xml(source: Source) -> tuple[dict[str, Any], str]:
    root = parse_xml(source)
    space = _SPACE.fullmatch(root.space)
    if root.name != "bom" or space is None:
        reason = f"the element <{root.name}> of {root.space or 'no namespace'}"
        raise unreadable(source.name, reason, line=root.line, expected="a bom of CycloneDX")
    _check(source, space[1])
    document = _mapping(root)
    return document, f"CycloneDX {space[1]}, XML"


def _check(source: Source, version: str) -> None:
    if version not in VERSIONS:
        reason = f"CycloneDX {version or 'of no version'}"
        raise unreadable(source.name, reason, expected=f"{VERSIONS[0]} to {VERSIONS[-1]}")


def _mapping(element: Element) -> dict[str, Any]:
    made: dict[str, Any] = dict(element.attributes)
    for child in element.children:
        value = _value(child)
        if child.name in _AGAIN or (child.name in made and isinstance(made[child.name], list)):
            made.setdefault(child.name, []).append(value)
        elif child.name in made:
            made[child.name] = [made[child.name], value]
        else:
            made[child.name] = value
    if element.text:
        made[_TEXT.get(element.name, "content")] = element.text
    return made


def _value(element: Element) -> Any:  # noqa: ANN401 - a text, a list or a mapping
    member = _LISTS.get(element.name)
    if member is not None and all(child.name == member for child in element.children):
        if member == "dependency":
            return [_dependency(child) for child in element.children]
        return [_value(child) for child in element.children]
    if element.children or element.attributes:
        return _mapping(element)
    return element.text


def _dependency(element: Element) -> dict[str, Any]:
    return {
        "ref": element.get("ref"),
        "dependsOn": [child.get("ref") for child in element.all("dependency")],
        "provides": [child.get("ref") for child in element.all("provides")],
    }
