"""Tables in nested documents: a list of records, a record per document, or records by id."""

from __future__ import annotations

from collections.abc import Iterator

from estate.exchange.table.cells import Cell, Row, shown
from estate.exchange.table.path import flatten, steps
from estate.exchange.table.sheet import Flaw, Sheet, keep

__all__ = ["records_sheet"]


def records_sheet(
    name: str, documents: list[Cell], *, records: str | None, id_column: str | None
) -> Sheet:
    """Make a sheet of the records in documents. Columns are dotted paths to the leaves.

    `records` is the path to the records in each document. There stands a list of them, one, or,
    with `id_column`, a mapping from an id to each: the id goes into that column. Records are
    numbered from 1 over the file; an empty one is blank. Raises ExchangeError.
    """
    sheet = Sheet(name, {}, [])
    found = (pair for document in documents for pair in _found(document, records, id_column))
    for number, (record, reason) in enumerate(found, 1):
        leaves = flatten(record) if isinstance(record, dict) else {}
        for path in leaves:
            sheet.columns.setdefault(path, path)
        if reason:
            sheet.lost.append(Flaw(number, "", shown(record), reason))
        elif leaves:
            keep(sheet, Row(name, number, leaves))
        else:
            sheet.blank += 1
    return sheet


def _found(
    document: Cell, records: str | None, id_column: str | None
) -> Iterator[tuple[Cell, str]]:
    """Give each record of a document, or what stands in its place and why it is none."""
    place = document
    for key in steps(records) if records else ():
        place = place.get(key) if isinstance(place, dict) else None
    if place is None and document is not None:
        yield None, f"nothing stands at {records}"
    elif id_column and isinstance(place, dict):
        for key, value in place.items():
            yield _identified(key, value, id_column)
    else:
        for item in place if isinstance(place, list) else [place]:
            yield item, _why_no_record(item)


def _identified(key: str, value: Cell, id_column: str) -> tuple[Cell, str]:
    if isinstance(value, dict) and id_column in value:
        return value, f"the record under {key} has a field {id_column!r} of its own"
    if value is None or isinstance(value, dict):
        return {id_column: key, **(value or {})}, ""
    return value, _why_no_record(value)


def _why_no_record(item: Cell) -> str:
    if item is None or isinstance(item, dict):
        return ""
    what = "a list" if isinstance(item, list) else "a single value"
    return f"{what} stands where a record should"
