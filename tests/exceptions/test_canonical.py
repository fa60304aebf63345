"""The bytes that are signed: the same for every way to write a record, and for no other record."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.exceptions.records import VECTORS, acceptances, vector

from estate.errors import Fault
from estate.exceptions.canonical import _NULL_DAYS, payload
from estate.model import RiskAcceptance
from estate.model.acceptances import Approval
from estate.model.fields import Plain, fields_of
from estate.model.record import record_in
from estate.model.types import NULL

TEXT = st.text(
    st.characters(exclude_categories=["C", "Z"], max_codepoint=0x1F9FF), min_size=1, max_size=8
)
APART = {"signature", "approvals", "withdrawn"}
FULL: dict[str, Any] = {
    "name": "A name",
    "description": "d",
    "verified": "2026-09-01",
    "source": "s",
    "tags": ["one", "two"],
    "links": {"minutes": "https://example.org"},
    "notes": "n",
    "rule": "unsupported-software",
    "covers": [
        {
            "asset": "academy",
            "product": "oracle-database",
            "version": "12.2",
            "targets": ["one", "two"],
            "relation": "depends_on",
            "members": ["one", "two"],
            "name": "x",
            "year": "2026-27",
        },
        {"asset": "other"},
    ],
    "organisation": ["marram", "saltern"],
    "risk": "No fixes.",
    "mitigation": [{"control": "A wall", "claims": "isolated", "evidence": "url"}],
    "treatment": "treat",
    "plan": {"action": "replace", "project": "prj-rev", "target": "2027-02-28"},
    "inherent": {"likelihood": "4", "impact": "5"},
    "residual": {"likelihood": "2", "impact": "3"},
    "requested_by": "r",
    "requested_on": "2026-09-01",
    "accepted_by": "a",
    "accepted_on": "2026-09-12",
    "review_by": "2026-12-12",
    "expires": "2027-02-28",
    "extended": [
        {
            "from": "2026-12-31",
            "to": "2027-02-28",
            "organisation": "marram",
            "on": "2026-11-01",
            "reason": "late",
            "accepted_by": "a",
        }
    ],
    "facts": {"on": "2026-09-12", "subjects": {"academy": {"exposure": "internal"}}},
}
OTHER = {
    "claims": "no-internet",
    "treatment": "tolerate",
    "action": "remove",
    "likelihood": "1",
    "impact": "1",
    "project": "prj-net",
}


def _payload(values: Mapping[str, Any], key: str = "ex-1") -> bytes:
    return payload(_record(values, key))


def _record(values: Mapping[str, Any], key: str = "ex-1") -> RiskAcceptance:
    return RiskAcceptance(id=key, **values)


def _yaml(values: Mapping[str, Any], **style: Any) -> bytes:  # noqa: ANN401 - yaml's own options
    text = yaml.safe_dump({"exceptions": {"ex-1": values}}, sort_keys=False, **style)
    return payload(acceptances({"a.yaml": text})["ex-1"])


@pytest.mark.parametrize(
    ("name", "written", "digest"),
    [
        (
            "single",
            "single.json",
            "222a2c5a52faebb2fb1d920d4e54c85f395b4511147faf3a1d8a704f5130739a",
        ),
        (
            "shared",
            "shared-marram.json",
            "32d4883e44cd582bade184d7dfd44b5656bdc8bca11d1874fe6a0b200302b16f",
        ),
    ],
)
def test_the_vectors_have_their_bytes(name: str, written: str, digest: str) -> None:
    record = vector(name)
    made = payload(record, record.approvals[0] if record.approvals else None)
    assert made == (VECTORS / written).read_bytes()
    assert hashlib.sha256(made).hexdigest() == digest


def _shuffled(data: st.DataObject, value: Any) -> Any:  # noqa: ANN401 - any YAML
    if isinstance(value, dict):
        keys = data.draw(st.permutations(sorted(value)))
        return {key: _shuffled(data, value[key]) for key in keys}
    if isinstance(value, list):
        return [_shuffled(data, each) for each in value]
    return value


@given(st.data())
def test_layout_quotes_and_order_of_fields_change_nothing(data: st.DataObject) -> None:
    risk = data.draw(TEXT)
    values = {**FULL, "risk": risk, "facts": {"on": "2026-09-12", "subjects": {risk: {risk: "x"}}}}
    shuffled = _shuffled(data, values)
    made = _yaml(
        shuffled,
        default_style=data.draw(st.sampled_from([None, '"', "'", "|", ">"])),
        default_flow_style=data.draw(st.sampled_from([None, True, False])),
        indent=data.draw(st.integers(2, 6)),
        width=data.draw(st.sampled_from([20, 80, 1000])),
        allow_unicode=data.draw(st.booleans()),
    )
    assert made == _payload(values)


def test_another_file_comments_defaults_and_line_breaks_change_nothing() -> None:
    text = (VECTORS / "single.yaml").read_text(encoding="utf-8")
    second = 'exceptions:\n  ex-9: {rule: x, risk: "another"}\n'
    without = [line for line in text.splitlines() if "organisation:" not in line]
    written = {
        "crlf": {"a.yaml": text.replace("\n", "\r\n")},
        "comments": {"z.yaml": text.replace("    rule:", "    # why\n\n    rule:") + "# end\n"},
        "folder": {"b.yaml": second, "a.yaml": text},
        "one file": {"a.yaml": text + second.partition("\n")[2]},
        "defaults": {"a.yaml": "defaults: {organisation: marram}\n" + "\n".join(without) + "\n"},
    }
    made = {name: payload(acceptances(files)["ex-2026-014"]) for name, files in written.items()}
    assert made == dict.fromkeys(written, (VECTORS / "single.json").read_bytes())


def test_one_organisation_is_a_list_of_one_and_a_bare_id_an_asset() -> None:
    assert _payload({"rule": "x", "organisation": "marram", "covers": ["academy"]}) == (
        b'{"covers":[{"asset":"academy"}],"estate-acceptance":1,"id":"ex-1",'
        b'"organisation":["marram"],"rule":"x"}'
    )


def test_absent_is_left_out_and_null_is_said() -> None:
    assert _payload(
        {"rule": "x", "expires": NULL, "accepted_on": NULL, "covers": NULL, "risk": NULL}
    ) == (
        b'{"accepted_on":null,"covers":[],"estate-acceptance":1,"expires":null,"id":"ex-1",'
        b'"risk":"","rule":"x"}'
    )


def _leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - any YAML
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in pairs:
        yield (*path, key)
        if isinstance(each, dict | list):
            yield from _leaves(each, (*path, key))


def _changed(value: Any, path: tuple[Any, ...], *, dropped: bool) -> Any:  # noqa: ANN401 - any YAML
    """Return a copy in which one leaf says something else, or is gone."""
    copy = json.loads(json.dumps(value))
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    last = path[-1]
    if dropped:
        del inner[last]
    elif isinstance(inner[last], str):
        day = inner[last].startswith("202") and last != "year"
        inner[last] = "2025-01-01" if day else OTHER.get(last, inner[last] + "x")
    return copy


def _is_required(path: tuple[Any, ...]) -> bool:
    """Whether a field cannot be left out."""
    required = {("rule",), ("mitigation", 0, "control"), ("extended", 0, "from")}
    required |= {("extended", 0, "to"), ("facts", "on"), ("facts", "subjects")}
    return path in required or path[-1] in ("likelihood", "impact")


@pytest.mark.parametrize("path", list(_leaves(FULL)), ids=str)
def test_every_change_of_what_is_signed_changes_the_bytes(path: tuple[Any, ...]) -> None:
    before = _payload(FULL)
    changed = _changed(FULL, path, dropped=False)
    assert (_payload(changed) == before) == (changed == FULL)
    if path != ("covers", 1, "asset") and not _is_required(path):
        assert _payload(_changed(FULL, path, dropped=True)) != before


def test_the_order_of_a_list_and_the_id_are_signed() -> None:
    before = _payload(FULL)
    for name in ("covers", "organisation", "tags"):
        assert _payload({**FULL, name: FULL[name][::-1]}) != before
    assert _payload(FULL, "ex-2") != before


def test_the_full_record_has_every_field_that_is_signed() -> None:
    fields = {f.written for f in fields_of(RiskAcceptance).values()} - APART - {"id"}
    assert set(FULL) == fields
    for name, written in FULL.items():
        inner = record_in(fields_of(RiskAcceptance)[name].annotation)
        found = written[0] if isinstance(written, list) else written
        if inner is not None:
            assert set(found) == {f.written for f in fields_of(inner).values()}


def test_every_day_that_can_be_null_is_known() -> None:
    kinds = [RiskAcceptance, Approval]
    kinds += [k for f in fields_of(RiskAcceptance).values() if (k := record_in(f.annotation))]
    read = {
        name: null
        for kind in kinds
        for name, field in fields_of(kind).items()
        for null in _null_days(Annotated[field.annotation, *field.metadata, None])
        if kind.__name__ != "Withdrawal"
    }
    assert read == _NULL_DAYS


def _null_days(annotation: Any) -> Iterator[date]:  # noqa: ANN401 - an annotation
    """Yield the day that the type of a field reads null as."""
    for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        if isinstance(part, Plain) and part.read.__name__ in {"_last_day", "_done_day"}:
            yield part.read(NULL)
        elif get_args(part):
            yield from _null_days(part)


@pytest.mark.parametrize("null", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("name", ["expires", "accepted_on"])
def test_a_day_at_the_end_of_the_calendar_is_null_only_where_null_means_it(
    name: str, null: str
) -> None:
    written = _record({"rule": "x", name: null})
    known_none = _record({"rule": "x", name: NULL})
    assert (payload(written) == payload(known_none)) == (written == known_none)


SMALL = st.fixed_dictionaries(
    {"rule": st.just("x")},
    optional={
        "risk": st.sampled_from(["", "a", "b", NULL, 'a","risk":"b']),
        "name": st.sampled_from(["", "a", "b"]),
        "organisation": st.sampled_from(["marram", ["marram"], ["marram", "saltern"], [], NULL]),
        "covers": st.lists(st.sampled_from(["a", {"asset": "a"}, {"product": "a"}]), max_size=2),
        "expires": st.sampled_from(["2027-02-28", "9999-12-31", "0001-01-01", NULL]),
        "accepted_on": st.sampled_from(["2027-02-28", "9999-12-31", "0001-01-01", NULL]),
        "accepted_by": st.sampled_from(["a", "\N{CYRILLIC SMALL LETTER A}", "a "]),
        "links": st.dictionaries(st.sampled_from("ab"), st.sampled_from("ab")),
    },
)


@given(SMALL, SMALL)
def test_two_records_have_the_same_bytes_only_if_they_are_equal(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    records = _record(one), _record(other)
    assert (payload(records[0]) == payload(records[1])) == (records[0] == records[1])


def test_look_alikes_are_other_texts() -> None:
    # One accented letter or a letter with its accent; Latin or Cyrillic; with a blank at its end.
    names = ["Ren\u00e9", "Rene\u0301", "R\u0435n\u00e9", "Ren\u00e9 ", "Ren\u00e9\u200b"]
    assert len({_payload({**FULL, "accepted_by": name}) for name in names}) == len(names)


@given(st.text(max_size=8) | st.none())
def test_what_comes_after_the_decision_is_not_signed(text: str | None) -> None:
    after = {"signature": text, "withdrawn": {"by": text}}
    line = {"organisation": "marram", "by": text or "x", "signature": text}
    assert _payload({**FULL, **after, "approvals": [line]}) == _payload(FULL)


def test_an_approval_is_signed_with_its_own_line_alone() -> None:
    line: dict[str, Any] = {"organisation": "marram", "by": "Director", "on": "2026-09-12"}
    others = [{"organisation": "saltern", "by": "Other"}]
    alone = _record({"rule": "x", "approvals": [line]})
    beside = _record({"rule": "x", "approvals": [*others, {**line, "signature": "s"}]})
    made = payload(beside, (beside.approvals or ())[1])
    assert made == payload(alone, (alone.approvals or ())[0])
    assert made == (
        b'{"approval":{"by":"Director","on":"2026-09-12","organisation":"marram"},'
        b'"estate-acceptance":1,"id":"ex-1","rule":"x"}'
    )
    changes = ({"organisation": "saltern"}, {"by": "Other"}, {"on": "2026-09-13"}, {"on": NULL})
    others_made = {payload(alone, Approval(**{**line, **change})) for change in changes}
    assert len(others_made | {made, payload(alone)}) == len(changes) + 2


def test_keys_stand_in_the_order_of_utf_16_and_escapes_are_the_fewest() -> None:
    # RFC 8785, 3.2.2.2 and 3.2.3: a code point above U+FFFF comes before U+FB33.
    keys = {"\ufb33": "1", "\U0001f600": "2", "\u20ac": "3", "\r": "4", "1": "5", "\u00f6": "6"}
    text = '\u0000\b\t\n\u000b\f\r\u001f"\\/\u007f\u2028\u20ac'
    made = _payload({"rule": "x", "risk": text, "links": keys}).decode()
    assert '{"\\r":"4","1":"5","\u00f6":"6","\u20ac":"3","\U0001f600":"2","\ufb33":"1"}' in made
    assert '"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\"\\\\/\u007f\u2028\u20ac"' in made


def test_a_lone_surrogate_stays_an_escape() -> None:
    lone = _payload({"rule": "x", "risk": "\ud800", "links": {"\udfff": "x"}})
    assert b'"risk":"\\ud800"' in lone
    assert json.loads(lone)["risk"] == "\ud800"
    assert lone != _payload({"rule": "x", "risk": "\\ud800", "links": {"\udfff": "x"}})


@given(st.dictionaries(TEXT, st.text(max_size=8), max_size=4), st.text(max_size=8))
def test_it_is_json_that_says_what_was_written(links: dict[str, str], risk: str) -> None:
    said = json.loads(_payload({"rule": "x", "links": links, "risk": risk}))
    assert said["links"] == links
    assert said["risk"] == risk


@pytest.mark.parametrize("value", [1.5, True, object()])
def test_a_value_without_a_form_is_a_fault(value: object) -> None:
    record = _record({"rule": "x"})
    object.__setattr__(record, "notes", value)
    with pytest.raises(Fault, match="there is no form for"):
        payload(record)
