"""The locks pin what pyproject.toml asks for, by hash, and agree with each other."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

Pins = dict[str, set[str]]


def _pins(path: Path) -> Pins:
    """Return the versions that a lock pins of each package: several where markers part them."""
    pins: Pins = {}
    for line in path.read_text(encoding="utf-8").replace("\\\n", "").splitlines():
        if not line.startswith("#"):
            pin = re.match(r"(\S+)==(\S+)(?: ;.*?)?(?: +--hash=sha256:[0-9a-f]{64})+$", line)
            assert pin, f"not pinned by hash: {line}"
            pins.setdefault(pin[1], set()).add(pin[2])
    return pins


def _asked(project: dict[str, Any], *groups: str) -> list[Requirement]:
    """Return what the project, its extras and these groups ask for, itself left out."""
    of_groups = project["dependency-groups"]
    texts = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(text for extra in project["project"]["optional-dependencies"].values() for text in extra),
        *(text for group in groups for text in of_groups[group] if isinstance(text, str)),
    ]
    asked = [Requirement(text) for text in texts]
    return [requirement for requirement in asked if requirement.name != "estate"]


@pytest.mark.parametrize(
    ("lock", "groups"),
    [("requirements.lock", ("build",)), ("requirements-dev.lock", ("build", "dev"))],
)
def test_a_lock_pins_what_is_asked_for(root: Path, lock: str, groups: tuple[str, ...]) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    pins = _pins(root / lock)
    unmet = [
        str(asked)
        for asked in _asked(project, *groups)
        if not pins.get(canonicalize_name(asked.name))
        or not all(version in asked.specifier for version in pins[canonicalize_name(asked.name)])
    ]
    assert not unmet, "run make lock"


def test_the_locks_agree(root: Path) -> None:
    work = _pins(root / "requirements-dev.lock")
    for name, versions in _pins(root / "requirements.lock").items():
        assert work[name] == versions
