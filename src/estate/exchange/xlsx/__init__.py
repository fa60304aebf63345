"""The estate as a workbook to read and to fill in, and back: only what was edited changes."""

from __future__ import annotations

from estate.exchange.xlsx.book import book
from estate.exchange.xlsx.cells import parsed, spelt
from estate.exchange.xlsx.edits import Edits, edits_of
from estate.exchange.xlsx.read import Sheets, read_book

__all__ = ["Edits", "Sheets", "book", "edits_of", "parsed", "read_book", "spelt"]
