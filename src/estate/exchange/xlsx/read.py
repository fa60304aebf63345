"""A workbook that was written by an export, read back: its cells, and what they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from estate.errors import ExchangeError, nearest
from estate.exchange.columns import UNLISTED, Column, columns_of
from estate.exchange.losses import Kind, Loss
from estate.exchange.table.cells import UNKNOWN, Cell
from estate.exchange.table.sheet import MOST_ROWS
from estate.exchange.table.slug import is_id, slug
from estate.exchange.table.unreadable import unreadable
from estate.exchange.table.xlsx_file import Book, flaw_of
from estate.exchange.xlsx.book import EXPORTED
from estate.exchange.xlsx.choices import CHOICES
from estate.exchange.xlsx.guide import EXAMPLE
from estate.model import SECTIONS

__all__ = ["Sheets", "read_book"]

_GUIDE: Final = "Guide"
Texts = dict[tuple[str, ...], str]


@dataclass(slots=True)
class Sheets:
    """The cells of a workbook by section, id and field: as they are now, and as they were written.

    `places` says where each record's row is; `losses` what could not be taken.
    """

    new: dict[str, dict[str, Texts]] = field(default_factory=lambda: defaultdict(dict))
    base: dict[str, dict[str, Texts]] = field(default_factory=lambda: defaultdict(dict))
    places: dict[tuple[str, str], int] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)


def read_book(data: bytes, name: str) -> Sheets:
    """Read a workbook that an export wrote. Raises ExchangeError where it is none.

    Values are those last saved: no formula runs. Sheets, columns and rows that are no part of an
    inventory are listed.
    """
    opened = Book(data, name)
    if EXPORTED not in opened.titles:
        reason = "estate export did not write it: it has no sheet with what was exported"
        expected = "a workbook of estate export xlsx; for others, estate import table"
        raise unreadable(name, reason, expected=expected)
    sheets = Sheets()
    for _, (section, key, column, text) in _filled(opened, name, EXPORTED, 4):
        record = sheets.base[section].setdefault(key, {})
        if column:
            record[tuple(column.split("."))] = text
    for title in opened.titles:
        if title in SECTIONS and title not in UNLISTED:
            _read(sheets, opened, name, title)
        elif title not in {EXPORTED, CHOICES, _GUIDE}:
            loss = Loss("sheet", title, name, None, "", title, "it is no section of an inventory")
            sheets.losses.append(loss)
    return sheets


def _filled(opened: Book, name: str, title: str, width: int) -> Iterator[tuple[int, list[str]]]:
    """Give each row below the headings as so many texts."""
    for number, cells in opened.lines(title):
        if number > MOST_ROWS:
            raise unreadable(name, f"more than {MOST_ROWS:,} rows", line=number)
        if number > 1:
            yield number, [_text(cells, at) for at in range(width)]


def _text(cells: Sequence[Cell], at: int) -> str:
    return "" if at >= len(cells) or cells[at] is UNKNOWN else str(cells[at]).strip()


def _read(sheets: Sheets, opened: Book, name: str, section: str) -> None:
    lines = opened.lines(section)
    headings = next(lines, (0, []))[1]
    rows = _Rows(sheets, name, section)
    rows.head([_text(headings, at) for at in range(len(headings))])
    for number, cells in lines:
        if number > MOST_ROWS:
            raise unreadable(name, f"more than {MOST_ROWS:,} rows", line=number)
        texts = {at: text for at in range(len(cells)) if (text := _text(cells, at))}
        if texts:
            rows.take(number, texts)


class _Rows:
    """Takes the rows of one section's sheet."""

    def __init__(self, sheets: Sheets, name: str, section: str) -> None:
        self._sheets, self._name, self._section = sheets, name, section
        self._columns: dict[int, Column] = {}
        self._ids = 0

    def head(self, headings: Sequence[str]) -> None:
        """Find the field of each column, and list the headings that are none."""
        known = {column.name: column for column in columns_of(self._section)}
        if "id" not in headings:
            raise ExchangeError(f"{self._name}: the sheet {self._section} has no column called id")
        self._ids = headings.index("id")
        for at, heading in enumerate(headings):
            if heading in known and known[heading] not in self._columns.values():
                self._columns[at] = known[heading]
            elif heading and at != self._ids:
                near = nearest(heading, known)
                reason = f"{self._section} have no such field"
                reason += f"; did you mean {near!r}?" if near else ""
                reason = "the heading is there twice" if heading in known else reason
                self._lose("column", None, heading, "its cells", reason)

    def take(self, number: int, texts: Mapping[int, str]) -> None:
        """Take a row for a record, or list why it is none."""
        record = self._record(number, texts)
        key = texts.get(self._ids, "")
        if key.startswith(EXAMPLE):
            self._lose("aside", number, "id", key, "an example")
            return
        key = key or slug(record.get(("name",), ""))
        first = self._sheets.places.get((self._section, key))
        if not key:
            self._lose("row", number, "id", "", "it has neither an id nor a name")
        elif not is_id(key):
            reason = "no id: small letters and digits, with - . _ or / between"
            self._lose("row", number, "id", key, reason)
        elif first is not None:
            self._lose("row", number, "id", key, f"row {first} has this id already")
        else:
            self._sheets.new[self._section][key] = record
            self._sheets.places[self._section, key] = number

    def _record(self, number: int, texts: Mapping[int, str]) -> Texts:
        before = self._sheets.base.get(self._section, {}).get(texts.get(self._ids, ""), {})
        record: Texts = {}
        for at, text in texts.items():
            column = self._columns.get(at)
            if column is None:
                if at != self._ids:
                    reason = "its column has no heading that is a field"
                    self._lose("cell", number, f"column {at + 1}", text, reason)
            elif flaw := flaw_of(number, column.name, text):
                self._lose("cell", number, column.name, flaw.value, flaw.reason)
                # What cannot be read now stays as it was.
                record |= {p: kept for p, kept in before.items() if p == column.path}
            else:
                record[column.path] = text
        return record

    def _lose(self, kind: Kind, row: int | None, column: str, value: str, reason: str) -> None:
        loss = Loss(kind, self._section, self._name, row, column, value, reason)
        self._sheets.losses.append(loss)
