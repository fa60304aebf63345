from __future__ import annotations

import pytest

from estate.errors import ExchangeError
from estate.exchange.table import sheet as sheets
from estate.exchange.table import yaml_file
from estate.exchange.table.cells import Cell
from estate.exchange.table.json_file import json_documents
from estate.exchange.table.records import records_sheet
from estate.exchange.table.yaml_file import yaml_documents


def _yaml(text: str) -> list[Cell]:
    return yaml_documents(text.encode(), "x.yaml")


def _refused(text: str, form: str = "yaml") -> str:
    with pytest.raises(ExchangeError) as caught:
        (json_documents if form == "json" else yaml_documents)(text.encode(), f"x.{form}")
    return str(caught.value.problems[0])


def test_yaml_scalars_stay_text() -> None:
    text = "{a: no, b: 10.10, c: 0x1F, d: 2026-01-01, e: ~, f: '~', g: [1, null], h: !!str 7, i: }"
    assert _yaml(text) == [
        {
            "a": "no",
            "b": "10.10",
            "c": "0x1F",
            "d": "2026-01-01",
            "e": None,
            "f": "~",
            "g": ["1", None],
            "h": "7",
            "i": None,
        }
    ]


def test_a_file_may_hold_many_documents_and_empty_ones() -> None:
    assert _yaml("---\n---\na: 1\n---\n- b\n---\nc\n") == [None, {"a": "1"}, ["b"], "c"]


def test_anchors_and_merges_work_within_a_document() -> None:
    text = "x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}\nz: {<<: [*x, {c: 4}]}\n"
    assert _yaml(text) == [
        {
            "x": {"a": "1", "b": "2"},
            "y": {"b": "3", "a": "1"},
            "z": {"a": "1", "b": "2", "c": "4"},
        }
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\na: 2\n", "x.yaml:2:1: the key 'a' is given twice"),
        ("a: &x 1\n---\nb: *x\n", "x.yaml:3:4: no anchor is called x"),
        ("a: !!python/object:os.system x", "x.yaml:1:4: the tag tag:yaml.org,2002:python/object"),
        ("a: !Ref b", "x.yaml:1:4: the tag !Ref means nothing here"),
        ("[a]: b", "a key that is no text"),
        ("a: {<<: b}", "<< merges mappings only"),
        ("a: [b", "no YAML: did not find expected"),
        ("a: b: c", "no YAML: mapping values are not allowed"),
        ("[" * 65 + "]" * 65, "nested too deep"),
        ("a: \x07", "no YAML"),
    ],
)
def test_yaml_that_is_not_plain_data_is_refused(text: str, problem: str) -> None:
    assert problem in _refused(text)


def test_a_hundred_thousand_brackets_are_refused_and_nothing_falls_over() -> None:
    assert "nested too deep" in _refused("[" * 100_000)
    assert "nested too deep" in _refused("- " * 100_000 + "x")


def test_an_alias_bomb_is_refused_before_it_is_walked() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert "too many values" in _refused("\n".join(lines))


def test_aliases_count_for_what_they_stand_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_file, "MOST_VALUES", 12)
    assert _yaml("a: &a [1, 2]\nb: *a\n") == [{"a": ["1", "2"], "b": ["1", "2"]}]
    assert "too many values" in _refused("a: &a [1, 2]\nb: [*a, *a]\n")


def test_json_scalars_stay_the_text_that_stands_there() -> None:
    text = '{"a": 10.10, "b": 1e400, "c": true, "d": null, "e": ["x", 2], "f": NaN}'
    assert json_documents(text.encode(), "x.json") == [
        {"a": "10.10", "b": "1e400", "c": "true", "d": None, "e": ["x", "2"], "f": "NaN"}
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"a": 1,\n "a": 2}', "the key 'a' is given twice"),
        ('{"a": 1,\n}', "x.json:2:1: no JSON"),
        ("[" * 70 + "]" * 70, "nested too deep"),
        ("[" * 200_000, "nested too deep"),
    ],
)
def test_json_that_is_not_plain_data_is_refused(text: str, problem: str) -> None:
    assert problem in _refused(text, "json")


def _cells(
    documents: list[Cell], records: str | None = None, id_column: str | None = None
) -> list[object]:
    sheet = records_sheet("x", documents, records=records, id_column=id_column)
    return [(row.number, dict(row.cells)) for row in sheet.rows]


def test_records_stand_in_a_list_one_per_document_or_under_their_ids() -> None:
    one: Cell = {"a": "1"}
    assert _cells([one, None, [one, one]]) == [(1, one), (3, one), (4, one)]
    assert _cells([{"x": {"y.z": [one]}}], records='x."y.z"') == [(1, one)]
    by_id: list[Cell] = [{"x": {"k": {"a": "1"}, "l": None}}]
    assert _cells(by_id, "x", "id") == [(1, {"id": "k", "a": "1"}), (2, {"id": "l"})]


def test_what_is_no_record_is_lost_with_the_reason() -> None:
    documents: list[Cell] = [["a", ["b"], {}, {"c": None}], "d"]
    sheet = records_sheet("x", documents, records=None, id_column=None)
    assert [(flaw.row, flaw.value, flaw.reason) for flaw in sheet.lost] == [
        (1, "a", "a single value stands where a record should"),
        (2, "['b']", "a list stands where a record should"),
        (5, "d", "a single value stands where a record should"),
    ]
    assert sheet.blank == 2
    nested = records_sheet("x", [{"a": "1"}], records="b.c", id_column=None)
    assert [flaw.reason for flaw in nested.lost] == ["nothing stands at b.c"]
    held: list[Cell] = [{"k": {"id": "own"}, "l": "text"}]
    by_id = records_sheet("x", held, records=None, id_column="id")
    assert [flaw.reason for flaw in by_id.lost] == [
        "the record under k has a field 'id' of its own",
        "a single value stands where a record should",
    ]


def test_records_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 1)
    with pytest.raises(ExchangeError):
        _cells([[{"a": "1"}, {"a": "2"}]])
