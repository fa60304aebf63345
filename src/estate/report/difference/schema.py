"""The JSON Schema of `estate-comparison/1`, as `estate schema --of comparison` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from estate.findings import SEVERITIES
from estate.report.difference.document import SCHEMA
from estate.report.findings_json import Json

__all__ = ["comparison_schema"]

_TEXT: dict[str, Json] = {"type": "string"}
_COUNT: dict[str, Json] = {"type": "integer", "minimum": 0}
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
        **_object(
            schema={"const": SCHEMA},
            estate=_said("The name of the estate after the change."),
            tool=_said("The version of estate."),
            base={"$ref": "#/$defs/side"},
            head={"$ref": "#/$defs/side"},
            threshold={"enum": [*SEVERITIES, "never"]},
            by={
                "enum": ["change", "plan"],
                "description": "What the cause `change` is here: plan, where the head is what the "
                "work plan will have made of the base (--at), else a change of the files.",
            },
            counts=_counts(),
            records=_list(record),
            relations=_list({"$ref": "#/$defs/relation"}),
            settings=_list(record),
            findings=_list(finding),
            about_change=_list(finding),
            failing=_list(_object(fingerprint=_NAME)),
        ),
        "$defs": _definitions(),
    }


def _counts() -> Json:
    turns = _object(came=_COUNT, went=_COUNT, changed=_COUNT)
    of_turns: dict[str, Json] = dict.fromkeys(
        ("records", "relations", "settings", "change", "calendar"), turns
    )
    return _object(**of_turns, about_change=_COUNT, failing=_COUNT)


def _definitions() -> dict[str, Json]:
    at: Json = {"$ref": "#/$defs/location"}
    turn: Json = {"enum": ["came", "went", "changed"]}
    field = _object(field=_TEXT, before=_or_null(_TEXT), after=_or_null(_TEXT), location=at)
    return {
        "side": _object(
            name=_said("As the user named it; of a revision with its hash."),
            estate=_TEXT,
            as_of={"type": "string", "format": "date"},
            assets=_COUNT,
            relations=_COUNT,
            digest=_said("SHA-256 of the inventory."),
        ),
        "location": _or_null(
            _object(file=_TEXT, line=_COUNT, column=_COUNT, end_line=_COUNT, end_column=_COUNT)
        ),
        "record": _object(
            change=turn, kind=_TEXT, id=_TEXT, name=_TEXT, location=at, fields=_list(field)
        ),
        "relation": _object(
            change={"enum": ["came", "went"]},
            relation=_TEXT,
            source=_TEXT,
            targets=_list(_TEXT),
            detail=_TEXT,
            location=at,
        ),
        "finding": _finding(turn, at),
    }


def _finding(turn: Json, at: Json) -> Json:
    edit = _object(text=_TEXT, location=at, before={"type": "boolean"})
    return _object(
        fingerprint=_NAME,
        change=turn,
        cause={
            "enum": ["change", "calendar"],
            "description": "calendar: the base shows the same on the day of the head.",
        },
        rule=_TEXT,
        severity={"enum": list(SEVERITIES)},
        status={"enum": ["open", "accepted", "baselined", "below-threshold"]},
        subject={
            "type": "object",
            "required": ["kind", "id"],
            "properties": {"kind": _TEXT, "id": _TEXT},
            "additionalProperties": {"anyOf": [_TEXT, _list(_TEXT)]},
        },
        message=_TEXT,
        location=at,
        exception=_or_null(_TEXT),
        owner=_or_null(_said("Who answers for the subject, with their organisation.")),
        differences=_list(_object(field=_TEXT, before=_TEXT, after=_TEXT)),
        edits=_list(edit),
    )


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
