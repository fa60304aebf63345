"""The files of an estate after an import: each field in its own place, or nothing at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from estate.errors import EditError, InventoryError
from estate.exchange.update import Change, Plan
from estate.exchange.update.plan import Kind
from estate.pipeline.updating import opened, updated

PROJECT = """\
defaults: {owner: Head of ICT}
projects:
  move:
    name: Move
    milestones:
      - {name: Contract signed, due: 2026-07-31}  # signed in July
      - name: Live
        due: 2027-02-28
    cost: {capital: 5}
"""


@pytest.fixture
def estate(tmp_path: Path) -> Path:
    (tmp_path / "inventory").mkdir()
    (tmp_path / "estate.yaml").write_text("estate: 1\nname: Marram\ndefaults: {status: live}\n")
    (tmp_path / "inventory" / "plan.yaml").write_text(PROJECT)
    return tmp_path


def _made(estate: Path, value: Any, *path: str, kind: Kind = "changed") -> dict[Path, str]:  # noqa: ANN401
    change = Change(kind, "projects", "move", path)
    return updated(opened(estate), Plan((change,), 0), lambda _: value)


def test_of_a_list_only_the_member_that_differs_is_changed(estate: Path) -> None:
    stones = [
        {"name": "Contract signed", "due": "2026-07-31"},
        {"name": "Live", "due": "2027-03-31"},
    ]
    (text,) = _made(estate, stones, "milestones").values()
    assert text.replace("2027-03-31", "2027-02-28").replace("'", "") == PROJECT


def test_of_a_mapping_what_is_left_out_goes(estate: Path) -> None:
    (text,) = _made(estate, {"revenue": 7}, "cost").values()
    assert text == PROJECT.replace("{capital: 5}", "{revenue: 7}")


def test_a_list_of_another_length_is_written_anew(estate: Path) -> None:
    (text,) = _made(estate, [{"name": "Live"}], "milestones").values()
    assert "Contract signed" not in text
    assert text.endswith("    cost: {capital: 5}\n")


def test_what_is_as_it_was_writes_nothing(estate: Path) -> None:
    assert _made(estate, {"capital": 5}, "cost") == {}


def test_a_new_record_goes_where_its_section_is_or_to_a_file_of_its_name(estate: Path) -> None:
    files = opened(estate)
    assert files.home_for("projects") == "inventory/plan.yaml"
    assert files.home_for("sites") == "inventory/sites.yaml"
    added = Plan((Change("added", "sites", "depot"),), 0)
    assert updated(files, added, lambda _: {"name": "Depot"}) == {
        estate / "inventory" / "sites.yaml": "sites:\n  depot:\n    name: Depot\n"
    }


def test_defaults_hold_where_a_record_says_nothing(estate: Path) -> None:
    fields = opened(estate).effective()["projects"]["move"]
    assert (fields["owner",], fields["status",]) == ("Head of ICT", "live")
    assert ("owner",) not in opened(estate).own()["projects"]["move"]


def test_only_files_without_fault_are_changed(estate: Path) -> None:
    (estate / "inventory" / "bad.yaml").write_text("sites: {a: {name: A}, a: {name: B}}\n")
    with pytest.raises(EditError, match="has to be mended first; nothing was written"):
        opened(estate)


def test_what_would_not_load_is_refused(estate: Path) -> None:
    with pytest.raises(InventoryError, match="would not load, so nothing was written"):
        _made(estate, "someday", "starts")


def test_what_has_no_status_is_not_retired(estate: Path) -> None:
    (estate / "inventory" / "who.yaml").write_text("suppliers:\n  a: {name: A}\n")
    plan = Plan((Change("gone", "suppliers", "a"),), 0)
    assert updated(opened(estate), plan, lambda _: None, retire=True) == {}
