"""Facts in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from estate.facts.dictionary import Type
from estate.model.scalars import ALWAYS, NEVER, UNLIMITED, UNLIMITED_DURATION, Term
from estate.rules import wording
from estate.rules.wording import told


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


@pytest.mark.parametrize(
    ("value", "kind", "null", "expected"),
    [
        (None, "asset", "", "unknown"),
        (timedelta(hours=4), "duration", "", "4 hours"),
        (timedelta(days=1), "duration", "", "1 day"),
        (timedelta(0), "duration", "", "0 seconds"),
        (UNLIMITED_DURATION, "duration", "without end", "without end"),
        (483000, "number", "", "483,000"),
        (17.8571, "number", "", "17.9"),
        (UNLIMITED, "number", "", "unlimited"),
        (True, "boolean", "", "true"),
        (date(2026, 1, 31), "date", "", "2026-01-31"),
        ("runs_on", "enumeration", "", "runs on"),
        (Titled(), "asset", "", "ISO 27001"),
        (Known(), "asset", "", "srv-1"),
        (Named(), "trail", "", "as it calls itself"),
    ],
)
def test_a_message_says_it_as_people_do(value: object, kind: str, null: str, expected: str) -> None:
    assert told(value, Type(kind), null) == expected


def test_a_message_names_the_first_of_a_long_list_and_counts_the_others() -> None:
    kind = Type("text", many=True)
    assert told(("a", "b", "a"), kind) == "a and b"
    assert told(tuple("abcdefg"), kind) == "a, b, c, d, e, f and g"
    assert told(tuple("abcdefgh"), kind) == "a, b, c, d, e, f and 2 more"
    assert told(("a", None), kind) == "a and others not recorded"
    assert told((None, None), kind) == "unknown"
    assert told((), kind, "nobody") == "nobody"
    assert told((), kind) == "none"
