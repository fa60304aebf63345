"""A forecast as JSON, `estate-forecast/1`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from typing import Final

from estate.errors import Location
from estate.findings import Place
from estate.plan.forecast import Due, Forecast, Lapse, Moment, Outlook, Point
from estate.report.findings_json import Json, document, location
from estate.report.locate import locate

__all__ = ["SCHEMA", "render"]

SCHEMA: Final = "estate-forecast/1"
"""The name and version of the format."""

_Places = Mapping[Place, Location]


def render(forecast: Forecast, places: _Places) -> Iterator[str]:
    """Yield the document in pieces; `places` says where records stand."""
    head: dict[str, Json] = {
        "schema": SCHEMA,
        "estate": forecast.estate,
        "as_of": forecast.today.isoformat(),
        "until": forecast.until.isoformat(),
        "every": forecast.every,
        "tool": forecast.tool,
        "lifecycle": {"as_of": forecast.catalogue_as_of.isoformat()},
        "plan": {
            "applied": forecast.points[-1].applied,
            "refused": forecast.refused,
            "unsure": forecast.unsure,
            "last_change": _day(forecast.last_change),
        },
    }
    yield from document(
        head,
        points=map(_point, forecast.points),
        due=(_due(each, places) for each in forecast.dues),
        acceptances_ending_first=(_lapse(each, places) for each in forecast.lapses),
        moments_to_downsize=(_moment(each, places) for each in forecast.moments),
    )


def _point(point: Point) -> dict[str, Json]:
    return {
        "day": point.day.isoformat(),
        "applied": point.applied,
        "with_plan": _outlook(point.planned),
        "without_plan": _outlook(point.unplanned),
    }


def _outlook(outlook: Outlook) -> dict[str, Json]:
    counts = asdict(outlook.counts)
    return {
        "unmanaged": {
            "installations": outlook.unmanaged,
            "services": outlook.services,
            "unknown": outlook.unknown,
        },
        "counts": {**counts, "accepted": outlook.accepted},
        "unknown": outlook.undecided,
    }


def _due(due: Due, places: _Places) -> dict[str, Json]:
    return {
        "on": due.on.isoformat(),
        "kind": due.kind,
        "id": due.id,
        "name": due.name,
        "told": due.told,
        "settled": due.settled,
        "location": location(locate(places, due.place)),
    }


def _lapse(lapse: Lapse, places: _Places) -> dict[str, Json]:
    return {
        "exception": lapse.id,
        "ends": lapse.on.isoformat(),
        "delivers": _day(lapse.delivers),
        "days": lapse.days,
        "projects": list(lapse.projects),
        "covers": list(lapse.covers),
        "location": location(locate(places, lapse.place)),
    }


def _moment(moment: Moment, places: _Places) -> dict[str, Json]:
    return {
        "renewal": moment.on.isoformat(),
        "id": moment.id,
        "name": moment.name,
        "told": moment.told,
        "location": location(locate(places, moment.place)),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
