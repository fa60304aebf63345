"""Which edit brought a finding: the nearest first, and none that has nothing to do with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from tests.compare.estates import estate, finding

from estate.compare import Edited, edits_of, records_between, relations_between
from estate.findings import (
    FieldChange,
    Finding,
    Place,
    RecordChange,
    Related,
    Subject,
)
from estate.model import Estate

BEFORE = estate(
    servers={
        "srv": {"name": "S", "cores": "4", "notes": "old", "software": ["a@1", "b@1"]},
        "far": {"name": "F", "cores": "4"},
    },
    applications={"app": {"name": "A", "notes": "old", "runs_on": ["far"]}},
)
AFTER = estate(
    servers={
        "srv": {"name": "S", "cores": "2", "notes": "new", "software": ["a@2", "b@2"]},
        "far": {"name": "F", "cores": "2"},
    },
    applications={"app": {"name": "A", "notes": "new", "runs_on": ["srv"]}},
)


def _edited(before: Estate, after: Estate, *settings: RecordChange) -> Edited:
    return Edited.of(records_between(before, after), relations_between(before, after), settings)


def _texts(found: Finding, edited: Edited, *needs: str) -> list[str]:
    def reach(_: str) -> Iterable[str]:
        return needs

    return [edit.text for edit in edits_of(found, edited, reach)]


CHANGE = _edited(BEFORE, AFTER)
SOFTWARE = finding("srv", place=Place("srv", ("software", 1)))


def test_what_was_edited_at_its_place_is_told_alone() -> None:
    assert _texts(SOFTWARE, CHANGE) == ["srv: software[1].version 1 → 2"]


def test_a_field_that_it_reads_is_told_alone() -> None:
    found = finding("srv", facts=(("cores", "2"), ("asset.zone", "internal")))
    assert _texts(found, CHANGE) == ["srv: cores 4 → 2"]


def test_without_any_of_these_it_is_the_record() -> None:
    assert set(_texts(finding("srv"), CHANGE)) == {
        "srv: cores 4 → 2",
        "srv: notes old → new",
        "srv: software[0].version 1 → 2",
        "srv: software[1].version 1 → 2",
        "app: runs_on srv came",
    }


@pytest.mark.parametrize(
    "more",
    [
        {"path": ("other", "far")},
        {"related": (Related(Place("far"), "here"),)},
        {"facts": (("competing[far]", "true"),)},
        {"facts": (("members", "other, far"),)},
        {"subject": Subject("duplication", "level:x", (("members", ("other", "far")),))},
    ],
)
def test_records_on_its_way_count(more: dict[str, object]) -> None:
    found = replace(finding("other"), **more)  # type: ignore[arg-type]
    assert "far: cores 4 → 2" in _texts(found, CHANGE)


def test_a_record_that_came_is_an_edit_and_one_that_went_stood_before() -> None:
    came = _edited(estate(), estate(servers={"srv": {"name": "S"}}))
    assert _texts(finding("srv"), came) == ["server srv came"]
    went = _edited(estate(servers={"srv": {"name": "S"}}), estate())
    (edit,) = edits_of(finding("srv"), went, lambda _: ())
    assert (edit.text, edit.before, edit.place) == ("server srv went", True, Place("srv"))


def test_else_it_is_what_its_subject_needs() -> None:
    assert _texts(finding("elsewhere"), CHANGE, "far") == [
        "far: cores 4 → 2",
        "app: runs_on far went",
    ]


def test_else_it_is_the_change_as_a_whole() -> None:
    assert _texts(finding("elsewhere"), CHANGE) == []


def test_a_rule_that_came_is_what_brought_its_findings() -> None:
    rule = RecordChange("came", "rule", "a-rule", "A rule", Place("rule a-rule"))
    assert _texts(finding("x"), _edited(BEFORE, BEFORE, rule)) == ["the rule a-rule came"]
    assert _texts(finding("x", rule="another"), _edited(BEFORE, BEFORE, rule)) == []


@pytest.mark.parametrize(
    ("path", "facts"),
    [
        (("severity", "a-rule"), ()),
        (("policy", "horizons"), (("policy.horizons", "6 months"),)),
    ],
)
def test_a_setting_that_it_hangs_on(
    path: tuple[str, ...], facts: tuple[tuple[str, str], ...]
) -> None:
    place = Place("estate.yaml", path)
    field = FieldChange(".".join(path), "a", "b", place)
    settings = RecordChange("changed", "settings", "estate.yaml", "", place, (field,))
    edited = _edited(BEFORE, BEFORE, settings)
    assert _texts(finding("x", facts=facts), edited) == [f"estate.yaml: {field.name} a → b"]
    assert _texts(finding("x", rule="another"), edited) == []


def test_another_catalogue_brings_what_is_said_of_support() -> None:
    place = Place("lifecycle catalogue")
    field = FieldChange("as_of", "2026-08-22", "2026-11-01", place)
    newer = RecordChange("changed", "catalogue", "lifecycle catalogue", "", place, (field,))
    edited = _edited(BEFORE, BEFORE, newer)
    assert _texts(finding("x", facts=(("support.status", "ended"),)), edited) == [
        "lifecycle catalogue: as_of 2026-08-22 → 2026-11-01"
    ]
    assert _texts(finding("x"), edited) == []


def test_a_few_are_told_of_many() -> None:
    software = [f"p{number}" for number in range(9)]
    before = estate(servers={"srv": {"name": "S", "software": []}})
    after = estate(servers={"srv": {"name": "S", "software": software}})
    assert len(_texts(finding("srv"), _edited(before, after))) == 5
