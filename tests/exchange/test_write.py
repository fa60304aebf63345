from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from estate.errors import ExchangeError, OutputError
from estate.exchange import Imported, import_table, report_text, write
from estate.model import Policy
from estate.read import read_inventory

Convert = Callable[..., Imported]

TABLES = """
  t:
    file: t.csv
    where: {name: {not: [skip]}}
    outputs:
      - {section: applications, id: name,
         fields: {name: name, annual_cost.revenue: {column: cost, then: [money]}}}
"""
TEXT = "name,cost,colour\nA,£10,red\nB,tbc,\nA,1,\nskip,,\n,,\n"


@pytest.fixture
def imported(converted: Convert) -> Imported:
    return converted(TABLES, t_csv=TEXT)


def test_an_import_is_written_as_an_estate_that_loads(imported: Imported, tmp_path: Path) -> None:
    folder = tmp_path / "estate"
    paths = write(imported, folder)
    assert [path.relative_to(folder).as_posix() for path in paths] == [
        "inventory/applications.yaml",
        "estate.yaml",
        "imports/test.json",
        "import-report.json",
        "import-report.txt",
    ]
    assert paths[0].read_text("utf-8") == (
        "applications:\n  a:\n    name: A\n    annual_cost:\n      revenue: 10\n"
        "    source: t.csv row 2\n  b:\n    name: B\n    source: t.csv row 3\n"
    )
    assert paths[1].read_text("utf-8") == "estate: 1\nname: Test\n"
    estate = read_inventory(folder, "inventory", name="Test", policy=Policy()).estate
    assert len(estate) == 2
    assert sorted(p.name for p in folder.rglob("*")) == [
        "applications.yaml",
        "estate.yaml",
        "import-report.json",
        "import-report.txt",
        "imports",
        "inventory",
        "test.json",
    ]


def test_what_is_there_already_is_left_alone_unless_asked(
    imported: Imported, tmp_path: Path
) -> None:
    (tmp_path / "estate.yaml").write_text("estate: 1\nname: Mine\n", "utf-8")
    write(imported, tmp_path)
    assert "Mine" in (tmp_path / "estate.yaml").read_text("utf-8")
    inventory = tmp_path / "inventory" / "applications.yaml"
    inventory.write_text("applications: {}\n", "utf-8")
    with pytest.raises(ExchangeError, match=r"has inventory/applications.yaml already"):
        write(imported, tmp_path)
    assert inventory.read_text("utf-8") == "applications: {}\n"
    write(imported, tmp_path, replace=True)
    assert "name: A" in inventory.read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_said(imported: Imported, tmp_path: Path) -> None:
    (tmp_path / "inventory").write_text("in the way", "utf-8")
    with pytest.raises(OutputError, match="cannot write"):
        write(imported, tmp_path)
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_the_report_counts_and_lists_every_loss(imported: Imported) -> None:
    assert report_text(imported) == (
        "Test: 2 records\n"
        "        2 applications\n"
        "\n"
        "table t: 4 rows\n"
        "        2 used\n"
        "        1 left out by the mapping\n"
        "        1 lost\n"
        "        1 blank, counted apart\n"
        "  t.csv (utf-8, comma between cells)\n"
        "  rows that made no record: 1\n"
        "    the id a is that of applications from t.csv:2: 1\n"
        "      t.csv:4 name: 'a'\n"
        "  cells left out: 1\n"
        "    no amount of money: 1\n"
        "      t.csv:3 cost: 'tbc'\n"
        "  columns left out: 1\n"
        "    colour (1 cell): no output uses this column\n"
    )


def test_a_long_list_is_cut_for_people_and_says_so(converted: Convert) -> None:
    text = "name,cost,colour\n" + "".join(f"A{n},tbc,\n" for n in range(30))
    report = report_text(converted(TABLES, t_csv=text), shown=2)
    assert report.count("'tbc'") == 2
    assert "… and 28 more" in report


def test_the_report_as_json_lists_all(imported: Imported, tmp_path: Path) -> None:
    write(imported, tmp_path)
    report = json.loads((tmp_path / "import-report.json").read_text("utf-8"))
    assert report["records"] == {"applications": 2}
    assert report["tables"]["t"]["lost"] == 1
    assert report["tables"]["t"]["files"] == {"t.csv": "utf-8, comma between cells"}
    assert report["losses"][1] == {
        "kind": "cell",
        "table": "t",
        "file": "t.csv",
        "row": 3,
        "column": "cost",
        "value": "tbc",
        "reason": "no amount of money",
    }


def test_one_call_converts_and_writes(imported: Imported, tmp_path: Path) -> None:
    again = import_table(tmp_path / "mapping.yaml", [tmp_path / "t.csv"], tmp_path / "out")
    assert again == imported
    assert (tmp_path / "out" / "inventory" / "applications.yaml").is_file()


def test_a_mapping_may_name_a_folder_of_its_own(converted: Convert, tmp_path: Path) -> None:
    imported = converted(TABLES, t_csv=TEXT)
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(mapping.read_text("utf-8").replace("name: Test", "name: Test\nfolder: one"))
    import_table(mapping, [tmp_path / "t.csv"], tmp_path / "out")
    assert (tmp_path / "out" / "inventory" / "one" / "applications.yaml").is_file()
    assert imported.folder == ""
