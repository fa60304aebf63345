"""The JSON Schema of `estate-forecast/1`, as `estate schema --of forecast` publishes it.

Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from estate.findings import SEVERITIES
from estate.plan.forecast import EVERY
from estate.plan.forecast_dues import KINDS
from estate.report.findings_json import Json
from estate.report.forecast.document import SCHEMA
from estate.report.schema_terms import COUNT, DAY, LOCATION, TEXT, list_of, object_of, or_null, text

__all__ = ["forecast_schema"]


def forecast_schema() -> dict[str, Json]:
    """Return the schema of the document that `document.render` writes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:estate:forecast:1",
        "title": "A forecast",
        **object_of(
            schema={"const": SCHEMA},
            estate=text("The name of the estate."),
            as_of=DAY,
            until=DAY,
            every={"enum": list(EVERY)},
            tool=text("The version of estate."),
            lifecycle=object_of(as_of=DAY),
            plan=object_of(applied=COUNT, refused=COUNT, unsure=COUNT, last_change=or_null(DAY)),
            points=list_of(_point()),
            due=list_of(_due()),
            acceptances_ending_first=list_of(_lapse()),
            moments_to_downsize=list_of(
                object_of(renewal=DAY, id=TEXT, name=TEXT, told=TEXT, location=LOCATION)
            ),
        ),
    }


def _point() -> Json:
    outlook = object_of(
        unmanaged=object_of(installations=COUNT, services=COUNT, unknown=COUNT),
        counts=object_of(**dict.fromkeys((*SEVERITIES, "accepted", "baselined"), COUNT)),
        unknown=COUNT,
    )
    return object_of(day=DAY, applied=COUNT, with_plan=outlook, without_plan=outlook)


def _due() -> Json:
    return object_of(
        on=DAY,
        kind={"enum": list(KINDS)},
        id=TEXT,
        name=TEXT,
        told=TEXT,
        settled=or_null({"type": "boolean"}),
        location=LOCATION,
    )


def _lapse() -> Json:
    return object_of(
        exception=TEXT,
        ends=DAY,
        delivers=or_null(DAY),
        days=or_null(COUNT),
        projects=list_of(TEXT),
        covers=list_of(TEXT),
        location=LOCATION,
    )
