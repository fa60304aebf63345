"""Arithmetic that never fails: what has no answer is unknown, null stays null.

The null of an end date lies after every day, of a thing done before every day; a null duration or
quantity is unlimited. Both ways of running a condition, interpreted and compiled, use these.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, Final

from estate.facts.dictionary import Type
from estate.model.scalars import ALWAYS, NEVER, UNLIMITED, UNLIMITED_DURATION, Term

_NOTHING = timedelta(0)
_ENDLESS = frozenset({UNLIMITED_DURATION, timedelta.min})


def _finite_or_null(value: float) -> float | None:
    return None if math.isnan(value) else value


def _unlimited(*, positive: bool) -> timedelta:
    return UNLIMITED_DURATION if positive else timedelta.min


def _opposite(length: timedelta) -> timedelta:
    return _unlimited(positive=length < _NOTHING) if length in _ENDLESS else -length


def add_numbers(left: float, right: float) -> float | None:
    """Return the sum; unlimited less unlimited has no answer."""
    try:
        return _finite_or_null(left + right)
    except OverflowError:
        return None


def subtract_numbers(left: float, right: float) -> float | None:
    """Return the difference; unlimited less unlimited has no answer."""
    return add_numbers(left, -right)


def multiply_numbers(left: float, right: float) -> float | None:
    """Return the product; nothing times unlimited has no answer."""
    try:
        return _finite_or_null(left * right)
    except OverflowError:
        return None


def divide_numbers(left: float, right: float) -> float | None:
    """Return the quotient; a division by nothing has no answer."""
    try:
        return _finite_or_null(left / right)
    except ArithmeticError:
        return None


def add_durations(left: timedelta, right: timedelta) -> timedelta | None:
    """Return the sum; what is too long to write is unlimited."""
    endless = {left, right} & _ENDLESS
    if endless:
        return endless.pop() if len(endless) == 1 else None
    try:
        return left + right
    except OverflowError:
        return _unlimited(positive=left > _NOTHING)


def subtract_durations(left: timedelta, right: timedelta) -> timedelta | None:
    """Return the difference; unlimited less unlimited has no answer."""
    return None if left == right and left in _ENDLESS else add_durations(left, _opposite(right))


def multiply_duration(length: timedelta, times: float) -> timedelta | None:
    """Return a duration so many times as long."""
    if length == _NOTHING or times == 0:
        return None if length in _ENDLESS or math.isinf(times) else _NOTHING
    positive = (length > _NOTHING) == (times > 0)
    if length in _ENDLESS:
        return _unlimited(positive=positive)
    try:
        return length * times
    except OverflowError:
        return _unlimited(positive=positive)


def divide_duration(length: timedelta, by: float) -> timedelta | None:
    """Return the so-manieth part of a duration."""
    if by == 0 or (length in _ENDLESS and math.isinf(by)):
        return None
    if length in _ENDLESS:
        return multiply_duration(length, by)
    try:
        return _NOTHING if math.isinf(by) else length / by
    except OverflowError:
        return _unlimited(positive=(length > _NOTHING) == (by > 0))


def ratio_of_durations(left: timedelta, right: timedelta) -> float | None:
    """Return how often one duration goes into another."""
    if right == _NOTHING or (left in _ENDLESS and right in _ENDLESS):
        return None
    if left in _ENDLESS:
        return UNLIMITED if (left > _NOTHING) == (right > _NOTHING) else -UNLIMITED
    return 0 if right in _ENDLESS else left / right


def multiply_term(span: Term, times: float) -> Term | None:
    """Return a term so many times as long; only a whole number of times."""
    if math.isinf(times) or times != int(times):
        return None
    return Term(months=span.months * int(times), days=span.days * int(times))


def add_duration(day: date, length: timedelta) -> date | None:
    """Return the day so much later."""
    if day in (NEVER, ALWAYS):
        return day
    try:
        return day + length
    except OverflowError:
        return NEVER if length > _NOTHING else ALWAYS


def subtract_duration(day: date, length: timedelta) -> date | None:
    """Return the day so much earlier."""
    return add_duration(day, _opposite(length))


def add_term(day: date, span: Term) -> date | None:
    """Return the day a term later, clamped to the month's end."""
    return span.after(day)


def subtract_term(day: date, span: Term) -> date | None:
    """Return the day a term earlier, clamped to the month's end."""
    return span.before(day)


def subtract_days(end: date, start: date) -> timedelta | None:
    """Return how long it is from one day to another; unlimited where one of them is null."""
    if end == start and end in (NEVER, ALWAYS):
        return None
    if end == NEVER or start == ALWAYS:
        return UNLIMITED_DURATION
    return timedelta.min if end == ALWAYS or start == NEVER else end - start


def element(members: Sequence[object], position: int) -> object | None:
    """Return one member of a list; what the list is too short for is unknown."""
    return members[position] if position < len(members) else None


def hollow(members: Sequence[object] | None) -> bool:
    """Whether a list has no member that is known."""
    return members is None or all(member is None for member in members)


def null_of(kind: Type) -> object | None:
    """Return the value that stands for null in a type, or None where there is none."""
    if kind.many:
        return ()
    nulls: dict[str, object] = {
        "text": "",
        "enumeration": "",
        "number": UNLIMITED,
        "duration": UNLIMITED_DURATION,
        "date": NEVER if kind.ends else ALWAYS,
    }
    return nulls.get(kind.name)


def fold(name: str, kind: Type, members: Sequence[Any]) -> object | None:
    """Return the sum, the least or the greatest; of nothing, only the sum is known."""
    if name != "sum":
        choose: Callable[[Sequence[Any]], object] = min if name == "min" else max
        return choose(members) if members else None
    add = add_durations if kind.name == "duration" else add_numbers
    total: Any = _NOTHING if kind.name == "duration" else 0
    for member in members:
        total = None if total is None else add(total, member)
    result: object | None = total
    return result


OPERATIONS: Final[dict[str, Callable[..., Any]]] = {
    operation.__name__: operation
    for operation in (
        add_numbers,
        subtract_numbers,
        multiply_numbers,
        divide_numbers,
        add_durations,
        subtract_durations,
        multiply_duration,
        divide_duration,
        ratio_of_durations,
        multiply_term,
        add_duration,
        subtract_duration,
        add_term,
        subtract_term,
        subtract_days,
    )
}
"""What the names of operations mean."""

TOTAL: Final = frozenset({"add_duration", "subtract_duration", "add_term", "subtract_term"})
"""The operations that always have an answer."""
