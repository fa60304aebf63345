"""What a mapping must get right beyond its shape: names that lead somewhere, fields that exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Final

from estate.exchange.table.mapping import Mapping, Output, Table, Where
from estate.exchange.table.mapping_text import Path
from estate.exchange.table.path import steps
from estate.exchange.table.value import Step, Value, placeholders
from estate.frozen import frozen
from estate.model import SECTIONS

__all__ = [
    "EACH",
    "Complaint",
    "complaints",
    "conditions",
    "inner_values",
    "lookups_of",
    "references",
    "values",
]

EACH: Final = "each"
"""The column that holds the member for which an output with `each` makes a record."""
_SOFTWARE: Final = ("product", "version", "extended_support", "patched", "patch_days", "count")


@frozen
class Complaint:
    """Something wrong with a mapping, with the path to it.

    `word` and `candidates` serve to name the nearest spelling; `at_key` points at the key.
    """

    path: Path
    message: str
    expected: str = ""
    word: str = ""
    candidates: tuple[str, ...] = field(default=(), compare=False)
    at_key: bool = False


def complaints(mapping: Mapping) -> Iterator[Complaint]:
    """Give everything that is wrong with a mapping whose shape is right."""
    for name, table in mapping.tables.items():
        here: Path = ("tables", name)
        yield from _names(table, here)
        for number, output in enumerate(table.outputs):
            yield from _fields(output, (*here, "outputs", number))
        for path, value in values(table, here):
            yield from _value(mapping, table, path, value)
    yield from _circles(mapping)


def values(table: Table, path: Path) -> Iterator[tuple[Path, Value]]:
    """Give every value of a table, those inside others included, with its path."""
    for name, value in table.derive.items():
        yield from inner_values(value, (*path, "derive", name))
    for number, output in enumerate(table.outputs):
        here = (*path, "outputs", number)
        yield from inner_values(output.id, (*here, "id"))
        if output.each:
            yield from inner_values(output.each, (*here, "each"))
        for name, value in output.fields.items():
            yield from inner_values(value, (*here, "fields", name))


def inner_values(value: Value, path: Path) -> Iterator[tuple[Path, Value]]:
    """Give a value and those inside it, with their paths."""
    yield path, value
    for kind in ("first", "list"):
        for number, inner in enumerate(getattr(value, kind) or ()):
            yield from inner_values(inner, (*path, kind, number))
    for kind in ("record", "software"):
        for name, inner in (getattr(value, kind) or {}).items():
            yield from inner_values(inner, (*path, kind, name))


def conditions(table: Table, path: Path) -> Iterator[tuple[Path, Where]]:
    """Give every `where` of a table with its path."""
    yield (*path, "where"), table.where
    for number, output in enumerate(table.outputs):
        yield (*path, "outputs", number, "where"), output.where


def references(table: Table, path: Path) -> Iterator[tuple[Path, str]]:
    """Give every column that a table's values and conditions name, with its path."""
    for here, value in values(table, path):
        if value.column is not None:
            yield (*here, "column"), value.column
        for name in placeholders(value.template or ""):
            yield (*here, "template"), name
    for here, where in conditions(table, path):
        for number, alternative in enumerate(where):
            for name in alternative:
                yield (*here, number, name), name
    if table.key is not None:
        yield (*path, "key"), table.key


def _names(table: Table, path: Path) -> Iterator[Complaint]:
    """Check the names that a table gives: derived columns, its outputs' labels."""
    for name in table.derive:
        if name in table.columns or name == EACH:
            message = f"{name!r} is a column already"
            yield Complaint((*path, "derive", name), message, at_key=True)
    wanted = {value.made for _, value in values(table, path) if value.made}
    labels = [output.label for output in table.outputs]
    for number, output in enumerate(table.outputs):
        if output.label in wanted and labels.count(output.label) > 1:
            message = f"several outputs are called {output.label!r}"
            yield Complaint((*path, "outputs", number), message, "a name of its own for each")


def _fields(output: Output, path: Path) -> Iterator[Complaint]:
    """Check that the fields of an output exist in its section, each once."""
    known = _known_fields(output.section)
    seen: dict[tuple[str, ...], str] = {}
    for part in ("constants", "fields"):
        for name in getattr(output, part):
            here = (*path, part, name)
            try:
                keys = steps(name)
            except ValueError as error:
                yield Complaint(here, str(error), at_key=True)
                continue
            if keys[0] not in known:
                message = f"{output.section} have no field {keys[0]!r}"
                yield Complaint(here, message, "", keys[0], known, at_key=True)
            if keys in seen:
                yield Complaint(here, f"{name} and {seen[keys]} are one field", at_key=True)
            seen[keys] = name


def _known_fields(section: str) -> tuple[str, ...]:
    names = dict(SECTIONS[section].__pydantic_fields__)
    return tuple(field.alias or name for name, field in names.items() if name != "id")


def _value(mapping: Mapping, table: Table, path: Path, value: Value) -> Iterator[Complaint]:
    if value.made:
        yield from _made((*path, "made"), value.made, table)
    for name in value.software or {}:
        if name not in _SOFTWARE:
            message = f"software has no {name!r}"
            yield Complaint((*path, "software", name), message, "", name, _SOFTWARE, at_key=True)
    for number, step in enumerate(value.then):
        if step.lookup:
            yield from _lookup(mapping, (*path, "then", number), step)


def _made(path: Path, label: str, table: Table) -> Iterator[Complaint]:
    """Check that an output has this label, and that ids are known where it is asked for."""
    labels = tuple(output.label for output in table.outputs if not output.existing)
    if label not in labels:
        yield Complaint(path, f"no output makes records as {label!r}", "", label, labels)
    if path[4:5] != ("fields",) or path[5:6] == ("name",):
        yield Complaint(path, "ids are not made yet when names, ids and columns are worked out")


def _lookup(mapping: Mapping, path: Path, step: Step) -> Iterator[Complaint]:
    table = mapping.tables.get(str(step.lookup))
    if table is None:
        message = f"no table is called {step.lookup!r}"
        tables = tuple(mapping.tables)
        yield Complaint((*path, "lookup"), message, "", str(step.lookup), tables)
    elif table.key is None:
        message = f"the table {step.lookup} has no key to look up by"
        yield Complaint((*path, "lookup"), message, "a key there")
    elif step.made:
        yield from _made((*path, "made"), step.made, table)


def _circles(mapping: Mapping) -> Iterator[Complaint]:
    """Find tables whose derived columns look one another up in a circle."""
    asked = {name: lookups_of(table) for name, table in mapping.tables.items()}
    for name in mapping.tables:
        seen, following = set[str](), asked[name]
        while following:
            seen |= following
            following = {deep for near in following for deep in asked.get(near, ())} - seen
        if name in seen:
            message = "its derived columns look themselves up in a circle of tables"
            yield Complaint(("tables", name, "derive"), message, at_key=True)


def lookups_of(table: Table) -> set[str]:
    """Return the tables that the derived columns of a table look up."""
    return {
        step.lookup
        for name, value in table.derive.items()
        for _, inner in inner_values(value, ("derive", name))
        for step in inner.then
        if step.lookup
    }
