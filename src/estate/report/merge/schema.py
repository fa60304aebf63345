"""The JSON Schema of `estate-merge/1`, as `estate schema --of merge` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from typing import Final

from estate.findings.reorganisation import PATTERNS, ZONES
from estate.report.findings_json import Json
from estate.report.merge.document import SCHEMA

__all__ = ["merge_schema"]

_TEXT: Final[dict[str, Json]] = {"type": "string"}
_COUNT: Final[dict[str, Json]] = {"type": "integer", "minimum": 0}
_DAY: Final[dict[str, Json]] = {"type": "string", "format": "date"}
_FLAG: Final[dict[str, Json]] = {"type": "boolean"}


def merge_schema() -> dict[str, Json]:
    """Return the schema of the document that `document.render` writes.

    `merge` is null for an estate that was not merged just now. Null stands for what is not known.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:estate:merge:1",
        "title": "What a reorganisation asks of an estate, and what merging has done",
        **_object(
            schema={"const": SCHEMA},
            estate=_TEXT,
            as_of=_DAY,
            tool=_TEXT,
            digest=_or_null(_TEXT),
            vesting=_or_null(_DAY),
            zones=_object(**dict.fromkeys(ZONES, _COUNT)),
            merge=_or_null(_merging()),
            day_one=_list(_need()),
            organisations=_list(_handover()),
            terms=_list(_terms()),
            shared=_list(_shared()),
            matches=_list(_match()),
            lapses=_list(_lapse()),
        ),
    }


def _need() -> Json:
    topics: list[Json] = ["services", "terms", "agreements", "people", "unknown"]
    return _object(
        topic={"enum": topics},
        id=_or_null(_TEXT),
        name=_TEXT,
        met={"type": ["boolean", "null"], "description": "Null: nobody can tell."},
        text=_TEXT,
    )


def _handover() -> Json:
    return _object(
        id=_TEXT,
        name=_TEXT,
        type=_or_null(_TEXT),
        assets=_COUNT,
        successors=_list(_object(organisation=_TEXT, name=_TEXT, vesting=_DAY)),
        successors_recorded=_FLAG,
        successors_have_siro=_FLAG,
    )


def _terms() -> Json:
    return _object(
        id=_TEXT,
        name=_TEXT,
        kind={"enum": ["contract", "agreement"]},
        organisations=_list(_TEXT),
        zone={"enum": list(ZONES)},
        vesting=_or_null(_DAY),
        end=_or_null(_DAY),
        endless=_FLAG,
        notice_by=_or_null(_DAY),
        assignable=_or_null(_FLAG),
        value=_or_null({"type": "number"}),
    )


def _shared() -> Json:
    return _object(
        id=_TEXT,
        name=_TEXT,
        kind=_TEXT,
        organisations=_list(_TEXT),
        successors=_list(_TEXT),
        pattern={"enum": list(PATTERNS)},
    )


def _match() -> Json:
    return _object(
        kind={"enum": ["system", "supplier", "service"]},
        records=_list(_object(id=_TEXT, name=_TEXT, organisations=_list(_TEXT))),
        reasons=_list(_TEXT),
        pattern=_or_null({"enum": list(PATTERNS)}),
    )


def _lapse() -> Json:
    return _object(
        id=_TEXT,
        rule=_TEXT,
        organisations=_list(_TEXT),
        when={"enum": ["merge", "vesting"]},
        on=_or_null(_DAY),
        reasons=_list(_TEXT),
    )


def _merging() -> Json:
    said = _list(_object(estate=_TEXT, value=_TEXT))
    return _object(
        estates=_list(_TEXT),
        records=_COUNT,
        renamed=_list(_object(estate=_TEXT, old=_TEXT, new=_TEXT)),
        same=_list(_object(id=_TEXT, kind=_TEXT, name=_TEXT, estates=_list(_TEXT), stand_in=_FLAG)),
        decisions=_list(_object(setting=_TEXT, said=said, decided=_TEXT, why=_TEXT)),
        lapses=_list(_lapse()),
        remarks=_list(_TEXT),
    )


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _or_null(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _object(**properties: Json) -> dict[str, Json]:
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }
