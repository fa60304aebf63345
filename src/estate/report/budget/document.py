"""A budget as JSON, `estate-budget/1`: the contract with other programs.

Amounts are numbers in units of the currency, exact to the hundredth; what is not recorded is null.
One sum, line or renewal a line. Plain ASCII, as the findings are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from estate import __version__
from estate.errors import Location
from estate.findings import Place
from estate.model.scalars import ALWAYS, NEVER
from estate.plan.budget import Budget, Due, Envelope, Line, PlanDifference, Reconciliation, Sum
from estate.report.findings_json import Json, document, location
from estate.report.locate import locate

__all__ = ["SCHEMA", "render"]

SCHEMA: Final = "estate-budget/1"
"""The name and version of the format."""

_Places = Mapping[Place, Location]
_HUNDRED: Final = 100


def render(budget: Budget, places: _Places) -> Iterator[str]:
    """Yield the document in pieces; `places` says where records stand."""
    lines = (*budget.lines, *budget.unsure, *budget.idle, *budget.outside)
    head: dict[str, Json] = {
        "schema": SCHEMA,
        "estate": budget.estate,
        "as_of": budget.as_of.isoformat(),
        "tool": __version__,
        "currency": budget.currency,
        "organisation": budget.organisation,
        "years": [budget.label(year) for year in budget.years],
        "total": _sum(budget.row().total),
        "counts": _counts(budget),
    }
    yield from document(
        head,
        sums=_sums(budget),
        lines=(_line(each, budget, places) for each in lines),
        renewals=(_due(each, budget, places) for each in budget.renewals.due),
        differences=(_difference(each, budget, places) for each in budget.differences),
        envelopes=(_envelope(each, places) for each in budget.envelopes),
        projects=(_project(each, places) for each in budget.projects),
    )


def _counts(budget: Budget) -> Json:
    return {
        "lines": len(budget.lines),
        "unsure": len(budget.unsure),
        "idle": len(budget.idle),
        "outside": len(budget.outside),
        "elsewhere": budget.elsewhere,
        "renewals": len(budget.renewals.due),
        "unbudgeted": sum(due.covered is False for due in budget.renewals.due),
        "undated": len(budget.renewals.undated),
        "past": len(budget.renewals.past),
    }


def _money(amount: int | None) -> Json:
    if amount is None:
        return None
    return amount // _HUNDRED if amount % _HUNDRED == 0 else amount / _HUNDRED


def _sum(found: Sum) -> dict[str, Json]:
    parts = ("capital", "revenue", "gross", "displaced", "net")
    return {part: _money(getattr(found, part)) for part in parts}


def _sums(budget: Budget) -> Iterator[dict[str, Json]]:
    for payers in budget.payers:
        for category in budget.categories(payers):
            mine = (e for e in budget.lines if e.payers == payers and e.category == category)
            for year, found in zip(budget.years, budget.row(mine).cells, strict=True):
                if found != Sum():
                    yield {
                        "organisations": list(payers),
                        "category": category,
                        "year": budget.label(year),
                        **_sum(found),
                    }


def _line(line: Line, budget: Budget, places: _Places) -> dict[str, Json]:
    outside = line.standing == "counts" and line.year not in budget.years
    return {
        "organisations": list(line.payers),
        "year": None if line.year is None else budget.label(line.year),
        "written": line.written,
        "category": line.category,
        "purpose": line.purpose,
        "standing": "outside" if outside else line.standing,
        "owner": line.owner,
        "for": list(line.assets),
        "envelope": line.envelope or None,
        "funded": line.funded,
        "share": line.share,
        **_sum(line.sum),
        "location": location(locate(places, line.place)),
    }


def _due(due: Due, budget: Budget, places: _Places) -> dict[str, Json]:
    parts: list[Json] = [
        {"organisations": list(part.payers), "amount": _money(part.amount)} for part in due.parts
    ]
    return {
        "id": due.asset,
        "name": due.name,
        "kind": due.kind,
        "on": due.on.isoformat(),
        "year": budget.label(due.year),
        "budgeted": due.covered,
        "amount": _money(due.amount),
        "a_year": _money(due.a_year),
        "within": due.within or None,
        "parts": parts,
        "location": location(locate(places, due.place)),
    }


def _difference(each: PlanDifference, budget: Budget, places: _Places) -> dict[str, Json]:
    plans: list[Json] = [
        {"organisation": key, "years": [budget.label(year) for year in years]}
        for key, years in each.plans
    ]
    return {
        "id": each.asset,
        "name": each.name,
        "kind": each.kind,
        "due": each.due.isoformat() if each.due else None,
        "plans": plans,
        "location": location(locate(places, each.place)),
    }


def _envelope(each: Envelope, places: _Places) -> dict[str, Json]:
    return {
        "organisation": each.organisation,
        "name": each.name,
        "from": None if each.begins == ALWAYS else each.begins.isoformat(),
        "until": None if each.until == NEVER else each.until.isoformat(),
        "approved": {
            "capital": _money(each.approved.capital),
            "revenue": _money(each.approved.revenue),
        },
        "drawn": {"capital": _money(each.capital), "revenue": _money(each.revenue)},
        "displaced": _money(each.displaced),
        "exceeded": each.exceeded,
        "lines": each.lines,
        "unsure": each.unsure,
        "location": location(locate(places, each.place)),
    }


def _project(each: Reconciliation, places: _Places) -> dict[str, Json]:
    stated: Json = None
    if each.stated is not None:
        stated = {
            "capital": _money(each.stated.capital),
            "revenue": _money(each.stated.revenue),
        }
    return {
        "id": each.project,
        "name": each.name,
        "status": each.status or None,
        "organisations": list(each.organisations),
        "stated": stated,
        "lines": {"capital": _money(each.capital), "revenue": _money(each.revenue)},
        "displaced": _money(each.displaced),
        "agreement": each.agreement,
        "location": location(locate(places, each.place)),
    }
