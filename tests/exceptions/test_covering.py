"""An exception covers what it names, by every key, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from estate.exceptions.covering import covers
from estate.findings import Subject
from estate.model import Cover

INSTALLATION = Subject("installation", "academy", (("product", "oracle"), ("version", "12.2")))
UNVERSIONED = Subject("installation", "academy", (("product", "oracle"), ("version", "")))
NAMELESS = Subject("installation", "academy", (("product", ""), ("version", "")))
DEPENDENCY = Subject("dependency", "academy", (("targets", ("b", "a")), ("relation", "runs_on")))
DUPLICATION = Subject("duplication", "service:57", (("members", ("academy", "iworld")),))
MILESTONE = Subject("milestone", "prj-rev", (("name", "Contract signed"),))
BUDGET_LINE = Subject("budget_line", "marram", (("year", "2026-27"),))
APPLICATION = Subject("application", "academy")
SUPPLIER = Subject("supplier", "oracle")
CYCLE = Subject("application", "academy", (("members", ("academy", "iworld")),))


def cover(raw: Any) -> Cover:  # noqa: ANN401 - as a file holds it
    return TypeAdapter(Cover).validate_python(raw)


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        ({"asset": "academy", "product": "oracle", "version": "12.2"}, INSTALLATION),
        ({"asset": "academy", "product": "oracle"}, UNVERSIONED),
        ({"asset": "academy", "product": ""}, NAMELESS),
        ({"asset": "academy", "relation": "runs_on", "targets": ["a", "b"]}, DEPENDENCY),
        ({"asset": "service:57", "members": ["iworld", "academy"]}, DUPLICATION),
        ({"members": ["iworld", "academy"]}, DUPLICATION),
        ({"asset": "prj-rev", "name": "Contract signed"}, MILESTONE),
        ({"asset": "marram", "year": "2026-27"}, BUDGET_LINE),
        ("academy", APPLICATION),
        ({"asset": "academy"}, APPLICATION),
        ("oracle", SUPPLIER),
        ("estate", Subject("estate", "estate")),
        ({"asset": "academy", "members": ["iworld", "academy"]}, CYCLE),
    ],
)
def test_what_is_named_is_covered(raw: object, subject: Subject) -> None:
    assert covers(cover(raw), subject)


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        ("academy", INSTALLATION),
        ("academy", NAMELESS),
        ("academy", Subject("installation", "academy")),
        ("academy", DEPENDENCY),
        ("academy", CYCLE),
        ("service:57", DUPLICATION),
        ("prj-rev", MILESTONE),
        ({"asset": "academy", "product": "oracle"}, INSTALLATION),
        ({"asset": "academy", "version": "12.2"}, INSTALLATION),
        ({"asset": "academy", "product": "oracle", "version": "12"}, INSTALLATION),
        ({"asset": "academy", "product": "oracle", "version": "12.20"}, INSTALLATION),
        ({"asset": "academy", "product": "Oracle", "version": "12.2"}, INSTALLATION),
        ({"asset": "other", "product": "oracle", "version": "12.2"}, INSTALLATION),
        ({"product": "oracle", "version": "12.2"}, INSTALLATION),
        ({"asset": "academy", "product": "oracle", "version": "12.2", "name": "x"}, INSTALLATION),
        ({"asset": "academy", "product": "oracle", "version": "12.2"}, UNVERSIONED),
        ({"asset": "academy", "product": "oracle", "version": "12.2"}, APPLICATION),
        ({"asset": "academy", "relation": "runs_on", "targets": ["a"]}, DEPENDENCY),
        ({"asset": "academy", "relation": "runs_on", "targets": ["a", "b", "c"]}, DEPENDENCY),
        ({"asset": "academy", "relation": "uses", "targets": ["a", "b"]}, DEPENDENCY),
        ({"asset": "academy", "targets": ["a", "b"]}, DEPENDENCY),
        ({"members": ["academy"]}, DUPLICATION),
        ({"members": ["academy", "iworld", "third"]}, DUPLICATION),
        ({"members": ["academy", "iworld"]}, CYCLE),
        ({"asset": "service:58", "members": ["academy", "iworld"]}, DUPLICATION),
        ({"asset": "prj-rev", "name": "Contract"}, MILESTONE),
    ],
)
def test_nothing_else_is_covered(raw: object, subject: Subject) -> None:
    assert not covers(cover(raw), subject)
