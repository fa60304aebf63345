"""Cells that a spreadsheet would take for formulas: made harmless on the way out, and back again.

A text that begins with one of the signs gets an apostrophe before it (OWASP, CSV injection).
"""

from __future__ import annotations

from typing import Final

__all__ = ["harmless", "unguarded"]

_SIGNS: Final = frozenset("=+-@\t\r＝＋－＠")  # noqa: RUF001 - wide signs begin a formula too


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _begins(text) else text


def unguarded(text: str) -> str:
    """Return the text that `harmless` was given; other texts come back as they are."""
    return text[1:] if text.startswith("'") and _begins(text[1:]) else text


def _begins(text: str) -> bool:
    """Whether a formula begins after any space and apostrophes, so that guarding can be undone."""
    return text.lstrip(" '")[:1] in _SIGNS
