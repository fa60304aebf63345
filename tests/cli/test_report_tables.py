"""`estate report workbook`, `tables` and `wiki`: the audit as data and as pages."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import openpyxl
import pytest
from tests.cli.conftest import DAY, Ran, Run


def _report(run: Run, small: Path, name: str, *options: str) -> Ran:
    return run("report", name, "--as-of", DAY, *options, at=small)


def test_the_workbook_is_that_of_an_audit(run: Run, small: Path) -> None:
    pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
    assert _report(run, small, "workbook") == Ran(0, "wrote reports/estate.xlsx\n", "")
    book = openpyxl.load_workbook(small / "reports" / "estate.xlsx")
    assert book.sheetnames[:3] == ["About", "Findings", "Exceptions"]


def test_tables_are_a_folder_of_csv_and_one_json(run: Run, small: Path) -> None:
    done = _report(run, small, "tables")
    assert done.code == 0
    names = {path.name for path in (small / "reports" / "tables").iterdir()}
    found = json.loads((small / "reports" / "tables" / "tables.json").read_text())
    jsonschema.validate(found, json.loads(run("schema", "--of", "tables").out))
    assert names == {"tables.json", *(f"{table['name']}.csv" for table in found["tables"])}
    assert done.out.count("wrote reports/tables/") == len(names)
    with (small / "reports" / "tables" / "findings.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    [of_findings] = [table for table in found["tables"] if table["name"] == "findings"]
    assert [row["rule"] for row in rows] == [row[3] for row in of_findings["rows"]]


@pytest.mark.parametrize(("form", "name"), [("csv", "assets.csv"), ("json", "tables.json")])
def test_one_format_is_written_alone(form: str, name: str, run: Run, small: Path) -> None:
    _report(run, small, "tables", "--format", form, "-q", "-o", "out")
    found = [path.name for path in (small / "out" / "tables").iterdir()]
    assert name in found
    assert {path.rpartition(".")[2] for path in found} == {form}


def test_the_wiki_is_a_folder_of_pages(run: Run, small: Path) -> None:
    done = _report(run, small, "wiki")
    assert done.out.startswith("wrote reports/wiki/Home.md\n")
    assert (small / "reports" / "wiki" / "Home.md").read_text().startswith("# ")


def test_a_copy_for_the_public_has_a_folder_of_its_own(run: Run, small: Path) -> None:
    _report(run, small, "wiki", "--redact", "public", "-q")
    _report(run, small, "tables", "--redact", "public", "-q")
    assert {path.name for path in (small / "reports").iterdir()} == {"wiki-public", "tables-public"}
    assert "copy for the public" in (small / "reports/wiki-public/Home.md").read_text().lower()


def test_what_is_lacking_is_named(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    done = _report(run, small, "workbook")
    assert (done.code, done.out) == (2, "")
    assert "a workbook of the estate needs XlsxWriter: pip install 'estate[register]'" in done.err


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("workbook", "--format", "csv"), "the report workbook has no csv; there are xlsx"),
        (("wiki", "--since", "2026-01-01"), "the report wiki has no --since"),
    ],
)
def test_a_mistake_says_what_there_is(
    asked: tuple[str, ...], message: str, run: Run, small: Path
) -> None:
    done = _report(run, small, *asked)
    assert (done.code, done.out) == (2, "")
    assert message in " ".join(done.err.split())
