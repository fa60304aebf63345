"""The JSON Schema of `estate-findings/1`, as `estate schema --of findings` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from estate.findings import SEVERITIES
from estate.report.findings_json import SCHEMA, Json

__all__ = ["findings_schema"]


def findings_schema() -> dict[str, Json]:
    """Return the schema of the document that `findings_json.render` writes.

    `inventory`, `lifecycle` and `unmanaged` are null where the inventory did not load, and a
    location is null for what no file holds.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:estate:findings:1",
        "title": "Findings of estate",
        **_planned(
            schema={"const": SCHEMA},
            estate=_text("The estate's name; empty where it is not known."),
            as_of=_day("The day for which the estate was judged."),
            tool=_text("The version of estate."),
            inventory=_or_null(
                _record(assets=_COUNT, relations=_COUNT, digest=_text("SHA-256 of the inventory."))
            ),
            lifecycle=_or_null(
                _record(
                    as_of=_day("The catalogue's date."), digest=_text("SHA-256 of the catalogue.")
                )
            ),
            counts=_record(**dict.fromkeys((*SEVERITIES, "accepted", "baselined"), _COUNT)),
            unmanaged=_or_null(_record(installations=_COUNT, services=_COUNT, unknown=_COUNT)),
            rules=_list({"$ref": "#/$defs/rule"}),
            findings=_list({"$ref": "#/$defs/finding"}),
            unknown=_list({"$ref": "#/$defs/unknown"}),
            not_run=_list(_record(rule=_TEXT, reason=_TEXT)),
        ),
        "$defs": _definitions(),
    }


def _planned(**always: Json) -> dict[str, Json]:
    """Return the schema of the document: `plan` is there where the work plan was applied first."""
    plan = _record(
        since=_day("The day from which changes were applied, up to `as_of`."),
        applied=_COUNT,
        refused=_COUNT,
        unsure=_COUNT,
    )
    document = _record(**always)
    return document | {"properties": {**_properties(document), "plan": plan}}


def _definitions() -> dict[str, Json]:
    return {
        "severity": {"enum": list(SEVERITIES)},
        "subject": {
            "description": "What was judged: kind, id, and what else identifies it.",
            "type": "object",
            "required": ["kind", "id"],
            "properties": {"kind": _TEXT, "id": _TEXT},
            "additionalProperties": {"anyOf": [_TEXT, _list(_TEXT)]},
        },
        "location": _or_null(
            _record(file=_TEXT, line=_COUNT, column=_COUNT, end_line=_COUNT, end_column=_COUNT)
        ),
        "rule": _record(
            id=_TEXT,
            severity={"$ref": "#/$defs/severity"},
            kind={"enum": ["fault", "gap"]},
            **dict.fromkeys(("population", "failed", "accepted", "unknown", "passed"), _COUNT),
        ),
        "unknown": _record(rule=_TEXT, subject={"$ref": "#/$defs/subject"}, missing=_list(_TEXT)),
        "related": _record(
            file=_or_null(_TEXT), line=_or_null(_COUNT), column=_or_null(_COUNT), message=_TEXT
        ),
        "finding": _finding(),
    }


def _finding() -> dict[str, Json]:
    caused: dict[str, Json] = {
        "enum": ["change", "before"],
        "description": "With --base alone: whether the change since it caused the finding.",
    }
    finding = _always()
    return finding | {"properties": {**_properties(finding), "caused_by": caused}}


def _properties(record: dict[str, Json]) -> dict[str, Json]:
    properties = record["properties"]
    return properties if isinstance(properties, dict) else {}


def _always() -> dict[str, Json]:
    """Return what a finding has in every run."""
    return _record(
        fingerprint={
            "type": "string",
            "pattern": "^[0-9a-f]{20}$",
            "description": "Depends on rule and subject alone.",
        },
        rule=_TEXT,
        severity={"$ref": "#/$defs/severity"},
        status={"enum": ["open", "accepted", "baselined", "below-threshold"]},
        subject={"$ref": "#/$defs/subject"},
        message=_TEXT,
        location={"$ref": "#/$defs/location"},
        related=_list({"$ref": "#/$defs/related"}),
        facts={"type": "object", "additionalProperties": _TEXT},
        path=_list(_text("An asset's id, from the subject to the cause.")),
        exception=_or_null(_text("The id of the acceptance that covers it.")),
    )


_TEXT: dict[str, Json] = {"type": "string"}
_COUNT: dict[str, Json] = {"type": "integer", "minimum": 0}


def _text(description: str) -> dict[str, Json]:
    return {"type": "string", "description": description}


def _day(description: str) -> dict[str, Json]:
    return {"type": "string", "format": "date", "description": description}


def _list(items: dict[str, Json]) -> dict[str, Json]:
    return {"type": "array", "items": items}


def _or_null(schema: dict[str, Json]) -> dict[str, Json]:
    return {"anyOf": [schema, {"type": "null"}]}


def _record(**properties: Json) -> dict[str, Json]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }
