"""Other ids, everywhere where one is named, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.edit.layouts import documents

from estate.edit.renaming import rename, renamed_values
from estate.edit.sheet import same
from estate.errors import EditError
from estate.read import read_document

NAME = "inventory/a.yaml"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("servers:\n  srv: {name: srv}  # srv\n", "servers:\n  a/srv: {name: srv}  # srv\n"),
        ("servers:\n  'srv': {name: x}\n", "servers:\n  'a/srv': {name: x}\n"),
        ('servers:\n  "s\\x72v": {name: x}\n', 'servers:\n  "a/srv": {name: x}\n'),
        (("applications:\n"
"  x:\n"
"    runs_on: [srv, srv-2]\n"), ("applications:\n"
"  x:\n"
"    runs_on: [a/srv, srv-2]\n")),
        (
            "applications:\n  x:\n    runs_on:\n      - srv\n      - {to: srv, purpose: srv}\n",
            "applications:\n  x:\n    runs_on:\n      - a/srv\n      - {to: a/srv, purpose: srv}\n",
        ),
        (
            "applications:\n  x: {runs_on: [{any_of: [srv, y]}]}\n",
            "applications:\n  x: {runs_on: [{any_of: [a/srv, y]}]}\n",
        ),
        (
            "servers:\n  x: {shares: {srv: 60, y: 40}}\n",
            "servers:\n  x: {shares: {a/srv: 60, y: 40}}\n",
        ),
        ("defaults: {organisation: srv, owner: x}", "defaults: {organisation: a/srv, owner: x}"),
        (
            ("projects:\n"
"  p:\n"
"    changes:\n"
"      - {on: 2027-01-01, set: {asset: srv, hosted_on: [srv]}}\n"),
            ("projects:\n"
"  p:\n"
"    changes:\n"
"      - {on: 2027-01-01, set: {asset: a/srv, hosted_on: [a/srv]}}\n"),
        ),
        (
            "organisations:\n  o:\n    budget: [{year: 2026-27, for: [srv]}]\n",
            "organisations:\n  o:\n    budget: [{year: 2026-27, for: [a/srv]}]\n",
        ),
        (
            ("exceptions:\n"
"  e:\n"
"    covers: [{asset: srv, product: srv}]\n"
"    facts:\n"
"      subjects:\n"
"        srv php 8.1: {x: srv}\n"),
            ("exceptions:\n"
"  e:\n"
"    covers: [{asset: a/srv, product: srv}]\n"
"    facts:\n"
"      subjects:\n"
"        a/srv php 8.1: {x: srv}\n"),
        ),
        (
            ("exceptions:\n"
"  e:\n"
"    covers: [{asset: 'service:srv', members: [srv, y]}]\n"
"    facts:\n"
"      subjects:\n"
"        service:srv srv,y: {}\n"),
            ("exceptions:\n"
"  e:\n"
"    covers: [{asset: 'service:a/srv', members: [a/srv, y]}]\n"
"    facts:\n"
"      subjects:\n"
"        service:a/srv a/srv,y: {}\n"),
        ),
        ("servers:\r\n  srv: {name: Zoë}\r\n", "servers:\r\n  a/srv: {name: Zoë}\r\n"),
        ("\ufeffservers:\n  srv: {name: x}\n", "\ufeffservers:\n  a/srv: {name: x}\n"),
        (
            "applications:\n  x: {runs_on: &h [srv]}\n  y: {runs_on: *h}\n",
            "applications:\n  x: {runs_on: &h [a/srv]}\n  y: {runs_on: *h}\n",
        ),
        (
            "applications:\n  x: {name: &h srv}\n  y: {runs_on: [*h ]}\n",
            "applications:\n  x: {name: &h srv}\n  y: {runs_on: [a/srv ]}\n",
        ),
        (
            "applications:\n  x: {runs_on: [&h srv]}\n  y: {runs_on: [*h ]}\n",
            "applications:\n  x: {runs_on: [&h a/srv]}\n  y: {runs_on: [*h ]}\n",
        ),
        (
            "applications:\n  x: &h {runs_on: [srv]}\n  y:\n    <<: *h\n    name: z\n",
            "applications:\n  x: &h {runs_on: [a/srv]}\n  y:\n    <<: *h\n    name: z\n",
        ),
        ("applications:\n  x:\n    runs_on: srv-1\n", "applications:\n  x:\n    runs_on: srv-1\n"),
    ],
)  # fmt: skip
def test_a_file_under_other_ids(before: str, after: str) -> None:
    assert rename(before, {"srv": "a/srv"}, name=NAME) == after
    if "*h ]" not in before:
        assert rename(after, {"a/srv": "srv"}, name=NAME) == before.replace("s\\x72v", "srv")


def test_json_stays_json() -> None:
    before = '{"servers": {"srv": {"hosted_on": ["srv-2"]}, "srv-2": {"name": "srv"}}}'
    after = rename(before, {"srv": "a/srv", "srv-2": "b/srv-2"}, name="inventory/a.json")
    assert after == (
        '{"servers": {"a/srv": {"hosted_on": ["b/srv-2"]}, "b/srv-2": {"name": "srv"}}}'
    )


def test_an_alias_that_says_an_id_and_a_word_is_told_of() -> None:
    text = "applications:\n  x: {runs_on: &h [srv]}\n  y: {tags: *h }\n"
    with pytest.raises(EditError, match=r"applications\.x cannot be changed"):
        rename(text, {"srv": "a/srv"}, name=NAME)


@pytest.mark.parametrize(
    "text",
    [
        "servers:\n  other: {name: srv}  # srv\n",
        "servers: srv\n",
        "srv: 1\n",
        "# srv\n",
    ],
)
def test_a_file_that_only_speaks_of_the_word_stays(text: str) -> None:
    assert rename(text, {"srv": "a/srv"}, name=NAME) == text


def test_a_file_without_the_id_is_not_even_read() -> None:
    assert rename("servers: [", {"srv": "a/srv"}, name=NAME) == "servers: ["


@given(documents(), st.sampled_from(("ex-1", "ex-2", "srv")))
def test_any_layout_reads_as_it_did_under_the_other_ids(
    drawn: tuple[str, dict[str, object]], old: str
) -> None:
    text, _ = drawn
    names = {old: f"q/{old}"}
    before = read_document(NAME, text.encode()).values
    try:
        after = rename(text, names, name=NAME)
    except EditError:
        assert "*" in text  # one alias says an id and something else
        return
    assert same(read_document(NAME, after.encode()).values, renamed_values(before, names))
    back = rename(after, {new: was for was, new in names.items()}, name=NAME)
    assert same(read_document(NAME, back.encode()).values, before)
