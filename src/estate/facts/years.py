"""Financial years: where they begin, which one a day lies in, and how budget lines name them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from estate.frozen import frozen

_NAMED: Final = re.compile(r"(\d{4})(?:[-/](\d{2}|\d{4}))?", re.ASCII)
_CENTURY: Final = 100


@frozen
class FinancialYears:
    """The financial years of an estate, which begin on one day (`MM-DD`) of every year.

    A financial year is known by the calendar year in which it begins: 2026-27 is 2026.
    """

    starts: str = "04-01"

    def first(self, year: int) -> date:
        """Return the first day of a financial year."""
        month, day = self.starts.split("-")
        return date(year, int(month), int(day))

    def last(self, year: int) -> date:
        """Return the last day of a financial year."""
        return date.max if year == date.max.year else self.first(year + 1) - timedelta(days=1)

    def of(self, day: date) -> int:
        """Return the financial year in which a day lies."""
        return day.year if day >= self.first(day.year) else day.year - 1

    def label(self, year: int) -> str:
        """Return a financial year as budget lines write it: `2026-27`; a calendar year: `2026`."""
        if self.starts == "01-01":
            return f"{year:04}"
        return f"{year:04}-{(year + 1) % _CENTURY:02}"

    def following(self, day: date) -> date:
        """Return the first day of the next financial year after the one in which a day lies."""
        last = self.last(self.of(day))
        return last if last == date.max else last + timedelta(days=1)


def named_year(text: str) -> int | None:
    """Return the financial year that a text names; None where it names none.

    `2026-27`, `2026/27`, `2026-2027` and `2026` name the year that begins in 2026.
    """
    found = _NAMED.fullmatch(text.strip())
    if not found:
        return None
    year, end = int(found[1]), found[2]
    if end and int(end) not in {year + 1, (year + 1) % _CENTURY}:
        return None
    return year
