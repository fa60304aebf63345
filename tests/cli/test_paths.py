"""Paths filter what `estate check` prints and what fails, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, Ran, Run

REGISTER = "inventory/register.yaml"
SYSTEMS = "inventory/systems.yaml"


def _files(run: Run, *paths: str, at: Path) -> set[str]:
    done = run("check", "--as-of", DAY, "--format", "json", *paths, at=at)
    return {each["location"]["file"] for each in json.loads(done.out)["findings"]}


def test_a_file_filters_what_is_printed(run: Run, small: Path) -> None:
    assert _files(run, REGISTER, at=small) == {REGISTER}
    assert _files(run, REGISTER, SYSTEMS, at=small) == {REGISTER, SYSTEMS}


def test_a_folder_stands_for_what_is_in_it(run: Run, small: Path) -> None:
    (small / "inventory" / "deep").mkdir()
    (small / SYSTEMS).rename(small / "inventory" / "deep" / "systems.yaml")
    assert _files(run, "inventory/deep", at=small) == {"inventory/deep/systems.yaml"}


@pytest.mark.parametrize("everything", [".", "inventory", ".."])
def test_what_holds_everything_filters_nothing(everything: str, run: Run, small: Path) -> None:
    assert _files(run, everything, at=small) == {REGISTER, SYSTEMS}


def test_paths_are_taken_from_here(run: Run, small: Path) -> None:
    assert _files(run, "register.yaml", at=small / "inventory") == {REGISTER}
    assert _files(run, str(small / REGISTER), at=small) == {REGISTER}


def test_and_else_from_the_estate(run: Run, small: Path, tmp_path: Path) -> None:
    assert _files(run, REGISTER, "--estate", str(small), at=tmp_path) == {REGISTER}
    assert _files(run, REGISTER, "--estate", "small", at=tmp_path) == {REGISTER}


def test_a_link_is_what_it_leads_to(run: Run, small: Path) -> None:
    (small / "elsewhere").mkdir()
    (small / SYSTEMS).rename(small / "elsewhere" / "systems.yaml")
    (small / "inventory" / "linked").symlink_to(small / "elsewhere")
    for path in ("inventory/linked", "elsewhere", "elsewhere/systems.yaml"):
        assert _files(run, path, at=small) == {"inventory/linked/systems.yaml"}


def test_only_what_is_asked_about_fails(run: Run, small: Path) -> None:
    check = ("check", "--as-of", DAY)
    assert run(*check, REGISTER, at=small).code == 1
    assert run(*check, "inventory/organisations.yaml", at=small).code == 0


def test_the_whole_estate_is_judged_all_the_same(run: Run, small: Path) -> None:
    quiet = ("check", "--as-of", DAY, "--format", "json")
    part = json.loads(run(*quiet, REGISTER, at=small).out)
    whole = json.loads(run(*quiet, at=small).out)
    assert part["findings"] == [
        each for each in whole["findings"] if each["location"]["file"] == REGISTER
    ]
    for same in ("rules", "unmanaged", "inventory"):
        assert part[same] == whole[same]


def test_open_questions_are_filtered_too(run: Run, small: Path) -> None:
    quiet = ("check", "--as-of", DAY, "--format", "json")
    here = json.loads(run(*quiet, "inventory/organisations.yaml", at=small).out)["unknown"]
    whole = json.loads(run(*quiet, at=small).out)["unknown"]
    assert {each["subject"]["id"] for each in here} <= {"council-tax", "library-loans", "sandling"}
    assert len(here) < len(whole)


def test_a_broken_file_elsewhere_is_still_an_error(run: Run, small: Path) -> None:
    (small / "inventory" / "wrong.yaml").write_text("servers: [\n")
    done = run("check", REGISTER, at=small)
    assert done.code == 2
    assert "inventory/wrong.yaml" in done.err


def test_what_the_estate_is_judged_by_may_be_named(run: Run, small: Path) -> None:
    assert _files(run, "estate.yaml", "lifecycle.json", at=small) == set()


def test_a_path_that_is_not_there(run: Run, small: Path) -> None:
    assert run("check", "inventory/nope.yaml", at=small) == Ran(
        2, "", "error: there is no inventory/nope.yaml\n"
    )


@pytest.mark.parametrize("name", ["README.md", "inventory/notes.txt", "inventory/empty", "../out"])
def test_a_path_from_which_nothing_is_read(name: str, run: Run, small: Path) -> None:
    path = small / name
    if path.suffix:
        path.write_text("Nothing that is read.\n")
    else:
        path.mkdir()
    said = f"error: {name} is no part of the estate: nothing is read from it\n"
    assert run("check", "--as-of", DAY, name, at=small) == Ran(2, "", said)
