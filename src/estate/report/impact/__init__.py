"""What stops, what a closing site leaves behind and what a system is made of, for all readers."""

from __future__ import annotations

from estate.report.impact.telling import Table, Telling

__all__ = ["Table", "Telling"]
