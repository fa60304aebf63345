"""Rows of a CSV file as things, and the values that stand in their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from estate.exchange.formulas import unguarded
from estate.exchange.inward.draft import Draft
from estate.exchange.inward.item import Item
from estate.exchange.inward.source import Source
from estate.exchange.table.csv_file import read_csv
from estate.exchange.table.sheet import Sheet

__all__ = ["day_of", "headings_of", "money_of", "rows_of"]

_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_BRITISH: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?")
_MONEY: Final = re.compile(r"(?:£|GBP)?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?", re.IGNORECASE)
_LETTERS: Final = re.compile(r"[^a-z0-9]+")


def headings_of(source: Source) -> tuple[Sheet, dict[str, str]]:
    """Return a file as a sheet, and its columns by their letters and digits alone.

    Raises ExchangeError where it is no CSV, or has no headings.
    """
    sheet = read_csv(source.data, source.name)
    return sheet, {_LETTERS.sub("", key.lower()): key for key in sheet.columns}


def rows_of(draft: Draft, sheet: Sheet, kind: str, names: Mapping[str, str]) -> Iterator[Item]:
    """Yield every row as a thing; `names` says what its columns are called to us.

    Rows and cells that the reader could not take are lost.
    """
    for flaw in sheet.lost:
        item = draft.item(kind, {}, sheet.file, flaw.row)
        draft.lose(item, flaw.reason, flaw.value)
    for row in sheet.rows:
        cells = {names.get(key, sheet.columns[key]): str(cell) for key, cell in row.cells.items()}
        plain = {name: unguarded(text) for name, text in cells.items()}
        yield draft.item(kind, plain, sheet.file, row.number)
    for flaw in sheet.flaws:
        item = Item(kind, sheet.file, flaw.row, {})
        draft.lose_cell(item, flaw.column, flaw.value, flaw.reason)


def day_of(item: Item, name: str) -> str:
    """Take a day as YYYY-MM-DD; a British one has the day before the month. "" if it is none."""
    text = item.text(name)
    if not text:
        return ""
    found = _ISO.fullmatch(text)
    parts = found.groups() if found else ()
    if british := _BRITISH.fullmatch(text):
        parts = british.groups()[::-1]
    try:
        return date(*map(int, parts)).isoformat()
    except (TypeError, ValueError):
        item.refuse(name, text, "no day as YYYY-MM-DD or DD/MM/YYYY")
        return ""


def money_of(item: Item, name: str) -> str:
    """Take a sum of money as a plain number; "" if it is none."""
    text = item.text(name)
    found = _MONEY.fullmatch(text)
    if found is None:
        if text:
            item.refuse(name, text, "no sum of money in pounds")
        return ""
    return found[1].replace(",", "") + (found[2] or "")
