"""Which records a record names, wherever the format lets it name one."""

from __future__ import annotations

from typing import Any

import pytest

from estate.read.mentions import Mention, kinds_at, mentions, mentions_in_defaults


@pytest.mark.parametrize(
    ("section", "record", "path", "target"),
    [
        ("applications", {"runs_on": ["srv"]}, ("runs_on", 0), "srv"),
        ("applications", {"uses": [{"to": "crm"}]}, ("uses", 0, "to"), "crm"),
        ("applications", {"runs_on": [{"any_of": ["a"]}]}, ("runs_on", 0, "any_of", 0), "a"),
        ("contracts", {"supplier": "sea"}, ("supplier",), "sea"),
        ("contracts", {"covers": ["crm"]}, ("covers", 0), "crm"),
        ("servers", {"organisation": "marram"}, ("organisation",), "marram"),
        ("servers", {"successor": "estuary"}, ("successor",), "estuary"),
        (
            "servers",
            {"software": [{"product": "x", "extended_support": "lic"}]},
            ("software", 0, "extended_support"),
            "lic",
        ),
        (
            "projects",
            {"changes": [{"set": {"asset": "crm", "runs_on": ["srv"]}}]},
            ("changes", 0, "set", "runs_on", 0),
            "srv",
        ),
        ("projects", {"budget": [{"for": ["con"]}]}, ("budget", 0, "for", 0), "con"),
        ("exceptions", {"covers": [{"asset": "crm"}]}, ("covers", 0, "asset"), "crm"),
    ],
)
def test_a_place_that_names_a_record(
    section: str, record: dict[str, Any], path: tuple[str | int, ...], target: str
) -> None:
    assert Mention(path, target) in set(mentions(section, record))


def test_a_key_names_a_record_too() -> None:
    assert list(mentions("servers", {"shares": {"marram": "60"}})) == [
        Mention(("shares", "marram"), "marram", is_key=True)
    ]


def test_words_name_nothing() -> None:
    record = {"name": "crm", "owner": "crm", "tags": ["crm"], "software": ["crm@1"]}
    assert not list(mentions("applications", record))


def test_defaults_name_what_any_record_may() -> None:
    found = mentions_in_defaults({"organisation": "marram", "supplied_by": ["sea"], "owner": "x"})
    assert {each.target for each in found} == {"marram", "sea"}


def test_the_kinds_that_may_stand_at_a_place() -> None:
    assert kinds_at("server", ("successor",)) == ("organisation",)
    assert kinds_at("application", ("runs_on", 0)) == ("server", "device", "application")
    assert kinds_at("application", ("name",)) == ()
