"""`estate export xlsx` and `estate import xlsx`, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")


@pytest.fixture
def workbook(run: Run, small: Path) -> Path:
    """Return a workbook of a small estate, with one cell edited."""
    assert run("export", "xlsx", "-o", "e.xlsx", at=small).code == 0
    book = openpyxl.load_workbook(small / "e.xlsx")
    sheet = book["applications"]
    at = next(cell.column for cell in sheet[1] if cell.value == "owner")
    sheet.cell(2, at).value = "Head of Everything"
    book.save(small / "e.xlsx")
    return small / "e.xlsx"


def _files(estate: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in (estate / "inventory").rglob("*.yaml")}


def test_an_export_says_what_to_do_next(run: Run, small: Path) -> None:
    done = run("export", "xlsx", "-o", "e.xlsx", at=small)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("wrote e.xlsx: ")
    assert done.out.endswith("next: edit it, then estate import xlsx e.xlsx --dry-run\n")
    assert run("export", "xlsx", "-o", "t.xlsx", "--template", "-q", at=small).out == ""


def test_a_rehearsal_tells_and_writes_nothing(run: Run, small: Path, workbook: Path) -> None:
    before = _files(small)
    done = run("import", "xlsx", "e.xlsx", "--dry-run", at=small)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("e.xlsx: 1 changed;")
    assert "Head of Everything" in done.out
    assert "would write inventory/" in done.out
    assert _files(small) == before
    assert workbook.is_file()


def test_what_was_edited_comes_back(run: Run, small: Path, workbook: Path) -> None:
    before = _files(small)
    done = run("import", "xlsx", workbook.name, "--format", "json", at=small)
    document = json.loads(done.out)
    assert document["schema"] == "estate-update/1"
    assert [change["after"] for change in document["changes"]] == ["Head of Everything"]
    after = _files(small)
    assert len(document["written"]) == 1
    assert [name for name in after if after[name] != before[name]] == [
        Path(document["written"][0]).name
    ]
    again = run("import", "xlsx", workbook.name, at=small)
    assert "nothing to change" in again.out


def test_what_is_no_workbook_is_refused(run: Run, small: Path) -> None:
    (small / "x.csv").write_text("id\n")
    done = run("import", "xlsx", "x.csv", at=small)
    assert (done.code, done.out) == (2, "")
    assert "'estate import table' reads CSV" in done.err
    (small / "x.xlsx").write_text("no")
    done = run("import", "xlsx", "x.xlsx", at=small)
    assert done.code == 2
    assert "no workbook" in done.err
