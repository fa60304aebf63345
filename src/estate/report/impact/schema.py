"""The JSON Schema of `estate-impact/1`, as `estate schema --of impact` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from estate.model.relations import ANY
from estate.report.findings_json import Json
from estate.report.impact.document import SCHEMA

__all__ = ["impact_schema"]

_TEXT: dict[str, Json] = {"type": "string"}
_COUNT: dict[str, Json] = {"type": "integer", "minimum": 0}
_TEXTS: dict[str, Json] = {"type": "array", "items": _TEXT}
_FLAG: dict[str, Json] = {"type": "boolean"}
_COUNTS = (
    "services", "critical_services", "unrated_services", "stops", "carried", "saved", "degraded",
    "users", "applications_without_users",
)  # fmt: skip


def impact_schema() -> dict[str, Json]:
    """Return the schema of the document that `document.render` writes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:estate:impact:1",
        "title": "What stops when something stops",
        **_object(
            schema={"const": SCHEMA},
            estate=_TEXT,
            as_of={"type": "string", "format": "date"},
            tool=_said("The version of estate."),
            answer=_said("The answer in a sentence."),
            selection=_object(
                named=_said("What was stopped, in words."),
                stopped=_TEXTS,
                reads=_list(_said("How the selection is read.")),
            ),
            counts=_object(**dict.fromkeys(_COUNTS, _COUNT)),
            chain=_list(_said("An id of the longest chain of recovery, the first first.")),
            circles=_list(_TEXTS),
            stops=_list({"$ref": "#/$defs/loss"}),
            saved=_list(_thing(by={"$ref": "#/$defs/redundancy"})),
            degraded=_list(_thing(relation=_TEXT, without=_TEXTS, purpose=_or_null(_TEXT))),
            recovery=_list({"$ref": "#/$defs/restored"}),
            notes=_list(_object(title=_TEXT, why=_TEXT, things=_list(_thing(said=_TEXT)))),
        ),
        "$defs": _definitions(),
    }


def _definitions() -> dict[str, Json]:
    time: Json = {"$ref": "#/$defs/time"}
    return {
        "loss": _thing(
            criticality=_or_null({"enum": ["critical", "high", "medium", "low"]}),
            organisations=_TEXTS,
            stage=_COUNT,
            because=_TEXTS,
            path=_list(_said("An id on the way from it to what was stopped.")),
            failed=_list({"$ref": "#/$defs/redundancy"}),
            users=_COUNT,
            applications_without_users=_COUNT,
            carried=_FLAG,
        ),
        "redundancy": _object(
            way={"enum": ["group", "standby"]},
            members=_TEXTS,
            lost=_TEXTS,
            left=_COUNT,
            at_least=_COUNT,
        ),
        "restored": _thing(
            step={"type": "integer", "minimum": 1},
            after=_TEXTS,
            own=_or_null(time),
            at_once=time,
            in_turn=time,
        ),
        "time": {
            **_object(seconds=_or_null(_COUNT), known=_FLAG),
            "description": "Unless known, so long at the least; null is without end.",
        },
    }


def _thing(**properties: Json) -> dict[str, Json]:
    return _object(kind={"enum": list(ANY)}, id=_TEXT, name=_TEXT, **properties)


def _said(description: str) -> Json:
    return {"type": "string", "description": description}


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _or_null(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _object(**properties: Json) -> dict[str, Json]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
