"""What is written down is plain, current and at home on any machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

# Where packages come from is the business of the machine that installs them. A class of one letter
# keeps a pattern from finding itself.
HOST = re.compile(
    r"py[p]i\.(?:python\.)?org|python[h]osted\.org|registry\.npm[j]s\.org|anacond[a]\.org"
)

# Words that promise instead of saying, and notes to oneself.
UNWANTED = re.compile(
    r"\b(?:blazing|cutting-edge|effortless(?:ly)?|game-chang\w+|seamless(?:ly)?|supercharge\w*"
    r"|world-class|best-in-class|next-generation)\b|\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b"
)
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def test_no_file_names_a_package_registry(root: Path, tracked: tuple[Path, ...]) -> None:
    found = {p.as_posix(): m[0] for p in tracked if (m := HOST.search(_text(root / p)))}
    assert not found


def test_our_own_words_are_plain(root: Path, tracked: tuple[Path, ...]) -> None:
    ours = [p for p in tracked if p.suffix in {".md", ".py"} and p != _here(root)]
    found = {p.as_posix(): m[0] for p in ours if (m := UNWANTED.search(_text(root / p)))}
    assert not found


def _here(root: Path) -> Path:
    return Path(__file__).relative_to(root)


def test_links_between_documents_lead_somewhere(root: Path, tracked: tuple[Path, ...]) -> None:
    lost = [
        f"{path.as_posix()}: {target}"
        for path in tracked
        if path.suffix == ".md"
        for target in LINK.findall(_text(root / path))
        if "://" not in target and not (root / path.parent / target).exists()
    ]
    assert not lost


def test_decisions_are_numbered_in_order(root: Path) -> None:
    names = sorted(path.name for path in (root / "docs" / "decisions").glob("*.md"))
    assert names
    assert [name[:5] for name in names] == [f"{n:04}-" for n in range(1, len(names) + 1)]


def test_every_dependency_has_its_decision(root: Path) -> None:
    project = tomllib.loads(_text(root / "pyproject.toml"))["project"]
    extras = project["optional-dependencies"].values()
    asked = [*project["dependencies"], *(text for extra in extras for text in extra)]
    decided = "".join(_text(path) for path in (root / "docs" / "decisions").glob("*.md"))
    names = {Requirement(text).name for text in asked}
    assert not [name for name in names if name.lower() not in decided.lower()]


def test_every_gate_is_a_make_target(root: Path) -> None:
    gates = re.search(r"^gates=\((.*)\)$", _text(root / ".ci" / "run"), re.MULTILINE)
    assert gates is not None
    targets = re.findall(r"^([a-z-]+):.* ## ", _text(root / "Makefile"), re.MULTILINE)
    assert set(gates[1].split()) <= set(targets)


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_no_index(root: Path, lock: str) -> None:
    assert "://" not in _text(root / lock)
