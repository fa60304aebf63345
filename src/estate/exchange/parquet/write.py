"""Tables out as Parquet, by DuckDB: one thread and one row group give the same bytes."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any, Final

import duckdb

from estate.exchange.outward import Exported, Outgoing
from estate.exchange.parquet.tables import Table, tables_of
from estate.model import Estate

__all__ = ["write"]


_SETTINGS: Final[dict[str, str | bool | int | float | list[str]]] = {
    "threads": 1,
    # Nothing is fetched: what reads JSON and writes Parquet is part of the library.
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def write(estate: Estate) -> Exported:
    """Return a file for each table. What is unknown is null."""
    outgoing = Outgoing(estate)
    tables = tables_of(outgoing)
    with tempfile.TemporaryDirectory() as folder:
        files: dict[str, str | bytes] = {
            f"{table.name}.parquet": _parquet(table, Path(folder)) for table in tables
        }
    return outgoing.exported(files, why="accepted risks stay where they are")


def _parquet(table: Table, folder: Path) -> bytes:
    rows, path = folder / f"{table.name}.json", folder / f"{table.name}.parquet"
    with rows.open("w", encoding="utf-8") as stream:
        stream.writelines(_line(table, row) for row in table.rows)
    columns = ", ".join(f"{_quoted(column.name)} {column.form}" for column in table.columns)
    database: Any = duckdb.connect(":memory:", config=_SETTINGS)
    try:
        database.execute(f"CREATE TABLE rows ({columns})")
        if table.rows:
            database.execute(f"COPY rows FROM {_path(rows)} (FORMAT json)")
        database.execute(f"COPY rows TO {_path(path)} (FORMAT parquet, COMPRESSION zstd)")
    finally:
        database.close()
    return path.read_bytes()


def _line(table: Table, row: tuple[Any, ...]) -> str:
    names = (column.name for column in table.columns)
    # The library ends a text at a NUL character; nothing that one can read is one.
    plain = (cell.replace("\0", "\ufffd") if isinstance(cell, str) else cell for cell in row)
    return json.dumps(dict(zip(names, plain, strict=True)), default=str) + "\n"


def _path(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
