"""A record as the values that an inventory file would write for it."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Any, Final

from estate.model.fields import fields_of
from estate.model.links import Link
from estate.model.record import Record
from estate.model.scalars import (
    ALWAYS,
    NEVER,
    UNLIMITED_DURATION,
    Term,
    duration_text,
)

__all__ = ["plain_value", "written"]

_SINGLE: Final = "supplier"
"""The one relation that is written as one id."""


def written(record: Record) -> dict[str, Any]:
    """Return the fields that say something, under the names they have in files, without the id.

    Values are texts, numbers, true, false, None for a stated null, and lists and mappings of
    these: days are YYYY-MM-DD, durations `4h`, terms `12 months`. Reading them gives the record.
    """
    return {
        known.written: _single(value) if name == _SINGLE else plain_value(value)
        for name, known in fields_of(type(record)).items()
        if name != "id" and (value := getattr(record, name)) != known.default
    }


def _single(links: tuple[Link, ...]) -> str | None:
    return links[0].to if links else None


def plain_value(value: Any) -> Any:  # noqa: ANN401 - whatever a field may hold
    """Return one value as an inventory file would write it."""
    if isinstance(value, Link):
        return _link(value)
    if isinstance(value, Record):
        return written(value)
    if isinstance(value, tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, dict):
        return {key: plain_value(item) for key, item in value.items()}
    return _scalar(value)


def _link(link: Link) -> str | dict[str, Any]:
    said = written(link)
    return said["to"] if said.keys() == {"to"} else said


def _scalar(value: Any) -> Any:  # noqa: ANN401 - whatever a field may hold
    if isinstance(value, bool):
        return value
    if isinstance(value, date):
        return None if value in (ALWAYS, NEVER) else value.isoformat()
    if isinstance(value, timedelta):
        return None if value == UNLIMITED_DURATION else duration_text(value)
    if isinstance(value, Term):
        return _term(value)
    if isinstance(value, float) and math.isinf(value):
        return None
    return None if value == "" else value


def _term(term: Term) -> str:
    if term.months:
        return f"{term.months} month{'' if term.months == 1 else 's'}"
    return f"{term.days} day{'' if term.days == 1 else 's'}"
