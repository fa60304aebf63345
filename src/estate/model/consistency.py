"""What a single record must not say: ends before beginnings, shares that do not add up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any, Final

from estate.model.fields import fields_of
from estate.model.record import Entry, record_in
from estate.model.scalars import ALWAYS, NEVER, day_text

_ORDER: Final = (
    ("begins", "until"),
    ("starts", "ends"),
    ("begins", "to"),
    ("released", "support_ends"),
    ("active_support_ends", "support_ends"),
    ("support_ends", "extended_support_ends"),
    ("requested_on", "accepted_on"),
    ("accepted_on", "expires"),
    ("accepted_on", "review_by"),
)
_WRITTEN: Final = {"begins": "from"}

Path = tuple[str | int, ...]


def impossible_dates(entry: Entry) -> Iterator[tuple[Path, str, str]]:
    """Yield each pair of days in the wrong order: path of the later, what is found, expected."""
    if not _in_order(entry):  # nearly all are, and that is found out much quicker
        yield from _walk(entry, ())


@cache
def _plan(kind: Any) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:  # noqa: ANN401
    """Return the pairs of days that a type of record has, and the fields worth walking into."""
    fields = fields_of(kind)
    pairs = tuple(pair for pair in _ORDER if set(pair) <= fields.keys())
    inner = ((name, record_in(info.annotation)) for name, info in fields.items())
    return pairs, tuple(name for name, part in inner if part is not None and any(_plan(part)))


def _in_order(value: object) -> bool:
    """Whether no pair of days in a record, or below it, is in the wrong order."""
    pairs, inner = _plan(type(value))  # type: ignore[arg-type]
    for first, last in pairs:
        if not _fits(getattr(value, first), getattr(value, last)):
            return False
    for name in inner:
        part = getattr(value, name)
        if part is not None and not all(map(_in_order, _parts(part))):
            return False
    return True


def _parts(value: object) -> Iterable[object]:
    """Return the records that a field holds: one, a list, or a mapping to either."""
    if type(value) is tuple:
        return value
    if type(value) is dict:
        return (part for item in value.values() for part in _parts(item))
    return (value,)


def _fits(begin: object, end: object) -> bool:
    """Whether two days are in order, as far as both are days."""
    if begin is ALWAYS or end is NEVER or not isinstance(begin, date) or not isinstance(end, date):
        return True
    return begin in (ALWAYS, NEVER) or end in (ALWAYS, NEVER) or begin <= end


def _walk(value: object, path: Path) -> Iterator[tuple[Path, str, str]]:
    pairs, inner = _plan(type(value))  # type: ignore[arg-type]
    for first, last in pairs:
        yield from _pair(value, first, last, path)
    for name in inner:
        part = getattr(value, name)
        if type(part) is tuple:
            for position, item in enumerate(part):
                yield from _walk(item, (*path, name, position))
        elif type(part) is dict:
            for key, item in part.items():
                yield from _each(item, (*path, name, key))
        elif part is not None:
            yield from _walk(part, (*path, name))


def _each(value: object, path: Path) -> Iterator[tuple[Path, str, str]]:
    """Walk a value of a mapping: a record, or a list of them."""
    if type(value) is tuple:
        for position, item in enumerate(value):
            yield from _walk(item, (*path, position))
    else:
        yield from _walk(value, path)


def _pair(value: object, first: str, last: str, path: Path) -> Iterator[tuple[Path, str, str]]:
    begin, end = getattr(value, first), getattr(value, last)
    if _fits(begin, end):
        return
    found = f"{last} is {day_text(end)}, before {_WRITTEN.get(first, first)} {day_text(begin)}"
    yield (*path, last), found, f"a day on or after {day_text(begin)}"


def uneven_shares(entry: Entry) -> Iterator[tuple[Path, str, str]]:
    """Yield shares of cost that do not sum to 100 per cent."""
    shares = getattr(entry, "shares", None)
    if shares and abs(sum(shares.values()) - 100) > 0.01:  # noqa: PLR2004 - a hundredth of a per cent
        yield ("shares",), f"shares sum to {sum(shares.values()):g}", "shares that sum to 100"
