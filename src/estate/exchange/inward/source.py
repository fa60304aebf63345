"""The files of an import as bytes: an importer opens nothing itself, so it follows no path."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from estate.errors import ExchangeError
from estate.exchange.table.encoding import file_bytes
from estate.frozen import frozen

__all__ = ["Source", "sources_of"]


@frozen
class Source:
    """One file: the name it is called by, and its bytes."""

    name: str
    data: bytes


def sources_of(paths: Sequence[Path]) -> tuple[Source, ...]:
    """Read files within bounds; a name that two share becomes the path. Raises ExchangeError."""
    if len(set(paths)) != len(paths):
        twice = next(path for path in paths if list(paths).count(path) > 1)
        raise ExchangeError(f"{twice} is given twice")
    names = [path.name for path in paths]
    return tuple(
        Source(name, file_bytes(path, name))
        for path in paths
        for name in [path.name if names.count(path.name) == 1 else path.as_posix()]
    )
