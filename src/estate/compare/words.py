"""The values of fields as the inventory writes them, for people to compare."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, timedelta

from estate.model.fields import fields_of
from estate.model.record import Record
from estate.model.scalars import day_text, duration_text

__all__ = ["in_words"]

_NONE = "none"
"""What is known to be none: null in a file."""


def in_words(value: object) -> str:
    """Return a value in words; "" where nothing is recorded. What equals its default is left out.

    A record in a record is told by its fields: `product: postgresql, version: 14.2`.
    """
    if value is None:
        return ""
    if isinstance(value, Record):
        return _record(value)
    if isinstance(value, tuple):
        return _several(value)
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {in_words(each) or _NONE}" for key, each in value.items())
    return _scalar(value)


def _scalar(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case date():
            return day_text(value)
        case timedelta():
            return duration_text(value)
        case float() if math.isinf(value):
            return "unlimited"
        case _:
            return str(value) or _NONE


def _several(values: tuple[object, ...]) -> str:
    between = "; " if any(isinstance(each, Record) for each in values) else ", "
    return between.join(in_words(each) for each in values) or _NONE


def _record(value: Record) -> str:
    said = (
        f"{field.written}: {in_words(part)}"
        for name, field in fields_of(type(value)).items()
        if (part := getattr(value, name)) != field.default
    )
    return ", ".join(said) or _NONE
