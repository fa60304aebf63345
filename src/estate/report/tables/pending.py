"""What is to come and what is missing: everything that ends, and what nobody has recorded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from estate.frozen import frozen
from estate.report.html.source import Source
from estate.report.html.views.support import End, ends_of
from estate.report.missing import Missing, missing_fields
from estate.report.tables.said import joined, organisations
from estate.report.tables.values import Column, Table, table

__all__ = ["ends", "fields"]


def ends(source: Source) -> Table:
    """Return everything in use that ends on a day that somebody has set, by day."""
    today = source.facts.today
    columns: tuple[Column[End], ...] = (
        Column("Last day", lambda each: each.on, "date"),
        Column("Days left", lambda each: (each.on - today).days, "number"),
        Column("Kind of end", lambda each: each.lane, wide=20),
        Column("What ends", lambda each: each.name, wide=40),
        Column("Where, or what follows", lambda each: each.note, wide=40),
        Column("Organisations", lambda each: organisations(source, _whose(source, each))),
        Column("Id", lambda each: each.record, "id"),
    )
    says = "One thing in use that ends on a day: support, a licence, a contract or a site."
    return table("ends", "What ends when", says, columns, ends_of(source))


def _whose(source: Source, each: End) -> tuple[str, ...] | None:
    return getattr(source.facts.estate.get(each.record), "organisation", None)


@frozen
class _Asked:
    """A field that nobody has filled in on one record, and what it would settle."""

    missing: Missing
    record: str


def fields(source: Source) -> Table:
    """Return what to ask for: each missing field of each record, what settles most first."""
    asked = [
        _Asked(missing, record)
        for missing in missing_fields(source.outcome)
        for record in missing.records
    ]
    columns = (*_asked_for(source), *_SETTLES)
    says = "One field that nobody has filled in on one record: what settles most comes first."
    return table("unknown", "What we do not know", says, columns, asked)


def _asked_for(source: Source) -> Sequence[Column[_Asked]]:
    estate = source.facts.estate

    def kind(each: _Asked) -> str:
        entry = estate.get(each.record)
        return entry.kind if entry else ""

    def whose(each: _Asked) -> str | None:
        entry = estate.get(each.record)
        return organisations(source, getattr(entry, "organisation", None))

    return (
        Column("Field", lambda each: each.missing.field, "id", 26),
        Column("Ask for it on", lambda each: source.name(each.record), wide=40),
        Column("Id", lambda each: each.record, "id"),
        Column("Kind", kind, wide=12),
        Column("Organisations", whose),
    )


_SETTLES: Final[tuple[Column[_Asked], ...]] = (
    Column("Subjects it settles alone", lambda each: each.missing.subjects, "number"),
    Column("Rules that wait", lambda each: joined(each.missing.rules), "id", 60),
)
