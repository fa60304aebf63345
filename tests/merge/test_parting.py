"""What an estate is parted into, where that is not plain."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.merge.estates import back, cut, lay, together

from estate.errors import MergeError
from estate.merge import parted, read_part

COUNCILS = """\
organisations:
  marram: {name: Marram, type: council}
  saltern: {name: Saltern, type: council, budget: [{for: [own], year: 2027-28}]}
"""
SHARED = """\
servers:
  own: {name: Own, organisation: saltern}
  web: {name: Web, organisation: [marram, saltern], hosted_on: [own]}
"""


def test_an_estate_keeps_its_settings_under_its_own_name(tmp_path: Path) -> None:
    settings = "estate: 1\nname: here  # ours\n"
    files = {"estate.yaml": settings, "inventory/a.yaml": COUNCILS + SHARED}
    part = read_part(lay(tmp_path / "all", files))
    assert parted(part, ["marram"], "here", {}).files["estate.yaml"].decode() == settings
    renamed = parted(part, ["marram"], "there", {}).files["estate.yaml"].decode()
    assert renamed == settings.replace("here", "there")


def test_who_stays_behind_is_marked_once_however_often_it_is_parted(tmp_path: Path) -> None:
    text = "organisations:\n  c: {name: C}\n" + COUNCILS.partition("\n")[2] + SHARED
    part = read_part(lay(tmp_path / "all", {"inventory/a.yaml": text}))
    found, first = cut(part, ["marram", "c"], tmp_path / "first")
    assert found.without_money == ("saltern",)
    _, second = cut(first, ["marram"], tmp_path / "second")
    for each in (first, second):
        saltern = each.estate.get("saltern")
        assert saltern is not None
        assert saltern.tags == ("left-behind",)


def test_every_file_that_cannot_be_parted_is_told_of(tmp_path: Path) -> None:
    text = """\
servers:
  a-%s: {name: A, organisation: saltern, tags: &t [one]}
applications:
  x-%s: {name: X, organisation: marram, tags: *t }
"""
    files = {f"inventory/{name}.yaml": text.replace("%s", name) for name in ("one", "two")}
    files["inventory/a.yaml"] = COUNCILS.replace(", budget: [{for: [own], year: 2027-28}]", "")
    part = read_part(lay(tmp_path / "all", files))
    with pytest.raises(MergeError, match="cannot be parted as it is laid out") as caught:
        parted(part, ["marram"], "m", {})
    assert {problem.location.file for problem in caught.value.problems} == {
        str(part.root / f"inventory/{name}.yaml") for name in ("one", "two")
    }


def _merged(here: Path) -> Path:
    for name in ("marram", "saltern"):
        text = "organisations:\n  %s: {name: X, type: council}\nservers:\n  web: {name: W}\n"
        lay(here / name, {"inventory/a.yaml": text % name})
    parts = {name: read_part(here / name) for name in ("marram", "saltern")}
    together(parts, here / "both")
    return here / "both"


def test_an_estate_of_which_nothing_is_left_cannot_be_given_back(tmp_path: Path) -> None:
    both = _merged(tmp_path)
    (both / "inventory/saltern/a.yaml").unlink()
    with pytest.raises(MergeError, match="inventory/saltern is empty"):
        back(read_part(both), "saltern", tmp_path / "again")


def test_a_file_that_cannot_get_its_ids_back_is_told_of(tmp_path: Path) -> None:
    both = _merged(tmp_path)
    path = both / "inventory/saltern/a.yaml"
    uses = "applications:\n  a: {name: A, runs_on: &h [saltern/web]}\n  b: {name: B, tags: *h }\n"
    path.write_text(path.read_text() + uses)
    with pytest.raises(MergeError, match="cannot be parted as it is laid out") as caught:
        back(read_part(both), "saltern", tmp_path / "again")
    assert [problem.location.file for problem in caught.value.problems] == ["inventory/a.yaml"]
