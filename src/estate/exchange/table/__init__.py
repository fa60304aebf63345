"""Spreadsheets and other tables of records, brought in by a declarative mapping."""

from __future__ import annotations

from estate.exchange.table.convert import convert

__all__ = ["convert"]
