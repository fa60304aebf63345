"""Three sides, one plan: only what the import changed changes, and what clashes is told."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, validate  # type: ignore[import-untyped]

from estate.exchange import Loss
from estate.exchange.update import Records, flat, plan_json, plan_text, planned, raw, same
from estate.exchange.update.plan import Change, Side
from estate.exchange.update.schema import update_schema
from estate.model.types import NULL

NAMES = st.sampled_from(["a", "b", "c"])
VALUES = st.sampled_from(["x", "y", "1", "1.0", ["x"], [], NULL])
FIELDS = st.dictionaries(st.sampled_from([("name",), ("owner",), ("cost", "revenue")]), VALUES)
SIDES = st.fixed_dictionaries({"sites": st.dictionaries(NAMES, FIELDS)})


def _of(**records: Any) -> Records:  # noqa: ANN401 - records as they are
    return {"sites": {key: flat(record) for key, record in records.items()}}


def _told(base: Records | None, new: Records, current: Records, side: Side = "keep") -> list[str]:
    return [
        f"{change.kind} {change.place}"
        for change in planned(base, new, current, conflicts=side).changes
    ]


def test_only_what_the_import_changed_changes() -> None:
    base = _of(a={"name": "A", "owner": "X", "notes": "n"}, b={"name": "B"})
    new = _of(a={"name": "A", "owner": "Y"}, b={"name": "B"}, c={"name": "C"})
    current = _of(a={"name": "Alpha", "owner": "X", "notes": "n", "tags": ["t"]}, b={"name": "B"})
    assert _told(base, new, current) == [
        "changed sites.a.owner",
        "removed sites.a.notes",
        "added sites.c",
    ]
    assert planned(base, new, current).same == 1


def test_what_both_changed_is_a_conflict_until_somebody_says_who_wins() -> None:
    base, new = _of(a={"owner": "X", "notes": "n"}), _of(a={"owner": "Y"})
    current = _of(a={"owner": "Z", "notes": "m"})
    assert _told(base, new, current) == ["conflict sites.a.owner", "conflict sites.a.notes"]
    assert _told(base, new, current, "take") == ["changed sites.a.owner", "removed sites.a.notes"]
    taken_out = _of(a={"notes": "n"})
    (change, _) = planned(base, new, taken_out).changes
    assert change.why == "it was taken out here"


def test_without_what_was_before_every_difference_is_a_conflict() -> None:
    new, current = _of(a={"owner": "Y", "zone": "z"}), _of(a={"owner": "Z", "notes": "m"})
    assert _told(None, new, current) == ["conflict sites.a.owner", "changed sites.a.zone"]


def test_what_is_gone_or_was_taken_out_is_told() -> None:
    base = _of(a={"name": "A"}, b={"name": "B"}, c={"name": "C"})
    assert _told(base, _of(a={"name": "A"}), _of(b={"name": "B"})) == [
        "conflict sites.a",
        "gone sites.b",
    ]


def test_what_may_be_another_record_is_ambiguous() -> None:
    new = _of(a={"name": "Depot"}, b={"name": "Hall"})
    current = {"sites": {"x": flat({"name": "depot"})}, "servers": {"b": flat({"name": "B"})}}
    found = planned({}, new, current).changes
    assert [(change.kind, change.why) for change in found] == [
        ("ambiguous", "x has the same name: is it this one?"),
        ("ambiguous", "b is one of servers here"),
    ]


def test_a_field_may_follow_the_others() -> None:
    base = _of(a={"owner": "X", "source": "1"}, b={"owner": "X", "source": "2"})
    new = _of(a={"owner": "X", "source": "8"}, b={"owner": "Y", "source": "9"})
    plan = planned(base, new, base, following={("source",)})
    assert [change.place for change in plan.changes] == ["sites.b.owner", "sites.b.source"]
    by_hand = _of(a={"owner": "X"}, b={"owner": "X", "source": "by hand"})
    plan = planned(base, new, by_hand, following={("source",)})
    assert [change.place for change in plan.changes] == ["sites.b.owner"]


@given(SIDES, SIDES)
def test_what_was_imported_and_has_not_changed_changes_nothing(
    new: Records, current: Records
) -> None:
    assert not [c for c in planned(new, new, current).changes if c.kind != "conflict"]
    assert planned(new, new, new).changes == ()


@given(SIDES, SIDES, SIDES)
def test_no_side_of_a_person_is_overwritten_unasked(
    base: Records, new: Records, current: Records
) -> None:
    for change in planned(base, new, current).of("changed", "removed"):
        before = base.get(change.section, {}).get(change.id)
        if before is not None and change.path in before:
            assert same(before[change.path], current[change.section][change.id][change.path])
        else:
            assert change.path not in current[change.section][change.id]


def test_numbers_are_one_however_they_are_written() -> None:
    assert same(raw(42000), "42000.00")
    assert not same("10.1", "10.10x")
    assert not same("1", "01")
    assert not same(NULL, "")
    assert same({"a": ["1"]}, {"a": ["1"]})


def test_a_plan_is_told_with_what_needs_a_decision_first() -> None:
    base, new = _of(a={"owner": "X"}), _of(a={"owner": "Y\u202e"}, c={"name": "=C()"})
    plan = planned(base, new, _of(a={"owner": "Z"}))
    loss = Loss("cell", "sites", "t.xlsx", 3, "closes", "never", "no date")
    assert plan_text(plan, [loss], "t.xlsx") == (
        "t.xlsx: 1 in conflict, 1 added; 0 records stay as they are\n"
        "\n"
        "conflicts, left as they are: 1\n"
        "  sites.a.owner: 'Z' → 'Y\\u202e': it was changed here too\n"
        "\n"
        "records added: 1\n"
        "  sites.c: '=C()'\n"
        "\n"
        "what did not fit: 1\n"
        "  no date\n"
        "    sites row 3 closes: 'never'\n"
    )
    document = json.loads(plan_json(plan, [loss], "t.xlsx", written=["a.yaml"]))
    assert document["schema"] == "estate-update/1"
    validate(document, update_schema())
    Draft202012Validator.check_schema(update_schema())
    assert document["changes"][0] == {
        "kind": "conflict",
        "section": "sites",
        "id": "a",
        "field": "owner",
        "before": "Z",
        "after": "Y\u202e",
        "why": "it was changed here too",
    }
    assert document["changes"][1]["fields"] == {"name": "=C()"}
    assert document["losses"][0]["reason"] == "no date"


def test_a_long_plan_is_cut_and_says_so() -> None:
    plan = planned({}, _of(**{f"a{n}": {"name": "x" * 99} for n in range(25)}), {"sites": {}})
    text = plan_text(plan, [], "t")
    assert "  … and 5 more\n" in text
    assert "xx…\n" in text
    assert len(plan_text(plan, [], "t", shown=None).splitlines()) == 28
    gone = planned(_of(a={}), {"sites": {}}, _of(a={}))
    assert "(marked as retired): 1" in plan_text(gone, [], "t", retire=True)


def test_a_plan_without_changes_says_so() -> None:
    plan = planned({}, {}, {})
    assert plan_text(plan, [], "t") == "t: nothing to change; 0 records stay as they are\n"
    assert Change("added", "s", "k").place == "s.k"
