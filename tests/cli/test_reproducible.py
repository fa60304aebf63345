"""What an audit writes is the same bytes, whoever runs it, wherever and with what settings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SETTINGS = (
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "COLUMNS": "60"},
    {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "America/Los_Angeles", "NO_COLOR": "1"},
)


def _written(settings: dict[str, str], folder: Path, at: Path) -> dict[str, bytes]:
    """Return every file that an audit of the example writes, by its name."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "estate.yaml", folder)
    shutil.copytree(ROOT / "inventory", folder / "inventory")
    named = os.path.relpath(folder, at) if at != ROOT else str(folder)
    arguments = ["audit", "--as-of", "2026-11-21", "--fail-on", "never", "-q", "--estate", named]
    subprocess.run(
        [sys.executable, "-m", "estate", *arguments],
        cwd=at,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), **settings},
        check=True,
    )
    reports = folder / "reports"
    return {str(p.relative_to(reports)): p.read_bytes() for p in reports.rglob("*") if p.is_file()}


def test_an_audit_writes_the_same_bytes_in_any_place_and_setting(tmp_path: Path) -> None:
    first = _written(SETTINGS[0], tmp_path / "one" / "estate", tmp_path)
    second = _written(SETTINGS[1], tmp_path / "a longer name" / "of it", ROOT)
    assert first.keys() == second.keys() >= {"index.html", "findings.json"}
    assert [name for name in sorted(first) if first[name] != second[name]] == []
