"""The JSON Schema of `estate-trend/1`, as `estate schema --of trend` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from estate.findings import SEVERITIES
from estate.report.findings_json import Json
from estate.report.schema_terms import COUNT, DAY, TEXT, list_of, object_of, or_null, text
from estate.report.trend.document import SCHEMA
from estate.report.trend.values import INTERVALS

__all__ = ["trend_schema"]


def trend_schema() -> dict[str, Json]:
    """Return the schema of the document that `document.render` writes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:estate:trend:1",
        "title": "A trend",
        **object_of(
            schema={"const": SCHEMA},
            estate=text("The name of the estate."),
            since=DAY,
            until=DAY,
            every={"enum": list(INTERVALS)},
            tool=text("The version of estate."),
            lifecycle=object_of(as_of=DAY),
            principles=list_of(object_of(id=TEXT, title=TEXT)),
            points=list_of(_point()),
        ),
    }


def _point() -> Json:
    return object_of(
        on=DAY,
        commit=or_null(text("The last commit by the end of that day; null before the first.")),
        reason=or_null(text("Why the day has no numbers; null where it has.")),
        problems=or_null(COUNT),
        numbers=or_null(_numbers()),
    )


def _numbers() -> Json:
    return object_of(
        assets=COUNT,
        unmanaged=object_of(installations=COUNT, services=COUNT, unknown=COUNT),
        counts=object_of(**dict.fromkeys((*SEVERITIES, "accepted", "baselined"), COUNT)),
        unknown=COUNT,
        principles=list_of(
            object_of(id=TEXT, open=COUNT, population=COUNT, unknown=COUNT, coverage=or_null(COUNT))
        ),
    )
