"""A trend as comma-separated values (RFC 4180).

`entry` tells the rows apart: `point` rows are a day, `principle` rows what bears on one that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from estate.findings import SEVERITIES
from estate.findings.trend import Bearing, Numbers, Point
from estate.report.csv import row
from estate.report.trend.values import Trend

__all__ = ["COLUMNS", "render"]

COLUMNS: Final = (
    "entry", "on", "commit", "reason", "unmanaged", "services", "unknown_support", "accepted",
    *SEVERITIES, "open", "undecided", "assets", "principle", "asked", "coverage",
)  # fmt: skip
"""The names of the columns, which are the first row."""

_Cells = dict[str, "str | Decimal"]


def render(trend: Trend) -> Iterator[str]:
    """Yield the rows, each with its line break; a day without numbers has its reason."""
    yield row(COLUMNS)
    for point in trend.points:
        day: _Cells = {"on": f"{point.on}", "commit": point.commit}
        yield _row({"entry": "point", **day, **_point(point)})
        for bearing in point.numbers.principles if point.numbers else ():
            yield _row({"entry": "principle", **day, **_bearing(bearing)})


def _row(cells: _Cells) -> str:
    return row([cells.get(name, "") for name in COLUMNS])


def _point(point: Point) -> _Cells:
    return _counts(point.numbers) if point.numbers else {"reason": point.reason}


def _counts(numbers: Numbers) -> _Cells:
    counted = {name: getattr(numbers.counts, name) for name in SEVERITIES}
    plain = {
        "unmanaged": numbers.unmanaged,
        "services": numbers.services,
        "unknown_support": numbers.unknown,
        "accepted": numbers.accepted,
        "open": numbers.open,
        "undecided": numbers.undecided,
        "assets": numbers.assets,
    }
    return {name: Decimal(number) for name, number in (counted | plain).items()}


def _bearing(bearing: Bearing) -> _Cells:
    coverage = "" if bearing.coverage is None else Decimal(bearing.coverage)
    return {
        "principle": bearing.id,
        "open": Decimal(bearing.open),
        "undecided": Decimal(bearing.unknown),
        "asked": Decimal(bearing.population),
        "coverage": coverage,
    }
