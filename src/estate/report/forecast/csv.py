"""A forecast as comma-separated values (RFC 4180).

`entry` tells the rows apart: `point` rows are a day with the plan and without it, `due` rows what
falls due, `lapse` rows acceptances that end first, `moment` rows renewals to downsize at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from estate.errors import Location
from estate.findings import SEVERITIES, Place
from estate.plan.forecast import Forecast, Outlook
from estate.report.csv import row
from estate.report.locate import locate

__all__ = ["COLUMNS", "render"]

COLUMNS: Final = (
    "entry", "on", "plan", "unmanaged", "services", "unknown_support", *SEVERITIES, "accepted",
    "kind", "id", "name", "told", "settled", "delivers", "file", "line",
)  # fmt: skip
"""The names of the columns, which are the first row."""

_Places = Mapping[Place, Location]
_Cells = dict[str, "str | Decimal"]


def render(forecast: Forecast, places: _Places) -> Iterator[str]:
    """Yield the rows, each with its line break; `places` says where records stand."""
    yield row(COLUMNS)
    for point in forecast.points:
        for plan, outlook in (("with", point.planned), ("without", point.unplanned)):
            yield _row({"entry": "point", "on": f"{point.day}", "plan": plan, **_counts(outlook)})
    for due in forecast.dues:
        settled = "" if due.settled is None else "yes" if due.settled else "no"
        words: _Cells = {"kind": due.kind, "id": due.id, "name": due.name, "told": due.told}
        cells: _Cells = {"entry": "due", "on": f"{due.on}", "settled": settled, **words}
        yield _row({**cells, **_at(due.place, places)})
    for lapse in forecast.lapses:
        delivers = "" if lapse.delivers is None else f"{lapse.delivers}"
        cells = {"entry": "lapse", "on": f"{lapse.on}", "id": lapse.id, "delivers": delivers}
        yield _row({**cells, "told": "; ".join(lapse.covers), **_at(lapse.place, places)})
    for moment in forecast.moments:
        cells = {"entry": "moment", "on": f"{moment.on}", "id": moment.id, "name": moment.name}
        yield _row({**cells, "told": moment.told, **_at(moment.place, places)})


def _row(cells: _Cells) -> str:
    return row([cells.get(name, "") for name in COLUMNS])


def _counts(outlook: Outlook) -> _Cells:
    return {
        "unmanaged": Decimal(outlook.unmanaged),
        "services": Decimal(outlook.services),
        "unknown_support": Decimal(outlook.unknown),
        "accepted": Decimal(outlook.accepted),
        **{name: Decimal(getattr(outlook.counts, name)) for name in SEVERITIES},
    }


def _at(place: Place, places: _Places) -> _Cells:
    found = locate(places, place)
    return {"file": found.file, "line": Decimal(found.line)} if found else {}
