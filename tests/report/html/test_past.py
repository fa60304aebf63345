"""The past of an estate on its page: the headline over time, and each principle's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.report.html.sources import small
from tests.report.stored_outcome import AS_OF

from estate.findings import Counts
from estate.findings.trend import Bearing, Gap, Numbers, Point
from estate.report.html import Source
from estate.report.html.view import Block, Picture, Prose, Table, View
from estate.report.html.views.overview import overview
from estate.report.html.views.principles import principles


def _blocks(view: View) -> list[Block]:
    return [block for part in view.parts for block in part.blocks]


def _tables(view: View) -> list[Table]:
    return [block for block in _blocks(view) if isinstance(block, Table)]


def _texts(view: View) -> list[str]:
    return [block.text for block in _blocks(view) if isinstance(block, Prose)]


def _picture(view: View, name: str) -> Picture:
    return next(b for b in _blocks(view) if isinstance(b, Picture) and b.id == name)


def _with_past(*points: Point) -> Source:
    of = small()
    return Source(of.outcome, of.facts, principles=of.principles, history=points)


def _numbers(unmanaged: int, accepted: int, unknown: int, *bearings: Bearing) -> Numbers:
    return Numbers(12, unmanaged, 1, unknown, accepted, Counts(), 3, bearings)


def test_without_a_past_the_page_says_how_to_have_one() -> None:
    assert any("This page shows one day. With" in text for text in _texts(overview(_with_past())))


def test_a_trend_is_drawn_from_two_days_on() -> None:
    points = (
        Point(AS_OF - timedelta(days=90), "", Gap()),
        Point(AS_OF - timedelta(days=60), "a" * 40, _numbers(5, 1, 9)),
        Point(AS_OF - timedelta(days=30), "b" * 40, Gap(3)),
        Point(AS_OF, "", _numbers(3, 2, 8)),
    )
    view = overview(_with_past(*points))
    picture = _picture(view, "trend")
    assert "went from 5 on" in picture.alt
    series: Any = picture.data["series"]
    assert [each["values"] for each in series] == [
        [None, 5, None, 3],
        [None, 1, None, 2],
        [None, 9, None, 8],
    ]
    table = next(each for each in _tables(view) if "day by day" in each.caption)
    assert [row[0].note for row in table.rows] == [
        "no inventory yet",
        "",
        "does not load: 3 problems",
        "",
    ]


def test_a_day_alone_is_no_line() -> None:
    points = (Point(AS_OF - timedelta(days=30), "", Gap()), Point(AS_OF, "", _numbers(3, 2, 8)))
    view = overview(_with_past(*points))
    assert any("Too few of these days" in text for text in _texts(view))
    assert not [b for b in _blocks(view) if getattr(b, "id", "") == "trend"]
    assert any("day by day" in table.caption for table in _tables(view))


def _of(*open_: int, unknown: int = 0) -> tuple[Bearing, ...]:
    ids = (each.id for each in small().principles)
    return tuple(Bearing(key, each, 10, unknown) for key, each in zip(ids, open_, strict=False))


def test_each_principle_is_told_then_and_now() -> None:
    points = (
        Point(AS_OF - timedelta(days=60), "a" * 40, _numbers(5, 1, 9, *_of(4, 2, unknown=5))),
        Point(AS_OF - timedelta(days=30), "b" * 40, Gap(1)),
        Point(AS_OF, "", _numbers(3, 2, 8, *_of(1, 3, 7))),
    )
    view = principles(_with_past(*points))
    first = small().principles[0]
    picture = _picture(view, "principles-trend")
    assert f"{first.title} has changed most, by -3." in picture.alt
    series: Any = picture.data["series"]
    assert [each["values"] for each in series[:3]] == [[4, None, 1], [2, None, 3], [None, None, 7]]
    then_and_now, daily = _tables(view)[1:]
    rows = [[cell.value for cell in row] for row in then_and_now.rows]
    assert rows[0] == [first.title, 4, 1, "-3", "50%", "100%"]
    assert rows[2][1:] == [None, 7, None, None, "100%"]
    assert [row[0].note for row in daily.rows] == ["", "does not load: 1 problem", ""]
    assert [row[1].value for row in daily.rows] == [4, None, 1]


def test_principles_without_a_past_have_no_trend() -> None:
    point = Point(AS_OF, "", _numbers(3, 2, 8, *_of(1)))
    assert len(principles(_with_past()).parts) == 1
    assert len(principles(_with_past(point)).parts) == 1


def test_where_nothing_has_changed_the_picture_says_so() -> None:
    days = (AS_OF - timedelta(days=9), AS_OF)
    points = (Point(on, "", _numbers(1, 0, 0, *_of(2, 2))) for on in days)
    picture = _picture(principles(_with_past(*points)), "principles-trend")
    assert "None has more or fewer of them than then." in picture.alt
