"""The JSON Schema of `estate-update/1`, as `estate schema --of update` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from typing import Any, Final, get_args

from estate.exchange.losses import Kind as LossKind
from estate.exchange.update.plan import Kind
from estate.exchange.update.report import SCHEMA

__all__ = ["update_schema"]

Json = dict[str, Any]
_TEXT: Final[Json] = {"type": "string"}
_ANY: Final[Json] = {
    "description": "A text, null (known to be none), or a list or mapping of these."
}


def update_schema() -> Json:
    """Return the schema of the document that `plan_json` writes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:estate:update:1",
        "title": "What an import that comes again changes",
        **_object(
            schema={"const": SCHEMA},
            source={**_TEXT, "description": "The workbook, or the name of the mapping."},
            unchanged={"type": "integer", "minimum": 0},
            changes={"type": "array", "items": _change()},
            losses={"type": "array", "items": _loss()},
            written={"type": "array", "items": _TEXT, "description": "Files; none in a rehearsal."},
        ),
    }


def _change() -> Json:
    described = _object(kind={"enum": list(get_args(Kind))}, section=_TEXT, id=_TEXT)
    more: Json = {
        "field": {**_TEXT, "description": "The path to it; absent where it is a whole record."},
        "before": {**_ANY, "description": "Absent where the field was unknown."},
        "after": {**_ANY, "description": "Absent where the field becomes unknown."},
        "why": {**_TEXT, "description": "What stands against a change that is not made."},
        "fields": {"type": "object", "additionalProperties": _ANY},
    }
    return {**described, "properties": {**described["properties"], **more}}


def _loss() -> Json:
    return _object(
        kind={"enum": list(get_args(LossKind))},
        table=_TEXT,
        file=_TEXT,
        row={"type": ["integer", "null"], "minimum": 1},
        column=_TEXT,
        value=_TEXT,
        reason=_TEXT,
    )


def _object(**properties: Json) -> Json:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }
