"""Every field has a meaning, and no meaning is without a field."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic_core import ValidationError

from estate.config import Config
from estate.model import SECTIONS
from estate.model.fields import fields_of
from estate.model.meanings import meaning, meanings
from estate.model.record import Record, record_in
from estate.model.types import NULL
from estate.model.validation import validator_of


def _kinds() -> Iterator[type]:
    """Yield every type of record of the format, each once, with those it extends."""
    seen: set[type] = set()
    todo: list[Any] = [*SECTIONS.values(), Config]
    while todo:
        kind: Any = todo.pop()
        if kind in seen or not fields_of(kind or object):
            continue
        seen.add(kind)
        yield kind
        todo += kind.__bases__
        todo += [record_in(field.annotation) for field in fields_of(kind).values()]


KINDS = sorted(_kinds(), key=lambda kind: kind.__name__)
OWN = [
    pytest.param(kind, field.written, id=f"{kind.__name__}.{field.written}")
    for kind in KINDS
    for field in fields_of(kind).values()
    if not any(field.name in fields_of(wider) for wider in kind.__bases__)
    if field.name != "id"  # it is the record's key
]


@pytest.mark.parametrize(("kind", "field"), OWN)
def test_a_field_means_something(kind: type, field: str) -> None:
    said = meaning(kind, field)
    assert said.endswith((".", "none announced."))
    assert said[0].isupper() or said.startswith("hard:")
    assert "\n" not in said
    assert len(said) <= 140


@pytest.mark.parametrize(("kind", "field"), OWN)
def test_it_says_what_null_is_where_null_is_something(kind: Any, field: str) -> None:  # noqa: ANN401 - a type
    try:
        validator_of(kind).validate_python({field: NULL})
        refused = False
    except ValidationError as error:
        refused = any(
            detail["loc"][:1] == (field,) and detail["type"] != "missing"
            for detail in error.errors()
        )
    assert ("null" in meaning(kind, field)) == (not refused)


def test_no_meaning_is_without_a_field() -> None:
    used = set()
    for kind in KINDS:
        for field in fields_of(kind).values():
            tables = (*(wider.__name__ for wider in kind.__mro__), "any")
            table = next(name for name in tables if field.written in meanings().get(name, {}))
            used.add((table, field.written))
    assert used == {(table, field) for table, said in meanings().items() for field in said}


def test_types_of_records_have_names_of_their_own() -> None:
    names = [kind.__name__ for kind in KINDS]
    assert len(names) == len(set(names))
    assert all(issubclass(kind, Record) for kind in KINDS)


def test_what_has_no_meaning_is_told() -> None:
    with pytest.raises(KeyError, match=r"Config.colour"):
        meaning(Config, "colour")


def test_no_inventory_is_read_with_it() -> None:
    code = "import sys, estate.config; print([m for m in sys.modules if 'meanings' in m])"
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stdout == "[]\n"
