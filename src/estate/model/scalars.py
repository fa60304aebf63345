"""The scalars of the inventory format, as text and as values.

Every scalar is read as text and typed here, so that `no` stays a word and `10.10` keeps its zero.
`None` means absent, which is unknown. A known "none" (YAML's null) has a value of its own for
each kind: a day after or before every other, an unlimited duration or quantity, an empty text.
"""

from __future__ import annotations

import calendar
import math
import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final

from estate.frozen import frozen

__all__ = [
    "ALWAYS",
    "NEVER",
    "NO_TEXT",
    "UNLIMITED",
    "UNLIMITED_DURATION",
    "Term",
    "day",
    "day_text",
    "duration",
    "duration_text",
    "term",
]

NEVER: Final = date.max
"""The null of end dates: after every date."""
ALWAYS: Final = date.min
"""The null of things done, and of beginnings: before every date."""
UNLIMITED_DURATION: Final = timedelta.max
"""The null of durations."""
UNLIMITED: Final = math.inf
"""The null of quantities."""
NO_TEXT: Final = ""
"""The null of texts."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TERM = re.compile(r"(\d{1,4}) ?(day|week|month|year)s?", re.ASCII)
_SHORT = re.compile(r"(\d{1,14})(s|m|h|d|w)", re.ASCII)
_NUMBER = r"(\d{1,6}(?:[.,]\d{1,6})?)"
_ISO = re.compile(
    rf"P(?:{_NUMBER}W)?(?:{_NUMBER}D)?(?:T(?=\d)(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?",
    re.ASCII,
)
_LONGEST: Final = Decimal(timedelta.max.days * 86400)
_SECONDS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}


@frozen
class Term:
    """A span of calendar months and days, as contracts state it: `12 months`, `90 days`.

    A term has no length of its own: it is added to a date or taken from one, never compared.
    """

    months: int = 0
    days: int = 0

    def after(self, start: date) -> date:
        """Return the day this term after `start`, clamped to the month's end.

        Days past the calendar's end are the calendar's last day.
        """
        return self._moved(start, 1)

    def before(self, end: date) -> date:
        """Return the day this term before `end`, clamped to the month's end."""
        return self._moved(end, -1)

    def __radd__(self, start: date) -> date:
        """Return `start + term`."""
        return self.after(start)

    def __rsub__(self, end: date) -> date:
        """Return `end - term`."""
        return self.before(end)

    def _moved(self, start: date, sign: int) -> date:
        if start in (NEVER, ALWAYS):
            return start
        month = start.year * 12 + start.month - 1 + sign * self.months
        year, month = divmod(month, 12)
        if not date.min.year <= year <= date.max.year:
            return NEVER if sign > 0 else ALWAYS
        last = calendar.monthrange(year, month + 1)[1]
        try:
            moved = date(year, month + 1, min(start.day, last))
            return moved + sign * timedelta(days=self.days)
        except OverflowError:
            return NEVER if sign > 0 else ALWAYS

    def __str__(self) -> str:
        """Return the term as the format writes it."""
        parts = []
        if self.months:
            whole = self.months % 12 == 0
            count, unit = (self.months // 12, "year") if whole else (self.months, "month")
            parts.append(f"{count} {unit}{'' if count == 1 else 's'}")
        if self.days or not parts:
            parts.append(f"{self.days} day{'' if self.days == 1 else 's'}")
        return " ".join(parts)


@lru_cache(maxsize=65536)
def day(text: str) -> date:
    """Read a day, `YYYY-MM-DD`. Raises ValueError that says what is wrong."""
    if not _DAY.fullmatch(text):
        message = "a date is written YYYY-MM-DD"
        raise ValueError(message)
    return date.fromisoformat(text)


def day_text(value: date) -> str:
    """Write a day; the days that stand for null are written as words."""
    if value == NEVER:
        return "never"
    return "always" if value == ALWAYS else value.isoformat()


@lru_cache(maxsize=4096)
def duration(text: str) -> timedelta:
    """Read a duration of whole seconds, `30m`, `4h`, `2d`, `1w` or ISO 8601 (`PT4H`).

    ISO 8601's years and months have no length of their own, and are refused. Raises ValueError.
    """
    seconds = _seconds(text)
    if seconds is None or seconds > _LONGEST or seconds != int(seconds):
        message = "a duration is written 30m, 4h, 2d, 1w or PT4H"
        raise ValueError(message)
    return timedelta(seconds=int(seconds))


def _seconds(text: str) -> Decimal | None:
    if short := _SHORT.fullmatch(text):
        return Decimal(int(short[1]) * _SECONDS[short[2]])
    iso = _ISO.fullmatch(text)
    if iso is None or not any(iso.groups()):
        return None
    parts = [Decimal((part or "0").replace(",", ".")) for part in iso.groups()]
    pairs = zip(parts, "wdhms", strict=True)
    return sum((part * _SECONDS[unit] for part, unit in pairs), Decimal(0))


def duration_text(value: timedelta) -> str:
    """Write a duration in its largest whole unit; an unlimited one as a word."""
    if value == UNLIMITED_DURATION:
        return "unlimited"
    seconds = int(value.total_seconds())
    for unit in ("w", "d", "h", "m"):
        if seconds and seconds % _SECONDS[unit] == 0:
            return f"{seconds // _SECONDS[unit]}{unit}"
    return f"{seconds}s"


@lru_cache(maxsize=4096)
def term(text: str) -> Term:
    """Read a term, `12 months`, `3 years`, `90 days`, `2 weeks`. Raises ValueError."""
    found = _TERM.fullmatch(text)
    if not found:
        message = "a term is written 12 months, 3 years or 90 days"
        raise ValueError(message)
    count, unit = int(found[1]), found[2]
    if unit in {"month", "year"}:
        return Term(months=count * (12 if unit == "year" else 1))
    return Term(days=count * (7 if unit == "week" else 1))
