"""A budget as comma-separated values (RFC 4180): a row for each line, and for each renewal in none.

`entry` tells them apart, so that a sum takes the rows that it means: `budget` rows make the sums of
the report. Amounts are in units of the currency, with two decimals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from estate.errors import Location
from estate.findings import Place
from estate.plan.budget import Budget, Due, Line, Part
from estate.report.budget.words import STANDINGS, label
from estate.report.csv import row
from estate.report.currency import decimal
from estate.report.locate import locate

__all__ = ["COLUMNS", "render"]

COLUMNS: Final = (
    "entry", "organisations", "organisation_names", "year", "category", "purpose", "owner", "name",
    "for", "envelope", "funded", "share_percent", "capital", "revenue", "gross", "displaced", "net",
    "due", "a_year", "note", "file", "line",
)  # fmt: skip
"""The names of the columns, which are the first row."""

_Places = Mapping[Place, Location]
_Cells = dict[str, "str | Decimal"]


def render(budget: Budget, places: _Places) -> Iterator[str]:
    """Yield the rows, each with its line break; `places` says where records stand."""
    yield row(COLUMNS)
    for entry, lines in (
        ("budget", budget.lines),
        ("may-count", budget.unsure),
        ("not-counted", budget.idle),
        ("other-year", budget.outside),
    ):
        for line in lines:
            yield _row({"entry": entry, **_line(line, budget), **_at(line.place, places)})
    for due in budget.unplanned:
        for part in due.parts:
            yield _row({**_due(due, part, budget), **_at(due.place, places)})


def _row(cells: _Cells) -> str:
    return row([cells.get(name, "") for name in COLUMNS])


def _who(payers: tuple[str, ...], budget: Budget) -> _Cells:
    return {
        "organisations": "; ".join(payers),
        "organisation_names": "; ".join(budget.named(payers)),
    }


def _line(line: Line, budget: Budget) -> _Cells:
    parts = ("capital", "revenue", "gross", "displaced", "net")
    share: _Cells = {} if line.share is None else {"share_percent": Decimal(repr(line.share))}
    return {
        **_who(line.payers, budget),
        "year": label(budget, line),
        "category": line.category,
        "purpose": line.purpose,
        "owner": line.owner,
        "name": line.owner_name,
        "for": "; ".join(line.assets),
        "envelope": line.envelope,
        "funded": "yes" if line.funded else "no",
        **share,
        **{part: decimal(getattr(line.sum, part)) for part in parts},
        "note": "" if line.standing == "counts" else STANDINGS[line.standing],
    }


def _due(due: Due, part: Part, budget: Budget) -> _Cells:
    known: _Cells = {} if part.amount is None else {"a_year": decimal(part.amount)}
    note = f"paid for by {due.within}" if due.within else "" if known else "cost not recorded"
    return {
        "entry": "due" if due.covered is False else "perhaps-due",
        **_who(part.payers, budget),
        "year": budget.label(due.year),
        "category": due.kind,
        "owner": due.asset,
        "name": due.name,
        "due": due.on.isoformat(),
        **known,
        "note": note,
    }


def _at(place: Place, places: _Places) -> _Cells:
    at = locate(places, place)
    return {"file": at.file, "line": Decimal(at.line)} if at else {}
