"""Nothing grows past the size that one can read at a sitting."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 40

# What may be larger, by name, with the reason: `path` of a file, `path::name` of a function.
EXCEPTIONS: dict[str, str] = {}


def _too_large(root: Path, path: Path) -> Iterator[str]:
    text = (root / path).read_text(encoding="utf-8")
    if text.count("\n") > LINES_OF_A_FILE:
        yield path.as_posix()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LINES_OF_A_FUNCTION:
                yield f"{path.as_posix()}::{node.name}"


def test_files_and_functions_stay_below_the_ceiling(root: Path, code: tuple[Path, ...]) -> None:
    large = {name for path in code for name in _too_large(root, path)}
    assert sorted(large) == sorted(EXCEPTIONS)


def test_the_ceiling_sees_what_is_too_large(tmp_path: Path) -> None:
    body = "".join(f"    x = {n}\n" for n in range(LINES_OF_A_FILE))
    (tmp_path / "large.py").write_text(f"def long():\n{body}\n", encoding="utf-8")
    assert list(_too_large(tmp_path, Path("large.py"))) == ["large.py", "large.py::long"]
