"""Workbooks (Office Open XML): one way to make them, within the limits of Excel."""

from __future__ import annotations

from estate.report.workbook.book import Properties, book
from estate.report.workbook.sheet import Cell, Formula, Sheet, letter, sheet_of

__all__ = ["Cell", "Formula", "Properties", "Sheet", "book", "letter", "sheet_of"]
