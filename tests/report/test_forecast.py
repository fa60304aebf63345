"""A forecast in every format: the numbers, the schema, and names that must harm nothing."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.attacks import PIECES

from estate.errors import Location
from estate.findings import Counts, Place
from estate.plan.forecast import Due, Forecast, Lapse, Moment, Outlook, Point
from estate.report.forecast import csv as values
from estate.report.forecast import document, drawing
from estate.report.forecast.schema import forecast_schema
from estate.report.forecast.telling import statement
from estate.report.statement import markdown, page, text

TODAY, MID, END = date(2026, 11, 21), date(2027, 11, 20), date(2028, 11, 21)
PLACES = {Place("a"): Location("inventory/a.yaml", 3, 1, 3, 2)}


def outlook(unmanaged: int, accepted: int = 2) -> Outlook:
    return Outlook(unmanaged, 1, 4, accepted, Counts(1, 2, 3, 4, 5), 9)


def forecast(name: str = "Name", planned: int = 3, **more: Any) -> Forecast:  # noqa: ANN401
    place = Place("a", ("renewal",))
    parts: dict[str, Any] = {
        "points": (
            Point(TODAY, outlook(1), outlook(1), 0),
            Point(MID, outlook(2), outlook(1_000), 4),
            Point(END, outlook(planned), outlook(7), 6),
        ),
        "dues": (
            Due(MID, "support", "p", name, "1 installation", place, settled=True),
            Due(MID, "renewal", "a", name, "", place, settled=False),
        ),
        "lapses": (
            Lapse(MID, "ex-1", (name,), ("prj",), END, place),
            Lapse(MID, "ex-2", (name,), (), None, Place("nowhere")),
        ),
        "moments": (Moment(END, "a", name, f"{name} can go", place),),
        "last_change": MID,
    }
    return Forecast(
        estate=name,
        today=TODAY,
        until=END,
        every="year",
        tool="1.0",
        catalogue_as_of=TODAY,
        refused=1,
        unsure=2,
        **{**parts, **more},
    )


def as_text(found: Forecast, width: int = 100) -> str:
    return "".join(text.render(statement(found), width=width))


def test_the_answer_comes_first() -> None:
    told = as_text(forecast())
    flat = " ".join(told.split())

    assert told.startswith("Name: forecast from 2026-11-21 to 2028-11-21\n\nWith the work plan")
    assert "there will be 3 unmanaged unsupported installations on 2028-11-21, without it 7" in flat
    assert "The plan's last change is on 2027-11-20" in flat
    assert "2 acceptances end before the plan has removed" in flat
    assert "1 renewal to use for downsizing." in flat
    assert "366 days later (prj)" in flat or "367 days later (prj)" in flat
    assert "never: no change" in flat
    assert "6 changes of the work plan applied by 2028-11-21; 1 cannot be applied and 2" in flat
    assert "the plan leaves it as it is" in flat


def test_nothing_is_said_to_be_there_that_is_not() -> None:
    told = " ".join(
        as_text(forecast(planned=7, dues=(), lapses=(), moments=(), last_change=None)).split()
    )

    assert "with the work plan as without it; today there is 1." in told
    assert "No change of a planned or live project is due by 2028-11-21" in told
    assert "None, of those that count today." in told
    assert "None that the rule downsizing-opportunity finds today." in told
    assert "Nothing that is recorded" in told
    assert "acceptances end before" not in told


def test_json_fits_its_schema() -> None:
    found = json.loads("".join(document.render(forecast(), PLACES)))

    jsonschema.Draft202012Validator.check_schema(forecast_schema())
    jsonschema.validate(found, forecast_schema())
    assert found["points"][2]["with_plan"]["unmanaged"]["installations"] == 3
    assert found["points"][1]["without_plan"]["counts"]["accepted"] == 2
    assert found["acceptances_ending_first"][1] == {
        "exception": "ex-2",
        "ends": "2027-11-20",
        "delivers": None,
        "days": None,
        "projects": [],
        "covers": ["Name"],
        "location": None,
    }
    assert found["due"][1]["location"]["line"] == 3


def test_every_row_of_the_table_has_every_column() -> None:
    rows = list(csv.DictReader(io.StringIO("".join(values.render(forecast(), PLACES)))))

    assert [row["entry"] for row in rows] == ["point"] * 6 + ["due"] * 2 + ["lapse"] * 2 + [
        "moment"
    ]
    assert (rows[3]["plan"], rows[3]["unmanaged"]) == ("without", "1000")
    assert [row["settled"] for row in rows[6:8]] == ["yes", "no"]
    assert rows[8]["delivers"] == "2028-11-21"
    assert rows[8]["line"] == "3"


@pytest.mark.parametrize("attack", PIECES)
def test_a_hostile_name_harms_nothing(attack: str) -> None:
    found = forecast(attack)
    whole = "".join(page.render(statement(found)))

    assert "<script>alert" not in whole
    ET.fromstring("".join(drawing.svg(found)).split("?>", 1)[1])  # noqa: S314 - our own
    assert all(c.isprintable() or c == "\n" for c in as_text(found))
    assert "<script>" not in "".join(markdown.render(statement(found)))
    table = "".join(values.render(found, PLACES))
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert not any(cell.startswith(("=", "+", "@", "\t")) for cell in cells)


@given(st.lists(st.integers(0, 20_000), min_size=3, max_size=3))
def test_every_line_stays_in_the_picture(numbers: list[int]) -> None:
    days = (TODAY, MID, END)
    points = tuple(
        Point(day, outlook(number), outlook(number * 2), 0)
        for day, number in zip(days, numbers, strict=True)
    )
    root = ET.fromstring(drawing.drawing(forecast(points=points)))  # noqa: S314 - our own
    lines = [each.get("points", "") for each in root.iter("polyline")]

    for pair in " ".join(lines).split():
        x, y = map(float, pair.split(","))
        assert 0 <= x <= 1000
        assert 25 <= y <= 360


@pytest.mark.parametrize("width", [40, 80, 200])
def test_bars_fit_the_screen(width: int) -> None:
    told = as_text(forecast(), width)
    bars = [line for line in told.splitlines() if "█" in line or "░" in line]

    assert len(bars) >= 2
    assert all(len(line) <= max(width, 60) for line in bars)
