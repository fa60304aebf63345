"""Every shape of endoflife.date is read into the same products."""

from __future__ import annotations

import contextlib
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.errors import CatalogueError
from estate.lifecycle import Cycle
from estate.lifecycle.foreign import Foreign, read_foreign

FRONT_MATTER = {
    "thing": {
        "title": "Thing",
        "category": "os",
        "tags": "linux-distribution acme",
        "permalink": "/thing",
        "alternate_urls": ["/the-thing"],
        "identifiers": [{"purl": "pkg:generic/thing"}, {"repology": "thing"}],
        "releases": [
            {
                "releaseCycle": "2",
                "releaseDate": "2024-02-01",
                "codename": "Jolly Jumper",
                "eoas": "2025-02-01",
                "eol": False,
                "eoes": "2029-02-01",
                "lts": True,
                "latest": "2.1.0",
            },
            {"releaseCycle": "1", "releaseDate": "2020-02-01", "eol": True, "lts": "2021-01-01"},
        ],
    }
}
API_1: dict[str, Any] = {
    "schema_version": "1.2.1",
    "generated_at": "2026-09-01T00:31:44+00:00",
    "total": 1,
    "result": [
        {
            "name": "thing",
            "label": "Thing",
            "category": "os",
            "tags": ["acme", "linux-distribution", "os"],
            "aliases": ["the-thing"],
            "identifiers": [
                {"type": "purl", "id": "pkg:generic/thing"},
                {"type": "repology", "id": "thing"},
            ],
            "releases": [
                {
                    "name": "2",
                    "codename": "Jolly Jumper",
                    "label": "2 'Jolly Jumper' (LTS)",
                    "releaseDate": "2024-02-01",
                    "isLts": True,
                    "ltsFrom": None,
                    "isEoas": True,
                    "eoasFrom": "2025-02-01",
                    "isEol": False,
                    "eolFrom": None,
                    "isEoes": False,
                    "eoesFrom": "2029-02-01",
                    "isMaintained": True,
                    "latest": {"name": "2.1.0", "date": "2026-01-01", "link": None},
                },
                {
                    "name": "1",
                    "codename": None,
                    "label": "1",
                    "releaseDate": "2020-02-01",
                    "isLts": True,
                    "ltsFrom": "2021-01-01",
                    "isEol": True,
                    "eolFrom": None,
                    "isEoes": None,
                    "eoesFrom": None,
                    "latest": None,
                },
            ],
        }
    ],
}
API_0 = [
    {
        "cycle": "2",
        "releaseDate": "2024-02-01",
        "support": "2025-02-01",
        "eol": False,
        "extendedSupport": "2029-02-01",
        "lts": True,
        "latest": "2.1.0",
    },
    {"cycle": "1", "releaseDate": "2020-02-01", "eol": True, "lts": "2021-01-01"},
]
CYCLES = (
    Cycle("2", date(2024, 2, 1), date(2025, 2, 1), False, date(2029, 2, 1), True, "2.1.0"),  # noqa: FBT003 - endings in their order
    Cycle("1", date(2020, 2, 1), None, True, None, date(2021, 1, 1)),  # noqa: FBT003 - endings in their order
)


def read(data: Any, file: str = "thing.json") -> Foreign:  # noqa: ANN401 - any JSON
    return read_foreign(json.dumps(data), file)


def problems(data: Any, file: str = "thing.json") -> list[str]:  # noqa: ANN401 - any JSON
    with pytest.raises(CatalogueError) as caught:
        read(data, file)
    return [problem.message for problem in caught.value.problems] or [caught.value.message]


@pytest.mark.parametrize(
    "data",
    [
        FRONT_MATTER,
        FRONT_MATTER["thing"],
        API_1,
        {**API_1, "result": API_1["result"][0]},
        API_1["result"],
        API_0,
        {"thing": API_0},
    ],
)
def test_every_shape_gives_the_same_cycles(data: object) -> None:
    (product,) = read(data).products
    assert product.id == "thing"
    assert product.cycles == CYCLES


