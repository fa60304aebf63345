"""The closing of a site as JSON, `estate-closing/1`, with its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate import __version__
from estate.impact.closing import Closing, Footing, Placed
from estate.model import Entry
from estate.report.findings_json import Json, document
from estate.report.impact.leaving import answer
from estate.report.impact.schema import FLAG, TEXT, TEXTS, items, or_null, shape, thing

__all__ = ["SCHEMA", "closing_schema", "render"]

SCHEMA: Final = "estate-closing/1"
"""The name and version of the format."""


def render(found: Closing, currency: str) -> Iterator[str]:
    """Yield the document in pieces: a head, then one line for each thing.

    `currency` is the code of its amounts.
    """
    released = found.released
    cost = released.running_cost
    head: dict[str, Json] = {
        "schema": SCHEMA,
        "estate": found.estate,
        "as_of": found.today.isoformat(),
        "tool": __version__,
        "currency": currency,
        "answer": answer(found),
        "site": _named(found.site),
        "closes": found.day.isoformat(),
        "released": {
            "running_cost": None if cost is None else float(cost),
            "cost": float(released.cost),
            "unknown_cost": released.unknown_cost,
            "energy_kwh": float(released.energy),
            "unknown_energy": released.unknown_energy,
        },
    }
    yield from document(
        head,
        left=map(_placed, found.left),
        goes=map(_placed, found.goes),
        moves=map(_placed, found.moves),
        lines=map(_placed, found.lines),
        cut_off=map(_named, found.cut_off),
        services=map(_footing, found.footings),
        stops=(_named(loss.entry) for loss in found.loses.losses if not loss.serves),
        unsure=({"asset": asset, "project": project} for asset, project in found.unsure),
    )


def _named(entry: Entry) -> dict[str, Json]:
    return {"kind": entry.kind, "id": entry.id, "name": entry.name}


def _placed(each: Placed) -> dict[str, Json]:
    on = each.on.isoformat() if each.on else None
    return {**_named(each.entry), "says": each.says, "on": on, "needed": each.purpose}


def _footing(each: Footing) -> dict[str, Json]:
    return {
        **_named(each.entry),
        "criticality": each.entry.criticality,
        "before": each.before,
        "after": each.after,
        "alone": list(each.alone),
    }


def closing_schema() -> dict[str, Json]:
    """Return the schema of the document; money and energy are of a year."""
    count: dict[str, Json] = {"type": "integer", "minimum": 0}
    number: Json = {"type": "number"}
    day: Json = {"type": "string", "format": "date"}
    placed = items(thing(says=TEXT, on=or_null(day), needed=or_null(FLAG)))
    standing: Json = {"enum": ["stops", "one site", "two sites", "elsewhere", "unknown"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:estate:closing:1",
        "title": "The closing of a site",
        **shape(
            schema={"const": SCHEMA},
            estate=TEXT,
            as_of=day,
            tool=TEXT,
            currency=TEXT,
            answer=TEXT,
            site=thing(),
            closes=day,
            released=shape(
                running_cost=or_null(number), cost=number, unknown_cost=count,
                energy_kwh=number, unknown_energy=count,
            ),
            left=placed,
            goes=placed,
            moves=placed,
            lines=placed,
            cut_off=items(thing()),
            services=items(
                thing(criticality=or_null(TEXT), before=standing, after=standing, alone=TEXTS)
            ),
            stops=items(thing()),
            unsure=items(shape(asset=TEXT, project=TEXT)),
        ),
    }  # fmt: skip
