"""`estate graph`: a picture in six formats, and what is said when there is none."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, Run

from estate.report.picture.choice import MOST
from estate.report.picture.mermaid import MOST_MERMAID

ON = ("--as-of", DAY)
KINDS = {
    "svg": b"<?xml",
    "html": b"<!doctype html>",
    "dot": b"digraph",
    "gv": b"digraph",
    "mmd": b"%% ",
    "png": b"\x89PNG",
    "pdf": b"%PDF-",
    "SVG": b"<?xml",
}


@pytest.mark.parametrize(("suffix", "start"), KINDS.items())
def test_the_suffix_says_the_format(run: Run, small: Path, suffix: str, start: bytes) -> None:
    pytest.importorskip("pygraphviz")
    pytest.importorskip("typst")
    ran = run("graph", *ON, "--focus", "library", "-o", f"picture.{suffix}", at=small)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(f"wrote picture.{suffix}\n")
    assert (small / f"picture.{suffix}").read_bytes().startswith(start)


@pytest.mark.parametrize("form", ["dot", "mermaid", "svg"])
def test_some_formats_can_be_printed(run: Run, small: Path, form: str) -> None:
    if form == "svg":
        pytest.importorskip("pygraphviz")
    ran = run("graph", *ON, "--format", form, at=small)
    assert ran.code == 0
    assert ran.out.startswith(("<?xml", "digraph", "%% Sandling"))
    assert run("graph", *ON, "--format", form, at=small).out == ran.out


def test_the_format_can_be_said_beside_the_file(run: Run, small: Path) -> None:
    assert run("graph", *ON, "--format", "mermaid", "-o", "picture", at=small).code == 0
    assert "flowchart LR" in (small / "picture").read_text()


def test_it_says_what_is_drawn_and_what_is_left_out(run: Run, small: Path) -> None:
    ran = run("graph", *ON, "--focus", "library", "--depth", "1", "--format", "dot", at=small)
    shown, left_out = ran.err.splitlines()
    assert re.match(r".+, what it needs and what needs it, 1 step away at most: ", shown)
    assert left_out.startswith("Left out: ")
    assert left_out.endswith(".")
    assert run("graph", *ON, "-q", "--format", "dot", at=small).err == ""


def test_the_options_reach_the_picture(run: Run, small: Path) -> None:
    options = ("--kind", "server", "--cluster", "none", "--colour", "criticality", "--most", "2")
    ran = run("graph", *ON, *options, "--format", "mermaid", at=small)
    assert ran.code == 0
    assert "subgraph" not in ran.out
    assert "coloured by how critical each is said to be" in ran.err
    assert "Counted, not drawn one by one: " in ran.err
    upwards = ("--focus", "srv-library", "--direction", "needed-by", "--depth", "3")
    assert "What needs " in run("graph", *ON, *upwards, "--format", "dot", at=small).err


def test_a_day_to_come_is_that_of_the_work_plan(run: Run, small: Path) -> None:
    pytest.importorskip("pygraphviz")
    later = ("--at", "2027-03-01", "--format", "svg")
    ran = run("graph", *ON, "--focus", "srv-library", *later, at=small)
    assert ran.code == 0
    assert "on 2027-03-01</title>" in ran.out
    assert ran.err.splitlines()[-1].startswith("As the work plan will have made it by 2027-03-01")
    past = run("graph", *ON, "--at", "2020-01-01", "--format", "dot", at=small)
    assert past.code == 2
    assert "--at 2020-01-01 is before 2026-11-21" in past.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "say where to: -o estate.svg, or --format dot, mermaid or svg"),
        (("--format", "png"), "png goes to a file: -o estate.png"),
        (("--format", "pgn"), "no format 'pgn'; did you mean 'png'?"),
        (("--format", "zzz"), "no format 'zzz'; there are dot, svg, png, pdf, mermaid, html"),
        (("-o", "a.sgv"), "a.sgv: '.sgv' is the suffix of no format; did you mean .svg?"),
        (("-o", "a.x"), "a.x: '.x' is the suffix of no format; there are .svg, .png, .pdf, "),
        (("-o", "a"), "a: has no suffix; there are .svg, "),
        (("-o", "no/a.svg"), "there is no folder no"),
        (("-o", "a.svg", "--focus", "librarry"), "has the id 'librarry'; did you mean 'library'?"),
        (("-o", "a.svg", "--kind", "aplication"), "no kind 'aplication'; did you mean"),
        (("-o", "a.svg", "--relation", "run_on"), "no relation 'run_on'; did you mean 'runs_on'?"),
        (("-o", "a.svg", "--organisation", "sandlin"), "'sandlin'; did you mean 'sandling'?"),
        (("-o", "a.svg", "--depth", "2"), "--depth and --direction ask how far and which way"),
        (("-o", "a.svg", "--kind", "agreement"), "there is nothing to draw: no agreements in use"),
    ],
)
def test_a_mistake_is_named_and_nothing_written(
    run: Run, small: Path, arguments: tuple[str, ...], message: str
) -> None:
    before = sorted(small.iterdir())
    ran = run("graph", *ON, *arguments, at=small)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert sorted(small.iterdir()) == before


def test_without_graphviz_dot_and_mermaid_still_work(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    monkeypatch.setenv("PATH", str(small))
    for form in ("dot", "mermaid"):
        assert run("graph", *ON, "--format", form, at=small).code == 0
    ran = run("graph", *ON, "--format", "svg", at=small)
    assert ran.code == 2
    assert "drawing needs Graphviz" in ran.err


def test_without_the_library_the_program_of_the_system_draws(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    dot = small / "dot"
    dot.write_text("#!/bin/sh\necho 'no fonts' >&2\nexit 1\n")
    dot.chmod(0o755)
    monkeypatch.setenv("PATH", f"{small}:/bin:/usr/bin")
    ran = run("graph", *ON, "--format", "svg", at=small)
    assert ran.code == 2
    assert f"{dot} cannot draw the estate: no fonts" in ran.err


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("revenues", ("--focus", "revenues")), ("sites", ("--cluster", "site"))],
)
def test_the_pictures_of_the_documentation_are_what_is_drawn(
    run: Run, name: str, arguments: tuple[str, ...]
) -> None:
    pytest.importorskip("pygraphviz")
    root = Path(__file__).parents[2]
    ran = run("graph", *ON, *arguments, "--format", "svg", at=root)
    path = root / "docs" / "pictures" / f"{name}.svg"
    if os.environ.get("ESTATE_REFRESH_GOLDEN"):
        path.write_text(ran.out, encoding="utf-8")
    assert ran.out == path.read_text(encoding="utf-8")


def test_help_says_how_many_things_are_drawn(run: Run) -> None:
    text = " ".join(run("graph", "--help").out.split())
    assert f"Beyond {MOST} things" in text
    assert f"beyond {MOST_MERMAID} things" in text
