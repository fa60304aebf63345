"""JSON documents, every scalar as the text that stands there."""

from __future__ import annotations

import json
from typing import Any

from estate.exchange.table.bounds import DEEPEST
from estate.exchange.table.cells import Cell
from estate.exchange.table.encoding import decoded
from estate.exchange.table.unreadable import unreadable

__all__ = ["json_documents"]


def json_documents(data: bytes, name: str, encoding: str | None = None) -> list[Cell]:
    """Return the one document of a JSON file. Raises ExchangeError.

    A key given twice in one object is refused: no value of two can be the right one.
    """
    text, _ = decoded(data, name, encoding)
    try:
        document = json.loads(
            text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_object
        )
    except json.JSONDecodeError as error:
        raise unreadable(
            name, f"no JSON: {error.msg}", line=error.lineno, column=error.colno
        ) from error
    except ValueError as error:
        raise unreadable(name, str(error)) from error
    except RecursionError as error:
        raise unreadable(name, "nested too deep", expected=f"at most {DEEPEST} levels") from error
    return [_texts(document, name, 0)]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        message = f"the key {next(k for k in keys if keys.count(k) > 1)!r} is given twice"
        raise ValueError(message)
    return made


def _texts(value: Any, name: str, depth: int) -> Cell:  # noqa: ANN401 - whatever JSON can hold
    if depth > DEEPEST:
        raise unreadable(name, "nested too deep", expected=f"at most {DEEPEST} levels")
    if isinstance(value, dict):
        return {key: _texts(item, name, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_texts(item, name, depth + 1) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value is None else str(value)
