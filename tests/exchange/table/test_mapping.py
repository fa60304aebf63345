"""A mapping that is wrong says so at its line and column, every mistake in one run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from estate.errors import ExchangeError
from estate.exchange import convert
from estate.exchange.table import mapping_text
from estate.exchange.table.mapping_file import read_mapping

Wrong = Callable[..., list[str]]

GOOD = """mapping: 1
name: Good
tables:
  t:
    file: t.csv
    outputs:
      - {section: applications, id: name, fields: {name: name}}
"""


def _problems(folder: Path, text: str | bytes) -> list[str]:
    path = folder / "m.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ExchangeError) as caught:
        read_mapping(path)
    lines = [str(problem).rpartition("/")[2] for problem in caught.value.problems]
    return lines or [caught.value.message.rpartition("/")[2]]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("mapping: 1", "mapping: 2", "m.yaml:1:10: Input should be 1"),
        ("name: Good", "nme: Good", "m.yaml:2:1: unknown key 'nme' (did you mean 'name'?)"),
        ("name: Good\n", "", "m.yaml:1:1: name is missing"),
        ("file: t.csv", "fil: t.csv", "m.yaml:5:5: unknown key 'fil' (did you mean 'file'?)"),
        ("section:", "sektion:", "unknown key 'sektion' (did you mean 'section'?)"),
        ("applications", "aplications", "m.yaml:7:19: no section is called 'aplications'"),
        ("applications", "aplications", "(did you mean 'applications'?)"),
        ("applications", "[a]", "m.yaml:7:19: a text is expected here"),
        ("{name: name}", "{nmae: name}", "m.yaml:7:52: applications have no field 'nmae'"),
        ("{name: name}", "{nmae: name}", "(did you mean 'name'?)"),
        ("{name: name}", '{"a..b": name}', "m.yaml:7:52: 'a..b' is no path"),
        ("{name: name}", "{links.a: x, 'links.\"a\"': y}", "are one field"),
        ("{name: name}", "{name: {colum: x}}", "unknown key 'colum' (did you mean 'column'?)"),
        ("{name: name}", "{name: {}}", "a value has exactly one of column, template, "),
        ("{name: name}", "{name: {column: x, made: y}}", "; found column and made"),
        ("{name: name}", "{name: {template: x}}", "a template names at least one column"),
        ("{name: name}", "{name: {constant: x, then: [lower]}}", "then belongs to a value that"),
        ("{name: name}", "{software: {software: {version: x}}}", "software needs a product"),
        (
            "{name: name}",
            "{software: {software: {product: x, verson: y}}}",
            "software has no 'verson' (did you mean 'version'?)",
        ),
        ("{name: name}", "{name: {made: x}}", "no output makes records as 'x'"),
        ("{name: name}", "{name: {made: applications}}", "ids are not made yet"),
        ("id: name", "id: {made: applications}", "ids are not made yet"),
        ("id: name", "id: name, existing: true, same_id: merge", "it merges"),
        ("id: name", "id: name, constants: {name: x}", "name stands in constants and in fields"),
        ("id: name", "id: name, where: {x: {equals: 1, empty: true}}", "found equals and empty"),
        ("id: name", "id: name, where: {x: {matches: '(a+)+'}}", "does not repeat a group"),
        ("file: t.csv", "file: []", "at least 1 item"),
        ("file: t.csv", "file: t.csv\n    encoding: ebcdic", "an encoding is one of utf-8"),
        ("file: t.csv", "file: t.csv\n    records: a..b", "'a..b' is no path"),
        (
            "file: t.csv",
            "file: t.csv\n    columns: {x: y}\n    derive: {x: y}",
            "is a column already",
        ),
        ("file: t.csv", "file: t.csv\n    derive: {each: y}", "'each' is a column already"),
        ("name: Good", "name: Good\nfolder: ../x", "m.yaml:3:9: String should match pattern"),
    ],
)
def test_a_mistake_is_shown_in_its_place(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert any(problem in line for line in _problems(tmp_path, GOOD.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("step", "problem"),
    [
        ("uper", "'uper' is no step that stands alone"),
        ("{}", "a step has exactly one of"),
        ("{split: ',', number: true}", "found number and split"),
        ("{looup: t}", "unknown key 'looup' (did you mean 'lookup'?)"),
        ("{lookup: t}", "a lookup has exactly one of take, made; found none"),
        ("{lookup: u, take: x}", "no table is called 'u'"),
        ("{lookup: t, take: x}", "the table t has no key to look up by"),
        ("{split: ',', take: x}", "take and made belong to a lookup"),
        ("{split: ',', otherwise: keep}", "otherwise belongs to a step that may not fit"),
        ("{map: {}, otherwise: drop}", "otherwise is keep, empty or {constant: …}"),
        ("{split: ',', day: last}", "day belongs to a date"),
        ("{date: YYYY-MM}", "a date without a day needs day: first or day: last"),
        ("{date: dd/mm/yyyy}", "'dd' is no part of a date format"),
        ("{extract: '(a'}", "no regular expression"),
        ("{split: ''}", "at least 1 character"),
    ],
)
def test_a_mistaken_step_is_shown_in_its_place(tmp_path: Path, step: str, problem: str) -> None:
    text = GOOD.replace("{name: name}", "{name: {column: name, then: [" + step + "]}}")
    assert any("m.yaml:7:" in p and problem in p for p in _problems(tmp_path, text))


def test_every_mistake_comes_in_one_run(tmp_path: Path) -> None:
    text = GOOD.replace("file:", "fil:").replace("section:", "sektion:")
    assert len(_problems(tmp_path, text)) == 4


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "m.yaml: a mapping file holds one YAML document"),
        ("- a", "m.yaml:1:1: a mapping is expected here"),
        (GOOD + "name: Again\n", "m.yaml:8:1: the key 'name' is given twice"),
        (GOOD + "---\n" + GOOD, "m.yaml: a mapping file holds one YAML document"),
        ("a: [", "no YAML"),
        ("x" * (1024 * 1024 + 1), "m.yaml: a mapping has at most 1,048,576 bytes"),
        (b"\xff\xfe", "m.yaml: a mapping file holds one YAML document"),
    ],
)
def test_what_is_no_mapping_is_refused(tmp_path: Path, text: str | bytes, problem: str) -> None:
    assert problem in _problems(tmp_path, text)[0]


def test_a_mapping_has_a_bounded_number_of_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mapping_text, "_MOST_NODES", 5)
    assert "at most 5 values" in _problems(tmp_path, GOOD)[0]


def test_anchors_and_merges_let_outputs_share_what_they_have_in_common(tmp_path: Path) -> None:
    text = (
        GOOD.replace("- {sec", "- &a {sec")
        + "      - {<<: [*a, {name: c}], name: b, where: {x: y}}\n"
    )
    path = tmp_path / "m.yaml"
    path.write_text(text, "utf-8")
    first, second = read_mapping(path).mapping.tables["t"].outputs
    assert (second.name, second.id, second.fields) == ("b", first.id, first.fields)


def test_labels_that_are_referred_to_are_unique(tmp_path: Path) -> None:
    output = "      - {section: applications, id: name, fields: {notes: {made: applications}}}\n"
    problems = _problems(tmp_path, GOOD + output)
    assert [p for p in problems if "several outputs are called 'applications'" in p]


def test_tables_do_not_look_one_another_up_in_a_circle(tmp_path: Path) -> None:
    text = """mapping: 1
