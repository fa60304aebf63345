"""A statement: sentences and tables, laid out as text, as Markdown or as a page.

What it holds is plain, untrusted text; each layout escapes it in its own way.
"""

from __future__ import annotations

from estate.report.statement.values import Picture, Section, Statement, Table

__all__ = ["Picture", "Section", "Statement", "Table"]
