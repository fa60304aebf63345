"""The script that makes the bundled snapshot, and the snapshot that it made."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "build_lifecycle.py"
SNAPSHOT = ROOT / "src" / "estate" / "lifecycle" / "snapshot.json"


def build(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, SCRIPT, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(command, check=False, capture_output=True, text=True, env=environment)


@pytest.mark.realdata
def test_the_bundled_snapshot_is_fresh(tmp_path: Path) -> None:
    data = Path(os.environ["ESTATE_REAL_DATA"]) / "endoflife-date" / "products-2026-08-22.json"
    run = build(data, "-o", tmp_path / "made.json")
    assert run.returncode == 0, run.stderr
    assert "stale" not in run.stdout
    assert (tmp_path / "made.json").read_bytes() == SNAPSHOT.read_bytes()


def test_the_order_of_the_input_changes_no_byte(tmp_path: Path) -> None:
    one = {"php": {"releases": [{"releaseCycle": "8", "eol": False}]}}
    two = {"nginx": {"releases": [{"releaseCycle": "1", "eol": True}]}}
    made = []
    for number, data in enumerate((one | two, two | one)):
        (tmp_path / "in-2026-01-02.json").write_text(json.dumps(data), encoding="utf-8")
        out = tmp_path / f"{number}.json"
        assert build(tmp_path / "in-2026-01-02.json", "-o", out).returncode == 0
        made.append(out.read_bytes())
    assert made[0] == made[1]
    assert b'"as_of": "2026-01-02"' in made[0]


def test_later_files_replace_products_of_earlier_ones(tmp_path: Path) -> None:
    for name, cycle in (("a", "1"), ("b", "2")):
        data = {"php": {"releases": [{"releaseCycle": cycle, "eol": True}]}}
        (tmp_path / name).write_text(json.dumps(data), encoding="utf-8")
    out = tmp_path / "out.json"
    run = build(tmp_path / "a", tmp_path / "b", "-o", out, "--as-of", "2026-03-04")
    assert run.returncode == 0
    assert "stale: " in run.stdout
    assert json.loads(out.read_bytes())["products"]["php"].endswith("|2,,,y")


def test_mistakes_are_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text('{"php": {"releases": [{}]}}', encoding="utf-8")
    run = build(tmp_path / "in.json", "-o", tmp_path / "out.json")
    assert run.returncode == 2
    assert "in.json cannot be read" in run.stderr
    assert "php, release 1" in run.stderr
    (tmp_path / "in.json").write_text('{"php": {"releases": [{"name": "8"}]}}', encoding="utf-8")
    run = build(tmp_path / "in.json", "-o", tmp_path / "out.json")
    assert (run.returncode, run.stderr) == (2, "no file says its day: give --as-of\n")
    assert not (tmp_path / "out.json").exists()
