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


def test_a_file_filters_what_is_printed(run: Run, plain: Path) -> None:
    assert _files(run, REGISTER, at=plain) == {REGISTER}
    assert _files(run, REGISTER, SYSTEMS, at=plain) == {REGISTER, SYSTEMS}


def test_a_folder_stands_for_what_is_in_it(run: Run, plain: Path) -> None:
    (plain / "inventory" / "deep").mkdir()
    (plain / SYSTEMS).rename(plain / "inventory" / "deep" / "systems.yaml")
    assert _files(run, "inventory/deep", at=plain) == {"inventory/deep/systems.yaml"}


@pytest.mark.parametrize("everything", [".", "inventory", ".."])
def test_what_holds_everything_filters_nothing(everything: str, run: Run, plain: Path) -> None:
    assert _files(run, everything, at=plain) == {REGISTER, SYSTEMS}


def test_paths_are_taken_from_here(run: Run, plain: Path) -> None:
    assert _files(run, "register.yaml", at=plain / "inventory") == {REGISTER}
    assert _files(run, str(plain / REGISTER), at=plain) == {REGISTER}


def test_and_else_from_the_estate(run: Run, plain: Path, tmp_path: Path) -> None:
    assert _files(run, REGISTER, "--estate", str(plain), at=tmp_path) == {REGISTER}
    assert _files(run, REGISTER, "--estate", "small", at=tmp_path) == {REGISTER}


def test_a_link_is_what_it_leads_to(run: Run, plain: Path) -> None:
    (plain / "elsewhere").mkdir()
    (plain / SYSTEMS).rename(plain / "elsewhere" / "systems.yaml")
    (plain / "inventory" / "linked").symlink_to(plain / "elsewhere")
    for path in ("inventory/linked", "elsewhere", "elsewhere/systems.yaml"):
        assert _files(run, path, at=plain) == {"inventory/linked/systems.yaml"}


def test_only_what_is_asked_about_fails(run: Run, plain: Path) -> None:
    check = ("check", "--as-of", DAY)
    assert run(*check, REGISTER, at=plain).code == 1
    assert run(*check, "inventory/organisations.yaml", at=plain).code == 0


def test_the_whole_estate_is_judged_all_the_same(run: Run, plain: Path) -> None:
    quiet = ("check", "--as-of", DAY, "--format", "json")
    part = json.loads(run(*quiet, REGISTER, at=plain).out)
    whole = json.loads(run(*quiet, at=plain).out)
    assert part["findings"] == [
        each for each in whole["findings"] if each["location"]["file"] == REGISTER
    ]
    for same in ("rules", "unmanaged", "inventory"):
        assert part[same] == whole[same]


def test_open_questions_are_filtered_too(run: Run, plain: Path) -> None:
    quiet = ("check", "--as-of", DAY, "--format", "json")
    here = json.loads(run(*quiet, "inventory/organisations.yaml", at=plain).out)["unknown"]
    whole = json.loads(run(*quiet, at=plain).out)["unknown"]
    assert {each["subject"]["id"] for each in here} <= {"council-tax", "library-loans", "sandling"}
    assert len(here) < len(whole)


def test_an_open_question_about_several_stands_at_each(run: Run, small: Path) -> None:
    (small / "inventory" / "twins.yaml").write_text(
        "applications:\n"
        "  one: {name: Payments, product: paying, supports: [council-tax]}\n"
        "  two: {name: Receipts, product: paying, supports: [library-loans]}\n"
    )
    quiet = ("check", "--as-of", DAY, "--format", "json")
    here = json.loads(run(*quiet, "inventory/twins.yaml", at=small).out)["unknown"]
    duplications = [each for each in here if each["subject"]["kind"] == "duplication"]
    assert all({"one", "two"} & set(each["subject"]["members"]) for each in duplications)
    assert duplications


def test_a_broken_file_elsewhere_is_still_an_error(run: Run, plain: Path) -> None:
    (plain / "inventory" / "wrong.yaml").write_text("servers: [\n")
    done = run("check", REGISTER, at=plain)
    assert done.code == 2
    assert "inventory/wrong.yaml" in done.err


def test_what_the_estate_is_judged_by_may_be_named(run: Run, plain: Path) -> None:
    assert _files(run, "estate.yaml", "lifecycle.json", at=plain) == set()


def test_a_path_that_is_not_there(run: Run, plain: Path) -> None:
    assert run("check", "inventory/nope.yaml", at=plain) == Ran(
        2, "", "error: there is no inventory/nope.yaml\n"
    )


@pytest.mark.parametrize("name", ["README.md", "inventory/notes.txt", "inventory/empty", "../out"])
def test_a_path_from_which_nothing_is_read(name: str, run: Run, plain: Path) -> None:
    path = plain / name
    if path.suffix:
        path.write_text("Nothing that is read.\n")
    else:
        path.mkdir()
    said = f"error: {name} is no part of the estate: nothing is read from it\n"
    assert run("check", "--as-of", DAY, name, at=plain) == Ran(2, "", said)
