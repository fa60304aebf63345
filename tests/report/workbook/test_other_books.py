"""The workbooks of the work plan and of duplication, read back."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from tests.report.attacks import hostile_texts
from tests.report.budgets import roadmap
from tests.report.rationalised_estate import rationalised

from estate.report.duplicates.book import workbook as of_duplicates
from estate.report.duplicates.table import COLUMNS, member_rows
from estate.report.roadmap.book import workbook as of_plan

pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")


def _opened(made: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(made))


def _rows(made: bytes, sheet: str) -> list[dict[str, object]]:
    head, *rows = _opened(made)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_a_plan_has_a_sheet_for_each_kind_of_entry() -> None:
    found = roadmap()
    made = of_plan(found, {})
    assert _opened(made).sheetnames == [
        *("Projects", "Changes", "Milestones", "Benefits", "Conflicts", "Without a day"),
    ]
    projects = found.projects
    assert len(_rows(made, "Projects")) == len(projects)
    assert len(_rows(made, "Changes")) == sum(len(each.moves) for each in projects)
    assert len(_rows(made, "Milestones")) == sum(len(each.milestones) for each in projects)
    assert len(_rows(made, "Benefits")) == sum(len(each.promises) for each in projects)
    assert len(_rows(made, "Conflicts")) == sum(len(each.conflicts) for each in projects)
    assert len(_rows(made, "Without a day")) == len(found.undated)


def test_a_change_says_whether_it_can_be_applied() -> None:
    found = roadmap()
    said: dict[str, list[object]] = {}
    for row in _rows(of_plan(found, {}), "Changes"):
        said.setdefault(str(row["Standing"]), []).append(row["Can be applied"])
    assert set(said["to come"]) <= {"yes", "no", "unknown"}
    assert "no" in said["to come"]
    assert all(set(answers) == {None} for key, answers in said.items() if key != "to come")


def test_duplication_has_its_systems_and_the_services_of_all() -> None:
    found = rationalised()
    made = of_duplicates(found)
    assert _opened(made).sheetnames == ["Systems", "Services"]
    systems = _rows(made, "Systems")
    assert [row["System"] for row in systems] == [
        row[COLUMNS.index("system")] for row in member_rows(found)
    ]
    pairs = {(each.id, key) for each in found.matrix.rows for key in each.systems}
    services = _rows(made, "Services")
    assert {(row["Service id"], row["System id"]) for row in services} == pairs
    assert {row["Competes"] for row in services} <= {"yes", "no"}


def test_the_same_gives_the_same_bytes() -> None:
    assert of_plan(roadmap(), {}) == of_plan(roadmap(), {})
    assert of_duplicates(rationalised()) == of_duplicates(rationalised())


@given(hostile_texts)
@settings(max_examples=10)
def test_no_name_is_obeyed(text: str) -> None:
    found = roadmap()
    hostile = replace(
        found, estate=text, projects=tuple(replace(each, name=text) for each in found.projects)
    )
    for made in (of_plan(hostile, {}), of_duplicates(rationalised(text))):
        cells = [c for sheet in _opened(made).worksheets for row in sheet.iter_rows() for c in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
        assert not [cell for cell in cells if cell.hyperlink]
