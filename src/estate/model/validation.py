"""From the fields of a record to the validator that reads it from raw values.

pydantic-core does the work: it gathers every mistake of a value, each with its path. Its schemas
are made from the fields here, when something is first read: making pydantic's own classes costs
more at every start than reading an inventory of some hundred records.
"""

from __future__ import annotations

from dataclasses import MISSING
from functools import cache
from types import NoneType
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from pydantic_core import CoreSchema, SchemaValidator, core_schema

from estate.model.fields import Around, Before, Field, Plain, fields_of

__all__ = ["SHAPES", "schema_of", "section_validator", "validator_of"]


SHAPES: Final = {
    "dataclass_type": "a mapping of fields",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "string_type": "a text",
    "string_too_short": "a text that is not empty",
}
"""What was expected, in words, by the type of pydantic's mistake."""


def validator_of(kind: type) -> SchemaValidator:
    """Return the validator of one record of this type."""
    return _one(kind)


def section_validator(kind: type) -> SchemaValidator:
    """Return the validator of a mapping from id to records of this type."""
    return _many(kind)


@cache
def _one(kind: type) -> SchemaValidator:
    return SchemaValidator(_of_record(kind))


@cache
def _many(kind: type) -> SchemaValidator:
    return SchemaValidator(core_schema.dict_schema(core_schema.str_schema(), _of_record(kind)))


def schema_of(kind: type) -> CoreSchema:
    """Return the schema by which pydantic-core reads a record of this type."""
    return _of_record(kind)


@cache
def _of_record(kind: Any) -> CoreSchema:  # noqa: ANN401 - a type of record
    fields = _of_fields(kind)
    arguments = core_schema.dataclass_args_schema(
        kind.__name__, list(fields.values()), extra_behavior="forbid"
    )
    schema: CoreSchema = core_schema.dataclass_schema(kind, arguments, list(fields), slots=True)
    if check := getattr(kind, "check", None):
        schema = core_schema.no_info_after_validator_function(check, schema)
    if short_form := getattr(kind, "short_form", None):
        schema = core_schema.no_info_before_validator_function(short_form, schema)
    return schema


@cache
def _of_fields(kind: type) -> dict[str, core_schema.DataclassField]:
    inherited: dict[str, core_schema.DataclassField] = {}
    for wider in kind.__bases__:
        inherited.update(_of_fields(wider))
    return {
        name: inherited[name] if _is_inherited(kind, field) else _of_field(field)
        for name, field in fields_of(kind).items()
    }


def _is_inherited(kind: type, field: Field) -> bool:
    return any(fields_of(wider).get(field.name) is field for wider in kind.__bases__)


def _of_field(field: Field) -> core_schema.DataclassField:
    schema = _marked(field.annotation, field.metadata)
    if field.factory is not MISSING:
        schema = core_schema.with_default_schema(schema, default_factory=field.factory)
    elif field.default is not MISSING:
        schema = core_schema.with_default_schema(schema, default=field.default)
    return core_schema.dataclass_field(
        field.name, schema, kw_only=True, validation_alias=field.alias
    )


def _marked(annotation: Any, marks: tuple[Any, ...]) -> CoreSchema:  # noqa: ANN401 - an annotation
    """Return the schema of a type with marks; the first of them is the innermost."""
    if marks and isinstance(marks[0], Plain):
        schema: CoreSchema = core_schema.no_info_plain_validator_function(marks[0].read)
    else:
        schema = _of_type(annotation)
    for mark in marks:
        if isinstance(mark, Before):
            schema = core_schema.no_info_before_validator_function(mark.read, schema)
        elif isinstance(mark, Around):
            schema = core_schema.no_info_wrap_validator_function(mark.read, schema)
    return schema


def _of_type(annotation: Any) -> CoreSchema:  # noqa: ANN401 - an annotation
    if annotation is str:
        return core_schema.str_schema()
    if annotation is Any:
        return core_schema.any_schema()
    parts = get_args(annotation)
    return _of_parts(get_origin(annotation), parts) if parts else _of_record(annotation)


def _of_parts(origin: Any, parts: tuple[Any, ...]) -> CoreSchema:  # noqa: ANN401 - an annotation's
    if origin is Annotated:
        return _marked(parts[0], parts[1:])
    if origin is Literal:
        return core_schema.literal_schema(list(parts))
    if origin is tuple:
        return core_schema.tuple_schema([_of_type(parts[0])], variadic_item_index=0)
    if origin is dict:
        return core_schema.dict_schema(_of_type(parts[0]), _of_type(parts[1]))
    (one,) = (part for part in parts if part is not NoneType)
    return core_schema.nullable_schema(_of_type(one))
