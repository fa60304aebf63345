"""The tables in the given files, each with the look of its columns and what is told of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from estate.exchange.table.cells import UNKNOWN, Cell
from estate.exchange.table.csv_file import csv_lines, delimiter_of
from estate.exchange.table.encoding import decoded, file_bytes
from estate.exchange.table.guess.layout import Layout, layout_of
from estate.exchange.table.guess.looks import Look
from estate.exchange.table.guess.words import BLANKS
from estate.exchange.table.json_file import json_documents
from estate.exchange.table.path import path_text
from estate.exchange.table.records import records_sheet
from estate.exchange.table.setting_aside import kept_rows
from estate.exchange.table.sheet import Sheet, heading, sheet_of
from estate.exchange.table.slug import slug
from estate.exchange.table.sources import form_of_ending
from estate.exchange.table.xlsx_file import Book
from estate.exchange.table.xlsx_marks import filled_down
from estate.exchange.table.yaml_file import yaml_documents

__all__ = ["Source", "sources_of"]


@dataclass(slots=True)
class Source:
    """One table as it was found: how it is to be read, what stands in its columns.

    `keys` are what the mapping says of the table, `told` what a person should look at, `blanks`
    how often each text stands that says nothing. `title` is what its sheet or file is called.
    """

    name: str
    file: str
    title: str
    looks: list[Look]
    keys: dict[str, Any] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    blanks: Counter[str] = field(default_factory=Counter)
    flat: bool = True
    empty: bool = False

    def column(self, look: Look) -> str:
        """Return how the mapping names a column: by its heading, or by its number."""
        twice = [one for one in self.looks if heading(one.heading) == heading(look.heading)]
        return look.heading if self.flat and len(twice) == 1 else look.key


def sources_of(files: Sequence[Path]) -> list[Source]:
    """Read every table of the files. Raises ExchangeError for a file that cannot be read."""
    found = [source for path in sorted(files, key=lambda path: path.name) for source in _of(path)]
    taken: Counter[str] = Counter()
    for source in found:
        taken[source.name] += 1
        if taken[source.name] > 1:
            source.name = f"{source.name} {taken[source.name]}"
    return found


def _of(path: Path) -> Iterator[Source]:
    form = form_of_ending(path)
    data = file_bytes(path, path.name)
    if form == "csv":
        text, _ = decoded(data, path.name)
        lines = list(csv_lines(text, delimiter_of(text), path.name))
        yield _flat(path, slug(path.stem) or "table", path.stem, lines, {})
    elif form == "xlsx":
        book = Book(data, path.name)
        for title in book.titles:
            marks = book.marks(title)
            lines = list(filled_down(book.lines(title), marks, path.name))
            source = _flat(path, slug(title) or "sheet", title, lines, {"sheet": title})
            source.told += ["the sheet is hidden in the workbook"] if title in book.hidden else []
            source.told += [marks.remark] if marks.remark else []
            yield source
    else:
        documents = (json_documents if form == "json" else yaml_documents)(data, path.name)
        keys = _records_of(documents)
        sheet = records_sheet(
            path.name,
            documents,
            records=keys.get("records"),
            id_column=keys.get("id_column"),
        )
        source = Source(slug(path.stem) or "table", path.name, path.stem, [], keys, flat=False)
        yield _looked(source, sheet)


def _flat(
    path: Path, name: str, title: str, lines: list[tuple[int, list[Cell]]], keys: dict[str, Any]
) -> Source:
    layout = layout_of(lines)
    if layout is None:
        return Source(name, path.name, title, [], keys, ["there is nothing in it"], empty=True)
    sheet = sheet_of(path.name, iter(lines), layout.header)
    rows, aside = kept_rows(sheet.rows, dict(layout.patterns))
    sheet.rows = rows
    first = next((n for n, cells in lines if any(c not in (UNKNOWN, "") for c in cells)), 1)
    if layout.header != (first,):
        keys["header"] = layout.header[0] if len(layout.header) == 1 else list(layout.header)
    if layout.patterns:
        keys["leave_out_rows"] = dict(layout.patterns)
    source = Source(name, path.name, title, [], keys, list(_told(layout, len(aside), sheet)))
    return _looked(source, sheet)


def _told(layout: Layout, aside: int, sheet: Sheet) -> Iterator[str]:
    if layout.above:
        yield f"above the headings stands: {' / '.join(layout.above)}"
    if aside:
        yield f"{aside:,} rows are left out as no records: totals, notes, titles"
    if sheet.flaws:
        yield f"{len(sheet.flaws):,} cells stand in columns without a heading, and are lost"
    for twice in sorted(sheet.twice):
        keys = [key for key, title in sheet.columns.items() if heading(title) == twice]
        yield f"several columns are called {sheet.columns[keys[0]]!r}: they are {', '.join(keys)}"
    yield from layout.told


def _looked(source: Source, sheet: Sheet) -> Source:
    """Count the values of each column, those that say nothing apart."""
    counts: dict[str, Counter[str]] = {key: Counter() for key in sheet.columns}
    for row in sheet.rows:
        for key, cell in row.cells.items():
            for text in _texts(cell):
                if text.casefold() in BLANKS:
                    source.blanks[text] += 1
                else:
                    counts[key][text] += 1
    for key, title in sheet.columns.items():
        source.looks.append(Look(title, key, counts[key], len(sheet.rows)))
    return source


def _texts(cell: Cell) -> list[str]:
    if isinstance(cell, list):
        return [text for member in cell for text in _texts(member)]
    return [] if cell is UNKNOWN or cell is None or isinstance(cell, dict) else [str(cell)]


def _records_of(documents: Sequence[Cell]) -> dict[str, str]:
    """Find where the records stand in a nested document: a list, or records by their ids."""
    if len(documents) != 1 or not isinstance(documents[0], dict):
        return {}
    lists = [
        path
        for path, value in _places(documents[0], ())
        if isinstance(value, list) and value and all(isinstance(item, dict) for item in value)
    ]
    if lists:
        return {"records": path_text(lists[0])}
    values = list(documents[0].values())
    if len(values) > 1 and all(isinstance(value, dict) for value in values):
        return {"id_column": "key"}
    return {}


def _places(
    value: Mapping[str, Cell], above: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Cell]]:
    for key, inner in value.items():
        yield (*above, key), inner
        if isinstance(inner, dict) and len(above) < 2:  # noqa: PLR2004 - deeper is no envelope
            yield from _places(inner, (*above, key))
