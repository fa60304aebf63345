"""Records by field: each value under its path, comparable whoever wrote it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any, TypeAlias

from estate.model.types import NULL
from estate.yaml_text import scalar

__all__ = ["Fields", "Path", "Records", "flat", "raw", "same"]

Path: TypeAlias = tuple[str, ...]
Fields: TypeAlias = Mapping[Path, Any]
"""The values of a record by the path to each: texts, `NULL`, and lists of them or of mappings."""
Records: TypeAlias = Mapping[str, Mapping[str, Fields]]
"""Records by section and id."""


def raw(value: Any) -> Any:  # noqa: ANN401 - any value
    """Return a value as an inventory's reader would give it: texts, lists, mappings and `NULL`."""
    if value is None or value is NULL:
        return NULL
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {str(key): raw(inner) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [raw(inner) for inner in value]
    return scalar(value)


def flat(record: Mapping[str, Any]) -> dict[Path, Any]:
    """Return the values of a record by path; a list is one value, and so is an empty mapping."""
    fields: dict[Path, Any] = {}
    for name, value in record.items():
        if isinstance(value, Mapping) and value:
            for path, inner in flat(value).items():
                fields[_path(name, *path)] = inner
        else:
            fields[_path(name)] = raw(value)
    return fields


@lru_cache(maxsize=4096)
def _path(*steps: str) -> Path:
    """Return the one tuple there is of a path: many records have the same fields."""
    return steps


def same(one: Any, other: Any) -> bool:  # noqa: ANN401 - any values
    """Whether two raw values say the same: 42000 and 42000.00 do, null and an empty text do not."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if one is NULL or other is NULL:
        return one is other
    return bool(one == other) or _are_one_number(one, other)


def _are_one_number(one: object, other: object) -> bool:
    if not (isinstance(one, str) and isinstance(other, str)) or "." not in one + other:
        return False
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return False
