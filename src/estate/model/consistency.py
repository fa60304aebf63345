"""What a single record must not say: ends before beginnings, shares that do not add up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from estate.model.record import Entry
from estate.model.scalars import ALWAYS, NEVER, day_text

_ORDER: Final = (
    ("begins", "until"),
    ("starts", "ends"),
    ("begins", "to"),
    ("released", "support_ends"),
    ("support_ends", "extended_support_ends"),
    ("requested_on", "accepted_on"),
    ("accepted_on", "expires"),
    ("accepted_on", "review_by"),
)
_WRITTEN: Final = {"begins": "from"}

Path = tuple[str | int, ...]


def impossible_dates(entry: Entry) -> Iterator[tuple[Path, str, str]]:
    """Yield each pair of days in the wrong order: path of the later, what is found, expected."""
    yield from _walk(entry, ())


def _walk(value: object, path: Path) -> Iterator[tuple[Path, str, str]]:
    fields = getattr(type(value), "__dataclass_fields__", None)
    if fields is None:
        return
    for first, last in _ORDER:
        if first in fields and last in fields:
            yield from _pair(value, first, last, path)
    for name in fields:
        part = getattr(value, name)
        if type(part) is tuple:
            for position, item in enumerate(part):
                yield from _walk(item, (*path, name, position))
        elif type(part) is dict:
            for key, item in part.items():
                yield from _walk(item, (*path, name, key))
        elif part is not None and type(part) is not str:
            yield from _walk(part, (*path, name))


def _pair(value: object, first: str, last: str, path: Path) -> Iterator[tuple[Path, str, str]]:
    begin, end = getattr(value, first), getattr(value, last)
    if not isinstance(begin, date) or not isinstance(end, date):
        return
    if begin in (ALWAYS, NEVER) or end in (ALWAYS, NEVER) or begin <= end:
        return
    found = f"{last} is {day_text(end)}, before {_WRITTEN.get(first, first)} {day_text(begin)}"
    yield (*path, last), found, f"a day on or after {day_text(begin)}"


def uneven_shares(entry: Entry) -> Iterator[tuple[Path, str, str]]:
    """Yield shares of cost that do not sum to 100 per cent."""
    shares = getattr(entry, "shares", None)
    if shares and abs(sum(shares.values()) - 100) > 0.01:  # noqa: PLR2004 - a hundredth of a per cent
        yield ("shares",), f"shares sum to {sum(shares.values()):g}", "shares that sum to 100"
