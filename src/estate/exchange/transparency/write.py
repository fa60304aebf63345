"""The contracts register of an estate, as the Transparency Code asks for it."""

from __future__ import annotations

from typing import Any

from estate.exchange.outward import Exported, Outgoing, Parcel
from estate.exchange.outward.csv import csv_text
from estate.exchange.transparency.columns import COLUMNS
from estate.model import Estate, Supplier

__all__ = ["write"]

_TOTAL = "Sum over the length of the contract: "
_VAT = "VAT: "


def write(estate: Estate) -> Exported:
    """Return a row for each contract; what is not known is an empty cell."""
    outgoing = Outgoing(estate)
    rows = [_row(estate, parcel) for parcel in outgoing.of("contracts")]
    text = csv_text(tuple(COLUMNS.values()), [[row[name] for name in COLUMNS] for row in rows])
    why = "a contracts register holds contracts"
    named = [*estate.of("organisation"), *estate.of("supplier")]
    return outgoing.exported({"": text}, why=why, named=named)


def _row(estate: Estate, parcel: Parcel) -> dict[str, str]:
    published = parcel.take("published") or {}
    notes = _notes(parcel)
    if published.get("title") not in {None, parcel.name}:
        parcel.drop("name", "the title that is published stands in its place")
    return {
        "organisation": _first(estate, parcel, "organisation", parcel.texts("organisation")),
        "reference": parcel.text("reference"),
        "title": str(published.get("title") or parcel.name),
        "department": str(published.get("department") or ""),
        "description": str(published.get("description") or parcel.text("description")),
        "supplier": _supplier(estate, parcel),
        "annual": _number(parcel.take("value")),
        "total": notes.get(_TOTAL, ""),
        "vat": notes.get(_VAT, ""),
        "starts": parcel.text("starts"),
        "ends": parcel.text("ends"),
        "review": parcel.text("review_by"),
        "process": str(published.get("process") or ""),
        "sme": {"True": "yes", "False": "no"}.get(str(published.get("sme")), ""),
    }


def _notes(parcel: Parcel) -> dict[str, str]:
    """Return the sums that an import put into the notes; other notes stay behind."""
    lines = str(parcel.fields.get("notes") or "").split("\n")
    found = {
        label: line.removeprefix(label)
        for label in (_TOTAL, _VAT)
        for line in lines
        if line.startswith(label)
    }
    if found and len(found) == len(lines):
        parcel.take("notes")
    return found


def _supplier(estate: Estate, parcel: Parcel) -> str:
    found = [t for name, t in parcel.relations() if name in {"supplier", "supplied_by"}]
    for name in ("supplier", "supplied_by"):
        parcel.take(name)
    found = [key for key in found if isinstance(estate.get(key), Supplier)]
    return _first(estate, parcel, "supplied_by", found)


def _first(estate: Estate, parcel: Parcel, field: str, keys: list[str]) -> str:
    for key in keys[1:]:
        parcel.drop(field, f"only one fits ({key} does not)")
    entry = estate.get(keys[0]) if keys else None
    return entry.name if entry else ""


def _number(value: Any) -> str:  # noqa: ANN401 - a number, or None
    return "" if value is None else f"{value:.2f}".removesuffix(".00")
