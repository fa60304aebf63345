"""The files that an estate is read from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from estate.config import FILE, Config
from estate.pipeline.catalogue import CATALOGUE
from estate.pipeline.packs import STANDARD, rule_files
from estate.read.discover import discover

__all__ = ["files_of"]


def files_of(root: Path, config: Config) -> Iterator[Path]:
    """Yield every file that an estate is read from: the inventory first, then what judges it.

    Raises RuleError for a rule pack that is not there.
    """
    yield from (path for _, path in discover(root, config.inventory).found)
    yield root / FILE
    yield root / CATALOGUE
    for name in config.rules:
        if name != STANDARD:
            yield from rule_files(root / name)
