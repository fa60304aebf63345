"""Foreign documents as values, every scalar as the text that stands there, within bounds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from estate.exchange.inward.source import Source
from estate.exchange.table.json_file import json_documents
from estate.exchange.table.unreadable import unreadable
from estate.exchange.table.yaml_file import yaml_documents

__all__ = ["json_mapping", "json_values", "yaml_mappings"]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def json_values(source: Source) -> Any:  # noqa: ANN401 - any document
    """Return whatever a JSON file holds. Raises ExchangeError."""
    found = json_documents(source.data, source.name)[0]
    _scalars(source, found)
    return found


def json_mapping(source: Source) -> dict[str, Any]:
    """Return the object that a JSON file holds. Raises ExchangeError."""
    return _mapping(source, json_documents(source.data, source.name)[0])


def yaml_mappings(
    source: Source, *, tags: Mapping[str, str | None] = MappingProxyType({})
) -> list[dict[str, Any]]:
    """Return the mappings of a YAML file, one for each document that is not empty.

    Raises ExchangeError, also for a tag: nothing is made from one. A scalar with one of `tags` is
    the text that this says, or its own text where it says None.
    """
    found = yaml_documents(source.data, source.name, tags=tags)
    return [_mapping(source, document) for document in found if document is not None]


def _mapping(source: Source, document: Any) -> dict[str, Any]:  # noqa: ANN401 - any document
    if not isinstance(document, dict):
        raise unreadable(source.name, "no mapping stands at its top", expected="a mapping")
    _scalars(source, document)
    return document


def _scalars(source: Source, value: Any) -> None:  # noqa: ANN401 - any document
    """Refuse half characters, which JSON can spell and no file can hold."""
    if isinstance(value, str):
        if _SURROGATE.search(value):
            raise unreadable(source.name, f"{value[:40]!r} is no text: half a character")
    elif isinstance(value, dict):
        for key, item in value.items():
            _scalars(source, key)
            _scalars(source, item)
    elif isinstance(value, list):
        for item in value:
            _scalars(source, item)
