"""The work plan as sentences, pictures, JSON and rows."""

from __future__ import annotations

import csv as reading
import io
import json
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.facts.written_estates import facts_of
from tests.report.attacks import hostile_texts
from tests.report.budgets import roadmap, text

from estate.plan.roadmap import Roadmap, roadmap_of
from estate.report.roadmap import csv, document
from estate.report.roadmap.calendar import stretch_of
from estate.report.roadmap.drawing import drawing
from estate.report.roadmap.schema import plan_schema
from estate.report.roadmap.telling import statement
from estate.report.roadmap.timeline import timeline
from estate.report.statement import markdown
from estate.report.statement import text as plain

NEXT = (
    "Next: 2027-01-01 retire nothing (Marram); 2027-02-01 change Marram: status (Marram); "
    "2027-02-03 retire Marram (Marram)."
)
IN_THE_WAY = (
    "In the way: 1 conflict between projects, 1 change that cannot be applied and 1 asset "
    "to come or to go on no recorded day."
)
SVG = "{http://www.w3.org/2000/svg}"


def _text(found: Roadmap) -> str:
    return "".join(plain.render(statement(found), width=120, detail="verbose"))


def _json(found: Roadmap) -> Any:  # noqa: ANN401 - JSON
    return json.loads("".join(document.render(found, {})))


def _rows(found: Roadmap) -> list[dict[str, str]]:
    return list(reading.DictReader(io.StringIO("".join(csv.render(found, {})), newline="")))


class TestSentences:
    """What an architect reads first."""

    def test_what_is_late_and_in_the_way(self) -> None:
        assert statement(roadmap()).lead == (
            "5 projects: 1 live, 1 planned, 1 without a status, 1 proposed and 1 stopped.",
            NEXT,
            "Overdue: 1 milestone, 1 change and 1 benefit to be counted.",
            IN_THE_WAY,
            "Without a status, so that nobody can tell whether they come: Marram.",
        )

    def test_nothing_at_all(self) -> None:
        assert statement(roadmap_of(facts_of("applications: {}"))).lead == (
            "No project is recorded.",
            "Nothing that is known stands in the way.",
        )
        quiet = roadmap_of(facts_of("projects: {p: {name: P, status: done}}"))
        assert statement(quiet).lead == (
            "1 project: 1 done.",
            "Nothing is to come on a recorded day.",
            "Nothing that has a day is overdue.",
            "Nothing that is known stands in the way.",
        )
        assert "No milestone is recorded." in _text(roadmap_of(facts_of("applications: {}")))

    def test_what_was_left_out_is_counted(self) -> None:
        shown = _text(roadmap_of(facts_of(text()), projects=("prj",)))
        assert "Left out, as other projects were asked for: 4 projects." in shown

    def test_every_entry_is_in_a_table(self) -> None:
        shown = " ".join(_text(roadmap()).split())
        for words in (
            "cannot be applied: there is no asset nothing",
            "4 milestones: 1 overdue; of those still to be done",
            "2 never reported on.",
            "done on 2026-09-30",
            "undated",
            "due, and nobody has counted it",
            "value for money not recorded",
            "nobody can tell",
            "t in 2027-02",
        ):
            assert words in shown


class TestTimeline:
    """Months as columns, a line for each project."""

    @given(st.integers(60, 120))
    @settings(max_examples=10)
    def test_it_is_no_wider_than_the_screen(self, width: int) -> None:
        lines = timeline(roadmap(), width)
        assert all(len(line) <= width for line in lines)

    def test_signs_stand_in_their_months(self) -> None:
        found = roadmap_of(facts_of(text()), first=date(2026, 9, 1), last=date(2027, 8, 31))
        lines = timeline(found, 34 + 9 + 2 + 24)
        assert lines[0].split() == ["2026", "2027"]
        assert lines[1].endswith("S O N D J F M A M J J A")
        live = next(line for line in lines if " live " in line)
        assert live[45:] == "━━!━━│━━◆━◆━━━━━○"

    def test_the_first_so_many_are_drawn_and_the_rest_is_counted(self) -> None:
        lines = timeline(roadmap(), 100, 1)
        assert "and 2 more (-v)" in lines
        assert sum(" live " in line or " planned " in line for line in lines[:-1]) == 1

    def test_what_is_not_drawn_is_counted(self) -> None:
        assert any("or without a day: 2 projects" in line for line in timeline(roadmap(), 100))

    def test_nothing_to_draw(self) -> None:
        assert timeline(roadmap_of(facts_of("applications: {}")), 80) == (
            "No project lies in these months.",
        )

    def test_a_plan_without_end_is_cut(self) -> None:
        found = roadmap_of(
            facts_of("projects: {p: {name: P, status: live, starts: 2026-01-01, ends: 9999-12-30}}")
        )
        assert stretch_of(found).months == 120
        assert len(timeline(found, 80)) > 1


