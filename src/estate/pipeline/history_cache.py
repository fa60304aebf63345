"""What was counted before, kept beside: it spares judging a day again, and decides nothing.

An entry holds numbers alone, under a digest of all that they hang on. It is taken only where it is
whole and its own; else the day is judged as if nothing had been there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, fields
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from estate import __version__
from estate.errors import OutputError
from estate.findings import Counts
from estate.findings.trend import Bearing, Numbers
from estate.shipped import standard_rules
from estate.writing import write

__all__ = ["Cache"]

_SCHEMA: Final = "estate-trend-cache/1"
_LARGEST: Final = 1 << 20
"""Bytes of an entry: more is none of ours."""
_CODE: Final = Path(__file__).parents[1]


class Cache:
    """A folder of entries, one for each content and day. It may be shared, and deleted any time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def _program(self) -> str:
        """What tells this program from every other that may judge differently.

        Its version, its code, the catalogue that it ships, and the standard rules.
        """
        whole = sha256(__version__.encode())
        for path in _parts():
            whole.update(f"\0{path.name}\0".encode() + path.read_bytes())
        return whole.hexdigest()

    def get(self, content: str, day: date) -> Numbers | None:
        """Return what was counted of a content on a day; None where that is not known."""
        key = self._key(content, day)
        try:
            path = self._path(key)
            data = path.read_bytes() if path.is_file() and path.stat().st_size < _LARGEST else b""
            entry = json.loads(data)
            return _numbers(entry["numbers"]) if entry == _entry(key, entry["numbers"]) else None
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def put(self, content: str, day: date, numbers: Numbers) -> None:
        """Keep what was counted; where nothing can be written, nothing is kept."""
        key = self._key(content, day)
        text = json.dumps(_entry(key, asdict(numbers)), sort_keys=True)
        with suppress(OutputError):
            write(self._path(key), [text, "\n"])

    def _key(self, content: str, day: date) -> str:
        return sha256(f"{_SCHEMA} {self._program} {content} {day}".encode()).hexdigest()

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"


def _entry(key: str, numbers: object) -> dict[str, object]:
    """Return an entry, sealed by its digest: one that was cut or changed by hand is no entry."""
    told = json.dumps([_SCHEMA, key, numbers], sort_keys=True)
    seal = sha256(told.encode()).hexdigest()
    return {"schema": _SCHEMA, "key": key, "numbers": numbers, "seal": seal}


def _parts() -> Iterator[Path]:
    for folder, suffix in ((_CODE, "py"), (_CODE, "json"), (standard_rules(), "yaml")):
        yield from sorted(folder.rglob(f"*.{suffix}"))


def _numbers(values: Any) -> Numbers:  # noqa: ANN401 - whatever a file may hold
    """Return the numbers of an entry. Raises ValueError or TypeError for anything else."""
    parts = _named(values, Numbers)
    counts = {name: _count(each) for name, each in _named(parts.pop("counts"), Counts).items()}
    bearings = tuple(_bearing(each) for each in parts.pop("principles"))
    plain = {name: _count(each) for name, each in parts.items()}
    return Numbers(**plain, counts=Counts(**counts), principles=bearings)


def _bearing(values: Any) -> Bearing:  # noqa: ANN401 - as above
    parts = _named(values, Bearing)
    key = parts.pop("id")
    if not isinstance(key, str):
        raise TypeError(key)
    return Bearing(key, **{name: _count(each) for name, each in parts.items()})


def _named(values: Any, kind: type) -> dict[str, Any]:  # noqa: ANN401 - as above
    """Return a mapping that has the fields of a kind, and no others."""
    if not isinstance(values, dict) or set(values) != {each.name for each in fields(kind)}:
        raise TypeError(kind)
    return dict(values)


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(value)
    return value
