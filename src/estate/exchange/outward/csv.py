"""Tables out as CSV (RFC 4180, UTF-8): quoted where need be, and no cell a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from estate.exchange.formulas import harmless

__all__ = ["csv_text"]


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a heading and rows of cells."""
    return "".join(",".join(map(_cell, cells)) + "\r\n" for cells in [columns, *rows])


def _cell(text: str) -> str:
    safe = harmless(text)
    if any(sign in safe for sign in ',"\r\n') or safe != safe.strip():
        return '"' + safe.replace('"', '""') + '"'
    return safe
