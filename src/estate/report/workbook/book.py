"""The one way to make a workbook: texts stay texts, days are days, the bytes are always the same.

A text that begins with `=`, `+`, `-` or `@` is written as a text cell and marked as one, so that no
program takes it for a formula, neither now nor once somebody edits it (OWASP, CSV Injection).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from io import BytesIO
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from estate.errors import ReportError
from estate.frozen import frozen
from estate.report.tables import Kind
from estate.report.workbook.cell import fitted, footer, sheet_name
from estate.report.workbook.format import Formats
from estate.report.workbook.sheet import Cell, Formula, Sheet, letter

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["ROWS", "Properties", "book"]

ROWS: Final = 1_048_575
"""Rows of one sheet below its head; what is more stands on further sheets."""

_A4: Final = 9
_FIRST_DAY: Final = date(1900, 3, 1)
"""Days before it are none in Excel, or one off, and are written as texts."""
_OPTIONS: Final = {
    # One row is held in memory at a time; the rest waits in files that only this user can read.
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@frozen
class Properties:
    """What a workbook says of itself. `what` names it where XlsxWriter is missing."""

    what: str
    title: str
    tool: str
    as_of: date
    estate: str
    comments: str = ""


def book(properties: Properties, sheets: Iterable[Sheet], *, rows: int = ROWS) -> bytes:
    """Return a workbook (Office Open XML) of some sheets, with so many rows each at most.

    The same sheets give the same bytes. Raises ReportError where XlsxWriter is missing.
    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ReportError(
            f"a workbook of {properties.what} needs XlsxWriter: pip install 'estate[register]'"
        ) from error
    stream = BytesIO()
    with Workbook(stream, _OPTIONS) as made:
        _describe(made, properties)
        formats = Formats(made)
        for sheet in sheets:
            for part, several in enumerate(_parted(sheet.rows, rows)):
                target = made.add_worksheet(sheet_name(sheet.name, part))
                written = _write(target, sheet, several, formats)
                _lay_out(target, sheet, written, properties)
    return stream.getvalue()


def _describe(made: Workbook, properties: Properties) -> None:
    made.set_properties(
        {
            "title": fitted(properties.title, 200),
            "author": f"estate {properties.tool}",
            "comments": fitted(properties.comments, 200),
            "created": datetime.combine(properties.as_of, time()),
        }
    )


def _parted(rows: Iterable[tuple[Cell, ...]], most: int) -> Iterator[Iterator[tuple[Cell, ...]]]:
    """Yield rows in parts that a sheet takes, at least one part."""
    rest = iter(rows)
    yield islice(rest, most)
    for first in rest:
        yield chain((first,), islice(rest, most - 1))


def _write(
    target: Worksheet, sheet: Sheet, rows: Iterable[tuple[Cell, ...]], formats: Formats
) -> int:
    """Write the head and the rows; return how many rows there are."""
    for column, head in enumerate(sheet.heads):
        target.set_column(column, column, head.width)
        target.write_string(0, column, fitted(head.name), formats.head)
    number = 0
    for number, row in enumerate(rows, start=1):
        strong = number - 1 in sheet.strong
        for column, (head, value) in enumerate(zip(sheet.heads, row, strict=True)):
            # Most cells are texts, of which many are empty.
            if value != "":
                form = formats.of(head.kind, value, strong=strong)
                _cell(target, (number, column), _worded(head.kind, value), form)
    return number


def _worded(kind: Kind, value: Cell) -> Cell:
    """Return a value as people read it: a severity begins with a capital."""
    return value.capitalize() if kind == "severity" and isinstance(value, str) else value


def _cell(target: Worksheet, at: tuple[int, int], value: Cell, form: object) -> None:
    match value:
        case str():
            target.write_string(*at, fitted(value), form)
        case None:
            target.write_string(*at, "unknown", form)
        case bool():
            target.write_string(*at, "yes" if value else "no", form)
        case Formula():
            target.write_formula(*at, value.text, form, float(value.result))
        case date() if value < _FIRST_DAY:
            target.write_string(*at, value.isoformat(), form)
        case date():
            target.write_datetime(*at, datetime.combine(value, time()), form)
        case _:
            target.write_number(*at, float(value), form)


def _lay_out(target: Worksheet, sheet: Sheet, rows: int, properties: Properties) -> None:
    """Keep the head in sight and on every page, let rows be filtered, and fit a page's width."""
    last = len(sheet.heads) - 1
    target.freeze_panes(1, sheet.frozen)
    if sheet.filtered:
        target.autofilter(0, 0, max(rows, 1), last)
    target.ignore_errors({"number_stored_as_text": f"A1:{letter(last)}{rows + 1}"})
    target.set_landscape()
    target.set_paper(_A4)
    target.fit_to_pages(1, 0)
    target.repeat_rows(0)
    target.set_footer(f"&L{footer(properties.estate)}&R&P of &N")
