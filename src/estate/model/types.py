"""The types of fields: how raw text becomes a value, and what the JSON Schema says of it.

Raw values are texts, lists, mappings and `NULL`. A field that is absent is `None`: unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import BeforeValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

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

T = TypeVar("T")


class Null(str):  # a text, so that text fields read it as "none" without a call
    """YAML's null as the reader hands it over: known to be none."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the word."""
        return "null"


NULL: Final = Null()

ID_PATTERN: Final = r"[a-z0-9]+([-._/][a-z0-9]+)*"
LONGEST_ID: Final = 128

_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?", re.ASCII)


def wrong(expected: str) -> PydanticCustomError:
    """Return the error of a value that is not what was expected."""
    return PydanticCustomError("estate", "expected {expected}", {"expected": expected})


def _parsed(read: Callable[[str], T], value: object, expected: str) -> T:
    if type(value) is str:
        try:
            return read(value)
        except ValueError:
            pass
    raise wrong(expected)


_DAY_FORM: Final = "a date, YYYY-MM-DD"


def _plain_day(value: object) -> date:
    return value if type(value) is date else _parsed(day, value, _DAY_FORM)


def _last_day(value: object) -> date:
    return NEVER if value is NULL else _plain_day(value)


def _done_day(value: object) -> date:
    return ALWAYS if value is NULL else _plain_day(value)


def _flag(value: object) -> bool:
    if value == "true" or value is True:
        return True
    if value == "false" or value is False:
        return False
    raise wrong("true or false")


def _read_number(text: str) -> int | float:
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    try:
        return int(text)
    except ValueError:
        return float(text)


def _number(value: object) -> int | float:
    if type(value) in (int, float):
        return value  # type: ignore[return-value]
    return _parsed(_read_number, value, "a number, such as 42 or 12.50")


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
    return _parsed(duration, value, "a duration, such as 30m, 4h, 2d, 1w or PT4H")


def _term(value: object) -> Term:
    form = "a term, such as 12 months, 3 years or 90 days"
    return value if type(value) is Term else _parsed(term, value, form)


def _milestone(value: object) -> date | bool:
    if value is NULL:
        return False
    if value in ("true", "false") or isinstance(value, bool):
        return _flag(value)
    return _parsed(day, value, "a date, true (ended, day unknown) or false (no end announced)")


def none_is_empty(value: object) -> object:
    """Read null as the empty list."""
    return () if value is NULL else value


def _one_or_many(value: object) -> object:
    if value is NULL:
        return ()
    return (value,) if isinstance(value, str) else value


_DAY_SCHEMA = {"type": "string", "format": "date"}
_OPTIONAL_DAY_SCHEMA = {"anyOf": [_DAY_SCHEMA, {"type": "null"}]}
_DURATION_SCHEMA = {
    "type": ["string", "null"],
    "pattern": r"^(\d+(s|m|h|d|w)|P(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?)$",
}

Day = Annotated[date, PlainValidator(_plain_day), WithJsonSchema(_DAY_SCHEMA)]
"""A day that must be a day."""
LastDay = Annotated[date, PlainValidator(_last_day), WithJsonSchema(_OPTIONAL_DAY_SCHEMA)]
"""An inclusive last day; null: never ends."""
DoneDay = Annotated[date, PlainValidator(_done_day), WithJsonSchema(_OPTIONAL_DAY_SCHEMA)]
"""A day on which something was done or began; null: never done, or from the beginning."""
SupportEnd = Annotated[
    date | bool,
    PlainValidator(_milestone),
    WithJsonSchema({"anyOf": [_DAY_SCHEMA, {"type": ["boolean", "null"]}]}),
]
"""The end of a kind of support: a day; true: ended, day unknown; false or null: none announced."""
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
"""`true` or `false` and nothing else."""
Number = Annotated[float, PlainValidator(_number), WithJsonSchema({"type": "number"})]
"""A number; money is one, in the estate's currency."""
Quantity = Annotated[
    float, PlainValidator(_quantity), WithJsonSchema({"type": ["number", "null"], "minimum": 0})
]
"""A number from 0; null: unlimited, or none counted yet."""
Duration = Annotated[timedelta, PlainValidator(_duration), WithJsonSchema(_DURATION_SCHEMA)]
"""A length of time; null: unlimited."""
TermText = Annotated[
    Term,
    PlainValidator(_term),
    WithJsonSchema({"type": "string", "pattern": r"^\d+ ?(day|week|month|year)s?$"}),
]
"""A calendar term."""
Many = Annotated[tuple[T, ...], BeforeValidator(none_is_empty)]
"""A list; null or [] say known to be none."""
Texts = Annotated[tuple[str, ...], BeforeValidator(none_is_empty)]
"""A list of texts."""
OneOrMany = Annotated[
    tuple[str, ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": ["string", "number", "null"]},
                {"type": "array", "items": {"type": ["string", "number"]}},
            ]
        }
    ),
]
"""A text or a list of texts."""

Level = Literal["critical", "high", "medium", "low"]


def _scale(low: int, high: int) -> Any:  # noqa: ANN401 - an annotation, built
    form = f"a whole number from {low} to {high}"

    def read(value: object) -> int:
        number = _number(value)
        if not low <= number <= high or number != int(number):
            raise wrong(form)
        return int(number)

    schema = {"type": "integer", "minimum": low, "maximum": high}
    return Annotated[int, PlainValidator(read), WithJsonSchema(schema)]


Five = _scale(1, 5)
"""A score from 1 to 5."""
Six = _scale(1, 6)
"""A score from 1 to 6."""
Percent = _scale(0, 100)
"""A whole number of percent."""
