"""The laws of a change: what is meant changes, and nothing else; it can be taken back."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from typing import Any

from hypothesis import assume, event, given
from hypothesis import strategies as st
from tests.edit.layouts import FIELDS, RECORDS, VALUES, documents

from estate.edit import add_record, remove_field, set_field
from estate.edit.draft import as_read
from estate.edit.sheet import same, sheet_of
from estate.errors import EditError
from estate.read import read_document

NAME = "inventory/a.yaml"


def read(text: str, name: str = NAME) -> dict[str, Any]:
    document = read_document(name, text.encode())
    assert not document.problems
    return document.values


def chosen(data: st.DataObject, values: dict[str, Any]) -> tuple[str, str]:
    section = data.draw(st.sampled_from(sorted(values)))
    return section, data.draw(st.sampled_from(sorted(values[section])))


@given(documents(), VALUES, st.data())
def test_a_field_is_set_and_nothing_else(
    drawn: tuple[str, dict[str, Any]], new: object, data: st.DataObject
) -> None:
    text, values = drawn
    section, key = chosen(data, values)
    field = data.draw(st.sampled_from(FIELDS))
    after = set_field(text, (section, key, field), new, name=NAME)
    values[section][key][field] = new
    assert same(read(after), as_read(values))
    assert set_field(after, (section, key, field), new, name=NAME) == after


@given(documents(), VALUES, st.data())
def test_what_stands_around_a_field_stays_byte_for_byte(
    drawn: tuple[str, dict[str, Any]], new: object, data: st.DataObject
) -> None:
    text, values = drawn
    section, key = chosen(data, values)
    field = data.draw(st.sampled_from(sorted(values[section][key])))
    after = set_field(text, (section, key, field), new, name=NAME)
    sheet = sheet_of(text, NAME)
    record = sheet.root and sheet.root.child(section)
    record = record and record.child(key)
    assert record is not None
    name, old = next(pair for pair in record.pairs if pair[0].text == field)
    assert after.startswith(sheet.mark + sheet.text[: name.end])
    rest = sheet.text[sheet.line_end(old.end) :]
    assert after.endswith((rest, rest.rstrip("\r\n") + sheet.style.newline))


@given(documents(), VALUES, st.data())
def test_setting_and_removing_gives_back_the_text(
    drawn: tuple[str, dict[str, Any]], new: object, data: st.DataObject
) -> None:
    text, values = drawn
    section, key = chosen(data, values)
    absent = sorted(set(FIELDS) - set(values[section][key]))
    field = data.draw(st.sampled_from(absent))
    after = set_field(text, (section, key, field), new, name=NAME)
    back = remove_field(after, (section, key, field), name=NAME)
    assert back.removesuffix("\n").removesuffix("\r") == text.removesuffix("\n").removesuffix("\r")
    if text.endswith("\n"):
        assert back == text


@given(documents(), st.data())
def test_a_field_is_removed_and_nothing_else(
    drawn: tuple[str, dict[str, Any]], data: st.DataObject
) -> None:
    text, values = drawn
    section, key = chosen(data, values)
    field = data.draw(st.sampled_from(sorted(values[section][key])))
    after = remove_field(text, (section, key, field), name=NAME)
    del values[section][key][field]
    assert same(read(after), as_read(values))


@given(documents(), RECORDS)
def test_a_record_is_added_and_every_line_stays(
    drawn: tuple[str, dict[str, Any]], record: dict[str, Any]
) -> None:
    text, values = drawn
    after = add_record(text, "exceptions", "ex-9", record, name=NAME)
    values.setdefault("exceptions", {})["ex-9"] = record
    assert same(read(after), as_read(values))
    blocks = SequenceMatcher(None, text, after, autojunk=False).get_opcodes()
    assert {kind for kind, *_ in blocks} <= {"equal", "insert"}


@given(documents(), VALUES, st.data())
def test_what_is_deeper_is_set_and_nothing_else(
    drawn: tuple[str, dict[str, Any]], new: object, data: st.DataObject
) -> None:
    text, values = drawn
    section, key = chosen(data, values)
    record = values[section][key]
    nested = [name for name, value in record.items() if isinstance(value, dict | list)]
    assume(nested)
    field = data.draw(st.sampled_from(sorted(nested)))
    value = record[field]
    if isinstance(value, dict):
        step: Any = data.draw(st.sampled_from(("by", "to", "more")))
        record[field] = {**value, step: new}
    else:
        step = data.draw(st.integers(0, len(value)))
        record[field] = [*value[:step], new, *value[step + 1 :]]
    after = set_field(text, (section, key, field, step), new, name=NAME)
    assert same(read(after), as_read(values))
    event("list" if isinstance(value, list) else "mapping")


@given(documents(), st.data())
def test_what_is_deeper_is_removed_and_nothing_else(
    drawn: tuple[str, dict[str, Any]], data: st.DataObject
) -> None:
    text, values = drawn
    section, key = chosen(data, values)
    record = values[section][key]
    nested = [name for name, value in record.items() if isinstance(value, dict | list) and value]
    assume(nested)
    field = data.draw(st.sampled_from(sorted(nested)))
    value = record[field]
    steps = sorted(value) if isinstance(value, dict) else list(range(len(value)))
    step: Any = data.draw(st.sampled_from(steps))
    after = remove_field(text, (section, key, field, step), name=NAME)
    del value[step]
    assert same(read(after), as_read(values))


@given(
    st.dictionaries(
        st.sampled_from(("exceptions", "b")), st.dictionaries(st.just("ex-1"), RECORDS)
    ),
    st.sampled_from((None, 2, 4)),
    RECORDS,
    st.text(max_size=5),
)
def test_json_stays_json(
    values: dict[str, Any], indent: int | None, record: dict[str, Any], text: str
) -> None:
    name = "inventory/a.json"
    before = json.dumps(values, indent=indent, ensure_ascii=False)
    after = add_record(before, "exceptions", "ex-2", record, name=name)
    try:
        after = set_field(after, ("exceptions", "ex-2", "risk"), text, name=name)
    except EditError:
        assert "\0" in text or not text.isprintable()
        return
    values.setdefault("exceptions", {})["ex-2"] = {**record, "risk": text}
    assert json.loads(after) == values
    gone = remove_field(after, ("exceptions", "ex-2", "risk"), name=name)
    del values["exceptions"]["ex-2"]["risk"]
    assert json.loads(gone) == values
