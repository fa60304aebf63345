"""A value's cell: what is written there is what is read there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.exchange.columns import Column, columns_of
from estate.exchange.table.cells import Misfit
from estate.exchange.update import raw
from estate.exchange.xlsx import parsed, spelt
from estate.model.types import NULL

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
READABLE = TEXT.filter(lambda text: text.isprintable())


def _column(name: str, section: str = "applications") -> Column:
    return next(column for column in columns_of(section) if column.name == name)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("owner", "Head of Revenues", "Head of Revenues"),
        ("owner", "null", None),
        ("owner", '"null"', "null"),
        ("owner", '"half', '"half'),
        ("owner", '"bad\\x"', '"bad\\x"'),
        ("version", "10.10", "10.10"),
        ("annual_cost.revenue", "42000", 42000),
        ("annual_cost.revenue", "£42,000", 42000),
        ("until", "2027-03-31", "2027-03-31"),
        ("until", "31 March 2027", "2027-03-31"),
        ("mfa", "TRUE", True),
        ("status", "Live", "live"),
        ("access", "office; remote", ["office", "remote"]),
        ("runs_on", "srv-1; srv-2", ["srv-1", "srv-2"]),
        ("runs_on", "srv-1", ["srv-1"]),
        ("runs_on", "[]", []),
        (
            "runs_on",
            "[srv-1, {to: srv-2, strength: soft}]",
            ["srv-1", {"to": "srv-2", "strength": "soft"}],
        ),
        ("organisation", "marram", "marram"),
        ("organisation", "marram; saltern", ["marram", "saltern"]),
        ("links", "{docs: 'https://x'}", {"docs": "https://x"}),
        ("software", "a@1; b@2", ["a@1", "b@2"]),
        ("requires", '[{product: java, versions: "8"}]', [{"product": "java", "versions": "8"}]),
        ("recovery.rto", "4h", "4h"),
    ],
)
def test_a_cell_is_read_as_its_field_wants_it(name: str, text: str, value: Any) -> None:  # noqa: ANN401
    assert raw(parsed(_column(name), text)) == raw(value)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("status", "livee", "not a word of status: did you mean live?"),
        ("status", "zzz", "one of proposed, planned, live, retiring, retired"),
        ("access", "office; moon", "not a word of access"),
        ("until", "soon", "no date as YYYY-MM-DD"),
        ("until", "03/04/2027", "no date as YYYY-MM-DD"),
        ("annual_cost.revenue", "lots", "no amount of money"),
        ("mfa", "maybe", "neither yes nor no"),
        ("links", "docs", "in brackets on one line"),
        ("links", "{docs: [", "cannot be read as YAML"),
    ],
)
def test_what_does_not_fit_is_told_with_what_would(name: str, text: str, reason: str) -> None:
    with pytest.raises(Misfit, match=reason):
        parsed(_column(name), text)


@given(TEXT)
def test_a_text_comes_back(text: str) -> None:
    assert parsed(_column("owner"), spelt(text)) == text


@given(st.lists(READABLE, max_size=3))
def test_a_list_comes_back(texts: list[str]) -> None:
    assert raw(parsed(_column("capabilities"), spelt(texts))) == texts


KEYS = READABLE.filter(lambda key: key != "<<")  # which merges, in quotation marks too
NESTED = st.recursive(
    READABLE | st.just(NULL),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
    max_leaves=5,
)


@given(st.dictionaries(KEYS, NESTED, max_size=3))
def test_what_is_nested_comes_back(value: dict[str, Any]) -> None:
    assert raw(parsed(_column("links"), spelt(value))) == value


def test_null_is_not_a_text() -> None:
    assert spelt(NULL) == "null"
    assert spelt(["null"]) == "['null']"
    assert spelt("") == '""'
