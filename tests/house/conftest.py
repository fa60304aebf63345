"""The house as it stands: where it is, which files belong to it, which rooms it has."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

GENERATED = Path("src/estate/rules/standard.py")


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the project."""
    return Path(__file__).parents[2]


@pytest.fixture(scope="session")
def tracked(root: Path) -> tuple[Path, ...]:
    """Return every file that git keeps, relative to the root."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    paths = (Path(name) for name in listing.split("\0") if name)
    return tuple(path for path in paths if (root / path).is_file())


@pytest.fixture(scope="session")
def code(tracked: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the Python files that people write and that are no tests."""
    files = (p for p in tracked if p.suffix == ".py" and p.parts[0] != "tests")
    return tuple(p for p in files if p != GENERATED)


@pytest.fixture(scope="session")
def rooms(root: Path) -> dict[str, Path]:
    """Return the rooms of the house by name, each with the module that opens it."""
    house = root / "src" / "estate"
    packages = {path.parent.name: path for path in house.glob("*/__init__.py")}
    modules = {path.stem: path for path in house.glob("*.py") if not path.stem.startswith("__")}
    return packages | modules
