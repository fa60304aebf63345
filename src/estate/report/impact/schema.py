"""The JSON Schema of `estate-impact/1`, as `estate schema --of impact` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from estate.model.relations import ANY
from estate.report.findings_json import Json
from estate.report.impact.document import SCHEMA
from estate.report.schema_terms import COUNT, DAY, TEXT, list_of, object_of, or_null, text

__all__ = ["FLAG", "TEXTS", "impact_schema", "thing"]

TEXTS = list_of(TEXT)
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
        **object_of(
            schema={"const": SCHEMA},
            estate=TEXT,
            as_of=DAY,
            tool=text("The version of estate."),
            answer=text("The answer in a sentence."),
            plan=or_null(text("What of the work plan is done by the day, in words.")),
            selection=object_of(
                named=text("What was stopped, in words."),
                stopped=TEXTS,
                reads=list_of(text("How the selection is read.")),
            ),
            counts=object_of(**dict.fromkeys(_COUNTS, COUNT)),
            chain=list_of(text("An id of the longest chain of recovery, the first first.")),
            circles=list_of(TEXTS),
            stops=list_of({"$ref": "#/$defs/loss"}),
            saved=list_of(thing(by={"$ref": "#/$defs/redundancy"})),
            degraded=list_of(thing(relation=TEXT, without=TEXTS, purpose=or_null(TEXT))),
            recovery=list_of({"$ref": "#/$defs/restored"}),
            notes=list_of(object_of(title=TEXT, why=TEXT, things=list_of(thing(said=TEXT)))),
        ),
        "$defs": _definitions(),
    }


def _definitions() -> dict[str, Json]:
    time: Json = {"$ref": "#/$defs/time"}
    return {
        "loss": thing(
            criticality=or_null({"enum": ["critical", "high", "medium", "low"]}),
            organisations=TEXTS,
            stage=COUNT,
            because=TEXTS,
            path=list_of(text("An id on the way from it to what was stopped.")),
            failed=list_of({"$ref": "#/$defs/redundancy"}),
            users=COUNT,
            applications_without_users=COUNT,
            carried=FLAG,
        ),
        "redundancy": object_of(
            way={"enum": ["group", "standby"]},
            members=TEXTS,
            lost=TEXTS,
            left=COUNT,
            at_least=COUNT,
        ),
        "restored": thing(
            step={"type": "integer", "minimum": 1},
            after=TEXTS,
            own=or_null(time),
            at_once=time,
            in_turn=time,
        ),
        "time": {
            **object_of(seconds=or_null(COUNT), known=FLAG),
            "description": "Unless known, so long at the least; null is without end.",
        },
    }


def thing(**properties: Json) -> dict[str, Json]:
    """Return the schema of an asset that is named, with further properties."""
    return object_of(kind={"enum": list(ANY)}, id=TEXT, name=TEXT, **properties)
