"""`estate plan`: the work plan in every form, and mistakes that say what is right."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import openpyxl
import pytest
from tests.cli.conftest import Run

DAY = ("--as-of", "2026-11-21")
PLAN = """
organisations: {marram: {name: Marram}, saltern: {name: Saltern}}
applications: {old: {name: Old register}, gone: {name: Gone, status: retired}}
projects:
  renewal:
    name: Renewal of the register
    organisation: marram
    status: live
    starts: 2026-09-01
    ends: 2027-06-30
    changes: [{on: 2027-05-31, retire: old}, {on: 2027-01-31, retire: gone}]
    milestones: [{name: Data loaded, due: 2026-10-30}]
  later:
    name: Later
    organisation: saltern
    status: planned
    starts: 2028-01-01
    changes: []
"""


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    """Return an estate with two projects."""
    folder = tmp_path / "planned"
    (folder / "inventory").mkdir(parents=True)
    (folder / "estate.yaml").write_text("estate: 1\nname: Marram\n")
    (folder / "inventory" / "plan.yaml").write_text(PLAN)
    return folder


def test_the_answer_comes_first(run: Run, planned: Path) -> None:
    ran = run("plan", *DAY, at=planned)
    assert (ran.code, ran.err) == (0, "")
    assert " ".join(ran.out.split()).startswith(
        "Marram: work plan 2 projects: 1 live and 1 planned. "
        "Next: 2027-01-31 retire Gone (Renewal of the register); 2027-05-31 retire Old register "
        "(Renewal of the register). "
        "Overdue: 1 milestone. In the way: 1 change that cannot be applied. Timeline"
    )
    assert "cannot be applied: gone is" in ran.out
    assert all(len(line) <= 100 for line in ran.out.splitlines())


def test_every_format_names_every_project(run: Run, planned: Path, tmp_path: Path) -> None:
    forms = ("json", "csv", "markdown", "html")
    asked = [part for form in forms for part in ("--format", f"{form}:{tmp_path / form}")]
    assert run("plan", *asked, *DAY, at=planned) == (0, "", "")
    for form in forms:
        assert "Renewal of the register" in (tmp_path / form).read_text()
    schema = json.loads(run("schema", "--of", "plan").out)
    found = json.loads((tmp_path / "json").read_text())
    jsonschema.validate(found, schema)
    assert found["projects"][0]["changes"][0]["location"]["file"] == "inventory/plan.yaml"
    assert "<svg" in (tmp_path / "html").read_text()


def test_a_workbook_goes_to_its_file(run: Run, planned: Path, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
    assert run("plan", "--format", f"xlsx:{tmp_path / 'x'}", *DAY, at=planned) == (0, "", "")
    book = openpyxl.load_workbook(BytesIO((tmp_path / "x").read_bytes()))
    assert [row[0] for row in book["Projects"].iter_rows(min_row=2, values_only=True)] == [
        *("Renewal of the register", "Later"),
    ]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (("--organisation", "saltern"), ["later"]),
        (("--project", "renewal"), ["renewal"]),
        (("--project", "renewal", "--project", "later"), ["renewal", "later"]),
        (("--from", "2027-07-01"), ["later"]),
        (("--until", "2027-12-31"), ["renewal"]),
    ],
)
def test_what_is_asked_for(
    asked: tuple[str, ...], shown: list[str], run: Run, planned: Path
) -> None:
    found = json.loads(run("plan", "--format", "json", *asked, *DAY, at=planned).out)
    assert [each["id"] for each in found["projects"]] == shown
    assert found["left_out"] == 2 - len(shown)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("--organisation", "maram"), "no organisation 'maram'; did you mean 'marram'?"),
        (("--project", "renewel"), "no project 'renewel'; did you mean 'renewal'?"),
        (("--project", "zzz"), "no project 'zzz'"),
        (("--from", "2027-01-02", "--until", "2027-01-01"), "lies before --from 2027-01-02"),
        (("--format", "xlsx"), "a workbook goes to a file: --format xlsx:FILE"),
    ],
)
def test_a_mistake_says_what_is_right(
    asked: tuple[str, ...], message: str, run: Run, planned: Path
) -> None:
    ran = run("plan", *asked, *DAY, at=planned)
    assert (ran.code, ran.out) == (2, "")
    assert message in " ".join(ran.err.split())
