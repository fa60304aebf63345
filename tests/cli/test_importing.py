"""`estate import table`: tables become an estate, and what did not fit is listed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, Ran, Run

MAPPING = """\
mapping: 1
name: Servers
tables:
  hosts:
    file: hosts.csv
    outputs:
      - section: servers
        id: host
        fields:
          name: host
          cores: {column: cores, then: [number]}
          software: {column: system, then: [{split: ";"}]}
"""
TABLE = "host,cores,system\nWEB01,4,ubuntu@24.04\nWEB02,many,ubuntu@24.04\n,2,\n"
IMPORT = ("import", "table", "--map", "map.yaml", "hosts.csv")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return a folder with a table and its mapping."""
    (tmp_path / "map.yaml").write_text(MAPPING)
    (tmp_path / "hosts.csv").write_text(TABLE)
    return tmp_path


def test_it_makes_an_estate_that_can_be_judged(run: Run, office: Path) -> None:
    done = run(*IMPORT, "-o", "new", at=office)
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith(
        "wrote new/inventory/servers.yaml\n"
        "wrote new/estate.yaml\n"
        "wrote new/imports/servers.json\n"
        "wrote new/import-report.json\n"
        "wrote new/import-report.txt\n"
        "next: estate check --estate new\n"
    )
    checked = run("check", "--as-of", DAY, "--estate", "new", "--format", "json", at=office)
    assert json.loads(checked.out)["inventory"]["assets"] == 2


def test_what_did_not_fit_is_listed(run: Run, office: Path) -> None:
    done = run(*IMPORT, "-o", "new", at=office)
    report = json.loads((office / "new" / "import-report.json").read_text())
    assert report["losses"]
    assert "'many'" in done.out
    assert done.out.startswith((office / "new" / "import-report.txt").read_text())


def test_a_rehearsal_writes_nothing(run: Run, office: Path) -> None:
    done = run(*IMPORT, "--dry-run", at=office)
    assert done.code == 0
    assert sorted(path.name for path in office.iterdir()) == ["hosts.csv", "map.yaml"]
    assert done.out in run(*IMPORT, "-o", "new", at=office).out


def test_into_the_estate_one_stands_in(run: Run, office: Path, small: Path) -> None:
    for name in ("map.yaml", "hosts.csv"):
        (office / name).rename(small / name)
    done = run(*IMPORT, at=small)
    assert done.code == 0
    assert done.out.endswith("next: estate check\n")
    assert (small / "inventory" / "servers.yaml").is_file()
    assert run("check", "--as-of", DAY, at=small).code == 1


def test_which_has_to_be_there(run: Run, office: Path) -> None:
    done = run(*IMPORT, at=office)
    assert (done.code, done.out) == (2, "")
    assert "no estate.yaml in" in done.err


def test_a_second_time_only_when_asked(run: Run, office: Path) -> None:
    assert run(*IMPORT, "-o", "new", "-q", at=office) == Ran(0, "", "")
    said = "error: new has inventory/servers.yaml already: replace them, or choose another folder\n"
    assert run(*IMPORT, "-o", "new", at=office) == Ran(2, "", said)
    assert run(*IMPORT, "-o", "new", "--replace", "-q", at=office) == Ran(0, "", "")


def test_a_mapping_with_a_mistake(run: Run, office: Path) -> None:
    (office / "map.yaml").write_text(MAPPING.replace("section: servers", "section: server"))
    done = run(*IMPORT, "-o", "new", at=office)
    assert (done.code, done.out) == (2, "")
    assert "map.yaml" in done.err
    assert not (office / "new").exists()


def test_a_mapping_is_guessed_written_and_works(run: Run, office: Path) -> None:
    done = run("import", "table", "hosts.csv", "--write-map", "guess.yaml", at=office)
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "wrote guess.yaml: 1 table, 2 columns placed\n"
        "  not placed: 'system' of hosts\n"
        "next: correct it, then estate import table --map guess.yaml hosts.csv --dry-run\n"
    )
    assert not (office / "inventory").exists()
    made = run("import", "table", "--map", "guess.yaml", "hosts.csv", "-o", "new", at=office)
    assert made.code == 0
    assert "2 servers" in made.out


def test_a_guess_leaves_open_what_the_values_do_not_tell(run: Run, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text("Contract,End date\nA,01/02/2027\n")
    done = run("import", "table", "c.csv", "--write-map", "guess.yaml", at=tmp_path)
    assert "left open, its days can be read in two ways: 'End date' of c" in done.out


def test_a_mapping_that_is_there_is_not_overwritten(run: Run, office: Path) -> None:
    done = run("import", "table", "hosts.csv", "--write-map", "map.yaml", at=office)
    assert (done.code, done.out) == (2, "")
    assert "map.yaml is there already; --replace overwrites it" in done.err
    again = ("import", "table", "hosts.csv", "--write-map", "map.yaml", "--replace", "-q")
    assert run(*again, at=office).out == ""
    assert "guessed from hosts.csv" in (office / "map.yaml").read_text()


@pytest.mark.parametrize("more", [(), ("--map", "map.yaml", "--write-map", "guess.yaml")])
def test_a_mapping_is_given_or_guessed(run: Run, office: Path, more: tuple[str, ...]) -> None:
    done = run("import", "table", "hosts.csv", *more, at=office)
    assert (done.code, done.out) == (2, "")
    assert "say either --map MAPPING.yaml, or --write-map" in done.err


def test_a_second_import_is_an_update(run: Run, office: Path) -> None:
    assert run(*IMPORT, "-o", "new", at=office).code == 0
    (office / "hosts.csv").write_text(TABLE.replace("WEB01,4", "WEB01,8") + "WEB03,1,\n")
    file = office / "new" / "inventory" / "servers.yaml"
    before = file.read_text()
    told = run(*IMPORT, "-o", "new", "--update", "--dry-run", at=office)
    assert (told.code, told.err) == (0, "")
    assert "Servers: 1 added, 1 changed" in told.out
    assert "servers.web01.cores: '4' → '8'" in told.out
    assert told.out.endswith("would write new/inventory/servers.yaml\n")
    assert file.read_text() == before
    done = run(*IMPORT, "-o", "new", "--update", at=office)
    assert done.out.endswith("wrote new/inventory/servers.yaml\n")
    assert file.read_text().startswith(before.replace("cores: 4", "cores: 8"))
    assert run(*IMPORT, "-o", "new", "--update", "-q", at=office).out == ""
    again = run(*IMPORT, "-o", "new", "--update", at=office)
    assert "Servers: nothing to change; 3 records stay as they are" in again.out
