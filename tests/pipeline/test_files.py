"""Which files and which catalogue an estate is read from."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from estate import lifecycle
from estate.config import load_config
from estate.errors import CatalogueError
from estate.pipeline import CATALOGUE, Options, catalogue_of, files_of, load_estate, run


def _named(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in files_of(root, load_config(root))]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "estate.yaml").write_text("estate: 1\nname: One\nrules: [standard, own]\n")
    for folder in ("inventory", "own"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.yaml").write_text("")
        (tmp_path / folder / "notes.txt").write_text("")
    return tmp_path


def test_everything_that_is_read_is_named(root: Path) -> None:
    assert _named(root) == ["inventory/one.yaml", "estate.yaml", CATALOGUE, "own/one.yaml"]


def test_an_estate_s_own_catalogue_comes_first(root: Path) -> None:
    assert catalogue_of(None).digest == catalogue_of(root).digest
    bundled = Path(lifecycle.__file__).with_name("snapshot.json")
    shutil.copy(bundled, root / CATALOGUE)
    assert catalogue_of(root).digest == catalogue_of(None).digest
    (root / CATALOGUE).write_bytes(bundled.read_bytes() + b" ")
    with pytest.raises(CatalogueError):
        catalogue_of(root)


def test_open_questions_are_listed_where_they_are_asked_for(root: Path) -> None:
    (root / "inventory" / "one.yaml").write_text("servers: {srv: {name: S}}\n")
    loaded = load_estate(root)
    told: list[str] = []
    quiet = run(loaded, Options(today=date(2026, 11, 21)), told.append).outcome
    asked = run(loaded, Options(today=date(2026, 11, 21), explain_unknown=True)).outcome
    assert quiet.unknown == ()
    assert len(asked.unknown) == asked.undecided == quiet.undecided > 0
    assert told == ["judging the estate", "judging the acceptances", "settling the findings"]
