"""The JSON Schema of `estate-impact/1`, as `estate schema --of impact` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from estate.model.relations import ANY
from estate.report.findings_json import Json
from estate.report.impact.document import SCHEMA

__all__ = ["FLAG", "TEXT", "TEXTS", "impact_schema", "items", "or_null", "shape", "thing"]

TEXT: dict[str, Json] = {"type": "string"}
_COUNT: dict[str, Json] = {"type": "integer", "minimum": 0}
TEXTS: dict[str, Json] = {"type": "array", "items": TEXT}
FLAG: dict[str, Json] = {"type": "boolean"}
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
        **shape(
            schema={"const": SCHEMA},
            estate=TEXT,
            as_of={"type": "string", "format": "date"},
            tool=_said("The version of estate."),
            answer=_said("The answer in a sentence."),
            plan=or_null(_said("What of the work plan is done by the day, in words.")),
            selection=shape(
                named=_said("What was stopped, in words."),
                stopped=TEXTS,
                reads=items(_said("How the selection is read.")),
            ),
            counts=shape(**dict.fromkeys(_COUNTS, _COUNT)),
            chain=items(_said("An id of the longest chain of recovery, the first first.")),
            circles=items(TEXTS),
            stops=items({"$ref": "#/$defs/loss"}),
            saved=items(thing(by={"$ref": "#/$defs/redundancy"})),
            degraded=items(thing(relation=TEXT, without=TEXTS, purpose=or_null(TEXT))),
            recovery=items({"$ref": "#/$defs/restored"}),
            notes=items(shape(title=TEXT, why=TEXT, things=items(thing(said=TEXT)))),
        ),
        "$defs": _definitions(),
    }


def _definitions() -> dict[str, Json]:
    time: Json = {"$ref": "#/$defs/time"}
    return {
        "loss": thing(
            criticality=or_null({"enum": ["critical", "high", "medium", "low"]}),
            organisations=TEXTS,
            stage=_COUNT,
            because=TEXTS,
            path=items(_said("An id on the way from it to what was stopped.")),
            failed=items({"$ref": "#/$defs/redundancy"}),
            users=_COUNT,
            applications_without_users=_COUNT,
            carried=FLAG,
        ),
        "redundancy": shape(
            way={"enum": ["group", "standby"]},
            members=TEXTS,
            lost=TEXTS,
            left=_COUNT,
            at_least=_COUNT,
        ),
        "restored": thing(
            step={"type": "integer", "minimum": 1},
            after=TEXTS,
            own=or_null(time),
            at_once=time,
            in_turn=time,
        ),
        "time": {
            **shape(seconds=or_null(_COUNT), known=FLAG),
            "description": "Unless known, so long at the least; null is without end.",
        },
    }


def thing(**properties: Json) -> dict[str, Json]:
    """Return the schema of an asset that is named, with further properties."""
    return shape(kind={"enum": list(ANY)}, id=TEXT, name=TEXT, **properties)


def _said(description: str) -> Json:
    return {"type": "string", "description": description}


def items(each: Json) -> Json:
    """Return the schema of a list."""
    return {"type": "array", "items": each}


def or_null(schema: Json) -> Json:
    """Return the schema of what may be null."""
    return {"anyOf": [schema, {"type": "null"}]}


def shape(**properties: Json) -> dict[str, Json]:
    """Return the schema of an object with these properties, all of them required."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
