"""What people mean who write a date, a number or a length of time in another way.

Each returns the spelling of the format, or "" where it is anybody's guess. Nothing is read by
these: a mistake stays a mistake, and this is what its message offers.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final

_DAY_FIRST: Final = re.compile(r"(?P<d>\d{1,2})[-/. ](?P<m>\d{1,2})[-/. ](?P<y>\d{4})", re.ASCII)
_YEAR_FIRST: Final = re.compile(
    r"(?P<y>\d{4})[-/. ](?P<m>\d{1,2})[-/. ](?P<d>\d{1,2})(?:[T ].*)?", re.ASCII
)
_LENGTH: Final = re.compile(r"(\d{1,6}) *([a-z]+)", re.ASCII)
_YES: Final = frozenset({"true", "yes", "y", "on", "1"})
_NO: Final = frozenset({"false", "no", "n", "off", "0"})
_SHORT: Final = {
    "s": ("s", "sec", "secs", "second", "seconds"),
    "m": ("m", "min", "mins", "minute", "minutes"),
    "h": ("h", "hr", "hrs", "hour", "hours"),
    "d": ("d", "day", "days"),
    "w": ("w", "wk", "wks", "week", "weeks"),
}
_LONG: Final = {
    "day": ("d", "day", "days"),
    "week": ("w", "wk", "wks", "week", "weeks"),
    "month": ("m", "mo", "mos", "mth", "mths", "month", "months"),
    "year": ("y", "yr", "yrs", "year", "years"),
}


def near_flag(text: str) -> str:
    """Return `true` for yes and on, `false` for no and off."""
    word = text.lower()
    return "true" if word in _YES else "false" if word in _NO else ""


def near_day(text: str) -> str:
    """Return 03/12/2026 (the day first, as is British custom) and 2026-12-3 as 2026-12-03."""
    found = _DAY_FIRST.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    if found is None:
        return ""
    year, month = int(found["y"]), int(found["m"])
    if not (date.min.year <= year <= date.max.year and 1 <= month <= 12):  # noqa: PLR2004 - months
        return ""
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(max(int(found["d"]), 1), last)).isoformat()


def near_number(text: str) -> str:
    """Return £42,000 as 42000, and 60 % as 60."""
    bare = re.sub(r"[£$€%,_\s]", "", text)
    return bare if re.fullmatch(r"-?\d{1,15}(\.\d+)?", bare, re.ASCII) else ""


def near_duration(text: str) -> str:
    """Return `4 hours` as 4h."""
    count, unit = _length(text, _SHORT)
    return f"{count}{unit}" if unit else ""


def near_term(text: str) -> str:
    """Return 12m as `12 months`."""
    count, unit = _length(text, _LONG)
    return f"{count} {unit}{'' if count == 1 else 's'}" if unit else ""


def _length(text: str, units: dict[str, tuple[str, ...]]) -> tuple[int, str]:
    found = _LENGTH.fullmatch(text.strip().lower())
    if found is None:
        return 0, ""
    return int(found[1]), next((unit for unit, ways in units.items() if found[2] in ways), "")
