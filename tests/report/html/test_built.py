"""The script that travels in the package is what its source builds to, and says whose it is."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
WEB = ROOT / "web"
ASSETS = ROOT / "src" / "estate" / "report" / "html" / "assets"
BUILT = ASSETS / "report.js"

needs_npm = pytest.mark.skipif(
    shutil.which("node") is None or not (WEB / "node_modules").is_dir(),
    reason="node or web/node_modules is missing; make web fetches it",
)


@needs_npm
def test_the_script_is_what_its_source_builds_to(tmp_path: Path) -> None:
    fresh = tmp_path / "report.js"
    subprocess.run(["node", "build.mjs", str(fresh)], cwd=WEB, check=True)
    assert fresh.read_bytes() == BUILT.read_bytes(), "run make web"


@needs_npm
def test_the_types_of_the_source_agree() -> None:
    done = subprocess.run(
        ["node_modules/.bin/tsc", "-p", "."], cwd=WEB, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_the_script_names_what_it_holds() -> None:
    version = json.loads((WEB / "package.json").read_text())["devDependencies"]["echarts"]
    head = BUILT.read_text(encoding="utf-8")[:300]
    assert f"Apache ECharts {version}" in head
    assert "Apache License 2.0" in head
    licences = (ASSETS / "LICENCES").read_text(encoding="utf-8")
    assert "Apache ECharts" in licences
    assert "Baidu" in licences


def test_what_is_fetched_is_pinned_and_names_no_host() -> None:
    asked = json.loads((WEB / "package.json").read_text())["devDependencies"]
    lock = json.loads((WEB / "package-lock.json").read_text())["packages"]
    assert all(version[0].isdigit() for version in asked.values())
    assert {name: lock[f"node_modules/{name}"]["version"] for name in asked} == asked
    assert not [name for name, each in lock.items() if "resolved" in each]
    assert all("integrity" in each for name, each in lock.items() if name)


def test_the_script_could_stand_in_any_page() -> None:
    text = BUILT.read_text(encoding="utf-8")
    assert "</script" not in text.lower()
    assert "<!--" not in text
    assert "eval(" not in text
    assert "new Function" not in text


def test_our_source_never_reads_text_as_markup() -> None:
    files = sorted((WEB / "src").glob("*.js"))
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    for unsafe in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"):
        assert unsafe not in source
