"""The JSON Schema of rule files, for editors: generated from what the reader accepts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from estate.findings import SEVERITIES
from estate.model import NEEDS
from estate.rules.definition import SUBJECTS
from estate.rules.pack import AUTHORITY_FIELDS, ID_PATTERN
from estate.rules.reading import FIELDS, REQUIRED

__all__ = ["rules_schema"]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Final = {"type": "string", "minLength": 1}
_TEXTS: Final = {"oneOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_INVENTORIES: Final = {"type": "array", "items": {"type": "object"}}


def rules_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a rule file."""
    ids = {"pattern": f"^{ID_PATTERN}$"}
    authority = _object(dict.fromkeys(AUTHORITY_FIELDS, _TEXT), required=("name",))
    sections = {
        "rules": {"type": "object", "propertyNames": ids, "additionalProperties": _rule()},
        "authorities": {"type": "object", "additionalProperties": authority},
    }
    return {"$schema": _DIALECT, "title": "A file of rules", **_object(sections)}


def _rule() -> dict[str, Any]:
    fields: dict[str, Any] = dict.fromkeys(FIELDS, _TEXT)
    fields |= {
        "severity": {"oneOf": [_words(SEVERITIES), {"type": "array", "items": _rung()}]},
        "since": {"type": ["string", "number"]},
        "kind": _words(("fault", "gap")),
        "for": {"oneOf": [_words(SUBJECTS), {"type": "array", "items": _words(SUBJECTS)}]},
        "population": _words(("all",)),
        "authority": _TEXTS,
        "acceptance": _acceptance(),
        "parameters": {"type": "object"},
        "evidence": _TEXTS,
        "examples": _object(dict.fromkeys(("fails", "passes", "unknown"), _INVENTORIES)),
        "unknown": _words(("gap",)),
        "voids": {"type": "boolean"},
        "only": _words(("comparison",)),
    }
    whole = {"anyOf": [{"required": list(REQUIRED)}, {"required": ["extend"]}]}
    return _object({name: _or_null(field) for name, field in fields.items()}) | whole


def _rung() -> dict[str, Any]:
    rung = _object(dict.fromkeys(SEVERITIES, _TEXT))
    return {"oneOf": [_words(SEVERITIES), {**rung, "minProperties": 1, "maxProperties": 1}]}


def _acceptance() -> dict[str, Any]:
    needs = {"oneOf": [_words(NEEDS), {"type": "array", "items": _words(NEEDS)}]}
    return _object({"role": _TEXT, "longest": _TEXT, "needs": needs})


def _object(properties: dict[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    shape = {"type": "object", "additionalProperties": False, "properties": properties}
    return shape | ({"required": list(required)} if required else {})


def _words(words: Iterable[str]) -> dict[str, Any]:
    return {"enum": list(words)}


def _or_null(field: dict[str, Any]) -> dict[str, Any]:
    """Allow null, with which an extending rule takes a field away."""
    return {"anyOf": [field, {"type": "null"}]}
