"""What is wrong with the input is said in full, at its place, with exit code 2."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import DAY, Ran, Run

from estate.report.findings_schema import findings_schema

jsonschema = pytest.importorskip("jsonschema")

WRONG_INVENTORY = "applications: {payroll: {name: Payroll, runs_on: [srv-revenue], colour: red}}\n"
WRONG_RULE = """\
rules:
  nobody-owns-it:
    title: Nobody owns it
    severity: hgh
    for: server
    when: missing(ownr)
    message: "{name} has no owner"
    why: Somebody has to decide.
    fix: Name an owner.
"""


def _break(small: Path, what: str) -> str:
    """Break an estate in one way and return the pseudo-rule under which that counts."""
    if what == "inventory":
        (small / "inventory" / "wrong.yaml").write_text(WRONG_INVENTORY)
        return "unknown-reference"
    with (small / "estate.yaml").open("a") as file:
        file.write("polcy: {}\n" if what == "configuration" else "rules: [standard, own.yaml]\n")
    (small / "own.yaml").write_text(WRONG_RULE)
    return "invalid-field" if what == "configuration" else "invalid-rule"


@pytest.fixture(params=["inventory", "configuration", "rules"])
def broken(request: pytest.FixtureRequest, small: Path) -> tuple[Path, str]:
    return small, _break(small, request.param)


def _document(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    jsonschema.validate(found, findings_schema())
    return found


def test_json_alone_stands_on_the_output(broken: tuple[Path, str], run: Run) -> None:
    small, rule = broken
    done = run("check", "--as-of", DAY, "--format", "json", "--fail-on", "never", at=small)
    found = _document(done.out)
    assert done.code == 2
    assert rule in {each["rule"] for each in found["findings"]}
    assert found["as_of"] == DAY
    assert found["inventory"] is found["unmanaged"] is None
    assert done.err.startswith("critical[")


def test_both_formats_reach_their_files(broken: tuple[Path, str], run: Run) -> None:
    small, rule = broken
    both = ("--format", "text:out.txt", "--format", "json:out.json")
    done = run("check", "--as-of", DAY, *both, at=small)
    assert (done.code, done.out) == (2, "")
    assert (small / "out.txt").read_text() == done.err
    assert rule in {
        each["rule"] for each in _document((small / "out.json").read_text())["findings"]
    }


def test_every_command_that_needs_it_says_the_same(broken: tuple[Path, str], run: Run) -> None:
    small, _ = broken
    said = run("check", at=small)
    assert said.code == 2
    assert run("audit", at=small) == said
    assert run("explain", "srv-web", at=small) == said
    assert not (small / "reports").exists()


def test_a_broken_inventory_keeps_no_rule_from_being_explained(run: Run, small: Path) -> None:
    _break(small, "inventory")
    assert run("explain", "ending-support", at=small).code == 0
    assert run("rules", "list", at=small).code == 0


def test_where_the_configuration_is_broken_its_name_is_unknown(run: Run, small: Path) -> None:
    _break(small, "configuration")
    done = run("check", "--format", "json", at=small)
    assert _document(done.out)["estate"] == ""


def test_all_that_is_wrong_comes_in_one_run(run: Run, small: Path) -> None:
    _break(small, "inventory")
    (small / "inventory" / "worse.yaml").write_text("servers: {srv-x: {name: X, cores: many}}\n")
    err = run("check", at=small).err
    for said in ("'srv-revenue'", "did you mean: srv-revenues", "'colour'", "cores is 'many'"):
        assert said in err
    assert err.endswith("3 problems in 2 files; nothing was judged\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("rules: [standard, nowhere]", "there is no rule pack"),
        ("rules: [../rules]", "expected: a path below the estate's folder"),
        ("severity: {ending-suport: low}", "did you mean: ending-support"),
        ("severity: {ending-support: lw}", "did you mean: low"),
        ("ignore: [ending-suport]", "did you mean: ending-support"),
        ("parameters: {ending-support: {days: 3}}", "ending-support has no parameter days"),
        ("timezone: Europe/Lundon", "expected: the name of a timezone"),
        ("policy: {fail_on: hihg}", "did you mean: high"),
        ("estate: 2", "the key 'estate' a second time"),
        ("inventory: /etc", "expected: a path below the estate's folder"),
    ],
)
def test_mistakes_in_the_configuration(line: str, said: str, run: Run, small: Path) -> None:
    with (small / "estate.yaml").open("a") as file:
        file.write(f"{line}\n")
    done = run("check", at=small)
    assert done.code == 2
    assert said in " ".join(done.err.split())


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"- estate\n", b"estate: 1\nname: [\n", b"\0"])
def test_a_configuration_that_is_none(data: bytes, run: Run, small: Path) -> None:
    (small / "estate.yaml").write_bytes(data)
    done = run("check", at=small)
    assert (done.code, done.out) == (2, "")
    assert "estate.yaml" in done.err


def test_a_rule_file_that_is_no_yaml(run: Run, small: Path) -> None:
    with (small / "estate.yaml").open("a") as file:
        file.write("rules: [standard, own]\n")
    (small / "own").mkdir()
    (small / "own" / "a.yaml").write_text("rules: [\n")
    (small / "own" / "b.yaml").write_text("rules: }\n")
    done = run("check", at=small)
    assert done.code == 2
    assert "own/a.yaml" in done.err
    assert "own/b.yaml" in done.err


def test_a_catalogue_that_was_changed_by_hand(run: Run, small: Path) -> None:
    path = small / "lifecycle.json"
    path.write_bytes(path.read_bytes().replace(b"PostgreSQL", b"PostgresQL"))
    done = run("check", at=small)
    assert done.code == 2
    assert done.err.endswith("was changed since it was made: its digest does not hold\n")


class TestNoEstate:
    def test_nowhere(self, run: Run, tmp_path: Path) -> None:
        done = run("check", at=tmp_path)
        assert done.code == 2
        assert done.err.endswith("or above it; 'estate init' writes one\n")

    def test_a_folder_that_is_none(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        said = "error: empty has no estate.yaml; 'estate init' writes one\n"
        for command in ("check", "audit", "rules list", "explain x", "lifecycle show nginx"):
            assert run(*command.split(), "--estate", "empty") == Ran(2, "", said)

    def test_a_folder_that_is_not_there(self, run: Run) -> None:
        done = run("check", "--estate", "nowhere")
        assert done.code == 2
        assert done.err.endswith("Directory 'nowhere' does not exist.\n")

    def test_the_nearest_folder_upwards(self, run: Run, small: Path) -> None:
        deep = small / "inventory" / "a" / "b"
        deep.mkdir(parents=True)
        assert run("check", "--as-of", DAY, at=deep) == run("check", "--as-of", DAY, at=small)

    def test_but_never_above_the_repository(self, run: Run, small: Path) -> None:
        (small / "tool" / ".git").mkdir(parents=True)
        assert run("check", at=small / "tool").code == 2

    def test_the_root_of_the_repository_may_hold_it(self, run: Run, small: Path) -> None:
        (small / ".git").mkdir()
        assert run("check", "--as-of", DAY, at=small / "inventory").code == 1


class TestOptions:
    @pytest.mark.parametrize(
        "arguments",
        [
            ["--nope"],
            ["check", "--nope"],
            ["check", "--show", "hgh"],
            ["check", "--fail-on", "medum"],
            ["explain"],
            ["explain", "one", "two"],
            ["schema", "--of", "everything"],
            ["import", "table", "there-is-no-file.csv"],
            ["lifecycle", "update", "there-is-no-file.json"],
        ],
    )
    def test_what_is_wrong_is_2(self, arguments: list[str], run: Run, small: Path) -> None:
        done = run(*arguments, at=small)
        assert (done.code, done.out) == (2, "")
        assert "\nerror: " in done.err
        assert done.err.startswith("Usage: estate")

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["chek"], "error: no command 'chek'; did you mean 'check'?\n"),
            (["rules", "lst"], "error: no command 'lst'; did you mean 'list'?\n"),
            (["lifecycle", "x"], "error: no command 'x'; there are show, update\n"),
        ],
    )
    def test_a_wrong_command_gives_the_nearest(
        self, arguments: list[str], said: str, run: Run
    ) -> None:
        done = run(*arguments)
        assert (done.code, done.out) == (2, "")
        assert done.err.endswith(said)

    @pytest.mark.parametrize("group", [[], ["rules"], ["lifecycle"], ["import"]])
    def test_a_group_without_a_command_gives_its_help(self, group: list[str], run: Run) -> None:
        assert run(*group) == Ran(2, "", run(*group, "--help").out)


def test_what_only_reads_writes_nothing(run: Run, small: Path) -> None:
    def everything() -> dict[str, tuple[bytes, int]]:
        files = (path for path in small.rglob("*") if path.is_file())
        return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}

    before = everything()
    for command in (
        "check",
        "check --format json",
        "explain library",
        "explain ending-support",
        "rules list",
        "rules facts",
        "lifecycle show nginx",
        "schema",
    ):
        assert run(*command.split(), at=small).code in {0, 1}
    assert everything() == before


def test_a_mistake_of_ours_is_3_and_says_where(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    (small / "inventory" / "twins.yaml").write_text(
        "applications: {one: {name: Minutes, supports: [council-tax]}, "
        "two: {name: Minute, supports: [council-tax]}}\n"
    )
    done = run("check", "--as-of", DAY, "--fail-on", "never", at=small)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("fault in estate (")
    assert "Traceback" not in done.err
    monkeypatch.setenv("ESTATE_TRACEBACK", "1")
    assert "Traceback" in run("check", "--as-of", DAY, at=small).err
