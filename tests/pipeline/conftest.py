"""The example estate, judged on the day of its reports."""

from __future__ import annotations

import json
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from estate.pipeline import Loaded, Options, Run, load_estate, run
from estate.report import findings_json
from estate.shipped import example_estate

DAY = date(2026, 11, 21)

Json = dict[str, Any]


@cache
def shipped() -> Loaded:
    """Load the example estate, which no test changes."""
    return load_estate(example_estate())


def judged(root: Path, **options: Any) -> Run:  # noqa: ANN401 - as Options has them
    """Load an estate and judge it, with everything that is unknown explained."""
    loaded = shipped() if root == example_estate() else load_estate(root)
    return run(loaded, Options(today=DAY, **{"explain_unknown": True, **options}))


def as_json(done: Run) -> Json:
    """Return the outcome as other programs get it."""
    found: Json = json.loads("".join(findings_json.render(done.outcome)))
    return found


@pytest.fixture(scope="session")
def example() -> Path:
    """Return the folder of the example estate, to be read only."""
    return example_estate()


@pytest.fixture
def copy(example: Path, tmp_path: Path) -> Path:
    """Return a copy of the example estate, to be changed."""
    shutil.copy(example / "estate.yaml", tmp_path)
    shutil.copytree(example / "inventory", tmp_path / "inventory")
    return tmp_path


@pytest.fixture(scope="session")
def whole(example: Path) -> Json:
    """Return the outcome of the example estate."""
    return as_json(judged(example))
