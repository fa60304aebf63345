"""The tables of an estate: a column for a field, a row for a record, an item, an installation."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, Literal

from estate.exchange.outward import Outgoing, Parcel
from estate.frozen import frozen
from estate.model import SECTIONS
from estate.model.fields import fields_of
from estate.model.scalars import ALWAYS, NEVER

__all__ = ["Column", "Table", "tables_of"]

Form = Literal["VARCHAR", "DOUBLE", "BOOLEAN", "DATE", "VARCHAR[]"]
_SECRET: Final = frozenset({"roles"})


@frozen
class Column:
    """A column: its name, and what stands in it as the database types it."""

    name: str
    form: Form


@frozen
class Table:
    """A table by its name. A cell that is None is unknown, or does not apply."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]


def tables_of(outgoing: Outgoing) -> list[Table]:
    """Return a table for each section that has records, then `relations` and `software`."""
    parcels = {
        section: list(outgoing.of(section)) for section in SECTIONS if section != "exceptions"
    }
    every = [parcel for part in parcels.values() for parcel in part]
    relations, software = [*_relations(every)], [*_software(every)]
    found = [_section(section, part) for section, part in parcels.items() if part]
    for parcel in every:
        if parcel.take("roles") is not None:
            parcel.drop("roles", "who may accept a risk, and their keys, never leave so")
        parcel.rest()
    heads: tuple[tuple[str, list[tuple[Any, ...]], Sequence[tuple[str, Form]]], ...] = (
        ("relations", relations, _OF_RELATIONS),
        ("software", software, _OF_SOFTWARE),
    )
    apart = [
        Table(name, tuple(Column(*column) for column in columns), tuple(rows))
        for name, rows, columns in heads
    ]
    return [*found, *apart]


_OF_RELATIONS: Final[tuple[tuple[str, Form], ...]] = (
    ("owner", "VARCHAR"),
    ("owner_kind", "VARCHAR"),
    ("relation", "VARCHAR"),
    ("target", "VARCHAR"),
    ("strength", "VARCHAR"),
    ("group", "VARCHAR"),
    ("at_least", "DOUBLE"),
    ("from", "DATE"),
    ("until", "DATE"),
    ("purpose", "VARCHAR"),
    ("style", "VARCHAR"),
    ("quantity", "DOUBLE"),
)
_OF_SOFTWARE: Final[tuple[tuple[str, Form], ...]] = (
    ("asset", "VARCHAR"),
    ("kind", "VARCHAR"),
    ("product", "VARCHAR"),
    ("version", "VARCHAR"),
    ("extended_support", "VARCHAR"),
    ("patched", "DATE"),
    ("patch_days", "DOUBLE"),
    ("count", "DOUBLE"),
)


def _section(section: str, parcels: list[Parcel]) -> Table:
    """Return the table of a section: only the columns in which something stands."""
    entries = [parcel.entry for parcel in parcels]
    names = [name for name in fields_of(SECTIONS[section]) if name not in _SECRET]
    kept = [name for name in names if any(_given(entry, name) for entry in entries)]
    values = {name: [_cell(getattr(entry, name)) for entry in entries] for name in kept}
    columns = []
    for name in kept:
        form = _form(values[name])
        columns.append(Column(fields_of(SECTIONS[section])[name].written, form))
        values[name] = [_as(form, value) for value in values[name]]
    rows = zip(*values.values(), strict=True)
    return Table(section, tuple(columns), tuple(rows))


def _given(entry: Any, name: str) -> bool:  # noqa: ANN401 - a record of any kind
    return name == "id" or getattr(entry, name) not in (None, ALWAYS, NEVER)


def _cell(value: Any) -> Any:  # noqa: ANN401 - whatever a field may hold
    if value in (ALWAYS, NEVER):
        return None
    return value


def _form(values: list[Any]) -> Form:
    """Return the type that all values of a column have."""
    given = [value for value in values if value is not None]
    if all(isinstance(value, bool) for value in given):
        return "BOOLEAN"
    if all(isinstance(value, int | float) and not isinstance(value, bool) for value in given):
        return "DOUBLE"
    if all(isinstance(value, date) for value in given):
        return "DATE"
    if all(isinstance(v, tuple) and all(isinstance(m, str) for m in v) for v in given):
        return "VARCHAR[]"
    return "VARCHAR"


def _as(form: Form, value: Any) -> Any:  # noqa: ANN401 - whatever a field may hold
    """Return a value of a column's type; what is a mapping or a list of them is JSON."""
    from estate.exchange.outward.plain import plain_value  # noqa: PLC0415 - only for the rare

    if value is None:
        return None
    if form == "DOUBLE":
        return float(value)
    if form == "VARCHAR[]":
        return list(value)
    if form == "VARCHAR" and not isinstance(value, str):
        said = plain_value(value)
        return said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
    return value


def _relations(parcels: list[Parcel]) -> Iterator[tuple[Any, ...]]:
    for parcel in parcels:
        for number, (name, said) in enumerate(parcel.items(), 1):
            targets = said.get("any_of") or [said["to"]]
            group = f"{parcel.id}#{number}" if "any_of" in said else None
            least = _number(said.get("at_least", 1)) if group else None
            for target in targets:
                yield (
                    *(parcel.id, parcel.kind, name, target, said.get("strength", "hard")),
                    *(group, least, said.get("from"), said.get("until"), said.get("purpose")),
                    *(said.get("style"), _number(said.get("quantity"))),
                )


def _software(parcels: list[Parcel]) -> Iterator[tuple[Any, ...]]:
    for parcel in parcels:
        for said in parcel.fields.get("software") or ():
            texts = (said.get(name) for name in ("version", "extended_support", "patched"))
            numbers = (_number(said.get(name)) for name in ("patch_days", "count"))
            yield (parcel.id, parcel.kind, said["product"], *texts, *numbers)


def _number(value: Any) -> float | None:  # noqa: ANN401 - a number, or None
    return None if value is None else float(value)
