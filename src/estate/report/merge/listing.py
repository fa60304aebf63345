"""A list of the report of a reorganisation: a section with tables, or the word that it is empty."""

from __future__ import annotations

from collections.abc import Iterable

from estate.report.statement import Section, Table

__all__ = ["listing", "named"]


def listing(anchor: str, title: str, lead: str, tables: Iterable[Table], none: str) -> Section:
    """Return a section of the tables that have rows; `none` is said instead where none has."""
    held = tuple(table for table in tables if table.rows)
    return Section(anchor, title, (lead if held else none,), held)


def named(name: str, key: str) -> str:
    """Return a name with its id, of which it may have none."""
    return f"{name} ({key})" if key else name
