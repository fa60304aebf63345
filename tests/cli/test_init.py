"""`estate init`: what it writes works at once, and overwrites nothing."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest
import yaml
from tests.cli.conftest import DAY, Ran, Run

from estate.shipped import example_estate

HOOKS = {
    ".github/workflows/estate-calendar.yml",
    ".github/workflows/estate.yml",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
}


def _files(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_new_estate_is_judged_without_problems(run: Run, tmp_path: Path) -> None:
    assert run("init").code == 0
    done = run("check", "--as-of", DAY, at=tmp_path)
    assert done.code in {0, 1}
    assert done.err == ""


def test_it_says_what_comes_next(run: Run, tmp_path: Path) -> None:
    assert run("init").out.endswith("next: estate check\n")
    assert run("init", "over there").out.endswith("next: estate check --estate 'over there'\n")
    assert run("init", "a/b", "-q") == Ran(0, "", "")
    assert _files(tmp_path / "a" / "b") == _files(tmp_path / "over there")


def test_the_folder_may_be_named_as_everywhere(run: Run, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert run("init", "--estate", "new", "-q") == Ran(0, "", "")
    assert (tmp_path / "new" / "estate.yaml").is_file()
    said = "error: DIR and --estate both say where; give one of them\n"
    assert run("init", "other", "--estate", "new") == Ran(2, "", said)


@pytest.mark.no_cover
def test_a_new_estate_asks_for_no_rule_twice(run: Run, tmp_path: Path) -> None:
    run("init")
    assert run("check", "--as-of", DAY, "--fail-on", "never", at=tmp_path).code == 0
    assert run("rules", "test", "-q", at=tmp_path).code == 0
    assert run("audit", "--as-of", DAY, "-q", "--fail-on", "never", at=tmp_path).code == 0


def test_the_example_is_exactly_the_example(run: Run, tmp_path: Path) -> None:
    assert run("init", "--example", "new").code == 0
    source, written = example_estate(), _files(tmp_path / "new")
    expected = {"estate.yaml": (source / "estate.yaml").read_bytes()}
    expected |= {f"inventory/{name}": data for name, data in _files(source / "inventory").items()}
    assert {name: data for name, data in written.items() if name not in HOOKS} == expected
    assert set(written) >= HOOKS


def test_the_example_is_judged_without_problems(run: Run, tmp_path: Path) -> None:
    run("init", "--example")
    done = run("check", "--as-of", DAY, "-q", at=tmp_path)
    assert (done.code, done.err) == (1, "")


@pytest.mark.parametrize("name", sorted([*HOOKS, "estate.yaml", "inventory/systems.yaml"]))
def test_nothing_is_overwritten(name: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine")
    before = _files(tmp_path)
    said = f"error: nothing written: {name} already in .\n"
    assert run("init") == Ran(2, "", said)
    assert _files(tmp_path) == before


def test_a_link_to_nothing_is_something_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "estate.yaml").symlink_to(tmp_path / "gone")
    assert run("init").code == 2
    assert _files(tmp_path) == {}


def test_what_stands_beside_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    assert run("init").code == 0
    assert (tmp_path / "README.md").read_text() == "mine"


def test_a_folder_that_is_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "new").write_text("mine")
    done = run("init", "new")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: cannot write new/")


def test_the_files_for_ci_call_the_linter(run: Run, tmp_path: Path) -> None:
    run("init")
    _, github, gitlab, hooks = (
        yaml.safe_load((tmp_path / name).read_text()) for name in sorted(HOOKS)
    )
    (job,) = github["jobs"].values()
    assert [step["run"] for step in job["steps"] if "run" in step][-1].startswith("estate check ")
    assert gitlab["estate"]["script"][-1].startswith("estate check ")
    (hook,) = hooks["repos"][0]["hooks"]
    assert hook["entry"] == "estate check"
    assert hook["pass_filenames"] is False


def test_what_the_files_for_ci_call_works(run: Run, tmp_path: Path) -> None:
    run("init")
    text = (tmp_path / ".github/workflows/estate.yml").read_text() + (
        tmp_path / ".gitlab-ci.yml"
    ).read_text()
    commands = re.findall(r"^ *- (?:run: )?estate (check .+)$", text, re.MULTILINE)
    assert len(commands) == 2
    for command in commands:
        words = shlex.split(command.replace("$GITHUB_STEP_SUMMARY", "summary.md"))
        done = run(*words, "--as-of", DAY, at=tmp_path)
        assert (done.code in {0, 1}, done.err) == (True, "")
    for name in ("summary.md", "codequality.json", "junit.xml"):
        assert (tmp_path / name).is_file()


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        (["github"], {".github/workflows/estate.yml"}),
        (["github-calendar"], {".github/workflows/estate-calendar.yml"}),
        (["gitlab", "pre-commit"], {".gitlab-ci.yml", ".pre-commit-config.yaml"}),
        (["none"], set()),
        ([], HOOKS),
    ],
)
def test_only_the_places_asked_for(
    asked: list[str], written: set[str], run: Run, tmp_path: Path
) -> None:
    assert run("init", *(part for place in asked for part in ("--ci", place))).code == 0
    assert set(_files(tmp_path)) & HOOKS == written


def test_none_goes_with_no_other(run: Run, tmp_path: Path) -> None:
    said = "error: --ci none goes with no other\n"
    assert run("init", "--ci", "none", "--ci", "github") == Ran(2, "", said)
    assert _files(tmp_path) == {}


EDITORS = {
    "vscode": [".vscode/extensions.json", ".vscode/settings.json"],
    "helix": [".helix/languages.toml"],
}


@pytest.mark.parametrize("asked", [[], ["vscode"], ["helix"], ["vscode", "helix", "vscode"]])
def test_an_editor_is_set_up_when_asked_for(asked: list[str], run: Run, tmp_path: Path) -> None:
    assert run("init", *(part for name in asked for part in ("--editor", name))).code == 0
    written = {name for name in _files(tmp_path) if name.startswith((".vscode/", ".helix/"))}
    assert written == {name for editor in asked for name in EDITORS[editor]}


def test_each_editor_starts_the_language_server(run: Run, tmp_path: Path) -> None:
    run("init", "--editor", "vscode", "--editor", "helix")
    code = json.loads((tmp_path / ".vscode/settings.json").read_text())
    helix = tomllib.loads((tmp_path / ".helix/languages.toml").read_text())
    server = helix["language-server"]["estate"]
    for program, arguments in (
        (code["glspc.server.command"], code["glspc.server.commandArguments"]),
        (server["command"], server["args"]),
    ):
        assert program == "estate"
        assert run(*arguments, "--help").code == 0
    wanted = json.loads((tmp_path / ".vscode/extensions.json").read_text())
    assert wanted["recommendations"] == ["zsol.vscode-glspc"]


def test_what_is_asked_for_is_added_to_an_estate(run: Run, tmp_path: Path) -> None:
    run("init", "--ci", "none")
    before = _files(tmp_path)
    assert run("init", "--ci", "github-calendar", "--editor", "helix", "-q") == Ran(0, "", "")
    added = {".github/workflows/estate-calendar.yml", ".helix/languages.toml"}
    assert set(_files(tmp_path)) == {*before, *added}
    again = run("init", "--editor", "helix")
    assert again == Ran(2, "", "error: nothing written: .helix/languages.toml already in .\n")
    assert run("init", "--ci", "none").err.startswith("error: nothing written: estate.yaml, ")
    assert run("init", "--example", "--ci", "none").err.startswith(
        "error: nothing written: estate."
    )
