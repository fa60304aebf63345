"""What raw values become: each type, its null, and what it refuses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic_core import ValidationError

from estate.model import Link, Server, Software
from estate.model.acceptances import Cover
from estate.model.infrastructure import Device
from estate.model.projects import Change
from estate.model.record import Record, record
from estate.model.scalars import ALWAYS, NEVER, UNLIMITED, UNLIMITED_DURATION, Term
from estate.model.types import (
    NULL,
    Appetite,
    Day,
    DoneDay,
    Duration,
    Five,
    Flag,
    Given,
    LastDay,
    Many,
    Name,
    Number,
    OneOrMany,
    Percent,
    Quantity,
    Six,
    SupportEnd,
    TermText,
    Texts,
)
from estate.model.validation import validator_of


@record
class Types(Record):
    """One field of each type."""

    day: Day | None = None
    last: LastDay | None = None
    done: DoneDay | None = None
    end: SupportEnd | None = None
    flag: Flag | None = None
    number: Number | None = None
    quantity: Quantity | None = None
    duration: Duration | None = None
    term: TermText | None = None
    given: Given | None = None
    name: Name | None = None
    texts: Texts | None = None
    one: OneOrMany | None = None
    many: Many[Five] | None = None
    five: Five | None = None
    six: Six | None = None
    appetite: Appetite | None = None
    percent: Percent | None = None
    text: str | None = None


DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("field", "raw", "value"),
    [
        ("day", "2026-11-21", DAY),
        ("last", "2026-11-21", DAY),
        ("last", NULL, NEVER),
        ("done", NULL, ALWAYS),
        ("end", "2026-11-21", DAY),
        ("end", "true", True),
        ("end", "false", False),
        ("end", NULL, False),
        ("flag", "true", True),
        ("flag", "false", False),
        ("number", "42", 42),
        ("number", "-12.50", -12.5),
        ("number", "1e3", 1000.0),
        ("number", "+.5", 0.5),
        ("number", "007", 7),
        ("quantity", "0", 0),
        ("quantity", NULL, UNLIMITED),
        ("duration", "4h", timedelta(hours=4)),
        ("duration", NULL, UNLIMITED_DURATION),
        ("term", "3 years", Term(months=36)),
        ("given", "", ""),
        ("name", " x ", " x "),
        ("texts", ["a", "b"], ("a", "b")),
        ("texts", [], ()),
        ("texts", NULL, ()),
        ("one", "a", ("a",)),
        ("one", ["a", "b"], ("a", "b")),
        ("one", NULL, ()),
        ("many", ["1", "5"], (1, 5)),
        ("five", "5", 5),
        ("five", "3.0", 3),
        ("six", "6", 6),
        ("appetite", "25", 25),
        ("percent", "99.5", 99.5),
        ("text", "no", "no"),
        ("text", NULL, ""),
    ],
)
def test_what_it_becomes(field: str, raw: object, value: object) -> None:
    made = getattr(validator_of(Types).validate_python({field: raw}), field)
    assert made == value
    assert type(made) is type(value)
    assert getattr(Types(**{field: made}), field) == value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "raw", "expected", "near"),
    [
        ("day", "21/11/2026", "a date, YYYY-MM-DD", "2026-11-21"),
        ("day", NULL, "a date, YYYY-MM-DD", ""),
        ("last", ["2026-11-21"], "a date, YYYY-MM-DD", ""),
        ("done", "yesterday", "a date, YYYY-MM-DD", ""),
        ("end", "ended", "a date, true (ended, day unknown) or false (no end announced)", ""),
        ("flag", "Yes", "true or false", "true"),
        ("flag", NULL, "true or false", ""),
        ("number", "£42,000", "a number, such as 42 or 12.50", "42000"),
        ("number", NULL, "a number, such as 42 or 12.50", ""),
        ("number", "1e15", "a number, such as 42 or 12.50", ""),
        ("number", "9" * 5000, "a number, such as 42 or 12.50", ""),
        ("number", ".inf", "a number, such as 42 or 12.50", ""),
        ("number", "nan", "a number, such as 42 or 12.50", ""),
        ("number", "٤", "a number, such as 42 or 12.50", ""),
        ("quantity", "-1", "a number that is not negative", ""),
        ("duration", "4 hours", "a duration, such as 30m, 4h, 2d, 1w or PT4H", "4h"),
        ("term", "1y", "a term, such as 12 months, 3 years or 90 days", "1 year"),
        ("term", NULL, "a term, such as 12 months, 3 years or 90 days", ""),
        ("given", NULL, "a text", ""),
        ("name", NULL, "a text that is not empty", ""),
        ("name", " ", "a text that is not empty", ""),
        ("texts", [NULL], "a text", ""),
        ("one", ["a", NULL], "a text", ""),
        ("five", "0", "a whole number from 1 to 5", ""),
        ("five", "2.5", "a whole number from 1 to 5", ""),
        ("six", "7", "a whole number from 1 to 6", ""),
        ("appetite", "26", "a whole number from 1 to 25", ""),
        ("percent", "-1", "a number from 0 to 100", ""),
    ],
)
def test_what_is_refused(field: str, raw: object, expected: str, near: str) -> None:
    with pytest.raises(ValidationError) as caught:
        validator_of(Types).validate_python({field: raw})
    (detail,) = caught.value.errors()
    assert detail["ctx"] == {"expected": expected, "nearest": near}


@pytest.mark.parametrize("field", ["texts", "many", "one", "text", "name"])
def test_a_mapping_is_refused(field: str) -> None:
    with pytest.raises(ValidationError):
        validator_of(Types).validate_python({field: {"a": "b"}})


def test_a_truth_value_is_no_number() -> None:
    with pytest.raises(ValidationError):
        Types(number=True)


def _read(kind: type, raw: Any) -> Any:  # noqa: ANN401 - a raw value, a record
    return validator_of(kind).validate_python(raw)


class TestSoftware:
    @pytest.mark.parametrize(
        ("raw", "product", "version"),
        [
            ("oracle-database@12.2", "oracle-database", "12.2"),
            ("windows-server", "windows-server", None),
            ("pkg:deb/debian/openssl@3.0.11", "pkg:deb/debian/openssl@3.0.11", None),
            ("Windows Server@2012 R2", "Windows Server", "2012 R2"),
            ({"product": "java", "version": "8"}, "java", "8"),
            ({"product": "java", "version": NULL}, "java", ""),
        ],
    )
    def test_its_forms(self, raw: object, product: str, version: str | None) -> None:
        assert _read(Software, raw) == Software(product=product, version=version)

    @pytest.mark.parametrize("raw", ["", "@", "@1", "a@", "a@1@2", "pkg:", NULL, ["a"], {}])
    def test_what_is_none(self, raw: object) -> None:
        with pytest.raises(ValidationError):
            _read(Software, raw)


class TestLinks:
    def test_its_forms(self) -> None:
        raw = {"id": "s", "name": "S", "hosted_on": ["a", {"any_of": ["b", "c"], "at_least": "2"}]}
        assert _read(Server, raw).hosted_on == (
            Link(to="a"),
            Link(any_of=("b", "c"), at_least=2),
        )

    def test_what_it_names(self) -> None:
        assert Link(to="a").targets == ("a",)
        assert Link(any_of=("a", "b")).targets == ("a", "b")

    @pytest.mark.parametrize(
        "fields",
        [
            {},
            {"to": "a", "any_of": ["b"]},
            {"any_of": []},
            {"any_of": ["a"], "at_least": "2"},
            {"any_of": ["a", "b"], "at_least": "1.5"},
            {"to": "a", "at_least": "0"},
            {"to": NULL},
            {"to": ""},
            {"any_of": [NULL]},
            {"to": "a", "strength": "weak"},
            {"to": "a", "style": "fax"},
        ],
    )
    def test_what_is_none(self, fields: dict[str, Any]) -> None:
        with pytest.raises(ValidationError):
            _read(Link, fields)

    @pytest.mark.parametrize("raw", ["a", {"to": "a"}, [NULL], [["a"]], [{}]])
    def test_a_relation_is_a_list_of_them(self, raw: object) -> None:
        with pytest.raises(ValidationError):
            _read(Device, {"id": "d", "name": "D", "located_at": raw})


class TestChanges:
    @pytest.mark.parametrize(
        ("raw", "asset"),
        [
            ({"retire": "a"}, "a"),
            ({"go_live": "b"}, "b"),
            ({"set": {"asset": "c", "owner": NULL}}, "c"),
        ],
    )
    def test_what_they_change(self, raw: dict[str, Any], asset: str) -> None:
        assert _read(Change, {"on": "2027-01-01", **raw}).asset == asset

    @pytest.mark.parametrize(
        ("raw", "found"),
        [
            ({}, "has no action"),
            ({"retire": "a", "go_live": "b"}, "has 'retire' and 'go_live'"),
            ({"set": {"owner": "x"}}, "has a 'set' that names no asset"),
            ({"set": {"asset": NULL}}, "has a 'set' that names no asset"),
        ],
    )
    def test_what_is_none(self, raw: dict[str, Any], found: str) -> None:
        with pytest.raises(ValidationError) as caught:
            _read(Change, {"on": "2027-01-01", **raw})
        assert caught.value.errors()[0]["ctx"]["found"] == found


class TestCovers:
    def test_their_forms(self) -> None:
        assert _read(Cover, "a") == Cover(asset="a")
        assert _read(Cover, {"members": ["a", "b"]}) == Cover(members=("a", "b"))

    @pytest.mark.parametrize("raw", [{}, NULL, ["a"], {"colour": "blue"}])
    def test_what_is_none(self, raw: object) -> None:
        with pytest.raises(ValidationError):
            _read(Cover, raw)
