"""A rationalisation as a workbook: the systems that do one job, and the services of all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from estate.duplicates import Rationalisation, Row
from estate.report.duplicates.table import COLUMNS, member_rows
from estate.report.tables import Column, Head, Kind, Table, table
from estate.report.tables.said import joined
from estate.report.workbook import Properties, Sheet, book, sheet_of

__all__ = ["workbook"]

_KINDS: Final[dict[str, tuple[Kind, int]]] = {
    "candidate": ("number", 0),
    "organisations": ("text", 26),
    "scope": ("text", 14),
    "accepted": ("text", 10),
    "levels": ("text", 14),
    "trust": ("text", 14),
    "system": ("id", 0),
    "fate": ("text", 20),
    "product": ("id", 0),
    "version": ("id", 12),
    "cost": ("money", 0),
    "users_named": ("number", 0),
    "users_active": ("number", 0),
    "fit_functional": ("number", 0),
    "fit_technical": ("number", 0),
    "time": ("text", 12),
    "stated": ("text", 12),
    "support": ("text", 14),
    "hosting": ("text", 14),
    "planned_end": ("text", 13),
    "projects": ("id", 0),
    "saving_alone": ("money", 0),
    "saving": ("money", 0),
    "saved_from": ("text", 18),
    "reasons": ("text", 60),
}
"""The kinds of columns, and how wide they are, where they are not those of a text."""


def workbook(found: Rationalisation) -> bytes:
    """Return the workbook of a rationalisation (Office Open XML).

    The same rationalisation gives the same bytes. Raises ReportError where XlsxWriter is missing.
    """
    properties = Properties(
        what="the duplication",
        title=f"{found.estate}: systems that do one job twice",
        tool=found.tool,
        as_of=found.as_of,
        estate=found.estate,
        comments=f"Amounts in {found.currency}, a year.",
    )
    return book(properties, _sheets(found))


def _sheets(found: Rationalisation) -> Iterator[Sheet]:
    heads = tuple(_head(name) for name in COLUMNS)
    yield Sheet("Systems", heads, member_rows(found), frozen=1)
    yield sheet_of(_services(found))


def _head(name: str) -> Head:
    kind, wide = _KINDS.get(name, ("text", 0))
    return Head(name.replace("_", " ").capitalize(), kind, wide)


_Pair: TypeAlias = tuple[Row, str]


def _services(found: Rationalisation) -> Table:
    """Return each system that supports a service: a sheet of all by all would be too wide."""
    names = dict(found.matrix.systems)
    pairs = [(each, key) for each in found.matrix.rows for key in each.systems]
    columns: tuple[Column[_Pair], ...] = (
        Column("Service", lambda pair: pair[0].name, wide=40),
        Column("Service id", lambda pair: pair[0].id, "id"),
        Column("Organisations", lambda pair: joined(pair[0].organisations)),
        Column("Same job by", lambda pair: pair[0].level, wide=14),
        Column("Key", lambda pair: pair[0].key, "id"),
        Column("System", lambda pair: names.get(pair[1], pair[1]), wide=40),
        Column("System id", lambda pair: pair[1], "id"),
        Column("Competes", lambda pair: pair[0].systems[pair[1]], "flag"),
    )
    return table("services", "Services", "One system that supports a service.", columns, pairs)
