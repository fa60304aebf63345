"""A text read as what stands beside it: a date, a duration, a value of an enumeration."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from estate.errors import nearest
from estate.facts.dictionary import Type
from estate.model.scalars import day, duration, term
from estate.rules.expression.tree import DURATION, TERM, Constant

__all__ = ["Misread", "read_as", "read_span"]

FORMS: Final = {
    "date": '"2027-01-31"',
    "duration": '"4h" or "90 days"',
    "term": '"12 months"',
    "number": "a number without quotes",
    "boolean": "the fact alone, or not before it",
}


class Misread(ValueError):  # noqa: N818 - what was misread, told to whoever wrote it
    """A literal that does not suit what stands beside it: what to write instead."""

    def __init__(self, message: str, expected: str, nearest_word: str = "") -> None:
        super().__init__(message)
        self.message, self.expected, self.nearest = message, expected, nearest_word


def read_as(constant: Constant, wanted: Type) -> Constant:
    """Read a literal or a parameter, or every member of one, as the type wanted.

    Raises Misread.
    """
    if constant.type.name == wanted.name:
        return constant
    value: Hashable
    match constant.text:
        case None:
            raise Misread(f"{constant.value} is no {wanted.name}", _form(wanted, constant.value))
        case str(text):
            value = _value(text, wanted)
        case texts:
            value = tuple(_value(text, wanted) for text in texts)
    kind = replace(wanted, many=constant.type.many)
    return replace(constant, value=value, type=kind)


def read_span(constant: Constant) -> Constant | None:
    """Read a text as a duration or, where it has months, a term; None where it is neither."""
    if not isinstance(constant.text, str):
        return None
    for kind, read in _SPANS:
        try:
            return replace(constant, value=read(constant.text), type=kind)
        except (ValueError, OverflowError):
            continue
    return None


def _form(wanted: Type, value: object) -> str:
    if wanted.name == "text":
        return f'"{value}"'
    return FORMS.get(wanted.name, "one of " + ", ".join(f'"{word}"' for word in wanted.values))


def _value(text: str, wanted: Type) -> Hashable:
    if wanted.name == "text":
        return text
    if wanted.name == "enumeration":
        return _word(text, wanted)
    try:
        if wanted.name == "date":
            return day(text)
        if wanted.name == "duration":
            return _duration(text)
    except (ValueError, OverflowError):
        raise _misread(text, wanted) from None
    if wanted.name == "number" and _is_number(text):
        raise Misread(f'"{text}" is a text beside a number', text)
    raise _misread(text, wanted)


def _word(text: str, wanted: Type) -> str:
    if text in wanted.values:
        return text
    near = nearest(text, wanted.values)
    raise Misread(f'"{text}" is none of its values', _form(wanted, text), near)


def _duration(text: str) -> timedelta:
    try:
        return duration(text)
    except ValueError:
        span = term(text)
        if span.months:
            raise
        return timedelta(days=span.days)


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit() and text.isascii()


def _misread(text: str, wanted: Type) -> Misread:
    try:
        months = term(text).months
    except ValueError:
        months = 0
    if not months or wanted.name not in {"date", "duration"}:
        return Misread(f'"{text}" is no {wanted.name}', _form(wanted, text))
    instead = f'`today + "{text}"`' if wanted.name == "date" else f'a date + "{text}"'
    return Misread(f'"{text}" has no fixed length: it is added to a date, never compared', instead)


_SPANS: Final[tuple[tuple[Type, Callable[[str], Hashable]], ...]] = (
    (DURATION, _duration),
    (TERM, term),
)
