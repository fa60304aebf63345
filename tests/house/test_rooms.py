"""Every room says what it is, is tested, and knows only what lies below it."""

from __future__ import annotations

import ast
import configparser
import re
import subprocess
import sys
from pathlib import Path


def test_imports_run_down(root: Path) -> None:
    check = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    run = subprocess.run(
        [*check, "--no-logo", "--no-cache"], cwd=root, check=False, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr


def _floors(drawing: str) -> list[list[str]]:
    """Return the rooms of each floor that has any, from the top."""
    floors = (re.findall(r"[a-z_]+", line.split("  ")[0]) for line in drawing.splitlines())
    return [floor for floor in floors if floor]


def test_the_drawing_shows_the_floors_that_are_kept(root: Path) -> None:
    kept = configparser.ConfigParser()
    kept.read(root / ".importlinter", encoding="utf-8")
    text = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawing = re.search(r"^```floors\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert drawing is not None
    assert _floors(drawing[1]) == _floors(kept["importlinter:contract:floors"]["layers"])


def test_every_room_says_what_it_is(rooms: dict[str, Path]) -> None:
    silent = [
        name
        for name, path in rooms.items()
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not silent


def test_tests_mirror_the_house(root: Path, rooms: dict[str, Path]) -> None:
    tests = root / "tests"
    untested = [
        name
        for name in rooms
        if not (tests / f"test_{name}.py").is_file()
        and not any((tests / name).glob("**/test_*.py"))
    ]
    assert not untested