@pytest.mark.parametrize("data", [FRONT_MATTER, API_1])
def test_a_whole_product_brings_its_names(data: object) -> None:
    (product,) = read(data).products
    assert (product.name, product.category) == ("Thing", "os")
    assert sorted(product.tags) == ["acme", "linux-distribution"]
    assert product.aliases == ("the-thing",)
    assert product.identifiers == ("pkg:generic/thing", "repology:thing")
    assert dict(product.version_names)["jolly"] == ("2",)


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        (FRONT_MATTER, True),
        (API_1, True),
        (FRONT_MATTER["thing"], False),
        ({**API_1, "result": API_1["result"][0]}, False),
        (API_0, False),
    ],
)
def test_a_whole_is_told_from_a_part(data: object, whole: bool) -> None:  # noqa: FBT001 - a case's value
    assert read(data).whole is whole


def test_the_day_is_what_the_file_says_else_its_name() -> None:
    assert read(API_1, "products-2026-08-22.json").as_of == date(2026, 9, 1)
    assert read(API_0, "/2020-01-01/thing-2026-08-22.json").as_of == date(2026, 8, 22)
    assert read(API_0).as_of is None
    assert read({**API_1, "generated_at": "soon"}).as_of is None


def test_older_key_names_are_read() -> None:
    cycle = {"name": "1", "eol": None, "support": True, "extendedSupport": False, "latest": 1}
    (product,) = read([cycle]).products
    assert product.cycles == (Cycle("1", None, True, None, False, latest="1"),)  # noqa: FBT003 - endings in their order


def test_releases_stand_newest_first_and_undated_ones_last() -> None:
    days = {"1": "2020-01-01", "3": "2024-01-01", "2": "2022-01-01", "x": None}
    data = [{"cycle": cycle, "releaseDate": day} for cycle, day in days.items()]
    assert [cycle.id for cycle in read(data).products[0].cycles] == ["3", "2", "1", "x"]


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "nil", b"\xff\xfe{"])
def test_what_is_no_json_is_said(text: str | bytes) -> None:
    with pytest.raises(CatalogueError, match=r"thing\.json is no JSON"):
        read_foreign(text, "thing.json")


@pytest.mark.parametrize("data", [{}, [], None, 3, "text", {"a": 1}, {"result": 4}])
def test_other_data_is_refused(data: object) -> None:
    assert problems(data) == ["thing.json holds no lifecycle data that estate knows the shape of"]


def test_every_problem_is_gathered() -> None:
    data = {
        "thing": {
            "releases": [
                {"releaseCycle": "1", "eol": "soon"},
                {"releaseCycle": "2", "eol": "2026-13-01", "eoas": 7},
                {"releaseCycle": "2"},
                {"releaseCycle": "a b"},
                {},
                "text",
            ]
        },
        "other": {"title": "Other"},
        "a|b": [{"cycle": "1"}],
    }
    assert problems(data) == [
        "'a|b': this is no product's id",
        "other: there are no releases",
        "thing 1: eol is 'soon'",
        "thing 2: eoas is 7",
        "thing 2: eol is '2026-13-01'",
        "thing, release 3: its name is '2'",
        "thing, release 4: its name is 'a b'",
        "thing, release 5: its name is ''",
        "thing, release 6: found 'text'",
    ]


def test_a_list_without_releases_says_so() -> None:
    summary = {"result": [{"name": "thing", "aliases": []}]}
    assert problems(summary) == ["thing: there are no releases"]


def test_odd_identifiers_and_tags_are_left_out() -> None:
    data = {"thing": {"tags": 3, "identifiers": ["x", {"cpe": "cpe:/a:b:c"}], "releases": API_0}}
    (product,) = read(data).products
    assert (product.tags, product.identifiers) == ((), ("cpe:/a:b:c",))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["result", "releases", "name", "eol", "cycle"]), inner)
    ),
    max_leaves=12,
)


@given(_JSON)
def test_any_json_is_read_or_refused(data: object) -> None:
    with contextlib.suppress(CatalogueError):
        assert read(data).products
