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
from estate.model.policy import Policy
from estate.model.record import record_in
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

_TYPES: Final[tuple[tuple[Any, Type], ...]] = (
    (LastDay, Type("date", ends=True)),
    (DoneDay, Type("date")),
    (Duration, Type("duration")),
    (Flag, Type("boolean")),
    (Number, Type("number")),
    (Quantity, Type("number")),
    (TermText, Type("term")),
)
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


def kind_of(record: Any) -> str:  # noqa: ANN401 - a record type
    """Return the dictionary's name for a type of record."""
    if issubclass(record, Asset) and record is not Asset:
        return str(record.kind)
    if issubclass(record, Entry) and record not in (Asset, Entry):
        return str(record.kind)
    name = record.__name__
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def own_facts() -> Iterator[Fact]:
    """Yield a fact for each field of each type of record, nested ones once."""
    seen: set[type] = set()
    todo: list[Any] = [Entry, Asset, *SECTIONS.values(), Policy]
    while todo:
        kind = todo.pop(0)
        if kind in seen or kind is Product:  # the catalogue says what a product is
            continue
        seen.add(kind)
        for name, info in kind.__pydantic_fields__.items():
            if inner := record_in(info.annotation):
                todo.append(inner)
            if not _inherited(kind, name):
                yield from _fact(kind, name, info)


def wider_kinds() -> dict[str, tuple[str, ...]]:
    """Return, by kind, the kinds whose facts it has as well."""
    kinds = {kind.kind: kind for kind in SECTIONS.values()}
    return {
        "asset": ("entry",),
        **{name: ("asset",) if name in ANY else ("entry",) for name in kinds},
    }


def _inherited(kind: type, name: str) -> bool:
    return any(name in getattr(wider, "__pydantic_fields__", ()) for wider in kind.__mro__[1:])


def _fact(kind: type, name: str, info: Any) -> Iterator[Fact]:  # noqa: ANN401 - pydantic's
    typed = _type(info.annotation, tuple(info.metadata))
    if typed is None:
        return
    written = info.alias or name
    yield Fact(
        owner=kind_of(kind),
        name=name,
        type=typed,
        doc="",
        attribute=name,
        open=not info.is_required() and info.default is None,
        settles=(written,),
        null="never ends" if typed.ends else _NULL.get(typed.name, ""),
    )


def _type(annotation: Any, metadata: tuple[Any, ...]) -> Type | None:  # noqa: ANN401 - as it says
    """Return the type of a field; None for what conditions cannot speak of."""
    for annotated, typed in _TYPES:
        if annotation == annotated or (metadata and metadata[0] == annotated.__metadata__[0]):
            return typed
    if annotation == SupportEnd:
        return None
    if hasattr(annotation, "__pydantic_fields__"):
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
