"""A trend as JSON, `estate-trend/1`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Final

from estate.findings.trend import Bearing, Gap, Numbers, Point
from estate.report.findings_json import Json, document
from estate.report.trend.values import Trend

__all__ = ["SCHEMA", "render"]

SCHEMA: Final = "estate-trend/1"
"""The name and version of the format."""


def render(trend: Trend) -> Iterator[str]:
    """Yield the document in pieces."""
    head: dict[str, Json] = {
        "schema": SCHEMA,
        "estate": trend.estate,
        "since": trend.since.isoformat(),
        "until": trend.until.isoformat(),
        "every": trend.every,
        "tool": trend.tool,
        "lifecycle": {"as_of": trend.catalogue_as_of.isoformat()},
        "principles": [{"id": each.id, "title": each.title} for each in trend.principles],
    }
    yield from document(head, points=map(_point, trend.points))


def _point(point: Point) -> dict[str, Json]:
    gap = point.found if isinstance(point.found, Gap) else None
    return {
        "on": point.on.isoformat(),
        "commit": point.commit or None,
        "reason": point.reason or None,
        "problems": gap.problems if gap else None,
        "numbers": _numbers(point.numbers) if point.numbers else None,
    }


def _numbers(numbers: Numbers) -> dict[str, Json]:
    counts = asdict(numbers.counts)
    return {
        "assets": numbers.assets,
        "unmanaged": {
            "installations": numbers.unmanaged,
            "services": numbers.services,
            "unknown": numbers.unknown,
        },
        "counts": {**counts, "accepted": numbers.accepted},
        "unknown": numbers.undecided,
        "principles": [_bearing(each) for each in numbers.principles],
    }


def _bearing(bearing: Bearing) -> dict[str, Json]:
    return {
        "id": bearing.id,
        "open": bearing.open,
        "population": bearing.population,
        "unknown": bearing.unknown,
        "coverage": bearing.coverage,
    }
