"""A roadmap as JSON, `estate-plan/1`: the contract with other programs.

What is not recorded is null. One project a line. Plain ASCII, as the findings are.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from estate import __version__
from estate.errors import Location
from estate.findings import Place
from estate.plan.roadmap import STATUSES, PlannedProject, Roadmap, Undated
from estate.plan.roadmap_entries import Move, PlannedMilestone, Promise
from estate.report.findings_json import Json, document, location
from estate.report.locate import locate

__all__ = ["SCHEMA", "render"]

SCHEMA: Final = "estate-plan/1"
"""The name and version of the format."""

_Places = Mapping[Place, Location]
_HUNDRED: Final = 100


def render(roadmap: Roadmap, places: _Places) -> Iterator[str]:
    """Yield the document in pieces; `places` says where records stand."""
    tally = Counter(each.status for each in roadmap.projects)
    head: dict[str, Json] = {
        "schema": SCHEMA,
        "estate": roadmap.estate,
        "as_of": roadmap.as_of.isoformat(),
        "tool": __version__,
        "currency": roadmap.currency,
        "from": _day(roadmap.first),
        "until": _day(roadmap.last),
        "counts": {status or "unknown": tally[status] for status in STATUSES},
        "left_out": roadmap.left_out,
    }
    yield from document(
        head,
        projects=(_project(each, places) for each in roadmap.projects),
        undated=(_undated(each, places) for each in roadmap.undated),
    )


def _day(day: date | None) -> Json:
    return None if day is None else day.isoformat()


def _money(amount: int) -> Json:
    return amount // _HUNDRED if amount % _HUNDRED == 0 else amount / _HUNDRED


def _project(each: PlannedProject, places: _Places) -> dict[str, Json]:
    cost: Json = None
    if each.cost:
        cost = {"capital": _money(each.cost.capital), "revenue": _money(each.cost.revenue)}
    conflicts: list[Json] = [
        {"project": other.project, "assets": list(other.assets), "teams": list(other.busy)}
        for other in each.conflicts
    ]
    return {
        "id": each.id,
        "name": each.name,
        "organisations": list(each.organisations),
        "programme": each.programme or None,
        "status": each.status or None,
        "owner": each.owner or None,
        "team": None if each.team is None else list(each.team),
        "from": _day(each.begins),
        "until": _day(each.ends),
        "cost": cost,
        "business_case": _case(each),
        "changes": [_move(move, places) for move in each.moves],
        "milestones": [_milestone(milestone, places) for milestone in each.milestones],
        "benefits": [_promise(promise, places) for promise in each.promises],
        "conflicts": conflicts,
        "conflicts_unknown": each.unsure,
        "location": location(locate(places, each.place)),
    }


def _case(each: PlannedProject) -> Json:
    if each.case is None:
        return None
    return {
        "appropriateness": each.case.appropriateness,
        "value_for_money": each.case.value_for_money,
    }


def _move(move: Move, places: _Places) -> Json:
    return {
        "on": move.on.isoformat(),
        "action": move.action,
        "asset": move.asset,
        "fields": list(move.fields),
        "standing": move.standing,
        "obstacles": list(move.obstacles),
        "obstacles_unknown": move.unsure,
        "location": location(locate(places, move.place)),
    }


def _milestone(each: PlannedMilestone, places: _Places) -> Json:
    return {
        "name": each.name,
        "due": _day(each.due),
        "done": _day(each.done),
        "reported": _day(each.reported),
        "standing": each.standing,
        "location": location(locate(places, each.place)),
    }


def _promise(each: Promise, places: _Places) -> Json:
    return {
        "name": each.name,
        "planned": _finite(each.planned),
        "actual": _finite(each.actual),
        "due": _day(each.due),
        "standing": each.standing,
        "location": location(locate(places, each.place)),
    }


def _finite(number: float | None) -> Json:
    return number if number is not None and math.isfinite(number) else None


def _undated(each: Undated, places: _Places) -> dict[str, Json]:
    return {
        "id": each.id,
        "name": each.name,
        "kind": each.kind,
        "state": each.state,
        "unsure": each.unsure,
        "location": location(locate(places, each.place)),
    }
