"""What the values of a column look like, from all of them: days, money, words, products."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from estate.exchange.table.cells import Misfit
from estate.exchange.table.dates import FINANCIAL_YEAR, SERIAL, date_format, read_date
from estate.exchange.table.numbers import read_boolean, read_money, read_number
from estate.exchange.visible import visible
from estate.frozen import frozen

__all__ = ["Days", "Look", "days_of", "separators_of", "share"]

_DAY_FIRST: Final = ("DD/MM/YYYY", "DD/MM/YY", "DD-MM-YYYY", "DD-MM-YY", "DD.MM.YYYY", "DD.MM.YY")
_FORMATS: Final = (
    "DD Month YYYY", "DD Mon YYYY", "DD-Mon-YYYY", "DD-Mon-YY", "DD Mon YY", "Month YYYY",
    "Mon YYYY", "Mon-YYYY", "Mon-YY", "Mon YY", "MM/YYYY", "YYYY-MM", "YYYY/MM/DD", "YYYYMMDD",
    FINANCIAL_YEAR, SERIAL,
)  # fmt: skip
_ISO_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T ])")
_EARLIEST: Final = 20_000  # serial numbers of 1954 to 2064: below and above are other numbers
_LATEST: Final = 60_000
_ENOUGH: Final = 0.02
_LONGEST_MEMBER: Final = 60


@frozen
class Look:
    """The values of one column: each text with how often it stands there, and where they came from.

    `filled` counts the cells, `rows` the records of the sheet.
    """

    heading: str
    key: str
    counts: Mapping[str, int]
    rows: int

    @property
    def filled(self) -> int:
        """How many cells have a value."""
        return sum(self.counts.values())

    @property
    def distinct(self) -> bool:
        """Whether every row has a value of its own."""
        return len(self.counts) == self.filled == self.rows > 0

    @property
    def examples(self) -> str:
        """Name the most frequent values."""
        first = sorted(self.counts, key=lambda text: (-self.counts[text], text))[:3]
        return ", ".join(_cut(visible(" ".join(text.split()))) for text in first)


def _cut(text: str, limit: int = 30) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def share(look: Look, holds: Callable[[str], object]) -> float:
    """Return the share of the cells of which something holds: it returns true, and raises not."""
    fitting = sum(times for text, times in look.counts.items() if _holds(holds, text))
    return fitting / look.filled if look.filled else 0


def _holds(holds: Callable[[str], object], text: str) -> bool:
    try:
        return holds(text) is not False
    except Misfit:
        return False


def is_money(text: str) -> bool:
    """Whether it is an amount of money."""
    read_money(text)
    return True


def is_number(text: str) -> bool:
    """Whether it is a number."""
    read_number(text)
    return True


def is_flag(text: str) -> bool:
    """Whether it says yes or no."""
    read_boolean(text)
    return True


@frozen
class Days:
    """How a column writes its days.

    `formats` are what reads them; `doubt` says, where day and month cannot be told apart, why, and
    `choice` the formats of either reading. `share` is that of the cells which the formats read.
    """

    formats: tuple[str, ...]
    share: float
    why: str
    doubt: str = ""
    choice: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    vague: bool = False


def days_of(look: Look) -> Days:
    """Find how the days of a column are written, day and month decided by all values together."""
    plain = [form for form in _FORMATS if share(look, _reads(form)) >= _ENOUGH]
    british = [
        form
        for form in _DAY_FIRST
        if share(look, _reads(form)) or share(look, _reads(_american(form)))
    ]
    american = [_american(form) for form in british]
    only_british = sum(_only(look, british, american))
    only_american = sum(_only(look, american, british))
    chosen, why, doubt = british, "", ""
    if only_american and only_british:
        doubt = (
            f"{only_british:,} cells read only as day/month and {only_american:,} only as month/day"
        )
    elif only_american:
        chosen, why = american, f"{only_american:,} cells have a second number above 12"
    elif only_british:
        why = f"{only_british:,} cells have a first number above 12"
    elif any(_differs(text, british) for text in look.counts):
        doubt = "no cell tells day/month from month/day"
    formats = (*chosen, *plain)
    vague = any(not date_format(form).has_day for form in plain)
    reads = share(look, lambda text: _day_in(text, formats))
    choice = ((*british, *plain), (*american, *plain))
    return Days(formats, reads, why, doubt, choice, vague)


def _american(form: str) -> str:
    return form.replace("DD", "?").replace("MM", "DD").replace("?", "MM")


def _reads(form: str) -> Callable[[str], bool]:
    ready = date_format(form)

    def reads(text: str) -> bool:
        if _ISO_DAY.match(text) or not ready.pattern.fullmatch(text):
            return False
        if form == SERIAL and not _EARLIEST <= float(text) <= _LATEST:
            return False
        read_date(text, [ready])
        return True

    return reads


def _only(look: Look, these: Iterable[str], others: Iterable[str]) -> Iterable[int]:
    ours, theirs = ([_reads(form) for form in forms] for forms in (these, others))
    for text, times in look.counts.items():
        if any(_holds(one, text) for one in ours) and not any(_holds(one, text) for one in theirs):
            yield times


def _differs(text: str, british: Iterable[str]) -> bool:
    """Whether the two readings of a text are two days."""
    return any(
        _holds(_reads(form), text)
        and read_date(text, [date_format(form)]) != read_date(text, [date_format(_american(form))])
        for form in british
    )


def _day_in(text: str, formats: tuple[str, ...]) -> bool:
    if _ISO_DAY.match(text):
        read_date(text, [])
        return True
    return any(_holds(_reads(form), text) for form in formats)


def separators_of(look: Look) -> tuple[str, ...]:
    """Return what stands between several members of one cell, where cells hold several."""
    for mark in (";", "\n", "|"):
        if any(mark in text for text in look.counts):
            return (mark,)
    single = {text.strip().casefold() for text in look.counts if "," not in text}
    parted = [text for text in look.counts if "," in text]
    members = {part.strip().casefold() for text in parted for part in text.split(",")}
    known = len(members & single) * 2 >= len(members) > 0
    short = all(len(member) <= _LONGEST_MEMBER for member in members)
    return (",",) if known and short else ()
