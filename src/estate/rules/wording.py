"""Values of facts as words, for messages and for what a finding shows."""

from __future__ import annotations

from datetime import date, timedelta

from estate.facts.dictionary import Type
from estate.model.scalars import UNLIMITED, day_text, duration_text
from estate.rules.expression.tree import SCALARS

__all__ = ["UNKNOWN", "wording"]

UNKNOWN = "unknown"


def wording(value: object, kind: Type, null: str = "") -> str:
    """Return a value as words: dates as YYYY-MM-DD, lists with commas, null by its own word.

    A record is called by its id or its name; a trail by the ids on it.
    """
    if value is None:
        return UNKNOWN
    if isinstance(value, tuple | list):
        words = list(dict.fromkeys(wording(member, kind.member, null) for member in value))
        return ", ".join(words) or null or "none"
    if kind.name in SCALARS:
        return _scalar(value, null)
    if type(value).__str__ is not object.__str__:
        return str(value)
    called = getattr(value, "id", None) or getattr(value, "name", None)
    return str(called) if called else "recorded"


def _scalar(value: object, null: str) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return null or "unlimited" if value == UNLIMITED else f"{round(value, 4):.15g}"
        case date():
            text = day_text(value)
            return null or text if text in {"never", "always"} else text
        case timedelta():
            text = duration_text(value)
            return null or text if text == "unlimited" else text
    return str(value) or null or "none"
