"""What an import brought, kept beside the inventory: what the next one is compared with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from estate.errors import ExchangeError
from estate.exchange.update.values import Records, flat
from estate.model.types import NULL

__all__ = ["FOLDER", "memory_text", "remembered"]

FOLDER: Final = "imports"
"""The folder of an estate that keeps them; it belongs in git, beside the inventory."""
_SCHEMA: Final = "estate-imported/1"
_LARGEST: Final = 256 * 1024 * 1024


def memory_text(records: Records) -> str:
    """Return what was imported as JSON: by section, id and field; a line for each record."""
    lines = [
        f"  {json.dumps(section)}: {{\n"
        + ",\n".join(
            f"   {json.dumps(key)}: {json.dumps(_nested(fields), ensure_ascii=False)}"
            for key, fields in sorted(found.items())
        )
        + "\n  }"
        for section, found in records.items()
        if found
    ]
    inner = ",\n".join(lines)
    return f'{{\n "schema": "{_SCHEMA}",\n "records": {{\n{inner}\n }}\n}}\n'


def remembered(path: Path) -> Records | None:
    """Return what was imported the last time, or None where nobody kept it.

    Raises ExchangeError for a file that is none of ours.
    """
    if not path.is_file():
        return None
    try:
        if path.stat().st_size > _LARGEST:
            raise ExchangeError(f"{path} has more than {_LARGEST:,} bytes")
        document = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError, OSError) as error:
        raise ExchangeError(f"{path} cannot be read: {error}") from error
    if not isinstance(document, dict) or document.get("schema") != _SCHEMA:
        raise ExchangeError(f"{path} is not what an import keeps ({_SCHEMA})")
    return {
        str(section): {str(key): flat(_mapping(record)) for key, record in _mapping(found).items()}
        for section, found in _mapping(document.get("records")).items()
    }


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _nested(fields: Mapping[tuple[str, ...], Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for path, value in fields.items():
        holder = made
        for step in path[:-1]:
            holder = holder.setdefault(step, {})
        holder[path[-1]] = _json(value)
    return made


def _json(value: Any) -> Any:  # noqa: ANN401 - any raw value
    if value is NULL:
        return None
    if isinstance(value, dict):
        return {key: _json(inner) for key, inner in value.items()}
    return [_json(inner) for inner in value] if isinstance(value, list) else value
