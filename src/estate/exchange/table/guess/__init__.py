"""A mapping guessed from headings and values: a file to read and to correct, not a decision."""

from __future__ import annotations

from estate.exchange.table.guess.tables import guess

__all__ = ["guess"]
