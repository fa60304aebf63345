"""The types of fields: how raw text becomes a value, and what the JSON Schema says of it.

Raw values are texts, lists, mappings and `NULL`. A field that is absent is `None`: unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, Final, Literal, TypeVar

from pydantic_core import PydanticCustomError

from estate.model.fields import Before, Described, Plain
from estate.model.scalars import (
    ALWAYS,
    NEVER,
    UNLIMITED,
    UNLIMITED_DURATION,
    Term,
    day,
    duration,
    term,
)
from estate.model.spelling import near_day, near_duration, near_flag, near_number, near_term

T = TypeVar("T")


class Null(str):  # a text, so that text fields read it as "none" without a call
    """YAML's null as the reader hands it over: known to be none."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the word."""
        return "null"

    def __reduce__(self) -> str:
        """Stay the one null there is, through copies and pickles."""
        return "NULL"


NULL: Final = Null()

ID_PATTERN: Final = r"[a-z0-9]+([-._/][a-z0-9]+)*"
LONGEST_ID: Final = 128

_TOO_LARGE: Final = 1e15
"""Numbers from here on are no whole cents, watts or people any more; infinity is null's."""
_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?", re.ASCII)


def wrong(expected: str, nearest: str = "") -> PydanticCustomError:
    """Return the error of a value that is not what was expected, with what may be meant."""
    context = {"expected": expected, "nearest": nearest}
    return PydanticCustomError("estate", "expected {expected}", context)


def unfit(found: str, expected: str) -> PydanticCustomError:
    """Return the error of a record whose fields do not fit together; `found` begins with a verb."""
    context = {"found": found, "expected": expected}
    return PydanticCustomError("unfit", "{found}, expected {expected}", context)


def _parsed(
    read: Callable[[str], T], value: object, expected: str, near: Callable[[str], str]
) -> T:
    if type(value) is not str:
        raise wrong(expected)
    try:
        return read(value)
    except ValueError:
        raise wrong(expected, near(value)) from None


def _plain_day(value: object) -> date:
    return value if type(value) is date else _parsed(day, value, "a date, YYYY-MM-DD", near_day)


def _last_day(value: object) -> date:
    return NEVER if value is NULL else _plain_day(value)


def _done_day(value: object) -> date:
    return ALWAYS if value is NULL else _plain_day(value)


def _flag(value: object) -> bool:
    if value == "true" or value is True:
        return True
    if value == "false" or value is False:
        return False
    raise wrong("true or false", near_flag(value) if type(value) is str else "")


@lru_cache(maxsize=4096)
def _read_number(text: str) -> int | float:
    if not _NUMBER.fullmatch(text) or not abs(float(text)) < _TOO_LARGE:
        raise ValueError(text)
    try:
        return int(text)
    except ValueError:
        return float(text)


def _number(value: object) -> int | float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return _parsed(_read_number, value, "a number, such as 42 or 12.50", near_number)


def _quantity(value: object) -> int | float:
    return UNLIMITED if value is NULL else _not_negative(_number(value))


def _not_negative(value: float) -> int | float:
    if value < 0:
        raise wrong("a number that is not negative")
    return value


def _duration(value: object) -> timedelta:
    if value is NULL:
        return UNLIMITED_DURATION
    if type(value) is timedelta:
        return value
    form = "a duration, such as 30m, 4h, 2d, 1w or PT4H"
    return _parsed(duration, value, form, near_duration)


def _term(value: object) -> Term:
    form = "a term, such as 12 months, 3 years or 90 days"
    return value if type(value) is Term else _parsed(term, value, form, near_term)


def _milestone(value: object) -> date | bool:
    if value is NULL:
        return False
    if value in ("true", "false") or isinstance(value, bool):
        return _flag(value)
    form = "a date, true (ended, day unknown) or false (no end announced)"
    return value if type(value) is date else _parsed(day, value, form, near_day)


def _given(value: object) -> object:
    if value is NULL:
        raise wrong("a text")
    return value


