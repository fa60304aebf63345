"""From pydantic's errors to problems that a person can mend."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from pydantic_core import ErrorDetails

from estate.errors import Location, Problem, nearest
from estate.model.fields import fields_of
from estate.model.record import Entry, record_in
from estate.model.relations import RELATIONS
from estate.model.types import NULL

Path = tuple[str | int, ...]

_WORD: Final = re.compile(r"'([^']*)'")
_RELATIONS: Final = frozenset(holder for relation in RELATIONS for holder in relation.holders)
_LONGEST_SHOWN: Final = 60
_SHAPES: Final = {
    "dataclass_type": "a mapping of fields",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "string_type": "a text",
    "string_too_short": "a text that is not empty",
}


def shown(value: object) -> str:
    """Return a raw value as a message shows it: what kind of thing, and its text if short."""
    if value is NULL:
        return "null"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    return repr(text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…")


@dataclass(frozen=True, slots=True)
class Locator:
    """Finds where a value, or the key of a field, stands: by its path below a record."""

    value: Callable[[Path], Location]
    key: Callable[[Path], Location]


def field_problem(detail: ErrorDetails, path: Path, kind: type, where: Locator) -> Problem:
    """Return the problem of one of pydantic's errors about a record of type `kind`."""
    if detail["type"] == "unexpected_keyword_argument":
        return _unknown_field(path, kind, where)
    if detail["type"] == "missing":
        return _missing_field(path, kind, where)
    name = ".".join(str(step) for step in path if isinstance(step, str))
    found = f"{name} is {shown(detail['input'])}"
    if detail["type"] == "literal_error":
        words = _WORD.findall(str(detail.get("ctx", {}).get("expected", "")))
        close = nearest(str(detail["input"]), words)
        return Problem("invalid-field", found, where.value(path), _listed(words), close)
    expected = _SHAPES.get(detail["type"]) or detail.get("ctx", {}).get("expected", detail["msg"])
    return Problem("invalid-field", found, where.value(path), expected)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _unknown_field(path: Path, kind: type, where: Locator) -> Problem:
    name = str(path[-1])
    known = accepted(kind, path[:-1])
    close = nearest(name, known)
    label = _label(kind)
    if len(path) == 1 and name in _RELATIONS and issubclass(kind, Entry):
        owners = next(r.owners for r in RELATIONS if name in r.holders)
        message = f"the relation {name!r} on {label}"
        expected = f"it on {_listed(list(owners))}"
        return Problem("illegal-relation", message, where.key(path), expected, close)
    within = ".".join(str(step) for step in path[:-1] if isinstance(step, str))
    message = f"unknown field {name!r} of {within or label}"
    expected = "a field of the format" if close else f"one of {', '.join(sorted(known))}"
    return Problem("invalid-field", message, where.key(path), expected, close)


def _label(kind: type) -> str:
    word = getattr(kind, "kind", kind.__name__.lower())
    return f"{'an' if word[0] in 'aeo' else 'a'} {word}"


def _missing_field(path: Path, kind: type, where: Locator) -> Problem:
    owner = ".".join(str(step) for step in path[:-1]) or _label(kind)
    expected = f"{owner} to have it"
    return Problem("invalid-field", f"no {path[-1]!r}", where.value(path), expected)


def accepted(kind: Any, path: Path) -> frozenset[str]:  # noqa: ANN401 - a record type
    """Return the fields that the record at `path` below one of a kind accepts, as written."""
    for step in path:
        if isinstance(step, str) and kind is not None:
            named = {field.written: field for field in fields_of(kind).values()}
            kind = record_in(named[step].annotation) if step in named else kind
    fields = () if kind is None else fields_of(kind).values()
    return frozenset(field.written for field in fields if field.name != "id")
