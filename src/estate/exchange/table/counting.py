"""How the rows of a table ended, so that the counts add up and nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Mapping

from estate.exchange.imported import TableCount
from estate.exchange.losses import Loss
from estate.exchange.table.bound import Bound
from estate.exchange.table.cells import shown

__all__ = ["count_of", "unread_sheets"]


def count_of(table: Bound, filtered: int, losses: list[Loss]) -> TableCount:
    """Count how the rows of a table ended, and list what was lost with whole rows and columns."""
    unreadable = [
        Loss("row", table.name, sheet.file, flaw.row, flaw.column, flaw.value, flaw.reason)
        for sheet in table.sheets
        for flaw in sheet.lost
    ]
    cells = [
        Loss("cell", table.name, sheet.file, flaw.row, flaw.column, flaw.value, flaw.reason)
        for sheet in table.sheets
        for flaw in sheet.flaws
    ]
    used = sum(row.used for row in table.rows)
    left = len(table.rows) - used
    for_lookups = not table.table.outputs
    losses += unreadable + cells + _unused(table) + ([] if for_lookups else _failures(table))
    losses += _aside(table) + _blanked(table)
    return TableCount(
        rows=filtered + len(table.rows) + len(unreadable) + len(table.aside),
        used=used,
        filtered=filtered + (left if for_lookups else 0) + len(table.aside),
        lost=len(unreadable) + (0 if for_lookups else left),
        blank=sum(sheet.blank for sheet in table.sheets),
        files=tuple((sheet.file, sheet.remark) for sheet in table.sheets),
    )


def _failures(table: Bound) -> list[Loss]:
    """List the records that rows did not make; a row that made nothing at all is lost."""
    found = []
    for row in table.rows:
        reasons = row.failures
        if not row.used and not reasons:
            reasons = [("", "", "no output of the mapping takes it")]
        for column, value, reason in reasons:
            found.append(
                Loss(
                    "record" if row.used else "row",
                    table.name,
                    row.file,
                    row.number,
                    column,
                    value,
                    reason,
                )
            )
    return found


def _aside(table: Bound) -> list[Loss]:
    """List the rows that are no records: above the headings, and those that the mapping names."""
    above = [(sheet.file, flaw) for sheet in table.sheets for flaw in sheet.above]
    below = [(row.file, flaw) for row, flaw in table.aside]
    return [
        Loss("aside", table.name, file, flaw.row, "", shown(flaw.value), flaw.reason)
        for file, flaw in above + below
    ]


def _blanked(table: Bound) -> list[Loss]:
    """List, once per column, the texts that were taken for an empty cell."""
    files = ", ".join(sheet.file for sheet in table.sheets)
    return [
        Loss("blank", table.name, files, None, table.columns[key], text, _times(times))
        for (key, text), times in sorted(table.blanked.items())
    ]


def _times(number: int) -> str:
    return f"taken for an empty cell, {'once' if number == 1 else f'{number:,} times'}"


def unread_sheets(tables: Mapping[str, Bound]) -> list[Loss]:
    """List the sheets of workbooks that no table reads."""
    read = {(sheet.file, sheet.title) for table in tables.values() for sheet in table.sheets}
    there = {
        (sheet.file, title): name
        for name, table in reversed([*tables.items()])
        for sheet in table.sheets
        for title in sheet.siblings
    }
    return [
        Loss("sheet", there[file, title], file, None, "", title, "no table of the mapping reads it")
        for file, title in sorted(there.keys() - read)
    ]


def _unused(table: Bound) -> list[Loss]:
    """List, once per table, the columns that nothing reads."""
    filled = dict.fromkeys(table.columns, 0)
    for sheet in table.sheets:
        for row in sheet.rows:
            for key in row.cells:
                filled[key] += 1
    declared = {table.key_of(name): reason for name, reason in table.table.leave_out.items()}
    files = ", ".join(sheet.file for sheet in table.sheets)
    return [
        Loss(
            "column",
            table.name,
            files,
            None,
            table.columns[key],
            f"{cells:,} cell{'' if cells == 1 else 's'}",
            declared.get(key, "no output uses this column"),
        )
        for key, cells in filled.items()
        if key not in table.used and cells
    ]
