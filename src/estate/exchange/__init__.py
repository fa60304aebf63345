"""The door for other people's data: foreign files in, with a list of what did not fit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from estate.exchange.imported import Counts, Imported, TableCount
from estate.exchange.losses import Loss
from estate.exchange.report import report_json, report_text
from estate.exchange.table import convert
from estate.exchange.write import write

__all__ = [
    "Counts",
    "Imported",
    "Loss",
    "TableCount",
    "convert",
    "import_table",
    "report_json",
    "report_text",
    "write",
]


def import_table(
    mapping: Path, files: Sequence[Path], folder: Path, *, replace: bool = False
) -> Imported:
    """Convert tables by a mapping and write them into an estate's folder.

    Raises ExchangeError, and then has written nothing, where the mapping is wrong, a file cannot
    be read, or an inventory file is in the way and `replace` is not set; OutputError where a file
    cannot be written.
    """
    imported = convert(mapping, files)
    write(imported, folder, replace=replace)
    return imported
