"""Texts as a cell of a workbook takes them: on one line, visible, and within Excel's limits.

Source: "Excel specifications and limits", Microsoft; lengths count UTF-16 units, as Excel does.
"""

from __future__ import annotations

from typing import Final

from estate.report.visible import visible

__all__ = ["FORMULA", "LONGEST", "fitted", "footer", "sheet_name"]

LONGEST: Final = 32_767
"""UTF-16 units of one cell."""
FORMULA: Final = frozenset("=+-@＝＋－＠")  # noqa: RUF001 - wide signs begin a formula too
"""Signs with which a program may take a text for a formula once somebody edits the cell."""

_NAME: Final = 31
"""UTF-16 units of the name of a sheet."""
_FOOTER: Final = 100
_WIDE: Final = 0xFFFF


def fitted(text: str, longest: int = LONGEST) -> str:
    """Return a text on one line, with nothing invisible; one too long is cut, and says so."""
    shown = visible(" ".join(text.split()))
    if len(shown) * 2 > longest and _units(shown) > longest:
        note = f"… ({len(shown):,} characters)"
        shown = _cut(shown, longest - len(note)) + note
    # XlsxWriter would take such a text for its own markup, and not escape it.
    return f"{shown} " if shown.startswith("<r>") and shown.endswith("</r>") else shown


def sheet_name(title: str, part: int = 0) -> str:
    """Return the name of a sheet, or of the part of one that has more rows than a sheet takes."""
    more = f" ({part + 1})" if part else ""
    return _cut(title, _NAME - len(more)) + more


def footer(text: str) -> str:
    """Return a text for a footer, where `&` begins a code and 255 characters are the most."""
    return fitted(text, _FOOTER).replace("&", "&&")


def _units(text: str) -> int:
    return len(text) + sum(ord(character) > _WIDE for character in text)


def _cut(text: str, units: int) -> str:
    """Return the first characters of a text that take so many UTF-16 units, and none in half."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")
