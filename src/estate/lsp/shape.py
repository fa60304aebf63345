"""What may stand at a path: which fields, which words, which records.

The shape of files follows from the model alone, so that whatever a record learns is completed and
explained without a word here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from estate.config import Config
from estate.model.asset import Software
from estate.model.estate import SECTIONS
from estate.model.fields import Field, fields_of
from estate.model.record import Record

__all__ = [
    "DEFAULTS",
    "Shape",
    "in_config",
    "in_inventory",
    "product_field",
    "record_at",
    "words_at",
]

DEFAULTS: Final = "defaults"

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """What stands at a path.

    `kind` is the type of record it is or holds, `owner` the one whose `field` leads to it;
    `annotation` the type of the value there.
    """

    annotation: Any
    owner: type | None = None
    field: Field | None = None

    @property
    def kind(self) -> type | None:
        """The type of record that may stand here, None if it is none."""
        return record_at(self.annotation)


def in_inventory(path: Path) -> Shape | None:
    """Return what stands at a path of an inventory file, from a record downwards."""
    if path and path[0] == DEFAULTS and len(path) > 1:
        return _of_defaults(path[1:])
    if len(path) > 1 and path[0] in SECTIONS:
        return _below(Shape(SECTIONS[str(path[0])]), path[2:])
    return None


def in_config(path: Path) -> Shape | None:
    """Return what stands at a path of an estate.yaml."""
    if path and path[0] == DEFAULTS and len(path) > 1:
        return _of_defaults(path[1:])
    return _below(Shape(Config), path)


def _of_defaults(path: Path) -> Shape | None:
    """Return what a default means to the first kind of record that accepts it."""
    found = (_below(Shape(kind), path) for kind in SECTIONS.values())
    return next((shape for shape in found if shape is not None), None)


def _below(shape: Shape, path: Path) -> Shape | None:
    for step in path:
        inner = _step(shape, step)
        if inner is None:
            return None
        shape = inner
    return shape


def _step(shape: Shape, step: str | int) -> Shape | None:
    annotation = _bare(shape.annotation)
    origin, parts = get_origin(annotation), get_args(annotation)
    if isinstance(step, int):
        return Shape(parts[0], shape.owner, shape.field) if origin is tuple else None
    if origin is dict:
        return Shape(parts[1], shape.owner, shape.field)
    kind = record_at(annotation)
    field = _written(kind).get(step) if kind is not None and origin is None else None
    if field is None or kind is None:
        return None
    return Shape(field.annotation, kind, field)


@cache
def _written(kind: type) -> Mapping[str, Field]:
    return {field.written: field for field in fields_of(kind).values() if field.name != "id"}


def _bare(annotation: Any) -> Any:  # noqa: ANN401 - an annotation, taken apart
    """Return an annotation without its marks and without "or None"."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        parts = [part for part in get_args(annotation) if part is not NoneType]
        return _bare(parts[0]) if len(parts) == 1 else annotation
    return annotation


def record_at(annotation: Any) -> type | None:  # noqa: ANN401 - an annotation
    """Return the type of record that an annotation is, or is a list of."""
    bare = _bare(annotation)
    if get_origin(bare) is tuple:
        return record_at(get_args(bare)[0])
    return bare if isinstance(bare, type) and issubclass(bare, Record) else None


def words_at(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401 - an annotation
    """Return the words that may stand where an annotation says what may; none for free text."""
    bare = _bare(annotation)
    if bare is bool:
        return ("true", "false")
    if get_origin(bare) is tuple:
        return words_at(get_args(bare)[0])
    return tuple(map(str, get_args(bare))) if get_origin(bare) is Literal else ()


def product_field(shape: Shape) -> str:
    """Return whether a value is a `product`, a `version` of one, or an `installation` of both."""
    if shape.kind is Software:
        return "installation"
    name = shape.field.written if shape.field else ""
    beside = {field.written for field in fields_of(shape.owner).values()} if shape.owner else ()
    if "product" not in beside:
        return ""
    return {"product": "product", "version": "version", "versions": "version"}.get(name, "")
