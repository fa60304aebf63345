"""The tables of an audit: each is defined once, and written as sheet, CSV, JSON and page."""

from __future__ import annotations

from estate.report.tables.values import Column, Head, Kind, Row, Table, Value, table

__all__ = ["Column", "Head", "Kind", "Row", "Table", "Value", "table"]
