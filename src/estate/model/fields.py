"""What a record's fields are: their types, what they are called in files, how raw values are read.

A field's annotation says its type. Marks inside `Annotated[...]` say the rest: how a raw value
becomes one of that type, the name it is written under, and what the JSON Schema says of it.
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Mapping
from dataclasses import MISSING
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from estate.frozen import frozen

__all__ = ["Around", "Before", "Described", "Field", "Plain", "Written", "fields_of"]


@frozen
class Plain:
    """The raw value is read by `read` alone, which returns the value or raises what is wrong."""

    read: Callable[[Any], Any]


@frozen
class Before:
    """`read` sees the raw value first; the type reads what it returns."""

    read: Callable[[Any], Any]


@frozen
class Around:
    """`read` gets the raw value and the type's own reading, and uses it or not."""

    read: Callable[[Any, Callable[[Any], Any]], Any]


@frozen
class Written:
    """The field's name in files, where that is a word of Python's."""

    name: str


@frozen
class Described:
    """What the JSON Schema says of the type."""

    schema: Mapping[str, Any]

    __eq__, __hash__ = object.__eq__, object.__hash__  # a mark; the mapping has no hash


@frozen
class Field:
    """One field of a type of record.

    `annotation` is its type, `metadata` the marks on the whole of it, `alias` the name it is
    written under if that is not `name`, `default` its value where it is absent.
    """

    name: str
    annotation: Any
    metadata: tuple[Any, ...]
    alias: str | None
    default: Any
    factory: Any

    @property
    def written(self) -> str:
        """The name it has in files."""
        return self.alias or self.name

    def is_required(self) -> bool:
        """Whether a record without it is refused."""
        return self.default is MISSING and self.factory is MISSING


def fields_of(kind: type) -> Mapping[str, Field]:
    """Return the fields of a type of record by name, the inherited ones first."""
    return _fields_of(kind)


@cache
def _fields_of(kind: type) -> Mapping[str, Field]:
    if not dataclasses.is_dataclass(kind):
        return {}
    known: dict[str, Field] = {}
    for wider in kind.__bases__:
        known.update(fields_of(wider))
    own = inspect.get_annotations(kind, locals={}, eval_str=True)
    for field in dataclasses.fields(kind):
        if field.name in own:
            known[field.name] = _field(field, own[field.name])
    return known


def _field(field: dataclasses.Field[Any], annotation: Any) -> Field:  # noqa: ANN401 - an annotation
    marks: tuple[Any, ...] = ()
    if get_origin(annotation) is Annotated:
        annotation, *found = get_args(annotation)
        marks = tuple(found)
    alias = next((mark.name for mark in marks if isinstance(mark, Written)), None)
    rest = tuple(mark for mark in marks if not isinstance(mark, Written))
    return Field(field.name, annotation, rest, alias, field.default, field.default_factory)