def _named(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise wrong("a text that is not empty")
    return value


def none_is_empty(value: object) -> object:
    """Read null as the empty list."""
    return () if value is NULL else value


def _one_or_many(value: object) -> object:
    if value is NULL:
        return ()
    return (value,) if isinstance(value, str) else value


ID_SCHEMA: Final = {"type": ["string", "number", "boolean"]}
"""Any scalar is a text to the reader, and texts are what ids are."""
_DAY_SCHEMA = {"type": "string", "format": "date"}
_OPTIONAL_DAY_SCHEMA = {"anyOf": [_DAY_SCHEMA, {"type": "null"}]}
_DURATION_SCHEMA = {
    "type": ["string", "null"],
    "pattern": r"^(\d+(s|m|h|d|w)|P(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?)$",
}

Day = Annotated[date, Plain(_plain_day), Described(_DAY_SCHEMA)]
"""A day that must be a day."""
LastDay = Annotated[date, Plain(_last_day), Described(_OPTIONAL_DAY_SCHEMA)]
"""An inclusive last day; null: never ends."""
DoneDay = Annotated[date, Plain(_done_day), Described(_OPTIONAL_DAY_SCHEMA)]
"""A day on which something was done or began; null: never done, or from the beginning."""
SupportEnd = Annotated[
    date | bool,
    Plain(_milestone),
    Described({"anyOf": [_DAY_SCHEMA, {"type": ["boolean", "null"]}]}),
]
"""The end of a kind of support: a day; true: ended, day unknown; false or null: none announced."""
Flag = Annotated[bool, Plain(_flag), Described({"type": "boolean"})]
"""`true` or `false` and nothing else."""
Number = Annotated[float, Plain(_number), Described({"type": "number"})]
"""A number; money is one, in the estate's currency."""
Quantity = Annotated[float, Plain(_quantity), Described({"type": ["number", "null"], "minimum": 0})]
"""A number from 0; null: unlimited, or none counted yet."""
Duration = Annotated[timedelta, Plain(_duration), Described(_DURATION_SCHEMA)]
"""A length of time; null: unlimited."""
TermText = Annotated[
    Term,
    Plain(_term),
    Described({"type": "string", "pattern": r"^\d+ ?(day|week|month|year)s?$"}),
]
"""A calendar term."""
Given = Annotated[str, Before(_given), Described(ID_SCHEMA)]
"""A text that is not null."""
Name = Annotated[str, Before(_named), Described({**ID_SCHEMA, "minLength": 1})]
"""A text that says something."""
Many = Annotated[tuple[T, ...], Before(none_is_empty)]
"""A list; null or [] say known to be none."""
Listed = tuple[Given, ...]
"""A list of texts; null has no meaning."""
Texts = Annotated[tuple[Given, ...], Before(none_is_empty)]
"""A list of texts."""
OneOrMany = Annotated[
    tuple[Given, ...],
    Before(_one_or_many),
    Described(
        {
            "anyOf": [
                {"type": ["string", "number", "boolean", "null"]},
                {"type": "array", "items": ID_SCHEMA},
            ]
        }
    ),
]
"""A text or a list of texts."""

Level = Literal["critical", "high", "medium", "low"]


def _between(low: int, high: int, value: object, form: str) -> int | float:
    number = _number(value)
    if not low <= number <= high:
        raise wrong(form)
    return number


def _percent(value: object) -> int | float:
    return _between(0, 100, value, "a number from 0 to 100")


def _score(high: int) -> Callable[[object], int]:
    form = f"a whole number from 1 to {high}"

    def read(value: object) -> int:
        number = _between(1, high, value, form)
        if number != int(number):
            raise wrong(form)
        return int(number)

    return read


Percent = Annotated[
    float, Plain(_percent), Described({"type": "number", "minimum": 0, "maximum": 100})
]
"""Per cent."""
Appetite = Annotated[
    int, Plain(_score(25)), Described({"type": "integer", "minimum": 1, "maximum": 25})
]
"""A likelihood times an impact, 1 to 25."""
Five = Annotated[int, Plain(_score(5)), Described({"type": "integer", "minimum": 1, "maximum": 5})]
"""A score from 1 to 5."""
Six = Annotated[int, Plain(_score(6)), Described({"type": "integer", "minimum": 1, "maximum": 6})]
"""A score from 1 to 6."""
