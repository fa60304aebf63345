"""The JSON Schema of `estate-merge/1`, as `estate schema --of merge` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from typing import Final

from estate.findings.reorganisation import PATTERNS, ZONES
from estate.report.findings_json import Json
from estate.report.merge.document import SCHEMA
from estate.report.schema_terms import COUNT, DAY, TEXT, list_of, object_of, or_null

__all__ = ["merge_schema"]

_FLAG: Final[dict[str, Json]] = {"type": "boolean"}


def merge_schema() -> dict[str, Json]:
    """Return the schema of the document that `document.render` writes.

    `merge` is null for an estate that was not merged just now. Null stands for what is not known.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:estate:merge:1",
        "title": "What a reorganisation asks of an estate, and what merging has done",
        **object_of(
            schema={"const": SCHEMA},
            estate=TEXT,
            as_of=DAY,
            tool=TEXT,
            digest=or_null(TEXT),
            vesting=or_null(DAY),
            zones=object_of(**dict.fromkeys(ZONES, COUNT)),
            merge=or_null(_merging()),
            day_one=list_of(_need()),
            organisations=list_of(_handover()),
            terms=list_of(_terms()),
            shared=list_of(_shared()),
            matches=list_of(_match()),
            lapses=list_of(_lapse()),
        ),
    }


def _need() -> Json:
    topics: list[Json] = ["services", "terms", "agreements", "people", "unknown"]
    return object_of(
        topic={"enum": topics},
        id=or_null(TEXT),
        name=TEXT,
        met={"type": ["boolean", "null"], "description": "Null: nobody can tell."},
        text=TEXT,
    )


def _handover() -> Json:
    return object_of(
        id=TEXT,
        name=TEXT,
        type=or_null(TEXT),
        assets=COUNT,
        successors=list_of(object_of(organisation=TEXT, name=TEXT, vesting=DAY)),
        successors_recorded=_FLAG,
        successors_have_siro=_FLAG,
    )


def _terms() -> Json:
    return object_of(
        id=TEXT,
        name=TEXT,
        kind={"enum": ["contract", "agreement"]},
        organisations=list_of(TEXT),
        zone={"enum": list(ZONES)},
        vesting=or_null(DAY),
        end=or_null(DAY),
        endless=_FLAG,
        notice_by=or_null(DAY),
        assignable=or_null(_FLAG),
        value=or_null({"type": "number"}),
    )


def _shared() -> Json:
    return object_of(
        id=TEXT,
        name=TEXT,
        kind=TEXT,
        organisations=list_of(TEXT),
        successors=list_of(TEXT),
        pattern={"enum": list(PATTERNS)},
    )


def _match() -> Json:
    return object_of(
        kind={"enum": ["system", "supplier", "service"]},
        records=list_of(object_of(id=TEXT, name=TEXT, organisations=list_of(TEXT))),
        reasons=list_of(TEXT),
        pattern=or_null({"enum": list(PATTERNS)}),
    )


def _lapse() -> Json:
    return object_of(
        id=TEXT,
        rule=TEXT,
        organisations=list_of(TEXT),
        when={"enum": ["merge", "vesting"]},
        on=or_null(DAY),
        reasons=list_of(TEXT),
    )


def _merging() -> Json:
    said = list_of(object_of(estate=TEXT, value=TEXT))
    return object_of(
        estates=list_of(TEXT),
        records=COUNT,
        renamed=list_of(object_of(estate=TEXT, old=TEXT, new=TEXT)),
        same=list_of(
            object_of(id=TEXT, kind=TEXT, name=TEXT, estates=list_of(TEXT), stand_in=_FLAG)
        ),
        decisions=list_of(object_of(setting=TEXT, said=said, decided=TEXT, why=TEXT)),
        lapses=list_of(_lapse()),
        remarks=list_of(TEXT),
    )
