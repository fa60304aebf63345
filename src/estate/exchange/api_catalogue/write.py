"""The APIs of an estate as entries for the UK API catalogue."""

from __future__ import annotations

from typing import Final

from estate.exchange.outward import Exported, Outgoing, Parcel
from estate.exchange.outward.csv import csv_text
from estate.model import Estate

__all__ = ["COLUMNS", "write"]

COLUMNS: Final = (
    *("dateAdded", "dateUpdated", "url", "name", "description", "documentation", "license"),
    *("maintainer", "areaServed", "startDate", "endDate", "provider"),
)
"""The columns of the catalogue, in its order."""


def write(estate: Estate) -> Exported:
    """Return a row for each API. When an entry was added is for the catalogue to say."""
    outgoing = Outgoing(estate)
    rows = [_row(estate, parcel) for parcel in outgoing.of("apis")]
    named = estate.of("organisation")
    why = "the catalogue holds APIs"
    return outgoing.exported({"": csv_text(COLUMNS, rows)}, why=why, named=named)


def _row(estate: Estate, parcel: Parcel) -> tuple[str, ...]:
    links = parcel.take("links") or {}
    url = links.pop("endpoint", "") if "endpoint" in links else _only(links)
    if links:
        parcel.drop("links", "only the address of the API fits")
    return (
        "",
        "",
        url,
        parcel.name,
        parcel.text("description").replace("\n", "\\n"),
        parcel.text("documentation"),
        parcel.text("licence"),
        parcel.text("maintainer"),
        "",
        parcel.text("from"),
        parcel.text("until"),
        _provider(estate, parcel),
    )


def _only(links: dict[str, str]) -> str:
    """Return the address where there is one alone."""
    return links.popitem()[1] if len(links) == 1 else ""


def _provider(estate: Estate, parcel: Parcel) -> str:
    owners = [entry for key in parcel.texts("organisation") if (entry := estate.get(key))]
    for owner in owners[1:]:
        parcel.drop("organisation", f"only one provider fits ({owner.id} does not)")
    return owners[0].name if owners else ""
