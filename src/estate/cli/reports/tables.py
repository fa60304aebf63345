"""The tables of an audit as data, in a folder of their own: CSV, one file each, and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from estate.cli.reports.asked import Report

if TYPE_CHECKING:
    from estate.cli.reports.asked import Asked, Content

__all__ = ["TABLES"]


def _files(asked: Asked) -> dict[str, Content]:
    from estate.pipeline.showing import source_of  # noqa: PLC0415 - not for help
    from estate.report.tables import csv, document  # noqa: PLC0415 - as above
    from estate.report.tables.every import tables_of  # noqa: PLC0415 - as above

    source = source_of(asked.shown, ())
    tables = tables_of(source)
    asked.tell("writing the tables")
    files: dict[str, Content] = {}
    if "csv" in asked.formats:
        files |= {f"tables/{table.name}.csv": csv.render(table) for table in tables}
    if "json" in asked.formats:
        files["tables/tables.json"] = document.render(source, tables)
    return files


TABLES: Final = Report(("csv", "json"), _files, frozenset({"--redact"}), explain_unknown=True)
