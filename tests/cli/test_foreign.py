"""`estate import` and `estate export` of foreign formats: all alike."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, Ran, Run

BILL = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "metadata": {"component": {"type": "application", "name": "Pay", "version": "2"}},
    "components": [
        {"type": "library", "name": "a", "version": "1", "scope": "required"},
        {"type": "cryptographic-asset", "name": "AES"},
    ],
}
IMPORT = ("import", "cyclonedx", "bom.json")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return a folder with a bill of materials."""
    (tmp_path / "bom.json").write_text(json.dumps(BILL))
    return tmp_path


def test_an_import_makes_an_estate_that_can_be_judged(run: Run, office: Path) -> None:
    done = run(*IMPORT, "-o", "new", at=office)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith((office / "new" / "import-report.txt").read_text())
    assert "wrote new/inventory/cyclonedx/applications.yaml\n" in done.out
    assert done.out.endswith("next: estate check --estate new\n")
    report = json.loads((office / "new" / "import-report.json").read_text())
    assert report["tables"]["component"]["rows"] == 3
    assert {loss["kind"] for loss in report["losses"]} == {"row", "column"}
    checked = run("check", "--as-of", DAY, "--estate", "new", "--format", "json", at=office)
    assert json.loads(checked.out)["inventory"]["assets"] == 1


def test_a_rehearsal_writes_nothing(run: Run, office: Path) -> None:
    done = run(*IMPORT, "--dry-run", at=office)
    assert done.code == 0
    assert "component: 3 read, 2 used, 1 lost" in done.out
    assert [path.name for path in office.iterdir()] == ["bom.json"]


def test_a_second_time_only_when_asked_or_elsewhere(run: Run, office: Path) -> None:
    assert run(*IMPORT, "-o", "new", "-q", at=office) == Ran(0, "", "")
    again = run(*IMPORT, "-o", "new", "-q", at=office)
    assert again.code == 2
    assert "new has inventory/cyclonedx/applications.yaml already" in again.err
    assert run(*IMPORT, "-o", "new", "--replace", "-q", at=office).code == 0
    assert run(*IMPORT, "-o", "new", "--folder", "bills/pay", "-q", at=office).code == 0
    assert (office / "new" / "inventory" / "bills" / "pay" / "applications.yaml").is_file()


def test_a_folder_that_is_none(run: Run, office: Path) -> None:
    done = run(*IMPORT, "-o", "new", "--folder", "../out", at=office)
    assert done.code == 2
    assert "--folder ../out is no folder below the inventory" in done.err
    assert not (office / "new").exists()


def test_what_makes_no_record_is_told_and_not_written(run: Run, office: Path) -> None:
    (office / "vex.json").write_text(
        json.dumps({**BILL, "metadata": {}, "components": [], "vulnerabilities": [{"id": "C"}]})
    )
    done = run("import", "cyclonedx", "vex.json", "-o", "new", at=office)
    assert done.code == 2
    assert "an inventory holds no vulnerabilities" in done.out
    assert done.err == "error: nothing in it makes a record, so nothing is written\n"
    assert not (office / "new").exists()


def test_a_file_that_is_wrong_is_told_at_its_line(run: Run, office: Path) -> None:
    (office / "bom.json").write_text('{\n  "bomFormat": "CycloneDX",\n}')
    done = run(*IMPORT, at=office)
    assert (done.code, done.out) == (2, "")
    assert "bom.json:3:1" in done.err
    assert "no JSON" in done.err


@pytest.mark.parametrize("what", ["import", "export"])
def test_a_format_that_is_misspelt(run: Run, office: Path, what: str) -> None:
    done = run(what, "cyclondx", "bom.json", at=office)
    assert done.code == 2
    assert "no command 'cyclondx'; did you mean 'cyclonedx'?" in done.err


def test_an_export_is_printed_and_what_is_left_out_told(run: Run, small: Path) -> None:
    done = run("export", "graphml", at=small)
    assert done.code == 0
    assert done.out.startswith("<?xml")
    assert " records: " in done.err.splitlines()[0]
    assert "not in it:" in done.err
    assert run("export", "graphml", "-q", at=small) == Ran(0, done.out, "")


def test_what_is_left_out_goes_into_a_file(run: Run, small: Path) -> None:
    done = run("export", "lgam", "-o", "r.json", "--losses", "losses.json", "-v", at=small)
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("wrote r.json\n")
    said = json.loads((small / "losses.json").read_text())
    assert (said["schema"], said["format"]) == ("estate-export/1", "lgam")
    assert {entry["section"] for entry in said["left_out"]} >= {"servers", "exceptions"}
    assert json.loads((small / "r.json").read_text())["systems"]


def test_a_folder_of_files(run: Run, small: Path) -> None:
    done = run("export", "lgr", at=small)
    assert done.code == 2
    assert "Missing option" in done.err
    done = run("export", "lgr", "-o", "out", at=small)
    assert done.code == 0
    assert (small / "out").is_dir()


def test_what_was_exported_is_imported_again(run: Run, small: Path) -> None:
    assert run("export", "archimate", "-o", "e.xml", "-q", at=small).code == 0
    done = run("import", "archimate", "e.xml", "-o", "again", at=small)
    assert done.code == 0
    checked = run("check", "--as-of", DAY, "--estate", "again", at=small)
    assert checked.code in {0, 1}


@pytest.mark.parametrize("form", ["dot", "mermaid"])
def test_pictures_are_those_of_graph(run: Run, small: Path, form: str) -> None:
    done = run("export", form, "--as-of", DAY, at=small)
    drawn = run("graph", "--format", form, "--as-of", DAY, at=small)
    assert done == drawn
    assert run("export", form, "--as-of", DAY, "-o", "p", "-q", at=small) == Ran(0, "", "")
    assert (small / "p").read_text() == drawn.out


def _blocks(root: Path) -> list[str]:
    page = (root / "docs" / "formats" / "README.md").read_text("utf-8").partition("## What it")[2]
    return re.findall(r"^```\w+\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)


def test_what_the_page_shows_is_what_one_sees(run: Run, tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    bill, imported, exported = _blocks(root)
    (tmp_path / "bookings.cdx.json").write_text(bill)
    done = run("import", "cyclonedx", "bookings.cdx.json", "--dry-run", at=tmp_path)
    assert done.out == imported
    done = run("export", "transparency", "--estate", str(root), "-o", "contracts.csv", at=tmp_path)
    assert done.err == exported
