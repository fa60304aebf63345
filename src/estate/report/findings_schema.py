"""The JSON Schema of `estate-findings/1`, as `estate schema --of findings` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from estate.findings import SEVERITIES
from estate.report.findings_json import SCHEMA, Json
from estate.report.schema_terms import COUNT, TEXT, list_of, object_of, or_null, text

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
            estate=text("The estate's name; empty where it is not known."),
            as_of=_day("The day for which the estate was judged."),
            tool=text("The version of estate."),
            inventory=or_null(
                object_of(assets=COUNT, relations=COUNT, digest=text("SHA-256 of the inventory."))
            ),
            lifecycle=or_null(
                object_of(
                    as_of=_day("The catalogue's date."), digest=text("SHA-256 of the catalogue.")
                )
            ),
            counts=object_of(**dict.fromkeys((*SEVERITIES, "accepted", "baselined"), COUNT)),
            unmanaged=or_null(object_of(installations=COUNT, services=COUNT, unknown=COUNT)),
            rules=list_of({"$ref": "#/$defs/rule"}),
            findings=list_of({"$ref": "#/$defs/finding"}),
            unknown=list_of({"$ref": "#/$defs/unknown"}),
            not_run=list_of(object_of(rule=TEXT, reason=TEXT)),
        ),
        "$defs": _definitions(),
    }


def _planned(**always: Json) -> dict[str, Json]:
    """Return the schema of the document.

    `plan` is there where the work plan was applied first, `notice` in a copy for the public.
    """
    plan = object_of(
        since=_day("The day from which changes were applied, up to `as_of`."),
        applied=COUNT,
        refused=COUNT,
        unsure=COUNT,
    )
    document = object_of(**always)
    notice = text("What is left out of this copy.")
    return document | {"properties": {**_properties(document), "notice": notice, "plan": plan}}


def _definitions() -> dict[str, Json]:
    return {
        "severity": {"enum": list(SEVERITIES)},
        "subject": {
            "description": "What was judged: kind, id, and what else identifies it.",
            "type": "object",
            "required": ["kind", "id"],
            "properties": {"kind": TEXT, "id": TEXT},
            "additionalProperties": {"anyOf": [TEXT, list_of(TEXT)]},
        },
        "location": or_null(
            object_of(file=TEXT, line=COUNT, column=COUNT, end_line=COUNT, end_column=COUNT)
        ),
        "rule": object_of(
            id=TEXT,
            severity={"$ref": "#/$defs/severity"},
            kind={"enum": ["fault", "gap"]},
            **dict.fromkeys(("population", "failed", "accepted", "unknown", "passed"), COUNT),
        ),
        "unknown": object_of(rule=TEXT, subject={"$ref": "#/$defs/subject"}, missing=list_of(TEXT)),
        "related": object_of(
            file=or_null(TEXT), line=or_null(COUNT), column=or_null(COUNT), message=TEXT
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
    return object_of(
        fingerprint={
            "type": "string",
            "pattern": "^[0-9a-f]{20}$",
            "description": "Depends on rule and subject alone.",
        },
        rule=TEXT,
        severity={"$ref": "#/$defs/severity"},
        status={"enum": ["open", "accepted", "baselined", "below-threshold"]},
        subject={"$ref": "#/$defs/subject"},
        message=TEXT,
        location={"$ref": "#/$defs/location"},
        related=list_of({"$ref": "#/$defs/related"}),
        facts={"type": "object", "additionalProperties": TEXT},
        path=list_of(text("An asset's id, from the subject to the cause.")),
        exception=or_null(text("The id of the acceptance that covers it.")),
    )


def _day(description: str) -> dict[str, Json]:
    return {"type": "string", "format": "date", "description": description}
