"""A statement goes where its target says, in the form that it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import DAY, Run

EXAMPLE = Path(__file__).parents[2]
ON = ("--as-of", DAY, "--estate", str(EXAMPLE))
COMMANDS = (("budget",), ("plan",), ("duplicates",), ("impact", "srv-rev-db01"))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_each_form_of_a_statement(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    starts = {"text": "Marram and Saltern: ", "markdown": "# Marram", "html": "<!doctype html>"}
    formats = [part for form in starts for part in ("--format", f"{form}:{tmp_path / form}")]
    assert run(*command, *formats, *ON).code == 0
    for form, start in starts.items():
        assert (tmp_path / form).read_text(encoding="utf-8").startswith(start)


def test_only_the_terminal_has_its_width(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "impact.txt"
    narrow = run("impact", "srv-rev-db01", *ON, columns=60).out
    run("impact", "srv-rev-db01", "--format", f"text:{file}", *ON, columns=60)
    assert max(map(len, narrow.splitlines())) <= 60
    assert 60 < max(map(len, file.read_text(encoding="utf-8").splitlines())) <= 100
