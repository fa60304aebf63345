"""A trend in every format: the numbers, the schema, and names that must harm nothing."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.attacks import PIECES

from estate.findings import Counts
from estate.findings.trend import Bearing, Gap, Numbers, Point
from estate.report.html import Principle
from estate.report.statement import markdown, page, text
from estate.report.trend import Trend, document, drawing
from estate.report.trend import csv as values
from estate.report.trend.schema import trend_schema
from estate.report.trend.telling import statement

FIRST, LAST = date(2026, 7, 31), date(2026, 11, 21)


def numbers(unmanaged: int, accepted: int = 2, *bearings: Bearing) -> Numbers:
    return Numbers(400, unmanaged, 1, 9, accepted, Counts(1, 2, 3, 4, 5), 7, bearings)


def bearing(key: str, open_: int, unknown: int = 0, population: int = 10) -> Bearing:
    return Bearing(key, open_, population, unknown)


def trend(name: str = "Name", **more: Any) -> Trend:  # noqa: ANN401
    parts: dict[str, Any] = {
        "principles": (
            Principle("p1", "Principle 1", f"{name} is kept", ("a",)),
            Principle("p2", "Principle 2", "All is well", ("b",)),
        ),
        "points": (
            Point(FIRST, "", Gap()),
            Point(
                date(2026, 8, 31), "a" * 40, numbers(5, 0, bearing("p1", 4, 5), bearing(name, 1))
            ),
            Point(date(2026, 9, 30), "b" * 40, Gap(3)),
            Point(date(2026, 10, 31), "c" * 40, numbers(5, 1, bearing("p1", 3))),
            Point(LAST, "d" * 40, numbers(1_003, 1, bearing("p1", 3), bearing("p2", 0, 0, 0))),
        ),
    }
    return Trend(
        estate=name,
        every="month",
        tool="1.0",
        catalogue_as_of=date(2026, 8, 22),
        **{**parts, **more},
    )


def as_text(found: Trend, width: int = 100) -> str:
    return "".join(text.render(statement(found), width=width))


def flat(found: Trend) -> str:
    return " ".join(as_text(found).split())


def test_the_answer_comes_first() -> None:
    told = as_text(trend())
    assert told.startswith("Name: trend from 2026-07-31 to 2026-11-21\n\nThere are 1,003 unmanaged")
    words = flat(trend())
    assert "on 2026-11-21, 998 more than on 2026-08-31 (5)." in words
    assert "accepted: from 0 to 1. Installations of unknown support: 9, as before." in words
    assert "2 of 5 days have no numbers; each says why." in words
    assert "'estate compare bbbbbbbbb' tells" in words


def test_each_day_says_what_has_changed_since_the_last_that_has_numbers() -> None:
    lines = as_text(trend()).splitlines()
    risk = [line.split() for line in lines[lines.index("Risk over time") :] if line[:4] == "2026"]
    assert ["2026-10-31", "5", "1", "1", "+1", "9"] in risk
    assert ["2026-11-21", "1,003", "+998", "1", "1", "9"] in risk
    assert lines.count("    no numbers: no inventory yet") == 1
    assert lines.count("    no numbers: does not load: 3 problems") == 1


def test_each_principle_is_told_of_even_where_it_is_gone() -> None:
    words = flat(trend())
    assert "Principle 1: Name is kept 4 3 -1 50% 100%" in words
    assert "Principle 2: All is well ? 0 ? ?" in words
    assert "Name 1 ? 100% ?" in words


@pytest.mark.parametrize(
    ("points", "told"),
    [
        ((Point(LAST, "", Gap()),), "Nothing can be told of 2026-11-21: no inventory yet."),
        (
            (Point(FIRST, "", Gap()), Point(LAST, "", Gap(1))),
            "Nothing can be told: on none of 2 days was there an inventory that loads.",
        ),
        ((Point(LAST, "", numbers(1)),), "On 2026-11-21 there is 1 unmanaged unsupported"),
        (
            (Point(FIRST, "", numbers(2)), Point(LAST, "", numbers(2))),
            "There are 2 unmanaged unsupported installations on 2026-11-21, as many as on 2026-07",
        ),
        (
            (Point(FIRST, "", numbers(2)), Point(LAST, "", numbers(1))),
            "There is 1 unmanaged unsupported installation on 2026-11-21, 1 fewer than on 2026-07",
        ),
        (
            (Point(FIRST, "", numbers(2)), Point(LAST, "", Gap(1))),
            "On 2026-07-31 there are 2 unmanaged unsupported installations. 1 of 2 days has no",
        ),
    ],
)
def test_little_past_is_told_as_it_is(points: tuple[Point, ...], told: str) -> None:
    assert told in flat(trend(points=points))
    assert "<svg" in drawing.drawing(trend(points=points))


def test_a_single_day_has_its_principles_without_a_then() -> None:
    words = flat(trend(points=(Point(LAST, "", numbers(1, 0, bearing("p1", 3, 5))),)))
    assert "Principle 1: Name is kept 3 50%" in words
    assert "day by day" not in words


def test_json_fits_its_schema() -> None:
    found = json.loads("".join(document.render(trend())))
    jsonschema.Draft202012Validator.check_schema(trend_schema())
    jsonschema.validate(found, trend_schema())
    assert [point["reason"] for point in found["points"]] == [
        "no inventory yet",
        None,
        "does not load: 3 problems",
        None,
        None,
    ]
    assert [point["problems"] for point in found["points"]] == [None, None, 3, None, None]
    assert found["points"][0]["commit"] is None
    last = found["points"][-1]["numbers"]
    assert (last["unmanaged"]["installations"], last["counts"]["accepted"]) == (1_003, 1)
    assert [each["coverage"] for each in last["principles"]] == [100, None]


def test_every_row_of_the_table_has_every_column() -> None:
    rows = list(csv.DictReader(io.StringIO("".join(values.render(trend())))))
    assert [row["entry"] for row in rows].count("point") == 5
    assert [row["entry"] for row in rows].count("principle") == 5
    assert all(None not in row and None not in row.values() for row in rows)
    assert (rows[0]["reason"], rows[0]["unmanaged"]) == ("no inventory yet", "")
    assert (rows[1]["unmanaged"], rows[1]["open"], rows[1]["reason"]) == ("5", "15", "")
    assert (rows[2]["principle"], rows[2]["coverage"]) == ("p1", "50")
    assert rows[-1]["coverage"] == ""


@pytest.mark.parametrize("attack", PIECES)
def test_a_hostile_name_harms_nothing(attack: str) -> None:
    found = trend(attack)
    assert "<script>alert" not in "".join(page.render(statement(found)))
    ET.fromstring("".join(drawing.svg(found)).split("?>", 1)[1])  # noqa: S314 - our own
    assert all(c.isprintable() or c == "\n" for c in as_text(found))
    assert "<script>" not in "".join(markdown.render(statement(found)))
    table = "".join(values.render(found))
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert not any(cell.startswith(("=", "+", "@", "\t")) for cell in cells)


@given(st.lists(st.none() | st.integers(0, 20_000), min_size=1, max_size=40))
def test_every_line_stays_in_the_picture_and_stops_at_gaps(known: list[int | None]) -> None:
    points = tuple(
        Point(FIRST + timedelta(days=7 * at), "", Gap(1) if each is None else numbers(each))
        for at, each in enumerate(known)
    )
    root = ET.fromstring(drawing.drawing(trend(points=points)))  # noqa: S314 - our own
    for line in root.iter("polyline"):
        for pair in line.get("points", "").split():
            x, y = map(float, pair.split(","))
            assert 0 <= x <= 1000
            assert 25 <= y <= 360
    assert len([each for each in root.iter("text") if (each.text or "") == "?"]) == known.count(
        None
    )
    assert len(list(root.iter("circle"))) == 3 * sum(each is not None for each in known)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_bars_fit_the_screen(width: int) -> None:
    bars = [line for line in as_text(trend(), width).splitlines() if "█" in line]
    assert len(bars) >= 2
    assert all(len(line) <= max(width, 60) for line in bars)
