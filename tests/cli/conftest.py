"""Running the program as a user would: its commands in this process, and estates to run them on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest
from click.testing import CliRunner

from estate.cli import cli

HERE = Path(__file__).parent
DAY = "2026-11-21"


class Ran(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """Runs `estate` with arguments, in a folder, on a screen so many columns wide."""

    def __call__(self, *arguments: str, at: Path | None = None, columns: int = 100) -> Ran: ...


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return what runs the program in this process."""

    def call(*arguments: str, at: Path | None = None, columns: int = 100) -> Ran:
        monkeypatch.chdir(at or tmp_path)
        done = CliRunner(env={"COLUMNS": str(columns)}).invoke(cli, arguments, prog_name="estate")
        return Ran(done.exit_code, done.stdout, done.stderr)

    return call


@pytest.fixture(scope="session")
def _small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("estates") / "small"
    shutil.copytree(HERE / "estates" / "small", folder)
    update = ["lifecycle", "update", str(HERE / "estates" / "products.json")]
    done = CliRunner().invoke(cli, [*update, "--estate", str(folder)])
    assert done.exit_code == 0, done.stderr
    return folder


@pytest.fixture
def small(_small: Path, tmp_path: Path) -> Path:
    """Return a small estate of one's own, with a catalogue that never changes."""
    return Path(shutil.copytree(_small, tmp_path / "small"))


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Return what holds a text against its golden file; README.md there says how to refresh."""

    def check(name: str, text: str) -> None:
        path = HERE / "golden" / name
        if os.environ.get("ESTATE_REFRESH_GOLDEN"):
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode()

    return check
