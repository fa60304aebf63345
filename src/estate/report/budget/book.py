"""A budget as a workbook: numbers are numbers, sums are formulas, the bytes are always the same.

Texts from the inventory are written as text cells, so no program takes them for a formula (OWASP,
CSV Injection); the formulas are ours alone, and name cells and numbers, never a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from estate import __version__
from estate.errors import Location, ReportError
from estate.findings import Place
from estate.plan.budget import Budget
from estate.report.budget.cells import Cell, Formula, Sheet
from estate.report.budget.sheets import sheets_of
from estate.report.budget.words import title
from estate.report.visible import clip

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["workbook"]

_LONGEST: Final = 30_000
"""Characters of a text: a cell holds 32,767, and what is made visible may grow."""
_A4: Final = 9
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(budget: Budget, places: Mapping[Place, Location]) -> bytes:
    """Return a workbook (Office Open XML); `places` says where records stand.

    Raises ReportError where XlsxWriter is missing.
    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ReportError(
            "a workbook of the budget needs XlsxWriter: pip install 'estate[register]'"
        ) from error
    stream = BytesIO()
    with Workbook(stream, _OPTIONS) as made:
        _properties(made, budget)
        formats = {
            "head": made.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
            "text": made.add_format({"text_wrap": True, "valign": "top"}),
            "day": made.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
            "money": made.add_format({"num_format": "#,##0.00;[Red]-#,##0.00", "valign": "top"}),
            "strong": made.add_format({"bold": True, "top": 1, "valign": "top"}),
            "sum": made.add_format(
                {"num_format": "#,##0.00;[Red]-#,##0.00", "bold": True, "top": 1, "valign": "top"}
            ),
        }
        for sheet in sheets_of(budget, places):
            _write(made.add_worksheet(sheet.name), sheet, formats, budget)
    return stream.getvalue()


def _properties(made: Workbook, budget: Budget) -> None:
    made.set_properties(
        {
            "title": clip(f"{budget.estate}: {title(budget)}", 200),
            "author": f"estate {__version__}",
            "comments": clip(f"Amounts in {budget.currency}.", 200),
            "created": datetime.combine(budget.as_of, time()),
        }
    )


def _write(target: Worksheet, sheet: Sheet, formats: Mapping[str, Any], budget: Budget) -> None:
    for column, (name, width) in enumerate(sheet.columns):
        target.set_column(column, column, width)
        target.write_string(0, column, clip(name, _LONGEST), formats["head"])
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            _cell(target, (number, column), value, formats, strong=number - 1 in sheet.strong)
    target.freeze_panes(1, sheet.frozen)
    if sheet.filtered:
        target.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    target.set_landscape()
    target.set_paper(_A4)
    target.fit_to_pages(1, 0)
    target.repeat_rows(0)
    target.set_footer(f"&L{clip(budget.estate, 100).replace('&', '&&')}&R&P of &N")


def _cell(
    target: Worksheet, at: tuple[int, int], value: Cell, formats: Mapping[str, Any], *, strong: bool
) -> None:
    if isinstance(value, Formula):
        money = formats["sum" if strong else "money"]
        target.write_formula(*at, value.text, money, float(value.result))
    elif isinstance(value, date):
        target.write_datetime(*at, datetime.combine(value, time()), formats["day"])
    elif isinstance(value, str):
        if value:
            target.write_string(*at, clip(value, _LONGEST), formats["strong" if strong else "text"])
    elif value is not None:
        target.write_number(*at, float(value), formats["sum" if strong else "money"])
