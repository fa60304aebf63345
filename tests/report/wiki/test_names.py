"""Names of pages: whatever a text holds, a name is safe, stable, and no other key's."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.report.attacks import hostile_texts

from estate.report.wiki.names import names_of

keys = st.lists(st.tuples(hostile_texts, hostile_texts | st.text()), max_size=6)


def test_a_plain_text_is_its_name() -> None:
    found = names_of("Directorate", [("dune-ict", "Adults and Health"), ("dune-ict", "Place")])
    assert list(found.values()) == [
        *("Directorate-dune-ict-adults-and-health", "Directorate-dune-ict-place"),
    ]


def test_what_a_name_cannot_hold_ends_in_a_digest() -> None:
    [name] = names_of("Directorate", [("dune", "Children's Services")]).values()
    assert re.fullmatch(r"Directorate-dune-children-s-services-[0-9a-f]{8}", name)


def test_keys_that_would_have_one_name_have_two() -> None:
    found = names_of("D", [("a", "b c"), ("a-b", "c"), ("a", "B C"), ("a", "../etc/passwd")])
    assert len({name.lower() for name in found.values()}) == 4


@given(keys)
def test_names_are_safe_and_not_alike(drawn: list[tuple[str, ...]]) -> None:
    found = names_of("Page", drawn)
    assert set(found) == set(drawn)
    assert len({name.lower() for name in found.values()}) == len(found)
    assert all(re.fullmatch(r"Page(-[a-z0-9]+)+", name) for name in found.values())
    assert all(len(name) < 150 for name in found.values())


@given(keys)
def test_their_order_changes_nothing(drawn: list[tuple[str, ...]]) -> None:
    assert names_of("Page", drawn) == names_of("Page", reversed(drawn))
