"""Dates as people write them, by formats that people can read: `DD/MM/YYYY`, `D Mon YY`."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Literal

from estate.exchange.table.cells import Misfit
from estate.frozen import frozen

__all__ = ["FINANCIAL_YEAR", "ISO", "SERIAL", "DateFormat", "date_format", "read_date"]

ISO: Final = "YYYY-MM-DD"
SERIAL: Final = "serial"
"""The number that a spreadsheet keeps for a day: 1 is the first of January 1900."""
FINANCIAL_YEAR: Final = "FY"
"""A financial year from April to March, as FY 2026/27, 2026-27 or FY26/27."""
_TOKENS: Final = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<short>\d{2})",
    "Month": r"(?P<name>[A-Za-z]{3,9})",
    "Mon": r"(?P<name>[A-Za-z]{3,4})",
    "MM": r"(?P<month>\d{1,2})",
    "DD": r"(?P<day>\d{1,2})(?:st|nd|rd|th)?",
}
_TOKEN: Final = re.compile("YYYY|YY|Month|Mon|MM|DD|[A-Za-z]+")
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_CENTURY: Final = 2000
_SPECIAL: Final = {
    SERIAL: r"(?P<serial>\d{5})(?:\.0+)?",
    FINANCIAL_YEAR: r"(?:FY ?)?(?:20)?(?P<short>\d{2}) ?[/-] ?(?:20)?(?P<next>\d{2})",
}
_SERIAL_ZERO: Final = date(1899, 12, 30)  # so that the days after February 1900 come out right
_APRIL: Final = 4
_DAY: Final = timedelta(days=1)


@frozen
class DateFormat:
    """One way to write a date: its text in the mapping, the pattern, and whether it has a day."""

    text: str
    pattern: re.Pattern[str]
    has_day: bool


@lru_cache(maxsize=256)
def date_format(text: str) -> DateFormat:
    """Read a format made of YYYY or YY, MM, Mon or Month, DD, and separators. Raises ValueError.

    YY is a year of this century. English month names are read whatever the machine's language, and
    a day may be `31st`. `serial` and `FY` stand alone.
    """
    if text in _SPECIAL:
        return DateFormat(
            text, re.compile(_SPECIAL[text], re.ASCII | re.IGNORECASE), text == SERIAL
        )
    tokens = _TOKEN.findall(text)
    if strange := [token for token in tokens if token not in _TOKENS]:
        message = f"{strange[0]!r} is no part of a date format: YYYY, YY, MM, Mon, Month, DD"
        raise ValueError(message)
    kinds = {token[0] + token[-1].lower() for token in tokens}
    year, month, day = (sum(t[0] == letter for t in tokens) for letter in "YMD")
    if year != 1 or month != 1 or day > 1:
        message = f"{text!r} needs one year and one month, and at most one day"
        raise ValueError(message)
    pattern = "".join(_TOKENS.get(part) or re.escape(part) for part in _parts(text))
    return DateFormat(text, re.compile(pattern, re.ASCII), "Dd" in kinds)


def _parts(text: str) -> list[str]:
    return [part for part in re.split("(YYYY|YY|Month|Mon|MM|DD)", text) if part]


def read_date(
    text: str, formats: Iterable[DateFormat], day: Literal["first", "last"] = "first"
) -> date:
    """Read a date in the first format that matches; YYYY-MM-DD is always one, with or without time.

    `day` says which day a month without one stands for. Raises Misfit.
    """
    iso = re.match(r"\d{4}-\d{2}-\d{2}(?=$|[T ]\d{2}:)", text, re.ASCII)
    if iso:
        return _iso(iso.group())
    tried = [ISO]
    for form in formats:
        if found := form.pattern.fullmatch(text):
            return _assemble(found.groupdict(), day, text)
        tried.append(form.text)
    message = f"no date as {' or '.join(dict.fromkeys(tried))}"
    raise Misfit(message)


def _iso(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"no such day: {error}"
        raise Misfit(message) from error


def _assemble(parts: dict[str, str], day: Literal["first", "last"], text: str) -> date:
    if parts.get("serial"):
        return _SERIAL_ZERO + timedelta(days=int(parts["serial"]))
    if parts.get("next"):
        return _financial(int(parts["short"]), int(parts["next"]), day, text)
    year = int(parts["year"]) if parts.get("year") else _CENTURY + int(parts["short"])
    month = int(parts["month"]) if parts.get("month") else _month(parts["name"])
    try:
        last = calendar.monthrange(year, month)[1]
        return date(year, month, int(parts.get("day") or (1 if day == "first" else last)))
    except (ValueError, calendar.IllegalMonthError) as error:
        message = f"no such day: {text}"
        raise Misfit(message) from error


def _financial(first: int, second: int, day: Literal["first", "last"], text: str) -> date:
    if second != (first + 1) % 100:
        message = f"no financial year: {text}"
        raise Misfit(message)
    year = _CENTURY + first
    return date(year, _APRIL, 1) if day == "first" else date(year + 1, _APRIL, 1) - _DAY


def _month(name: str) -> int:
    lowered = name.lower()
    for number, month in enumerate(_MONTHS, 1):
        if lowered in {month, month[:3], "sept" if month == "september" else month}:
            return number
    message = f"no month is called {name}"
    raise Misfit(message)
