"""The laws of merging and parting: the one undoes the other, and order changes nothing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests.merge.estates import back, cut, inventories, lay, together

from estate.merge import read_part

FILES = inventories(("marram", "saltern"))


@settings(max_examples=20, deadline=None)
@given(FILES, FILES)
def test_merging_and_taking_apart_gives_back_what_went_in(
    first: dict[str, str], second: dict[str, str]
) -> None:
    with TemporaryDirectory() as place:
        here = Path(place)
        parts = {
            "north": read_part(lay(here / "n", first)),
            "south": read_part(lay(here / "s", second)),
        }
        merged, whole = together(parts, here / "both")
        assert len(whole.estate) == merged.records
        event(f"renamed: {sum(map(len, merged.names.values())) > 0}")
        event(f"one: {len(merged.same) > 2}")
        for name, files in (("north", first), ("south", second)):
            found, again = back(whole, name, here / f"{name}-again")
            assert again.estate == parts[name].estate
            assert not found.losses
            assert not found.stale
            plain = not merged.names[name]
            for path, text in files.items():
                if plain and path.endswith(".yaml") and "/in/" not in path:
                    assert found.files[path] == text.encode()


@settings(max_examples=20, deadline=None)
@given(FILES, FILES)
def test_the_order_of_the_estates_changes_nothing(
    first: dict[str, str], second: dict[str, str]
) -> None:
    with TemporaryDirectory() as place:
        here = Path(place)
        one, other = read_part(lay(here / "n", first)), read_part(lay(here / "s", second))
        there, _ = together({"north": one, "south": other}, here / "one")
        back_to_front, _ = together({"south": other, "north": one}, here / "other")
        assert there.files == back_to_front.files


@settings(max_examples=20, deadline=None)
@given(FILES)
def test_parting_and_merging_gives_back_the_estate(files: dict[str, str]) -> None:
    with TemporaryDirectory() as place:
        here = Path(place)
        whole = read_part(lay(here / "both", files))
        halves = {}
        for name in ("marram", "saltern"):
            found, halves[name] = cut(whole, [name], here / name)
            event(f"losses: {bool(found.losses)}")
            kept, left = sum(found.kept.values()), sum(found.left.values())
            assert kept + left == len(whole.estate)
        merged, again = together(halves, here / "again")
        assert not any(merged.names.values())
        assert again.estate == whole.estate


@settings(max_examples=10, deadline=None)
@given(FILES, st.sampled_from(("marram", "saltern")))
def test_nothing_of_an_organisation_stays_behind(files: dict[str, str], name: str) -> None:
    with TemporaryDirectory() as place:
        whole = read_part(lay(Path(place) / "both", files))
        _, half = cut(whole, [name], Path(place) / name)
        for entry in whole.estate:
            if name in (getattr(entry, "organisation", None) or ()) or entry.id == name:
                assert half.estate.get(entry.id) == entry
