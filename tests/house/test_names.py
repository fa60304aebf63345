"""Names are nouns of the domain, never of the trade of programming."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

EMPTY_WORDS = {
    "base",
    "common",
    "helper",
    "helpers",
    "manager",
    "misc",
    "util",
    "utilities",
    "utils",
}


def _words(name: str) -> set[str]:
    """Split a name in any of the usual cases into its words."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def _names(root: Path, path: Path) -> Iterator[str]:
    yield from (Path(part).stem for part in path.parts)
    if path.suffix == ".py":
        tree = ast.parse((root / path).read_text(encoding="utf-8"))
        yield from (node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("read_problems", {"read", "problems"}),
        ("BaseReport", {"base", "report"}),
        ("HTMLManager", {"html", "manager"}),
        ("database", {"database"}),
    ],
)
def test_names_are_split_into_words(name: str, words: set[str]) -> None:
    assert _words(name) == words


def test_modules_and_classes_say_what_they_are(root: Path, tracked: tuple[Path, ...]) -> None:
    ours = [path for path in tracked if path.parts[0] in {"src", "scripts", "benchmarks", "tests"}]
    empty = {
        f"{path.as_posix()}: {name}"
        for path in ours
        for name in _names(root, path)
        if _words(name) & EMPTY_WORDS
    }
    assert not empty
