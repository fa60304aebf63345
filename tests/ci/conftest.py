"""A copy of what we ship in a repository of its own, and a way to install it without a network."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = (
    "src", "rules", "inventory", "estate.yaml", "pyproject.toml", "README.md", "LICENSE",
    "requirements.lock", "action.yml", ".pre-commit-hooks.yaml",
)  # fmt: skip

# Whatever is to be installed is here already: pip takes it from where the tests have it from.
OFFLINE = {
    "PYTHONPATH": sysconfig.get_path("purelib"),
    "PIP_NO_INDEX": "1",
    "PIP_NO_BUILD_ISOLATION": "0",
    "PIP_NO_DEPS": "1",
    "PIP_CONFIG_FILE": "/dev/null",
}


def git(at: Path, *arguments: str) -> str:
    """Run git in a folder, as somebody, without settings from outside."""
    settings = ("user.name=A", "user.email=a@example.org", "commit.gpgsign=false")
    options = [part for setting in settings for part in ("-c", setting)]
    return subprocess.run(
        ["git", *options, *arguments], cwd=at, check=True, capture_output=True, text=True
    ).stdout.strip()


def committed(folder: Path) -> Path:
    """Make a folder a repository with everything in it in one commit."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "-m", "Begin")
    return folder


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository of what we ship, as it stands here now."""
    folder = tmp_path_factory.mktemp("shipped")
    for name in SHIPPED:
        source = ROOT / name
        if source.is_dir():
            unwanted = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / name, ignore=unwanted)
        else:
            shutil.copy(source, folder / name)
    return committed(folder)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a repository with a small estate in a folder of its own."""
    folder = tmp_path / "workspace"
    shutil.copytree(ROOT / "tests" / "cli" / "estates" / "small", folder / "councils" / "small")
    return committed(folder)
