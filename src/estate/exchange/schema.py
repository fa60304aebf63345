"""The JSON Schemas of `estate-import/1` and `estate-export/1`, as `estate schema` publishes them.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from typing import Any, Final, get_args

from estate.exchange.losses import Kind
from estate.model import SECTIONS

__all__ = ["export_schema", "import_schema"]

Json = dict[str, Any]
_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Final[Json] = {"type": "string"}
_COUNT: Final[Json] = {"type": "integer", "minimum": 0}
_RECORDS: Final[Json] = {
    "type": "object",
    "description": "How many records, by section.",
    "propertyNames": {"enum": list(SECTIONS)},
    "additionalProperties": _COUNT,
}


def import_schema() -> Json:
    """Return the schema of `import-report.json`: what was read, and what became of it."""
    table = _object(
        rows={**_COUNT, "description": "Rows of a table, things of one kind in a document."},
        used=_COUNT,
        filtered={**_COUNT, "description": "Left out by a mapping."},
        lost=_COUNT,
        blank=_COUNT,
        files={
            "type": "object",
            "additionalProperties": _TEXT,
            "description": "How each was read.",
        },
    )
    loss = _object(
        kind={"enum": list(get_args(Kind))},
        table=_TEXT,
        file=_TEXT,
        row={"type": ["integer", "null"], "minimum": 1},
        column=_TEXT,
        value=_TEXT,
        reason=_TEXT,
    )
    return {
        "$schema": _DRAFT,
        "$id": "urn:estate:import:1",
        "title": "What an import took, and what it could not take",
        **_object(
            schema={"const": "estate-import/1"},
            mapping={**_TEXT, "description": "The mapping, or the format."},
            records=_RECORDS,
            tables={"type": "object", "additionalProperties": table},
            losses={"type": "array", "items": loss},
        ),
    }


def export_schema() -> Json:
    """Return the schema of what `--losses` writes: what is in a file, and what is not."""
    left = _object(
        section={"enum": list(SECTIONS)},
        field={**_TEXT, "description": "Empty where whole records are left out."},
        reason=_TEXT,
        ids={"type": "array", "items": _TEXT, "minItems": 1},
    )
    return {
        "$schema": _DRAFT,
        "$id": "urn:estate:export:1",
        "title": "What an export holds, and what the format cannot hold",
        **_object(
            schema={"const": "estate-export/1"},
            format=_TEXT,
            records=_RECORDS,
            left_out={"type": "array", "items": left},
        ),
    }


def _object(**properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
