from __future__ import annotations

import pytest

from estate.exchange.inward import Draft, Item, Source
from estate.exchange.inward.rows import day_of, headings_of, money_of, rows_of


def _item(text: str) -> Item:
    return Item("row", "f.csv", 1, {"x": text})


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-01", "2026-03-01"),
        ("2026-3-1", "2026-03-01"),
        ("2026-03-01T10:00:00Z", "2026-03-01"),
        ("1/3/2026", "2026-03-01"),
        ("31.12.2026", "2026-12-31"),
        ("", ""),
    ],
)
def test_days(text: str, day: str) -> None:
    item = _item(text)
    assert day_of(item, "x") == day
    assert not item.refusals


@pytest.mark.parametrize("text", ["2026-31-01", "soon", "31/02/2026", "03/26"])
def test_what_is_no_day_is_refused(text: str) -> None:
    item = _item(text)
    assert day_of(item, "x") == ""
    assert [refusal.value for refusal in item.refusals] == [text]


@pytest.mark.parametrize(
    ("text", "sum_"), [("£1,234.50", "1234.50"), ("12", "12"), ("GBP 7", "7"), ("", "")]
)
def test_money(text: str, sum_: str) -> None:
    assert money_of(_item(text), "x") == sum_


@pytest.mark.parametrize("text", ["12k", "1,23", "-5", "€5", "tbc"])
def test_what_is_no_money_is_refused(text: str) -> None:
    item = _item(text)
    assert money_of(item, "x") == ""
    assert item.refusals


def test_rows_have_their_names_and_lose_what_has_no_heading() -> None:
    sheet, headings = headings_of(Source("f.csv", b"Start Date,B\n2026-01-01,'=1\n1,2,3\n,,4\n"))
    draft = Draft("Test", "test")
    items = [*rows_of(draft, sheet, "row", {headings["startdate"]: "starts"})]
    assert [item.values for item in items] == [
        {"starts": "2026-01-01", "B": "=1"},
        {"starts": "1", "B": "2"},
    ]
    losses = draft.finish().losses
    assert [(loss.kind, loss.row, loss.value) for loss in losses if loss.kind != "column"] == [
        ("cell", 3, "3"),
        ("row", 4, "{}"),
        ("cell", 4, "4"),
    ]
