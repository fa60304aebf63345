"""Colour for a terminal, only ever beside a word that says the same.

The colours are those of the terminal's own palette, so that they keep their contrast on a light
or a dark ground. They run from magenta over yellow to blue, which people who cannot tell red
from green tell apart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

__all__ = ["Paint", "painter"]

Paint: TypeAlias = Callable[[str, str], str]
"""From a role (a severity, `strong`, `faint`, `frame`) and a text to the text as it is printed."""

_CODES: Final[Mapping[str, str]] = {
    "critical": "1;35",
    "high": "1;33",
    "medium": "36",
    "low": "34",
    "info": "34",
    "strong": "1",
    "faint": "2",
    "frame": "34",
}


def painter(*, colour: bool) -> Paint:
    """Return what paints a text for its role, or leaves it alone if no colour is wanted."""
    return _coloured if colour else _plain


def _coloured(role: str, text: str) -> str:
    return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if text else text


def _plain(_role: str, text: str) -> str:
    return text
