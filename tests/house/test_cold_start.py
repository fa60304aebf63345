"""A cold start pays for what it uses and for nothing else."""

from __future__ import annotations

import re
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


def _imported(root: Path, *arguments: str) -> set[str]:
    """Run estate and return the packages that it imported, by their first name."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "estate", *arguments],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return set(re.findall(r"^import time:[ \d]+\|[ \d]+\| +(\w+)", run.stderr, re.MULTILINE))


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
    assert not imported & PICTURES_AND_PAGES
