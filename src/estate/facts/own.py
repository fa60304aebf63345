"""The facts that records state themselves: their own fields, typed from the model."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from estate.facts.dictionary import Fact, Type
from estate.model import ANY, SECTIONS, Entry
from estate.model.asset import Asset
from estate.model.commercial import Product
from estate.model.fields import Field, fields_of
from estate.model.policy import Policy
from estate.model.record import Record, record_in
from estate.model.types import (
    DoneDay,
    Duration,
    Flag,
    LastDay,
    Number,
    Quantity,
    SupportEnd,
    TermText,
)

_MARKED: Final[dict[Any, Type | None]] = {
    get_args(annotated)[1]: typed
    for annotated, typed in (
        (LastDay, Type("date", ends=True)),
        (DoneDay, Type("date")),
        (Duration, Type("duration")),
        (Flag, Type("boolean")),
        (Number, Type("number")),
        (Quantity, Type("number")),
        (TermText, Type("term")),
        (SupportEnd, None),  # a date or a boolean: the catalogue says what it means
    )
}
"""The types of fields by how their raw values are read."""

_PLAIN: Final = {
    str: Type("text"),
    int: Type("number"),
    float: Type("number"),
    date: Type("date"),
    bool: Type("boolean"),
}
_NULL: Final = {
    "text": "none",
    "date": "never done",
    "duration": "unlimited",
    "number": "unlimited",
}


def kind_of(record: type[Record]) -> str:
    """Return the dictionary's name for a type of record."""
    if issubclass(record, Entry) and record not in (Asset, Entry):
        return record.kind
    name = record.__name__
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def records() -> Iterator[type[Record]]:
    """Yield each type of record that facts are about, those that stand in others after them."""
    seen: set[type[Record]] = {Product}  # the catalogue says what a product is
    todo: list[type[Record]] = [Entry, Asset, *SECTIONS.values(), Policy]
    for record in todo:  # grows while it is read
        if record not in seen:
            seen.add(record)
            yield record
            inner = (record_in(field.annotation) for field in fields_of(record).values())
            todo.extend(found for found in inner if found is not None)


def own_facts() -> Iterator[Fact]:
    """Yield a fact for each field of each type of record, inherited ones once.

    They say nothing of their meaning (`doc`): that is looked up where it is shown.
    """
    for record in records():
        owner, inherited = kind_of(record), fields_of(record.__bases__[0])
        for name, field in fields_of(record).items():
            typed = None if name in inherited else _type(field.annotation, field.metadata)
            if typed is not None:
                yield _fact(owner, field, typed)


def wider_kinds() -> dict[str, tuple[str, ...]]:
    """Return, by kind, the kinds whose facts it has as well.

    A product has none: it is what the catalogue says of it, be there a record or not.
    """
    kinds = (kind.kind for kind in SECTIONS.values() if kind is not Product)
    return {
        "asset": ("entry",),
        **{name: ("asset",) if name in ANY else ("entry",) for name in kinds},
    }


def _fact(owner: str, field: Field, typed: Type) -> Fact:
    return Fact(
        owner=owner,
        name=field.name,
        type=typed,
        doc="",
        attribute=field.name,
        open=field.default is None,
        settles=(field.written,),
        null="never ends" if typed.ends else _NULL.get(typed.name, ""),
    )


def _type(annotation: Any, marks: tuple[Any, ...]) -> Type | None:  # noqa: ANN401 - an annotation
    """Return the type of a field; None for what conditions cannot speak of."""
    for mark in marks:
        if mark in _MARKED:
            return _MARKED[mark]
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Type(kind_of(annotation))
    return _composed(annotation) if get_args(annotation) else _PLAIN.get(annotation)


def _composed(annotation: Any) -> Type | None:  # noqa: ANN401 - as above
    """Return the type inside an annotation that has parts."""
    parts = [part for part in get_args(annotation) if part is not type(None)]
    origin = get_origin(annotation)
    if origin is Annotated:
        return _type(annotation.__origin__, annotation.__metadata__)
    if origin is Literal:
        return Type("enumeration", values=tuple(parts))
    if origin in (Union, UnionType) and len(parts) == 1:
        return _type(parts[0], ())
    member = _type(parts[0], ()) if origin is tuple else None
    return member and Type(member.name, many=True, values=member.values)
