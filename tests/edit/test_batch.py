"""Many changes at once: what one change promises holds for all of them together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estate.edit import Edit, add_record, edited, remove_field, set_field
from estate.errors import EditError
from estate.read import read_document

FILE = """\
# The register of Marram.
applications:
  academy:              # the big one
    name: Academy
    owner: 'Head of Revenues'   # since 2019
    runs_on:
    - srv-1
    # overnight too
    - srv-2

  library:
    name: Library
    annual_cost: {revenue: 42}

# What it runs on.
servers:
  srv-1: {name: One}
  srv-2:
    name: Two
"""


def _edited(text: str, *edits: Edit, **records: dict[str, dict[str, object]]) -> str:
    return edited(text, edits, records, name="i.yaml")


def test_each_change_is_made_in_its_own_lines() -> None:
    after = _edited(
        FILE,
        Edit(("applications", "academy", "owner"), "Head of Benefits"),
        Edit(("applications", "academy", "runs_on"), ["srv-2"]),
        Edit(("applications", "library", "annual_cost", "revenue"), 43),
        Edit(("servers", "srv-2", "cores"), 8),
        Edit(("servers", "srv-1", "cores"), 4),
        Edit(("applications", "library", "name"), "Libraries"),
    )
    assert after == (
        FILE.replace("'Head of Revenues'", "Head of Benefits")
        .replace("    - srv-1\n    # overnight too\n    - srv-2\n", "    - srv-2\n")
        .replace("42", "43")
        .replace("Library", "Libraries")
        .replace("{name: One}", "{name: One, cores: 4}")
        .replace("    name: Two\n", "    name: Two\n    cores: 8\n")
    )


def test_records_are_added_behind_the_others() -> None:
    after = _edited(
        FILE,
        Edit(("applications", "academy", "owner"), remove=True),
        applications={"a": {"name": "A"}, "b": {"name": "B"}, "c": {"name": "C"}},
        sites={"depot": {"name": "Depot"}, "hall": {"name": "Hall"}},
    )
    assert after == (
        FILE.replace("    owner: 'Head of Revenues'   # since 2019\n", "").replace(
            "{revenue: 42}\n",
            "{revenue: 42}\n\n  a:\n    name: A\n\n  b:\n    name: B\n\n  c:\n    name: C\n",
        )
        + "\nsites:\n  depot:\n    name: Depot\n\n  hall:\n    name: Hall\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        FILE.replace("\n", "\r\n"),
        FILE.rstrip("\n"),
        "\ufeff" + FILE,
        FILE.replace("name: Academy", "name: &n Academy"),
        '{"applications": {"academy": {"name": "A"}, "library": {"name": "B"}}}',
        "applications: {academy: {name: A}, library: {name: B}}\n",
        FILE + "  srv-3: {name: 'a\u2028b'}\n",
    ],
)
def test_it_is_what_one_change_after_another_gives(text: str) -> None:
    name = "i.json" if text.startswith('{"') else "i.yaml"
    edits = [
        Edit(("applications", "academy", "owner"), "Somebody"),
        Edit(("applications", "library", "name"), "Books"),
    ]
    added = {"x": {"name": "X"}, "y": {"name": "Y"}}
    one = text
    for edit in edits:
        one = set_field(one, edit.path, edit.value, name=name)
    for key, record in added.items():
        one = add_record(one, "applications", key, record, name=name)
    assert edited(text, edits, {"applications": added}, name=name) == one


def test_a_file_that_is_empty_gets_its_first_records() -> None:
    added = {"x": {"name": "X"}, "y": {"name": "Y"}}
    after = edited("", [], {"sites": added}, name="i.yaml")
    assert read_document("i.yaml", after.encode()).values == {"sites": added}


def test_what_cannot_be_changed_alone_is_refused() -> None:
    text = "sites:\n  a: &a\n    name: A\n    address: x\n  b: *a\n"
    with pytest.raises(EditError, match="without changing something else"):
        _edited(text, Edit(("sites", "a", "address"), "y"))
    with pytest.raises(EditError, match=r"has no sites\.z"):
        _edited(text, Edit(("sites", "z", "address"), "y"))


def test_a_large_file_keeps_the_habits_of_its_beginning() -> None:
    lines = [f"   s{n}:\n      name: 'Site {n}'\n" for n in range(3_000)]
    text = "sites:\n" + "".join(lines)
    edits = [Edit(("sites", "s2999", "address"), "7: x"), Edit(("sites", "s0", "address"), "a")]
    after = _edited(text, *edits)
    assert after == text.replace("'Site 0'", "'Site 0'\n      address: a").replace(
        "'Site 2999'", "'Site 2999'\n      address: '7: x'"
    )


KEYS = st.sampled_from(["academy", "library"])
FIELDS = st.sampled_from(["name", "owner", "notes", "zone"])
VALUES = st.text(max_size=12).filter(lambda text: "\x00" not in text) | st.lists(
    st.sampled_from(["a", "b: c", "- d"]), max_size=3
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(KEYS, FIELDS, VALUES), min_size=1, max_size=4))
def test_all_together_read_as_one_after_another(changes: list[tuple[str, str, object]]) -> None:
    edits = [Edit(("applications", key, field), value) for key, field, value in changes]
    one = FILE
    for edit in edits:
        one = set_field(one, edit.path, edit.value, name="i.yaml")
    after = _edited(FILE, *edits)
    assert read_document("i", after.encode()).values == read_document("i", one.encode()).values
    for key, field, _ in changes:
        again = remove_field(after, ("applications", key, field), name="i.yaml")
        assert "# What it runs on.\nservers:\n  srv-1: {name: One}" in again
