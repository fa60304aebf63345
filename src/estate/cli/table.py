"""Columns of text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["aligned"]


def aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield rows of equally many cells as lines whose columns stand under one another."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(f"{cell:<{size}}" for cell, size in zip(row, widths, strict=True)).rstrip()
