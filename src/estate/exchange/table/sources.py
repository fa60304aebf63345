"""Which reader a table's file goes to."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from estate.exchange.table.csv_file import read_csv
from estate.exchange.table.encoding import file_bytes
from estate.exchange.table.json_file import json_documents
from estate.exchange.table.mapping import Table
from estate.exchange.table.records import records_sheet
from estate.exchange.table.sheet import Sheet
from estate.exchange.table.unreadable import unreadable
from estate.exchange.table.xlsx_file import read_xlsx
from estate.exchange.table.yaml_file import yaml_documents

__all__ = ["FLAT", "form_of", "form_of_ending", "read_sheet"]

_FORMS: Final = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".json": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
}
FLAT: Final = frozenset(("csv", "xlsx"))
"""Formats whose columns have headings; the others have paths."""


def form_of(table: Table, path: Path) -> str:
    """Return the format of a file: declared, or told by its ending. Raises ExchangeError."""
    return table.format or form_of_ending(path)


def form_of_ending(path: Path) -> str:
    """Return the format that a file's ending tells. Raises ExchangeError."""
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        raise unreadable(
            path.name,
            f"the ending {path.suffix!r} does not say the format",
            expected=f"format: {' or '.join(sorted(set(_FORMS.values())))} in the mapping",
        )
    return form


def read_sheet(table: Table, path: Path) -> Sheet:
    """Read one file as the table says. Raises ExchangeError."""
    form, name = form_of(table, path), path.name
    data = file_bytes(path, name)
    if form == "csv":
        return read_csv(
            data, name, encoding=table.encoding, delimiter=table.delimiter, header=table.header
        )
    if form == "xlsx":
        fill = table.merged == "fill"
        return read_xlsx(data, name, sheet=table.sheet, header=table.header, fill=fill)
    documents = (json_documents if form == "json" else yaml_documents)(data, name, table.encoding)
    sheet = records_sheet(name, documents, records=table.records, id_column=table.id_column)
    sheet.remark = form.upper()
    return sheet
