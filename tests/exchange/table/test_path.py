from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.exchange.table.cells import Cell
from estate.exchange.table.path import flatten, path_text, steps


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("name", ("name",)),
        ("metadata.name", ("metadata", "name")),
        (
            'metadata.labels."app.kubernetes.io/name"',
            ("metadata", "labels", "app.kubernetes.io/name"),
        ),
        ('"say \\"hi\\"".x', ('say "hi"', "x")),
        ("Tag Type 1. Tag 1 ", ("Tag Type 1", "Tag 1")),
    ],
)
def test_a_path_is_keys_joined_by_dots(text: str, keys: tuple[str, ...]) -> None:
    assert steps(text) == keys


@pytest.mark.parametrize("text", ["", ".", "a.", ".a", "a..b", '"a', '"a"b', 'a"b"'])
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no path|a dot is missing"):
        steps(text)


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=4))
def test_writing_a_path_undoes_reading_it(keys: list[str]) -> None:
    assert steps(path_text(keys)) == tuple(keys)


def test_a_nested_record_becomes_its_filled_leaves() -> None:
    record: dict[str, Cell] = {
        "name": " a ",
        "none": None,
        "empty": " ",
        "labels": {"x.y": "1", "deep": {"z": ["b", None, " "]}},
        "nothing": [],
    }
    assert flatten(record) == {"name": "a", 'labels."x.y"': "1", "labels.deep.z": ["b"]}
