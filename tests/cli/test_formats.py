"""The formats of `check` and `audit`: each alone, several at once, and of what does not load."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.cli.conftest import DAY, Ran, Run

FORMS = ("sarif", "junit", "github", "gitlab", "markdown", "csv")


def _check(run: Run, at: Path, *options: str) -> Ran:
    return run("check", "--as-of", DAY, *options, at=at)


def _files(text: str) -> set[str]:
    """Return the files that annotations of GitHub stand beside."""
    lines = [line for line in text.splitlines() if line.startswith("::error")]
    return {line.partition("file=")[2].partition(",")[0] for line in lines}


@pytest.mark.parametrize("form", FORMS)
def test_each_stands_on_the_output(form: str, run: Run, plain: Path) -> None:
    done = _check(run, plain, "--format", form)
    assert (done.code, done.err) == (1, "")
    assert "unsupported-software" in done.out
    assert done == _check(run, plain, "--format", form)


def test_several_at_once_are_what_each_is_alone(run: Run, plain: Path) -> None:
    options = [part for form in FORMS for part in ("--format", f"{form}:out/{form}")]
    done = _check(run, plain, "--format", "text", *options)
    assert done == _check(run, plain)
    for form in FORMS:
        written = (plain / "out" / form).read_bytes().decode()
        alone = _check(run, plain, "--format", f"{form}:alone")
        assert (alone.code, alone.out) == (1, "")
        assert written == (plain / "alone").read_bytes().decode()


def test_paths_are_those_of_the_repository(run: Run, plain: Path, tmp_path: Path) -> None:
    assert _files(_check(run, plain, "--format", "github").out) == {
        "inventory/register.yaml",
        "inventory/systems.yaml",
    }
    (tmp_path / ".git").mkdir()
    below = f"{plain.relative_to(tmp_path)}/"
    found = _files(_check(run, plain, "--format", "github").out)
    assert found == {f"{below}inventory/register.yaml", f"{below}inventory/systems.yaml"}
    sarif = json.loads(_check(run, plain, "--format", "sarif").out)
    results = sarif["runs"][0]["results"]
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results
    }
    assert all(uri.startswith(below) for uri in uris)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_ignored_is_listed_as_not_run(form: str, run: Run, plain: Path) -> None:
    with (plain / "estate.yaml").open("a") as file:
        file.write("ignore: [ending-support]\n")
    out = _check(run, plain, "--format", form).out
    assert "ending-support" in out
    assert "ignored in estate.yaml" in out


@pytest.mark.parametrize(
    "setting",
    [
        "ignore: [ending-suport]",
        "severity: {ending-suport: low}",
        "parameters: {ending-suport: {within: 30}}",
    ],
)
def test_a_setting_for_no_rule_is_an_error_with_the_nearest(
    setting: str, run: Run, plain: Path
) -> None:
    with (plain / "estate.yaml").open("a") as file:
        file.write(f"{setting}\n")
    done = _check(run, plain)
    assert (done.code, done.out) == (2, "")
    assert "critical[invalid-rule]: there is no rule 'ending-suport'\n" in done.err
    assert "--> estate.yaml:5:" in done.err
    assert "did you mean: ending-support" in done.err


def test_a_spreadsheet_lists_each_open_question(run: Run, plain: Path) -> None:
    out = _check(run, plain, "--format", "csv").out
    rows = csv.DictReader(io.StringIO(out, newline=""))
    questions = [row for row in rows if row["status"] == "unknown"]
    found = json.loads(_check(run, plain, "--format", "json").out)
    assert [row["rule"] for row in questions] == [entry["rule"] for entry in found["unknown"]]
    assert all(row["subject"] and row["note"] for row in questions)


class TestBroken:
    @pytest.fixture
    def broken(self, plain: Path) -> Path:
        (plain / "inventory" / "wrong.yaml").write_text("servers: {srv-x: {nme: X}}\n")
        return plain

    @pytest.mark.parametrize("form", FORMS)
    @pytest.mark.parametrize("command", ["check", "audit"])
    def test_every_format_says_so(self, command: str, form: str, run: Run, broken: Path) -> None:
        done = run(command, "--as-of", DAY, "--format", form, at=broken)
        assert done.code == 2
        assert "inventory/wrong.yaml" in done.out
        assert "inventory/wrong.yaml" in done.err
        assert not (broken / "reports").exists()

    def test_programs_read_it(self, run: Run, broken: Path) -> None:
        sarif = json.loads(_check(run, broken, "--format", "sarif").out)["runs"][0]
        assert sarif["invocations"][0]["executionSuccessful"] is False
        assert sarif["results"]
        junit = ET.fromstring(_check(run, broken, "--format", "junit").out)  # noqa: S314 - our own
        assert int(junit.attrib["failures"]) == len(sarif["results"])
        text = _check(run, broken, "--format", "csv").out
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert [row["fails"] for row in rows] == ["yes"] * len(sarif["results"])

    def test_a_broken_estate_yaml_has_no_name(self, run: Run, broken: Path) -> None:
        (broken / "estate.yaml").write_text("estate: 1\n")
        done = _check(run, broken, "--format", "markdown")
        assert done.code == 2
        assert f"\n{DAY}\n" in done.out


class TestAudit:
    def test_it_takes_formats_too(self, run: Run, plain: Path) -> None:
        options = ("--format", "text", "--format", "sarif:out.sarif")
        done = run("audit", "--as-of", DAY, *options, at=plain)
        assert done.code == 1
        assert done.out.endswith("wrote reports/exceptions.xlsx\nwrote out.sarif\n")
        assert json.loads((plain / "out.sarif").read_text())["version"] == "2.1.0"

    def test_nothing_stands_beside_what_programs_read(self, run: Run, plain: Path) -> None:
        done = run("audit", "--as-of", DAY, "--format", "sarif", at=plain)
        assert json.loads(done.out) == json.loads(_check(run, plain, "--format", "sarif").out)
        assert (plain / "reports" / "index.html").is_file()

    def test_files_alone_leave_the_screen_to_what_was_written(self, run: Run, plain: Path) -> None:
        done = run("audit", "--as-of", DAY, "--format", "csv:out.csv", at=plain)
        assert done.out.startswith("wrote reports/index.html\n")

    def test_quiet_prints_what_is_asked_for(self, run: Run, plain: Path) -> None:
        done = run("audit", "--as-of", DAY, "-q", "--format", "junit", at=plain)
        assert done.out.startswith("<?xml")
