"""The fields of a section as the columns of a sheet: what each holds, and what it may name.

They come from the model's own schema, so that a field of the format is a column by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, Literal

from estate.frozen import frozen
from estate.model import REFERENCES, SECTION_OF, SECTIONS, relations_of
from estate.model.schema import inventory_schema

__all__ = ["UNLISTED", "Column", "Form", "columns_of"]

Form = Literal[
    "text",
    "number",
    "day",
    "flag",
    "word",
    "term",
    "texts",
    "words",
    "ids",
    "id",
    "software",
    "other",
]
"""What a cell holds: `word` is one of an enumeration, `id` the id of another record, `other` a
mapping or a list of them; a plural is a list."""

UNLISTED: Final = frozenset({"exceptions"})
"""Sections that are no sheets: a change to a signed acceptance has a command of its own."""
_DEEPEST: Final = 3


@frozen
class Column:
    """One field of a section, or one part of a field: `annual_cost.revenue`.

    `words` are the values that it may have, `targets` the sections whose ids it may name, `means`
    what it says to people. `required` says that a record without it is refused, `single` that one
    member of a list may stand alone.
    """

    section: str
    path: tuple[str, ...]
    form: Form
    means: str
    words: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    required: bool = False
    single: bool = False

    @property
    def name(self) -> str:
        """The path as a heading."""
        return ".".join(self.path)


@cache
def columns_of(section: str) -> tuple[Column, ...]:
    """Return the columns of a section in the order of its fields, the id left out."""
    schema = inventory_schema()
    definitions: Mapping[str, Any] = schema["$defs"]
    definition = definitions[SECTIONS[section].__name__]
    return tuple(_columns(section, (), definition, definitions))


def _columns(
    section: str,
    above: tuple[str, ...],
    definition: Mapping[str, Any],
    definitions: Mapping[str, Any],
) -> Iterator[Column]:
    for name, schema in definition["properties"].items():
        path = (*above, name)
        target = definitions.get(schema.get("$ref", "").rpartition("/")[2])
        if target is not None and len(path) < _DEEPEST:
            yield from _columns(section, path, target, definitions)
            continue
        words = tuple(schema.get("enum") or schema.get("items", {}).get("enum") or ())
        targets = _targets(section, path)
        required = not above and name in definition["required"]
        means = str(schema.get("description", ""))
        single = any("string" in _types(kind) for kind in schema.get("anyOf", ()))
        form = _form(schema, targets)
        yield Column(section, path, form, means, words, targets, required, single)


def _form(schema: Mapping[str, Any], targets: tuple[str, ...]) -> Form:
    kinds = schema.get("anyOf", [schema])
    types = {one for kind in kinds for one in _types(kind)}
    tests: tuple[tuple[object, Form], ...] = (
        ("enum" in schema, "word"),
        (any(kind.get("format") == "date" for kind in kinds), "day"),
        ("array" in types, _list_form(schema, targets)),
        ("object" in types or any("$ref" in kind for kind in kinds), "other"),
        (types <= {"number", "integer", "null"}, "number"),
        (types == {"boolean"}, "flag"),
        ("pattern" in schema, "term"),
        (targets, "id"),
    )
    return next((form for holds, form in tests if holds), "text")


def _list_form(schema: Mapping[str, Any], targets: tuple[str, ...]) -> Form:
    items: Mapping[str, Any] = next(
        (k["items"] for k in schema.get("anyOf", [schema]) if "items" in k), {}
    )
    kinds = items.get("anyOf", [items])
    if "enum" in items:
        return "words"
    if targets:
        return "ids"
    if any("pattern" in kind for kind in kinds):
        return "software"
    return "texts" if all("$ref" not in kind for kind in kinds) else "other"


def _types(schema: Mapping[str, Any]) -> list[str]:
    types = schema.get("type", [])
    return [types] if isinstance(types, str) else types


def _targets(section: str, path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sections that a field may name: as a relation, or as another reference."""
    kind = SECTIONS[section].kind
    found: dict[str, None] = {}
    for relation, holder in relations_of(kind):
        if path == (holder,):
            found.update(dict.fromkeys(relation.allowed(kind)))
    for reference in REFERENCES:
        if reference.owner == kind and tuple(s for s in reference.path if s != "*") == path:
            found.update(dict.fromkeys(reference.targets))
    return tuple(SECTION_OF[target] for target in found)
