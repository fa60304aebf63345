"""What was counted before is taken only where it is whole and its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estate.findings import Counts
from estate.findings.trend import Bearing, Numbers
from estate.pipeline.history_cache import Cache

DAY = date(2026, 11, 21)
NUMBERS = Numbers(9, 1, 2, 3, 4, Counts(5, 6), 11, (Bearing("p1", 1, 9, 2), Bearing("p2", 0, 0, 0)))


def _entry(cache: Cache) -> Path:
    return next(path for path in cache.folder.rglob("*") if path.is_file())


def test_what_was_put_is_found_for_its_content_and_day_alone(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new" / "folder")
    assert cache.get("content", DAY) is None
    cache.put("content", DAY, NUMBERS)
    assert cache.get("content", DAY) == NUMBERS
    assert cache.get("other", DAY) is None
    assert cache.get("content", date(2026, 11, 22)) is None


def test_it_holds_numbers_and_ids_of_principles_alone(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("content", DAY, NUMBERS)
    kept = json.loads(_entry(cache).read_text())
    assert set(kept) == {"schema", "key", "numbers", "seal"}
    assert kept["numbers"]["unmanaged"] == 1
    assert "content" not in _entry(cache).read_text()
    assert "2026" not in _entry(cache).read_text().replace(kept["key"], "").replace(
        kept["seal"], ""
    )


def _changed(change: Callable[[dict[str, Any]], object]) -> Callable[[str], str]:
    def made(text: str) -> str:
        values = json.loads(text)
        change(values)
        return json.dumps(values)

    return made


@pytest.mark.parametrize(
    "broken",
    [
        lambda _: "",
        lambda _: "null",
        lambda _: "[1]",
        lambda _: "\udcff",
        lambda text: text[:-20],
        lambda text: text + "}",
        lambda _: "[" * 100_000,
        lambda text: text + " " * (1 << 20),
        _changed(lambda values: values["numbers"].update(unmanaged=0)),
        _changed(lambda values: values["numbers"].pop("unmanaged")),
        _changed(lambda values: values.pop("numbers")),
        _changed(lambda values: values.update(more=1)),
        _changed(lambda values: values.update(schema="another/1")),
    ],
)
def test_what_is_not_as_it_was_written_is_no_entry(
    tmp_path: Path, broken: Callable[[str], str]
) -> None:
    cache = Cache(tmp_path)
    cache.put("content", DAY, NUMBERS)
    path = _entry(cache)
    path.write_bytes(broken(path.read_text()).encode("utf-8", "surrogateescape"))
    assert cache.get("content", DAY) is None
    cache.put("content", DAY, NUMBERS)
    assert cache.get("content", DAY) == NUMBERS


def test_an_entry_of_another_day_is_foreign(tmp_path: Path) -> None:
    cache, other = Cache(tmp_path / "one"), Cache(tmp_path / "other")
    cache.put("content", DAY, NUMBERS)
    other.put("content", date(2026, 1, 1), NUMBERS)
    _entry(cache).write_bytes(_entry(other).read_bytes())
    assert cache.get("content", DAY) is None


def _forged(cache: Cache, change: Callable[[dict[str, Any]], object]) -> Any:  # noqa: ANN401
    """Change an entry and seal it anew, as whoever can write there can; return its numbers."""
    cache.put("content", DAY, NUMBERS)
    path = _entry(cache)
    kept = json.loads(path.read_text())
    change(kept)
    told = json.dumps([kept["schema"], kept["key"], kept["numbers"]], sort_keys=True)
    kept["seal"] = sha256(told.encode()).hexdigest()
    path.write_text(json.dumps(kept))
    return kept["numbers"]


@pytest.mark.parametrize(
    "change",
    [
        lambda kept: kept.update(numbers=[1]),
        lambda kept: kept["numbers"].update(more=1),
        lambda kept: kept["numbers"].update(unmanaged=-1),
        lambda kept: kept["numbers"].update(unmanaged=True),
        lambda kept: kept["numbers"].update(unmanaged=1.0),
        lambda kept: kept["numbers"].update(principles=1),
        lambda kept: kept["numbers"]["principles"][0].update(id=1),
        lambda kept: kept["numbers"]["counts"].pop("high"),
    ],
)
def test_what_has_not_the_shape_of_numbers_is_no_entry(
    tmp_path: Path, change: Callable[[dict[str, Any]], object]
) -> None:
    cache = Cache(tmp_path)
    _forged(cache, change)
    assert cache.get("content", DAY) is None


PARTS = [*Numbers.__slots__, *Counts.__slots__, *Bearing.__slots__]  # type: ignore[attr-defined]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(PARTS), inner, max_size=9)
    ),
    max_leaves=20,
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    """Return a cache that many may write to."""
    return Cache(tmp_path_factory.mktemp("shared"))


@settings(max_examples=30)
@given(value=VALUES, part=st.sampled_from(["numbers", *Numbers.__slots__]))  # type: ignore[attr-defined]
def test_what_is_forged_has_at_least_the_shape_of_numbers(
    shared: Cache, value: object, part: str
) -> None:
    """Whoever can write there can seal as well: then a count is still a count."""

    def change(kept: dict[str, Any]) -> None:
        (kept if part == "numbers" else kept["numbers"])[part] = value

    numbers = _forged(shared, change)
    found = shared.get("content", DAY)
    if found is not None:
        assert json.loads(json.dumps(asdict(found))) == numbers
        counts = [found.unmanaged, found.services, found.unknown, found.accepted, found.open]
        assert all(type(each) is int and each >= 0 for each in counts)


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    cache = Cache(tmp_path / "file")
    cache.put("content", DAY, NUMBERS)
    assert cache.get("content", DAY) is None
    assert (tmp_path / "file").read_text() == "no folder"


def test_a_folder_in_its_place_is_no_entry(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("content", DAY, NUMBERS)
    path = _entry(cache)
    path.unlink()
    path.mkdir()
    assert cache.get("content", DAY) is None
    cache.put("content", DAY, NUMBERS)


def test_a_program_that_may_judge_otherwise_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path)
    cache.put("content", DAY, NUMBERS)
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "own.yaml").write_text("rules: {}")
    monkeypatch.setattr("estate.pipeline.history_cache.standard_rules", lambda: rules)
    other = Cache(tmp_path)
    assert other.get("content", DAY) is None
