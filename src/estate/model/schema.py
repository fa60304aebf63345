"""The JSON Schema of inventory files, generated from the model."""

from __future__ import annotations

from typing import Any, Final

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from estate.model.estate import SECTIONS
from estate.model.types import ID_PATTERN, LONGEST_ID

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


class _Generator(GenerateJsonSchema):
    """Says of texts what the reader does: any scalar is a text, and null is "known to be none"."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        if schema.get("min_length"):
            return {"type": "string", "minLength": schema["min_length"]}
        return {"type": ["string", "number", "boolean", "null"]}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        items = super().tuple_schema(schema)
        return {**items, "type": ["array", "null"]}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def inventory_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of an inventory file, for editors and validators."""
    definitions: dict[str, Any] = {}
    sections: dict[str, Any] = {}
    for section, kind in SECTIONS.items():
        schema = TypeAdapter(kind).json_schema(
            schema_generator=_Generator, ref_template="#/$defs/{model}"
        )
        definitions.update(schema.pop("$defs", {}))
        definitions[kind.__name__] = _without_id(schema)
        sections[section] = {
            "type": "object",
            "propertyNames": {"pattern": f"^{ID_PATTERN}$", "maxLength": LONGEST_ID},
            "additionalProperties": {"$ref": f"#/$defs/{kind.__name__}"},
        }
    return {
        "$schema": _DIALECT,
        "title": "An inventory file of an estate, format version 1",
        "type": "object",
        "additionalProperties": False,
        "properties": {"defaults": {"type": "object"}, **sections},
        "$defs": dict(sorted(definitions.items())),
    }


def _without_id(schema: dict[str, Any]) -> dict[str, Any]:
    """Take out what the key above the record says already."""
    properties = {name: value for name, value in schema["properties"].items() if name != "id"}
    required = [name for name in schema.get("required", ()) if name != "id"]
    return {**schema, "properties": properties, "required": required}
