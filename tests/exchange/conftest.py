"""A mapping and its files, written down where a test can convert them."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from estate.errors import ExchangeError
from estate.exchange import Imported, convert

Convert = Callable[..., Imported]
Wrong = Callable[..., list[str]]


@pytest.fixture
def converted(tmp_path: Path) -> Convert:
    """Convert files, given by name, with a mapping's tables."""

    def run(tables: str, /, **files: str | bytes) -> Imported:
        head = "mapping: 1\nname: Test\ntables:\n"
        mapping = tmp_path / "mapping.yaml"
        mapping.write_text(head + textwrap.indent(textwrap.dedent(tables), "  "), "utf-8")
        paths = []
        for name, text in files.items():
            stem, _, ending = name.rpartition("_")
            path = tmp_path / f"{stem}.{ending}"
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(path)
        return convert(mapping, paths)

    return run


@pytest.fixture
def wrong(converted: Convert) -> Wrong:
    """Convert what cannot be converted, and return every problem as a line without its folder."""

    def run(tables: str, /, **files: str | bytes) -> list[str]:
        with pytest.raises(ExchangeError) as caught:
            converted(tables, **files)
        lines = [str(problem).rpartition("/")[2] for problem in caught.value.problems]
        return lines or [caught.value.message]

    return run
