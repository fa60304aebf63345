"""The register as a workbook: texts stay texts, days are days, and the bytes are always the same.

A text that begins with `=`, `+`, `-` or `@` is written as a text cell, so no program takes it for a
formula (OWASP, CSV Injection).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from estate.errors import ReportError
from estate.report.register.document import Report, Sheet, Value
from estate.report.register.words import one_line

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["book"]

_LONGEST: Final = 30_000
"""Characters of a text: a cell holds 32,767, and what is made visible may grow."""


def book(report: Report) -> bytes:
    """Return the workbook of a report. Raises ReportError where XlsxWriter is missing."""
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ReportError(
            "a workbook of the register needs XlsxWriter: pip install 'estate[register]'"
        ) from error
    stream = BytesIO()
    with Workbook(stream, _OPTIONS) as made:
        _properties(made, report)
        formats = {
            "head": made.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
            "text": made.add_format({"text_wrap": True, "valign": "top"}),
            "day": made.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
            "number": made.add_format({"num_format": "#,##0", "valign": "top"}),
        }
        for sheet in report.sheets:
            _write(made.add_worksheet(sheet.name), sheet, formats, report)
    return stream.getvalue()


_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def _properties(made: Workbook, report: Report) -> None:
    made.set_properties(
        {
            "title": one_line(f"{report.estate}: {report.title}", 200),
            "author": f"estate {report.tool}",
            "comments": report.notice,
            "created": datetime.combine(report.as_of, time()),
        }
    )


def _write(target: Worksheet, sheet: Sheet, formats: Mapping[str, Any], report: Report) -> None:
    for column, (name, width) in enumerate(zip(sheet.columns, sheet.widths, strict=True)):
        target.set_column(column, column, width)
        target.write_string(0, column, name, formats["head"])
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            _cell(target, number, column, value, formats)
    target.freeze_panes(1, 1)
    target.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    target.set_landscape()
    target.set_paper(_A4)
    target.fit_to_pages(1, 0)
    target.repeat_rows(0)
    target.set_footer(f"&L{_footer(report.estate)}&R&P of &N")


_A4: Final = 9


def _footer(text: str) -> str:
    """Return a text for a footer, where `&` begins a code and 255 characters are the most."""
    return one_line(text, 100).replace("&", "&&")


def _cell(
    target: Worksheet, row: int, column: int, value: Value, formats: Mapping[str, Any]
) -> None:
    if isinstance(value, date):
        day = datetime.combine(value, time())
        target.write_datetime(row, column, day, formats["day"])
    elif isinstance(value, int):
        target.write_number(row, column, value, formats["number"])
    elif value:
        target.write_string(row, column, one_line(value, _LONGEST), formats["text"])
