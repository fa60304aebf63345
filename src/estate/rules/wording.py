"""Values of facts as words, for messages and for what a finding shows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from estate.facts.dictionary import Type
from estate.model.scalars import UNLIMITED, UNLIMITED_DURATION, day_text, duration_text
from estate.rules.expression.tree import SCALARS

__all__ = ["UNKNOWN", "told", "wording"]

UNKNOWN = "unknown"

_LISTS: Final = (tuple, list)
_LISTED: Final = 6
"""Members of a list that a message names; the others are counted."""
_OTHERS: Final = "others not recorded"
_UNITS: Final = ((7 * 86400, "week"), (86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))


def wording(value: object, kind: Type, null: str = "") -> str:
    """Return a value as words: dates as YYYY-MM-DD, lists with commas, null by its own word.

    A record is called by its id or its name; a trail by the ids on it.
    """
    if type(value) is str and value:
        return value
    if value is None:
        return UNKNOWN
    if isinstance(value, _LISTS):
        member = kind.member
        words = list(dict.fromkeys([wording(one, member, null) for one in value]))
        return ", ".join(words) or null or "none"
    if kind.name in SCALARS:
        return _scalar(value, null)
    if type(value).__str__ is not object.__str__:
        return str(value)
    called = getattr(value, "id", None) or getattr(value, "name", None)
    return str(called) if called else "recorded"


def told(value: object, kind: Type, null: str = "") -> str:
    """Return a value as a message says it, which people read and no program pins.

    A record is called by its name, a duration by its unit, a number grouped and to one decimal; a
    long list is cut, and the rest of it counted.
    """
    if value and isinstance(value, str):
        return value.replace("_", " ") if kind.name == "enumeration" else value
    if isinstance(value, _LISTS):
        member = kind.member
        members = [told(one, member, null) for one in value if one is not None]
        unsure = [_OTHERS if members else UNKNOWN] if len(members) < len(value) else []
        return _listed(members, unsure) or null or "none"
    if isinstance(value, timedelta) and value != UNLIMITED_DURATION:
        return _span(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and value != UNLIMITED:
        return f"{value:,.1f}".removesuffix(".0")
    by_itself = type(value).__str__ is not object.__str__
    if value is None or kind.name in SCALARS or by_itself or not getattr(value, "name", None):
        return wording(value, kind, null)
    return str(getattr(value, "name", ""))


def _listed(members: list[str], unsure: list[str]) -> str:
    words = list(dict.fromkeys(members))
    if len(words) > _LISTED + 1:  # a single one more is named, not counted
        words = [*words[:_LISTED], f"{len(words) - _LISTED:,} more"]
    words += unsure
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _span(value: timedelta) -> str:
    """Return a duration in its largest whole unit: `4 hours`, `1 day`."""
    seconds = int(value.total_seconds())
    length, unit = next(((s, u) for s, u in _UNITS if seconds and seconds % s == 0), _UNITS[-1])
    number = seconds // length
    return f"{number:,} {unit}{'' if number == 1 else 's'}"


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
