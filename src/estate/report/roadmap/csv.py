"""A roadmap as comma-separated values (RFC 4180): a row for each project and each of its entries.

`entry` tells projects, changes, milestones, benefits, conflicts and undated assets apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from estate.errors import Location
from estate.findings import Place
from estate.plan.roadmap import PlannedProject, Roadmap
from estate.report.csv import row
from estate.report.currency import decimal
from estate.report.locate import locate

__all__ = ["COLUMNS", "render"]

COLUMNS: Final = (
    "entry", "project", "name", "organisations", "programme", "status", "owner", "team", "from",
    "until", "day", "what", "asset", "standing", "note", "capital", "revenue", "planned", "actual",
    "file", "line",
)  # fmt: skip
"""The names of the columns, which are the first row."""

_Places = Mapping[Place, Location]
_Cells = dict[str, "str | Decimal"]


def render(roadmap: Roadmap, places: _Places) -> Iterator[str]:
    """Yield the rows, each with its line break; `places` says where records stand."""
    yield row(COLUMNS)
    for each in roadmap.projects:
        named: _Cells = {"project": each.id, "name": each.name, "status": each.status}
        for cells, place in _entries(each):
            at = locate(places, place)
            where: _Cells = {"file": at.file, "line": Decimal(at.line)} if at else {}
            yield _row({**named, **cells, **where})
    for asset in roadmap.undated:
        yield _row(
            {"entry": "undated", "what": asset.name, "asset": asset.id, "standing": asset.state}
        )


def _row(cells: _Cells) -> str:
    return row([cells.get(name, "") for name in COLUMNS])


def _entries(each: PlannedProject) -> Iterator[tuple[_Cells, Place]]:
    yield _project(each), each.place
    for move in each.moves:
        fields = f" {', '.join(move.fields)}" if move.fields else ""
        yield (
            {
                "entry": "change",
                "day": move.on.isoformat(),
                "what": f"{move.action}{fields}",
                "asset": move.asset,
                "standing": move.standing,
                "note": "; ".join(move.obstacles),
            },
            move.place,
        )
    yield from _promised(each)
    for other in each.conflicts:
        note = "; ".join((*other.assets, *other.busy))
        yield {"entry": "conflict", "what": other.project, "note": note}, each.place


def _promised(each: PlannedProject) -> Iterator[tuple[_Cells, Place]]:
    for milestone in each.milestones:
        yield (
            {
                "entry": "milestone",
                "day": _day(milestone.due),
                "what": milestone.name,
                "standing": milestone.standing,
                "note": f"last report: {_day(milestone.reported) or 'never'}",
            },
            milestone.place,
        )
    for promise in each.promises:
        yield (
            {
                "entry": "benefit",
                "day": _day(promise.due),
                "what": promise.name,
                "standing": promise.standing,
                "planned": _number(promise.planned),
                "actual": _number(promise.actual),
            },
            promise.place,
        )


def _project(each: PlannedProject) -> _Cells:
    cost: _Cells = {}
    if each.cost:
        cost = {"capital": decimal(each.cost.capital), "revenue": decimal(each.cost.revenue)}
    return {
        "entry": "project",
        "organisations": "; ".join(each.organisations),
        "programme": each.programme,
        "owner": each.owner,
        "team": "; ".join(each.team or ()),
        "from": _day(each.begins),
        "until": _day(each.ends),
        **cost,
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _number(number: float | None) -> str | Decimal:
    return "" if number is None or number == float("inf") else Decimal(repr(number))
