"""A cold start pays for what it uses and for nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PICTURES_AND_PAGES = {
    "graphviz",
    "jinja2",
    "networkx",
    "openpyxl",
    "pygraphviz",
    "typst",
    "xlsxwriter",
}


RULES_READ = {
    "estate.rules.reading",
    "estate.rules.expression.checking",
    "estate.rules.expression.fusion",
}
"""What reads, checks and compiles rules: the standard ones come ready."""


def _imported(root: Path, *arguments: str) -> set[str]:
    """Run estate and return the modules that it imported, and the packages that they are in."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "estate", *arguments],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    modules = re.findall(r"^import time:[ \d]+\|[ \d]+\| +([\w.]+)", run.stderr, re.MULTILINE)
    return {*modules, *(name.partition(".")[0] for name in modules)}


def test_help_imports_neither_the_model_nor_what_draws(root: Path) -> None:
    imported = _imported(root, "--help")
    assert "click" in imported
    assert not imported & (PICTURES_AND_PAGES | {"pydantic", "yaml"})


@pytest.mark.parametrize("form", ["text", "json"])
def test_check_imports_nothing_that_draws(root: Path, form: str) -> None:
    imported = _imported(
        root, "check", "--as-of", "2026-11-21", "--fail-on", "never", "--format", form
    )
    assert "yaml" in imported
    assert not imported & (PICTURES_AND_PAGES | RULES_READ | {"pydantic"})


def test_a_rule_that_an_estate_sets_anew_is_read(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "inventory", tmp_path / "inventory")
    text = (root / "estate.yaml").read_text(encoding="utf-8")
    text += "parameters:\n  unbudgeted-renewal: {horizon: 6 months}\n"
    (tmp_path / "estate.yaml").write_text(text, encoding="utf-8")
    imported = _imported(tmp_path, "check", "--as-of", "2026-11-21", "--fail-on", "never")
    assert imported >= RULES_READ
