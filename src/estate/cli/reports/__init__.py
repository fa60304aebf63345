"""The reports that can be written alone, by name: one module for each."""

from __future__ import annotations

from typing import Final

from estate.cli.reports.asked import Asked, Content, Report
from estate.cli.reports.board import BOARD
from estate.cli.reports.exceptions import EXCEPTIONS
from estate.cli.reports.reorganisation import REORGANISATION
from estate.cli.reports.tables import TABLES
from estate.cli.reports.wiki import WIKI
from estate.cli.reports.workbook import WORKBOOK

__all__ = ["REPORTS", "Asked", "Content", "Report"]

REPORTS: Final[dict[str, Report]] = {
    "board": BOARD,
    "exceptions": EXCEPTIONS,
    "reorganisation": REORGANISATION,
    "tables": TABLES,
    "wiki": WIKI,
    "workbook": WORKBOOK,
}
