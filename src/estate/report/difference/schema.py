"""The JSON Schema of `estate-comparison/1`, as `estate schema --of comparison` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from estate.findings import SEVERITIES
from estate.report.difference.document import SCHEMA
from estate.report.findings_json import Json
from estate.report.schema_terms import COUNT, TEXT, list_of, object_of, or_null, text

__all__ = ["comparison_schema"]

_NAME: dict[str, Json] = {"type": "string", "pattern": "^[0-9a-f]{20}$"}


def comparison_schema() -> dict[str, Json]:
    """Return the schema of the document that `document.render` writes.

    A location is null for what no file holds, and a field null where it is not recorded.
    """
    finding: Json = {"$ref": "#/$defs/finding"}
    record: Json = {"$ref": "#/$defs/record"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:estate:comparison:1",
        "title": "Two estates compared",
        **object_of(
            schema={"const": SCHEMA},
            estate=text("The name of the estate after the change."),
            tool=text("The version of estate."),
            base={"$ref": "#/$defs/side"},
            head={"$ref": "#/$defs/side"},
            threshold={"enum": [*SEVERITIES, "never"]},
            by={
                "enum": ["change", "plan"],
                "description": "What the cause `change` is here: plan, where the head is what the "
                "work plan will have made of the base (--at), else a change of the files.",
            },
            counts=_counts(),
            records=list_of(record),
            relations=list_of({"$ref": "#/$defs/relation"}),
            settings=list_of(record),
            findings=list_of(finding),
            about_change=list_of(finding),
            failing=list_of(object_of(fingerprint=_NAME)),
        ),
        "$defs": _definitions(),
    }


def _counts() -> Json:
    turns = object_of(came=COUNT, went=COUNT, changed=COUNT)
    of_turns: dict[str, Json] = dict.fromkeys(
        ("records", "relations", "settings", "change", "calendar"), turns
    )
    return object_of(**of_turns, about_change=COUNT, failing=COUNT)


def _definitions() -> dict[str, Json]:
    at: Json = {"$ref": "#/$defs/location"}
    turn: Json = {"enum": ["came", "went", "changed"]}
    field = object_of(field=TEXT, before=or_null(TEXT), after=or_null(TEXT), location=at)
    return {
        "side": object_of(
            name=text("As the user named it; of a revision with its hash."),
            estate=TEXT,
            as_of={"type": "string", "format": "date"},
            assets=COUNT,
            relations=COUNT,
            digest=text("SHA-256 of the inventory."),
        ),
        "location": or_null(
            object_of(file=TEXT, line=COUNT, column=COUNT, end_line=COUNT, end_column=COUNT)
        ),
        "record": object_of(
            change=turn, kind=TEXT, id=TEXT, name=TEXT, location=at, fields=list_of(field)
        ),
        "relation": object_of(
            change={"enum": ["came", "went"]},
            relation=TEXT,
            source=TEXT,
            targets=list_of(TEXT),
            detail=TEXT,
            location=at,
        ),
        "finding": _finding(turn, at),
    }


def _finding(turn: Json, at: Json) -> Json:
    edit = object_of(text=TEXT, location=at, before={"type": "boolean"})
    return object_of(
        fingerprint=_NAME,
        change=turn,
        cause={
            "enum": ["change", "calendar"],
            "description": "calendar: the base shows the same on the day of the head.",
        },
        rule=TEXT,
        severity={"enum": list(SEVERITIES)},
        status={"enum": ["open", "accepted", "baselined", "below-threshold"]},
        subject={
            "type": "object",
            "required": ["kind", "id"],
            "properties": {"kind": TEXT, "id": TEXT},
            "additionalProperties": {"anyOf": [TEXT, list_of(TEXT)]},
        },
        message=TEXT,
        location=at,
        exception=or_null(TEXT),
        owner=or_null(text("Who answers for the subject, with their organisation.")),
        differences=list_of(object_of(field=TEXT, before=TEXT, after=TEXT)),
        edits=list_of(edit),
    )
