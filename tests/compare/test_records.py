"""Records and relations that came, went and changed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.compare.estates import estate, estate_of

from estate.compare import records_between, relations_between
from estate.findings import Place, RecordChange, RelationChange
from estate.model import Estate


def _server(**fields: Any) -> Estate:  # noqa: ANN401 - raw values
    return estate(servers={"one": {"name": "One", **fields}})


def _fields(before: Estate, after: Estate) -> list[tuple[str, str, str]]:
    (change,) = records_between(before, after)
    return [(each.name, each.before, each.after) for each in change.fields]


def test_a_record_that_came() -> None:
    found = records_between(estate(), _server())
    assert found == (RecordChange("came", "server", "one", "One", Place("one")),)


def test_a_record_that_went() -> None:
    found = records_between(_server(), estate())
    assert found == (RecordChange("went", "server", "one", "One", Place("one")),)


def test_a_record_that_moved_to_another_section_went_and_came() -> None:
    before, after = _server(), estate(devices={"one": {"name": "One"}})
    assert [(e.turn, e.kind) for e in records_between(before, after)] == [
        ("went", "server"),
        ("came", "device"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({}, {"cores": "4"}, ("cores", "", "4")),
        ({"cores": "4"}, {}, ("cores", "4", "")),
        ({"review_by": "2026-11-21"}, {"review_by": "2026-11-22"}, None),
        ({"notes": "a"}, {"notes": ""}, ("notes", "a", "none")),
        (
            {"recovery": {"rto": "4h"}},
            {"recovery": {"rto": "1d"}},
            ("recovery.rto", "4h", "1d"),
        ),
        ({"tags": ["a", "b"]}, {"tags": ["a", "c"]}, ("tags", "a, b", "a, c")),
        ({"tags": ["a"]}, {"tags": []}, ("tags", "a", "none")),
        ({"links": {"x": "1"}}, {"links": {"x": "2"}}, ("links.x", "1", "2")),
        ({"software": ["a@1"]}, {"software": ["a@2"]}, ("software[0].version", "1", "2")),
        (
            {"software": ["a@1"]},
            {"software": ["b@1", "a@1"]},
            ("software[0]", "", "product: b, version: 1"),
        ),
        (
            {"software": ["a@1", "b@1"]},
            {"software": ["b@1"]},
            ("software", "product: a, version: 1", ""),
        ),
    ],
)
def test_a_field_is_told_before_and_after_in_words(
    before: dict[str, Any], after: dict[str, Any], told: tuple[str, str, str] | None
) -> None:
    expected = told or ("review_by", "2026-11-21", "2026-11-22")
    assert _fields(_server(**before), _server(**after)) == [expected]


def test_a_field_stands_where_it_does_after_the_change() -> None:
    (change,) = records_between(_server(software=["a@1"]), _server(software=["b@1", "a@2"]))
    assert [each.place for each in change.fields] == [
        Place("one", ("software", 0)),
        Place("one", ("software", 1, "version")),
    ]


@pytest.mark.parametrize("field", ["software", "tags"])
def test_the_order_of_a_list_is_no_change(field: str) -> None:
    before, after = _server(**{field: ["a", "b"]}), _server(**{field: ["b", "a"]})
    assert records_between(before, after) == ()


def test_two_members_of_one_name_are_both_told() -> None:
    before = _server(software=["a@1", "a@2"])
    assert _fields(before, _server(software=[])) == [
        ("software", "product: a, version: 1", ""),
        ("software", "product: a, version: 2", ""),
    ]


def test_where_records_stand_is_no_change() -> None:
    one = {"servers": {"one": {"name": "One"}}}
    two = {"servers": {"two": {"name": "Two", "hosted_on": ["one"]}}}
    apart, other = estate_of(one, two), estate_of(two, one)
    assert records_between(apart, other) == ()
    assert relations_between(apart, other) == ()


def _linked(*links: Any) -> Estate:  # noqa: ANN401 - raw values
    return estate(
        servers={key: {"name": key} for key in ("a", "b", "c")},
        applications={"app": {"name": "App", "runs_on": list(links)}},
    )


def test_relations_come_and_go_and_are_no_field() -> None:
    before, after = _linked("a", "b"), _linked("b", "c")
    assert records_between(before, after) == ()
    assert relations_between(before, after) == (
        RelationChange("went", "runs_on", "app", ("a",), Place("app", ("runs_on", 0))),
        RelationChange("came", "runs_on", "app", ("c",), Place("app", ("runs_on", 1))),
    )


def test_a_relation_that_says_something_else_went_and_came() -> None:
    found = relations_between(_linked("a"), _linked({"to": "a", "strength": "soft"}))
    assert [(e.turn, e.targets, e.detail) for e in found] == [
        ("went", ("a",), ""),
        ("came", ("a",), "strength: soft"),
    ]


def test_a_group_is_no_single_target() -> None:
    found = relations_between(_linked("a"), _linked({"any_of": ["a"]}))
    assert [e.detail for e in found] == ["", "any of them"]


def test_a_record_that_goes_takes_its_relations_along() -> None:
    found = relations_between(_linked("a"), estate(servers={"a": {"name": "a"}}))
    assert [(e.turn, e.source) for e in found] == [("went", "app")]


_TEXTS = st.sampled_from(["1", "2", "10.10"])
_SERVERS = st.fixed_dictionaries(
    {},
    optional={
        "cores": st.sampled_from(["1", "2"]),
        "tags": st.lists(_TEXTS, max_size=3, unique=True),
        "software": st.lists(_TEXTS.map("db@{}".format), max_size=3, unique=True),
        "located_at": st.lists(st.sampled_from(["site-a", "site-b"]), max_size=2, unique=True),
    },
)
_ESTATES = st.dictionaries(st.sampled_from(["one", "two", "three"]), _SERVERS).map(
    lambda servers: estate(
        sites={key: {"name": key} for key in ("site-a", "site-b")},
        servers={key: {"name": key, **fields} for key, fields in servers.items()},
    )
)
_MIRRORED = {"came": "went", "went": "came", "changed": "changed"}


@given(one=_ESTATES)
def test_law_an_estate_does_not_differ_from_itself(one: Estate) -> None:
    assert records_between(one, one) == ()
    assert relations_between(one, one) == ()


@given(one=_ESTATES, other=_ESTATES)
def test_law_what_came_one_way_went_the_other(one: Estate, other: Estate) -> None:
    there, back = records_between(one, other), records_between(other, one)
    assert sorted((_MIRRORED[e.turn], e.kind, e.id) for e in there) == sorted(
        (e.turn, e.kind, e.id) for e in back
    )
    to, fro = relations_between(one, other), relations_between(other, one)
    assert sorted((_MIRRORED[e.turn], e.source, e.targets) for e in to) == sorted(
        (e.turn, e.source, e.targets) for e in fro
    )
    fields = [(e.id, f.before, f.after) for e in there for f in e.fields]
    mirrored = [(e.id, f.after, f.before) for e in back for f in e.fields]
    assert sorted(fields) == sorted(mirrored)


@given(one=_ESTATES, other=_ESTATES)
def test_law_nothing_is_told_only_where_nothing_differs(one: Estate, other: Estate) -> None:
    silent = not records_between(one, other) and not relations_between(one, other)
    if one == other:
        assert silent
    if silent:
        assert _as_sets(one) == _as_sets(other)


def _as_sets(one: Estate) -> dict[str, object]:
    return {
        entry.id: [
            frozenset(value) if isinstance(value, tuple) else value
            for value in (getattr(entry, name, None) for name in ("cores", "tags", "software"))
        ]
        for entry in one
    }
