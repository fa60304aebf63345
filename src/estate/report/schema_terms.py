"""The words of JSON Schema that our documents are described in (draft 2020-12)."""

from __future__ import annotations

from typing import Final

from estate.report.findings_json import Json

__all__ = ["COUNT", "DAY", "LOCATION", "TEXT", "list_of", "object_of", "or_null", "text"]

TEXT: Final[dict[str, Json]] = {"type": "string"}
COUNT: Final[dict[str, Json]] = {"type": "integer", "minimum": 0}
DAY: Final[dict[str, Json]] = {"type": "string", "format": "date"}


def text(description: str) -> Json:
    """Return the schema of a text that means something."""
    return {"type": "string", "description": description}


def list_of(items: Json) -> Json:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


def or_null(schema: Json) -> Json:
    """Return the schema of what may be null."""
    return {"anyOf": [schema, {"type": "null"}]}


def object_of(**properties: Json) -> dict[str, Json]:
    """Return the schema of an object that has all of these properties, and no others."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


LOCATION: Final[Json] = or_null(
    object_of(file=TEXT, line=COUNT, column=COUNT, end_line=COUNT, end_column=COUNT)
)
"""Where something stands; null for what no file holds."""
