"""`estate audit`: every report, written whole."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, Ran, Run

REGISTER = tuple(f"exceptions.{form}" for form in ("html", "pdf", "xlsx"))
REPORTS = ("index.html", "findings.json", "estate.svg", "board.pdf", "estate.xlsx", *REGISTER)


@pytest.fixture
def without_graphviz(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Take both away: the package that brings Graphviz along, and the system's programs."""
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing-here"))


def _audit(run: Run, small: Path, *options: str) -> Ran:
    return run("audit", "--as-of", DAY, *options, at=small)


def test_it_prints_what_check_prints_and_then_what_it_wrote(run: Run, small: Path) -> None:
    done = _audit(run, small)
    wrote = "".join(f"wrote reports/{name}\n" for name in REPORTS)
    assert done.out == run("check", "--as-of", DAY, at=small).out + "\n" + wrote
    assert (done.code, done.err) == (1, "")
    assert sorted(path.name for path in (small / "reports").iterdir()) == sorted(REPORTS)


def test_the_findings_are_those_of_check(run: Run, small: Path) -> None:
    _audit(run, small)
    checked = run("check", "--as-of", DAY, "--format", "json", at=small).out
    assert (small / "reports" / "findings.json").read_text() == checked


def test_reports_are_the_same_bytes_twice(run: Run, small: Path) -> None:
    _audit(run, small)
    first = {name: (small / "reports" / name).read_bytes() for name in REPORTS}
    _audit(run, small)
    assert {name: (small / "reports" / name).read_bytes() for name in REPORTS} == first


def test_the_page_leads_to_what_stands_beside_it(run: Run, small: Path) -> None:
    _audit(run, small)
    page = (small / "reports" / "index.html").read_text()
    assert 'href="findings.json"' in page
    assert 'href="estate.svg"' in page


def test_quiet_prints_nothing(run: Run, small: Path) -> None:
    assert _audit(run, small, "-q") == Ran(1, "", "")
    assert (small / "reports" / "index.html").is_file()


@pytest.mark.parametrize(("options", "code"), [(["--fail-on", "never"], 0), ([], 1)])
def test_exit_codes(options: list[str], code: int, run: Run, small: Path) -> None:
    assert _audit(run, small, *options, "-q").code == code


def test_the_configuration_says_where_reports_go(run: Run, small: Path) -> None:
    with (small / "estate.yaml").open("a") as file:
        file.write("reports: out/audit\n")
    assert "wrote out/audit/index.html\n" in _audit(run, small).out
    assert json.loads((small / "out" / "audit" / "findings.json").read_text())["as_of"] == DAY


def test_but_never_into_the_inventory(run: Run, small: Path) -> None:
    with (small / "estate.yaml").open("a") as file:
        file.write("reports: inventory/reports\n")
    done = _audit(run, small)
    assert (done.code, done.out) == (2, "")
    assert "expected: a folder outside the inventory" in done.err
    assert not (small / "inventory" / "reports").exists()


def test_from_elsewhere_paths_are_as_one_would_type_them(
    run: Run, small: Path, tmp_path: Path
) -> None:
    done = run("audit", "--as-of", DAY, "--estate", "small", at=tmp_path)
    assert done.out.endswith("wrote small/reports/exceptions.xlsx\n")
    (tmp_path / "far").mkdir()
    done = run("audit", "--as-of", DAY, "--estate", str(small), at=tmp_path / "far")
    assert done.out.endswith(f"wrote {small}/reports/exceptions.xlsx\n")


class TestWithoutGraphviz:
    @pytest.mark.usefixtures("without_graphviz")
    def test_the_other_reports_are_written(self, run: Run, small: Path) -> None:
        done = _audit(run, small, "--fail-on", "never")
        assert done.code == 2
        assert done.err == (
            "error: estate.svg is not written: drawing needs Graphviz: install it, or the extra "
            "that brings it along: pip install 'estate[pictures]'\n"
        )
        others = [name for name in REPORTS if name != "estate.svg"]
        assert done.out.endswith("".join(f"wrote reports/{name}\n" for name in others))
        written = sorted(path.name for path in (small / "reports").iterdir())
        assert written == sorted(others)

    @pytest.mark.usefixtures("without_graphviz")
    def test_the_page_leads_to_no_picture(self, run: Run, small: Path) -> None:
        _audit(run, small)
        assert "estate.svg" not in (small / "reports" / "index.html").read_text()

    def test_the_program_of_the_system_does_as_well(
        self, run: Run, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pytest.importorskip("pygraphviz")
        dot = tmp_path / "bin" / "dot"
        dot.parent.mkdir()
        dot.write_text(
            f"#!{sys.executable}\nimport pygraphviz, sys\n"
            "graph = pygraphviz.AGraph(string=sys.stdin.read())\n"
            "sys.stdout.write(graph.draw(format='json0', prog='dot').decode())\n"
        )
        dot.chmod(0o755)
        _audit(run, small)
        drawn = (small / "reports" / "estate.svg").read_bytes()
        monkeypatch.setitem(sys.modules, "pygraphviz", None)
        monkeypatch.setenv("PATH", str(dot.parent) + os.pathsep + os.environ["PATH"])
        assert _audit(run, small).code == 1
        assert (small / "reports" / "estate.svg").read_bytes() == drawn

    def test_a_program_that_fails_is_named(
        self, run: Run, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        dot = tmp_path / "bin" / "dot"
        dot.parent.mkdir()
        dot.write_text("#!/bin/sh\necho 'no fonts' >&2\nexit 1\n")
        dot.chmod(0o755)
        monkeypatch.setitem(sys.modules, "pygraphviz", None)
        monkeypatch.setenv("PATH", str(dot.parent) + os.pathsep + os.environ["PATH"])
        done = _audit(run, small)
        assert done.code == 2
        assert done.err == (
            f"error: estate.svg is not written: {dot} cannot draw the estate: no fonts\n"
        )


class TestWhatCannotBeWritten:
    def test_a_folder_that_is_a_file(self, run: Run, small: Path) -> None:
        (small / "reports").write_text("I was here first.\n")
        done = _audit(run, small, "-q")
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(f"error: cannot write {small}/reports/index.html: ")
        assert (small / "reports").read_text() == "I was here first.\n"

    def test_nothing_half_written_stays(self, run: Run, small: Path) -> None:
        (small / "reports" / "findings.json").mkdir(parents=True)
        assert _audit(run, small, "-q").code == 2
        assert not list((small / "reports").rglob("*.part"))