class TestPicture:
    """SVG that says what it is, and holds texts as texts."""

    def test_it_is_named_and_described(self) -> None:
        root = ET.fromstring(_svg(roadmap()))  # noqa: S314 - our own
        assert root.attrib["role"] == "img"
        assert [root.findtext(f"{SVG}{name}") for name in ("title", "desc")] == [
            "Projects over time",
            "3 projects by day, seen on 2026-11-21; the tables below say the same in words.",
        ]

    def test_a_mark_for_each_change_and_milestone(self) -> None:
        root = ET.fromstring(_svg(roadmap()))  # noqa: S314 - our own
        told = [each.text or "" for each in root.iter(f"{SVG}title")]
        assert "2026-10-01: Marram, overdue" in told
        assert "2027-02-01: set Marram" in told
        assert "Marram: live, 2026-09-01 to 2027-05-01" in told

    @given(hostile_texts)
    @settings(max_examples=30)
    def test_texts_are_no_markup(self, word: str) -> None:
        root = ET.fromstring(_svg(roadmap(word)))  # noqa: S314 - our own
        tags = {each.tag.removeprefix(SVG) for each in root.iter()}
        assert tags <= {"svg", "title", "desc", "line", "text", "rect", "path", "circle"}


def _svg(found: Roadmap) -> str:
    return drawing(found).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def test_a_picture_has_its_bounds_and_says_so() -> None:
    projects = ", ".join(f"p{n}: {{name: P, status: live, ends: 2027-01-01}}" for n in range(201))
    found = roadmap_of(facts_of(f"projects: {{{projects}}}"))
    assert drawing(found).count('class="span live"') == 200 + 1
    assert "The picture of a page has the first 200 of 201 projects." in _text(found)


class TestJson:
    """`estate-plan/1`."""

    def test_it_keeps_to_its_schema(self) -> None:
        jsonschema.validate(_json(roadmap()), plan_schema())

    def test_what_is_not_recorded_is_null(self) -> None:
        projects = {each["id"]: each for each in _json(roadmap())["projects"]}
        assert projects["maybe"]["status"] is None
        assert projects["maybe"]["team"] is None
        assert projects["prj"]["cost"] == {"capital": 1, "revenue": 0}
        assert projects["prj"]["until"] is None

    def test_a_benefit_that_has_no_number_yet_is_null(self) -> None:
        found = roadmap_of(
            facts_of("projects: {p: {name: P, benefits: [{name: B, planned: 1, actual: null}]}}")
        )
        (benefit,) = _json(found)["projects"][0]["benefits"]
        assert (benefit["planned"], benefit["actual"]) == (1, None)
        assert "none yet" in _text(found)


class TestRows:
    """A row for each project and each of its entries."""

    def test_every_entry_has_its_row(self) -> None:
        entries = [row["entry"] for row in _rows(roadmap())]
        assert {name: entries.count(name) for name in entries} == {
            "project": 5,
            "change": 4,
            "milestone": 4,
            "benefit": 1,
            "conflict": 1,
            "undated": 1,
        }

    @given(hostile_texts)
    @settings(max_examples=30)
    def test_no_cell_is_a_formula(self, word: str) -> None:
        for row in _rows(roadmap(word)):
            assert not any(cell.lstrip().startswith(("=", "+", "@")) for cell in row.values())


def _markdown(found: Roadmap) -> str:
    """Return the Markdown, without the joiners that keep names from calling anybody."""
    return "".join(markdown.render(statement(found))).replace("\u2060", "")


@pytest.mark.parametrize("layout", [_text, _markdown])
@given(word=hostile_texts)
@settings(max_examples=15)
def test_nothing_that_is_shown_acts(layout: Any, word: str) -> None:  # noqa: ANN401 - a layout
    shown = layout(roadmap(word))
    assert all(line.isprintable() for line in shown.split("\n"))
