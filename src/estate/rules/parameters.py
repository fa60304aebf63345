"""A rule's parameters: typed by how their defaults are written, set by the estate."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable
from collections.abc import Set as AbstractSet
from keyword import iskeyword
from typing import Final

from estate.facts.dictionary import Type
from estate.model.scalars import day, duration, term
from estate.rules.definition import Parameter
from estate.rules.entry import Entry
from estate.rules.expression.checking import FUNCTIONS
from estate.rules.expression.tree import BOOLEAN, DATE, DURATION, NUMBER, TERM, TEXT, Constant
from estate.rules.expression.vocabulary import article

__all__ = ["fitting", "read_parameters"]


def read_parameters(entry: Entry, taken: AbstractSet[str]) -> tuple[Parameter, ...]:
    """Read the defaults; `taken` are the names of facts, which no parameter may have."""
    found = (_parameter(name, field, taken) for name, field in entry.fields().items())
    return tuple(parameter for parameter in found if parameter is not None)


def _constant(name: str, text: str | tuple[str, ...]) -> Constant:
    """Return a parameter's value, typed by how it is written; a list is of one type, or texts."""
    if isinstance(text, str):
        value, kind = _typed(text)
        return Constant(value, kind, name, text)
    parts = [_typed(part) for part in text]
    kinds = {kind for _, kind in parts}
    if len(kinds) != 1:
        return Constant(text, Type(TEXT.name, many=True), name, text)
    values = tuple(value for value, _ in parts)
    return Constant(values, Type(kinds.pop().name, many=True), name, text)


def _written(value: object) -> str | tuple[str, ...] | None:
    """Return a raw value as a parameter's text or texts; None where it can be none."""
    match value:
        case bool():
            return "true" if value else "false"
        case str() | int() | float():
            return str(value)
        case list() | tuple():
            parts = [_written(part) for part in value]
            texts = tuple(part for part in parts if isinstance(part, str))
            return texts if len(texts) == len(parts) else None
    return None


def _parameter(name: str, entry: Entry, taken: AbstractSet[str]) -> Parameter | None:
    text = _written(entry.value)
    if not name.isidentifier() or not name.islower() or iskeyword(name):
        entry.note(f"{name} cannot be the name of a parameter", "letters, digits and _")
    elif name in taken or name in FUNCTIONS:
        entry.note(f"{name} has a meaning already", "another name")
    elif text is None:
        entry.note("a parameter is a text or a list of them", "a default")
    else:
        return Parameter(name, text, _constant(name, text))
    return None


def _number(text: str) -> float:
    value = float(text) if "." in text else int(text)
    if not (text.isascii() and math.isfinite(value)) or "_" in text or text != text.strip():
        raise ValueError(text)
    return value


def _typed(text: str) -> tuple[Hashable, Type]:
    if text in {"true", "false"}:
        return text == "true", BOOLEAN
    for read, kind in _READINGS:
        try:
            return read(text), kind
        except (ValueError, OverflowError):
            continue
    return text, TEXT


_READINGS: Final[tuple[tuple[Callable[[str], Hashable], Type], ...]] = (
    (_number, NUMBER),
    (day, DATE),
    (term, TERM),
    (duration, DURATION),
)


def fitting(parameter: Parameter, value: object) -> Parameter | str:
    """Return a parameter with another value, or what would have been right."""
    text = _written(value)
    kind = parameter.constant.type
    expected = "a list" if kind.many else f"{article(kind.name)} such as {parameter.default}"
    if text is None or isinstance(text, tuple) is not kind.many:
        return expected
    found = _constant(parameter.name, text)
    if found.type == kind or not text:
        return Parameter(parameter.name, parameter.default, found)
    if kind.name == TEXT.name:
        as_text = Constant(text, kind, parameter.name, text)
        return Parameter(parameter.name, parameter.default, as_text)
    return expected
