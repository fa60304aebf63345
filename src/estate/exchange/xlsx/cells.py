"""A field's value as the text of a cell, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from estate.errors import ExchangeError, nearest
from estate.exchange.columns import Column
from estate.exchange.table.cells import Misfit
from estate.exchange.table.dates import date_format, read_date
from estate.exchange.table.numbers import read_boolean, read_money
from estate.exchange.table.yaml_file import yaml_documents
from estate.model.types import NULL
from estate.yaml_text import scalar

__all__ = ["LONGEST", "NONE", "parsed", "spelt"]

LONGEST: Final = 30_000
"""Characters of a cell: a workbook allows 32,767, and what is escaped may grow."""
NONE: Final = "null"
"""What a cell says of a field that is known to have no value; an empty cell says nothing."""

_MARK: Final = ";"
_FLOW: Final = re.compile(r"[,\[\]{}]")
_INTEGER: Final = re.compile(r"-?(?:0|[1-9]\d{0,14})", re.ASCII)
_DECIMAL: Final = re.compile(r"-?\d{1,15}\.\d{1,10}", re.ASCII)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FORMATS: Final = tuple(map(date_format, ("DD Month YYYY", "DD Mon YYYY")))


def spelt(value: Any) -> str:  # noqa: ANN401 - any raw value
    """Return a raw value as the text of a cell: lists by semicolons, what is nested in brackets."""
    if value is NULL:
        return NONE
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False) if _needs_quotes(value) else value
    if isinstance(value, list) and value and all(_is_simple(item) for item in value):
        joined = f"{_MARK} ".join(value)
        return joined if joined != NONE else _line(value)
    return _line(value)


def _needs_quotes(text: str) -> bool:
    return text == NONE or text != text.strip() or not text or text.startswith('"')


def _is_simple(item: object) -> bool:
    return (
        isinstance(item, str)
        and item is not NULL
        and not set(item) & {_MARK, "\n"}
        and not _needs_quotes(item)
        and item[0] not in "[{"
    )


def _line(value: Any) -> str:  # noqa: ANN401 - any raw value
    if isinstance(value, Mapping):
        return (
            "{" + ", ".join(f"{_word(key)}: {_line(inner)}" for key, inner in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(_line, value)) + "]"
    return NONE if value is NULL else _bare(value)


def _bare(text: str) -> str:
    """Write a text without quotes where it is one that a file has without them."""
    typed = _typed(text)
    return text if not isinstance(typed, str) and scalar(typed) == text else _word(text)


def _word(text: str) -> str:
    written = scalar(text)
    if written == text and _FLOW.search(text):
        return "'" + text.replace("'", "''") + "'"
    return written


def parsed(column: Column, text: str) -> Any:  # noqa: ANN401 - any value
    """Return the value that a cell's text says. Raises Misfit with what would have been right."""
    if text == NONE:
        return None
    return _READERS[column.form](column, text)


def _text(_: Column, text: str) -> str:
    if text.startswith('"') and text.endswith('"'):
        try:
            return str(json.loads(text))
        except ValueError:
            return text
    return text


def _number(_: Column, text: str) -> int | Decimal:
    return read_money(text)


def _day(_: Column, text: str) -> date:
    return read_date(text, _FORMATS)


def _flag(_: Column, text: str) -> bool:
    return read_boolean(text)


def _word_of(column: Column, text: str) -> str:
    known = {word.casefold(): word for word in column.words}
    if text.casefold() in known:
        return known[text.casefold()]
    near = nearest(text.casefold(), known)
    hint = f"did you mean {known[near]}?" if near else f"one of {', '.join(column.words)}"
    raise Misfit(f"not a word of {column.name}: {hint}")


def _list(column: Column, text: str) -> Any:  # noqa: ANN401 - a list, or the one that stands for it
    if text[0] in "[{":
        return _nested(column, text)
    members = [part.strip() for part in text.split(_MARK) if part.strip()]
    if column.form == "words":
        members = [_word_of(column, member) for member in members]
    return members[0] if column.single and len(members) == 1 else members


def _nested(column: Column, text: str) -> Any:  # noqa: ANN401 - any value
    if text[0] not in "[{":
        raise Misfit(f"{column.name} is written as in the file, in brackets on one line")
    try:
        (value,) = yaml_documents(text.encode(), column.name)
    except (ExchangeError, ValueError) as error:
        raise Misfit("the brackets cannot be read as YAML") from error
    return _retyped(value)


def _retyped(value: Any) -> Any:  # noqa: ANN401 - any value
    if isinstance(value, dict):
        return {key: _retyped(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_retyped(inner) for inner in value]
    return _typed(value) if isinstance(value, str) else value


def _typed(text: str) -> str | int | bool | date | Decimal:
    """Return what a text would be without quotes, so that it is written without them."""
    if text in {"true", "false"}:
        return text == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text


_READERS: Final[Mapping[str, Callable[[Column, str], Any]]] = {
    "text": _text,
    "term": _text,
    "id": _text,
    "number": _number,
    "day": _day,
    "flag": _flag,
    "word": _word_of,
    "words": _list,
    "texts": _list,
    "ids": _list,
    "software": _list,
    "other": _nested,
}
