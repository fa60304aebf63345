"""Untrusted text made safe to show: nothing invisible, nothing that moves a cursor.

A name in an inventory may hold escape sequences, line breaks, or marks that turn the direction of
text (Unicode Technical Report 36). They are shown as what they are instead of being obeyed.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["clip", "columns", "visible"]

LONGEST: Final = 400
"""Characters of one untrusted text that a report for people shows, unless it says otherwise."""

_FIRST_PRINTABLE: Final = 0x20
_CONTROL_PICTURES: Final = 0x2400
_DELETE: Final = 0x7F


def visible(text: str) -> str:
    """Return `text` with every character that does not print replaced by a visible sign.

    Control characters become their pictures (␛), other invisible ones their code (⟨U+202E⟩), and
    spaces of any width a plain space. Printable text comes back unchanged.
    """
    return text if text.isprintable() else "".join(map(_sign, text))


def clip(text: str, longest: int = LONGEST) -> str:
    """Return `text` made visible, cut after `longest` characters with its full length stated."""
    if len(text) <= longest:
        return visible(text)
    return f"{visible(text[:longest])}… ({len(text):,} characters)"


def columns(text: str) -> int:
    """Return how many columns of a terminal `text` fills: wide characters two, combining none.

    Source: Unicode Standard Annex 11, East Asian Width.
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=4096)
def _sign(character: str) -> str:
    code = ord(character)
    if character.isprintable():
        return character
    if code < _FIRST_PRINTABLE:
        return chr(_CONTROL_PICTURES + code)
    if code == _DELETE:
        return "␡"
    return " " if unicodedata.category(character) == "Zs" else f"⟨U+{code:04X}⟩"


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
