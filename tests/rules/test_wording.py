"""Facts in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from estate.facts.dictionary import Type
from estate.model.scalars import ALWAYS, NEVER, UNLIMITED, UNLIMITED_DURATION, Term
from estate.rules import wording


class Named:
    def __str__(self) -> str:
        return "as it calls itself"


class Part:
    """A record that has no name."""


class Known(Part):
    id = "srv-1"


class Titled(Part):
    id = None
    name = "ISO 27001"


@pytest.mark.parametrize(
    ("value", "kind", "null", "expected"),
    [
        (None, "text", "", "unknown"),
        ("IT", "text", "", "IT"),
        ("", "text", "", "none"),
        ("live", "enumeration", "", "live"),
        (True, "boolean", "", "true"),
        (False, "boolean", "", "false"),
        (3, "number", "", "3"),
        (3.0, "number", "", "3"),
        (0.1 + 0.2, "number", "", "0.3"),
        (120000.5, "number", "", "120000.5"),
        (123456789012, "number", "", "123456789012"),
        (UNLIMITED, "number", "", "unlimited"),
        (UNLIMITED, "number", "as many as you like", "as many as you like"),
        (date(2026, 1, 31), "date", "perpetual", "2026-01-31"),
        (NEVER, "date", "perpetual", "perpetual"),
        (NEVER, "date", "", "never"),
        (ALWAYS, "date", "", "always"),
        (timedelta(hours=4), "duration", "", "4h"),
        (UNLIMITED_DURATION, "duration", "", "unlimited"),
        (UNLIMITED_DURATION, "duration", "for good", "for good"),
        (Term(months=12), "term", "", "1 year"),
        (Named(), "trail", "", "as it calls itself"),
        (Known(), "asset", "", "srv-1"),
        (Titled(), "certificate", "", "ISO 27001"),
        (Part(), "recovery", "", "recorded"),
    ],
)
def test_a_value(value: object, kind: str, null: str, expected: str) -> None:
    assert wording(value, Type(kind), null) == expected


def test_lists_are_joined() -> None:
    many = Type("text", many=True)
    assert wording(("a", None, "b"), many) == "a, unknown, b"
    assert wording((), many) == "none"
    assert wording((), many, "backed up nowhere") == "backed up nowhere"
