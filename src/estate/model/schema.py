"""The JSON Schema of inventory files, generated from the model."""

from __future__ import annotations

from types import NoneType
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from estate.model.estate import SECTIONS
from estate.model.fields import Before, Described, Field, fields_of
from estate.model.meanings import meaning
from estate.model.types import ID_PATTERN, LONGEST_ID, none_is_empty

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

Json = dict[str, Any]


def inventory_schema() -> Json:
    """Return the JSON Schema (2020-12) of an inventory file, for editors and validators."""
    definitions: dict[str, Json] = {}
    sections = {
        section: {
            "type": ["object", "null"],
            "description": f"{_purpose(kind)} By id.",
            "propertyNames": {"pattern": f"^{ID_PATTERN}$", "maxLength": LONGEST_ID},
            "additionalProperties": _of_record(kind, definitions),
        }
        for section, kind in SECTIONS.items()
    }
    return {
        "$schema": DIALECT,
        "title": "An inventory file of an estate, format version 1",
        "type": "object",
        "additionalProperties": False,
        "properties": {"defaults": _defaults(definitions), **sections},
        "$defs": dict(sorted(definitions.items())),
    }


def record_schema(kind: type, title: str) -> Json:
    """Return the JSON Schema (2020-12) of a file that holds one record of this type."""
    definitions: dict[str, Json] = {}
    _of_record(kind, definitions)
    own = definitions.pop(kind.__name__)
    return {"$schema": DIALECT, "title": title, **own, "$defs": dict(sorted(definitions.items()))}


def _defaults(definitions: dict[str, Json]) -> Json:
    """Describe a file's defaults: any field of any record."""
    names = {
        name for kind in SECTIONS.values() for name in definitions[kind.__name__]["properties"]
    }
    return {
        "type": ["object", "null"],
        "description": "Fields for every record of this file that accepts them and has none.",
        "propertyNames": {"enum": sorted(names)},
    }


def _of_record(kind: Any, definitions: dict[str, Json]) -> Json:  # noqa: ANN401 - a type of record
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        fields = [field for field in fields_of(kind).values() if field.name != "id"]
        definitions[name] = {
            "type": "object",
            "description": _purpose(kind),
            "additionalProperties": False,
            "required": [field.written for field in fields if field.is_required()],
            "properties": {f.written: _of_field(kind, f, definitions) for f in fields},
            **getattr(kind, "more_schema", {}),
        }
    reference = {"$ref": f"#/$defs/{name}"}
    short = getattr(kind, "short_schema", None)
    return {"anyOf": [short, reference]} if short else reference


def _purpose(kind: type) -> str:
    return " ".join(str(kind.__doc__).split("\n\n", maxsplit=1)[0].split())


def _of_field(kind: type, field: Field, definitions: dict[str, Json]) -> Json:
    schema = _marked(field.annotation, field.metadata, definitions)
    return {"description": meaning(kind, field.written), **schema}


def _marked(annotation: Any, marks: tuple[Any, ...], definitions: dict[str, Json]) -> Json:  # noqa: ANN401
    for mark in marks:
        if isinstance(mark, Described):
            return dict(mark.schema)
    schema = _of_type(annotation, definitions)
    if Before(none_is_empty) in marks:
        schema["type"] = ["array", "null"]
    return schema


def _of_type(annotation: Any, definitions: dict[str, Json]) -> Json:  # noqa: ANN401 - an annotation
    if annotation is str:
        return {"type": ["string", "number", "boolean", "null"]}
    if annotation is Any:
        return {}
    origin, parts = get_origin(annotation), get_args(annotation)
    if not parts:
        return _of_record(annotation, definitions)
    if origin is Literal:
        return {"enum": list(parts)}
    return _of_parts(origin, parts, definitions)


def _of_parts(origin: Any, parts: tuple[Any, ...], definitions: dict[str, Json]) -> Json:  # noqa: ANN401
    if origin is Annotated:
        return _marked(parts[0], parts[1:], definitions)
    if origin is tuple:
        return {"type": "array", "items": _of_type(parts[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _of_type(parts[1], definitions)}
    (one,) = (part for part in parts if part is not NoneType)
    return _of_type(one, definitions)
