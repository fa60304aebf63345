"""The JSON Schema of `estate-plan/1`, as `estate schema --of plan` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from typing import Final

from estate.plan.roadmap import STATUSES
from estate.report.findings_json import Json
from estate.report.roadmap.document import SCHEMA
from estate.report.schema_terms import (
    COUNT,
    DAY,
    LOCATION,
    TEXT,
    list_of,
    object_of,
    or_null,
    text,
)

__all__ = ["plan_schema"]

_DAY: Final = or_null(DAY)
_NUMBER: Final = or_null({"type": "number"})
_TRUTH: Final[Json] = {"type": "boolean"}
_TEST: Final = or_null({"enum": ["pass", "fail"]})


def plan_schema() -> dict[str, Json]:
    """Return the schema of the document that `document.render` writes.

    What is not recorded is null.
    """
    counts: dict[str, Json] = {status or "unknown": COUNT for status in STATUSES}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:estate:plan:1",
        "title": "A work plan",
        **object_of(
            schema={"const": SCHEMA},
            estate=text("The name of the estate."),
            as_of=DAY,
            tool=text("The version of estate."),
            currency=text("As estate.yaml says; every amount is in it."),
            **{"from": _DAY},
            until=_DAY,
            counts=object_of(**counts),
            left_out=COUNT,
            projects=list_of(_project()),
            undated=list_of(_undated()),
        ),
    }


def _project() -> Json:
    cost = object_of(capital={"type": "number"}, revenue={"type": "number"})
    conflict = object_of(project=TEXT, assets=list_of(TEXT), teams=list_of(TEXT))
    return object_of(
        id=TEXT,
        name=TEXT,
        organisations=list_of(TEXT),
        programme=or_null(TEXT),
        status=or_null({"enum": [status for status in STATUSES if status]}),
        owner=or_null(TEXT),
        team=or_null(list_of(TEXT)),
        **{"from": _DAY},
        until=_DAY,
        cost=or_null(cost),
        business_case=or_null(object_of(appropriateness=_TEST, value_for_money=_TEST)),
        changes=list_of(_change()),
        milestones=list_of(_milestone()),
        benefits=list_of(_benefit()),
        conflicts=list_of(conflict),
        conflicts_unknown=_TRUTH,
        location=LOCATION,
    )


def _change() -> Json:
    return object_of(
        on=DAY,
        action={"enum": ["retire", "go live", "set"]},
        asset=TEXT,
        fields=list_of(TEXT),
        standing={
            "enum": ["made", "to come", "overdue", "passed", "proposed", "dropped"],
            "description": "passed: nobody has recorded whether it was made.",
        },
        obstacles=list_of(text("Why it cannot be applied.")),
        obstacles_unknown=_TRUTH,
        location=LOCATION,
    )


def _milestone() -> Json:
    return object_of(
        name=TEXT,
        due=_DAY,
        done=_DAY,
        reported=_DAY,
        standing={"enum": ["done", "to come", "overdue", "undated", "dropped"]},
        location=LOCATION,
    )


def _benefit() -> Json:
    return object_of(
        name=TEXT,
        planned=_NUMBER,
        actual=_NUMBER,
        due=_DAY,
        standing={"enum": ["counted", "to come", "overdue", "undated", "dropped"]},
        location=LOCATION,
    )


def _undated() -> Json:
    return object_of(
        id=TEXT,
        name=TEXT,
        kind=TEXT,
        state={"enum": ["planned", "retiring"]},
        unsure=_TRUTH,
        location=LOCATION,
    )
