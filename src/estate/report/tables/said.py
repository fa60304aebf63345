"""Values of the inventory as cells of a table, in words where there is no number and no day."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from estate.compare.words import in_words
from estate.model import Entry
from estate.model.scalars import ALWAYS, NEVER
from estate.plan.budget import hundredths
from estate.report.currency import decimal
from estate.report.html.source import Source
from estate.report.tables.values import Value

__all__ = ["amount", "field", "joined", "last_day", "organisations", "said"]


def said(value: object) -> Value:
    """Return what a field says; None where nobody recorded it."""
    match value:
        case None:
            return None
        case date():
            return "no end" if value == NEVER else "never" if value == ALWAYS else value
        case float() if math.isinf(value):
            return "unlimited"
        case bool() | int() | float() | str():
            return value
        case tuple():
            return "; ".join(map(in_words, value)) or "none"
        case _:
            return in_words(value)


def field(name: str) -> Callable[[Entry], Value]:
    """Return what reads a field of a record; a kind without that field has nothing to say."""

    def read(entry: Entry) -> Value:
        return said(getattr(entry, name, ""))

    return read


def last_day(day: date | None, nothing: str = "") -> Value:
    """Return a last day; `nothing` where it never comes, None where nobody knows."""
    return nothing if day == NEVER else day


def amount(value: float | None) -> Decimal | None:
    """Return an amount of money with its two decimals; None where nobody recorded it."""
    return None if value is None else decimal(hundredths(value))


def organisations(source: Source, keys: Iterable[str] | None) -> str | None:
    """Return the names of organisations; None where none is recorded."""
    return joined(map(source.organisation, keys or ())) or None


def joined(texts: Iterable[str]) -> str:
    """Return texts one after the other, as a cell holds them."""
    return "; ".join(texts)
