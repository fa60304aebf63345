"""Which of the given files holds which table. Only given files are opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from estate.errors import ExchangeError, Location, Problem
from estate.exchange.table.bound import Bound
from estate.exchange.table.mapping import Table
from estate.exchange.table.mapping_check import Complaint
from estate.exchange.table.mapping_file import MappingFile
from estate.exchange.table.sources import FLAT, form_of, read_sheet
from estate.exchange.table.unreadable import unreadable

__all__ = ["bind"]


def bind(read: MappingFile, files: Sequence[Path]) -> dict[str, Bound]:
    """Read every table of the mapping from the files. Raises ExchangeError with every problem.

    Files are taken in the order of their names, whatever the order in which they were given.
    """
    ordered = sorted({path.as_posix(): path for path in files}.values(), key=_order)
    held = {name: _held(table, ordered) for name, table in read.mapping.tables.items()}
    _check_held(read, ordered, held)
    tables = {name: _bound(name, read.mapping.tables[name], held[name]) for name in held}
    complaints = [found for table in tables.values() for found in table.complaints()]
    if complaints:
        problems = [read.problem(complaint) for complaint in complaints]
        raise ExchangeError("the mapping does not fit the files", dict.fromkeys(problems))
    return tables


def _order(path: Path) -> tuple[str, str]:
    return path.name, path.as_posix()


def _held(table: Table, files: list[Path]) -> list[Path]:
    return [
        path
        for path in files
        if any(PurePosixPath(path.as_posix()).match(pattern) for pattern in table.file)
    ]


def _check_held(read: MappingFile, files: list[Path], held: dict[str, list[Path]]) -> None:
    names = ", ".join(path.name for path in files) or "no file"
    problems = [
        read.problem(
            Complaint(("tables", name, "file"), f"no file for the table {name}: given {names}")
        )
        for name, paths in held.items()
        if not paths
    ]
    read_by = {path for paths in held.values() for path in paths}
    problems += [
        Problem(
            "unread-file",
            "no table of the mapping reads this file",
            Location(path.as_posix(), 1, 1, 1, 2),
        )
        for path in files
        if path not in read_by
    ]
    if problems:
        raise ExchangeError("files and tables do not match", problems)


def _bound(name: str, table: Table, paths: list[Path]) -> Bound:
    flat = {form_of(table, path) in FLAT for path in paths}
    if len(flat) > 1:
        raise unreadable(paths[0].name, f"the table {name} mixes sheets with nested records")
    return Bound(name, table, [read_sheet(table, path) for path in paths], flat=flat.pop())