name: Circle
tables:
  a:
    {file: a.csv, key: k, derive: {x: {column: k, then: [{lookup: b, take: x}]}}}
  b:
    {file: b.csv, key: k, derive: {x: {first: [{column: k, then: [{lookup: a, take: x}]}]}}}
"""
    problems = _problems(tmp_path, text)
    assert len([p for p in problems if "in a circle of tables" in p]) == 2


COLUMNS = """
  t:
    file: t.csv
    columns: {alias: Title}
    optional: [perhaps, Maybe]
    key: kee
    leave_out: {gone: it was never there}
    where: {knid: x}
    outputs:
      - section: applications
        id: "{nmae}"
        fields: {name: alias, notes: {first: [perhaps, each, Maybe]}}
"""


def test_a_column_that_the_file_does_not_have_is_an_error(wrong: Wrong) -> None:
    assert wrong(COLUMNS, t_csv="Name,Kind,Key\n") == [
        "mapping.yaml:7:22: t.csv has no column 'Title'",
        "mapping.yaml:9:10: t.csv has no column 'kee' (did you mean 'Key'?)",
        "mapping.yaml:11:12: t.csv has no column 'knid' (did you mean 'Kind'?)",
        "mapping.yaml:14:13: t.csv has no column 'nmae' (did you mean 'Name'?)",
        "mapping.yaml:15:56: t.csv has no column 'each'",
    ]


def test_a_column_that_the_file_has_twice_is_an_error_where_it_is_used(wrong: Wrong) -> None:
    tables = "t: {file: t.csv, outputs: [{section: sites, id: a, fields: {name: b}}]}\n"
    (problem,) = wrong(tables, t_csv="a,b,B\n1,2,3\n")
    assert problem.endswith("t.csv has two columns called 'b' (expected column 2 or column 3)")


def test_a_path_that_is_none_is_an_error(wrong: Wrong) -> None:
    tables = """
      t:
        file: t.json
        leave_out: {"c..d": x}
        outputs: [{section: sites, id: "a..b", fields: {name: a}}]
    """
    problems = wrong(tables, t_json='[{"a": 1}]')
    assert ["is no path" in problem for problem in problems] == [True, True]


@pytest.mark.parametrize(
    ("tables", "files", "problem"),
    [
        ("t: {file: t.csv}\n", {}, "no file for the table t: given no file"),
        ("t: {file: u.csv}\n", {"t_csv": "a\n"}, "no file for the table t: given t.csv"),
        (
            "t: {file: t.csv}\n",
            {"t_csv": "a\n", "u_csv": "a\n"},
            "u.csv:1:1: no table of the mapping",
        ),
        ("t: {file: t.dat}\n", {"t_dat": "a\n"}, "the ending '.dat' does not say the format"),
        (
            "t: {file: 't.*'}\n",
            {"t_csv": "a\n", "t_json": "[]"},
            "mixes sheets with nested records",
        ),
        ("t: {file: t.csv, header: 4}\n", {"t_csv": "a\n"}, "there is no row 4"),
        ("t: {file: t.xlsx}\n", {"t_xlsx": "a\n"}, "no workbook"),
    ],
)
def test_files_and_tables_must_match(
    wrong: Wrong, tables: str, files: dict[str, str], problem: str
) -> None:
    assert any(problem in line for line in wrong(tables, **files))


def test_a_format_can_be_declared(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text(
        GOOD.replace("t.csv", "t.dat\n    format: csv\n    delimiter: '#'\n    encoding: latin-1"),
        "utf-8",
    )
    (tmp_path / "t.dat").write_bytes(b"name#x\n\xe9#1\n")
    imported = convert(tmp_path / "m.yaml", [tmp_path / "t.dat", tmp_path / "t.dat"])
    assert imported.sections["applications"]["e"]["name"] == "é"


def test_a_mapping_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError) as caught:
        read_mapping(tmp_path / "none.yaml")
    assert "there is no such file" in str(caught.value.problems[0])
