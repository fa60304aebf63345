"""Values as the templates of papers take them: JSON, in which every text can be set."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import Any, Final

from estate.report.register.document import Cell
from estate.report.register.words import one_line, text_of

__all__ = ["printable", "shown"]

_UNPRINTABLE: Final = re.compile(
    "[^\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c"
    "\u038e-\u03a1\u03a3-\u0482\u048a-\u04ff\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u0660-\u0669"
    "\u1e00-\u1eff\u2010-\u2015\u2018-\u201f\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a"
    "\u2044\u2070\u2074-\u208e\u20a0-\u20bf\u2116\u2122\u2150-\u2151\u2153-\u215e\u2190-\u21ff"
    "\u2200-\u22ff\u25a0-\u25ff\u2713\u2717\u27e8\u27e9]"
)
"""What the fonts that come with Typst cannot be trusted to show in every weight."""

_LONG_WORD: Final = re.compile(r"[^\s\-/→]{24,}")
_PIECE: Final = 12


def printable(text: str) -> str:
    """Return a text with its code (⟨U+4E2D⟩) for what the fonts do not show.

    Words without a place to break get one, so that none leaves its column.
    """
    printed = _UNPRINTABLE.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)
    return _LONG_WORD.sub(lambda found: "\u200b".join(_pieces(found[0])), printed)


def _pieces(word: str) -> list[str]:
    return [word[at : at + _PIECE] for at in range(0, len(word), _PIECE)]


def shown(value: Any) -> Any:  # noqa: ANN401 - a tree of values becomes one of JSON's
    """Return a value as JSON; what its class is called says what it is."""
    if isinstance(value, Cell):
        kept = {name: shown(getattr(value, name)) for name in ("tone", "note", "link")}
        return {**kept, "text": printable(text_of(value.value))}
    if is_dataclass(value):
        made = {field.name: shown(getattr(value, field.name)) for field in fields(value)}
        return {**made, "is": type(value).__name__.lower()}
    if isinstance(value, tuple):
        return [shown(each) for each in value]
    if isinstance(value, str):
        return printable(one_line(value))
    if value is None or isinstance(value, int | float):
        return value
    return [value.year, value.month, value.day]
