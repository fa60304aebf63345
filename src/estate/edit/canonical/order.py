"""The order of sections and fields: that of the model, which is that of the format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, is_dataclass, replace
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from estate.model.estate import SECTIONS
from estate.model.fields import fields_of
from estate.model.record import Entry

_FIRST: Final = ("name", "description")
"""What every record begins with."""


@dataclass(frozen=True, slots=True)
class Order:
    """In which order the fields of a value stand.

    `ranks` says it for its own fields, `fields` has the orders of what is below them by name, and
    `each` that of whatever else is below: records by their ids, items of a list.
    """

    ranks: Mapping[str, int] = field(default_factory=dict, repr=False)
    fields: Mapping[str, Order] = field(default_factory=dict, repr=False)
    each: Order | None = field(default=None, repr=False)

    def below(self, name: str) -> Order:
        """Return the order of what stands under a key, or of an item."""
        return self.fields.get(name) or self.each or _ANY

    def rank(self, name: str) -> int:
        """Return where a field stands; those that nobody knows come last, as they came."""
        return self.ranks.get(name, len(self.ranks))


_ANY: Final = Order()


def order_of(kind: type) -> Order:
    """Return the order of a type of record.

    An entry of the inventory begins with its name and ends with what is said of the record itself:
    who verified it and when, where it came from, notes.
    """
    known = {each.written: _of_type(each.annotation) for each in fields_of(kind).values()}
    names = [name for name in known if name != "id"]
    if issubclass(kind, Entry):
        about = [name for name in names if name in _about_record() and name not in _FIRST]
        names = [*_FIRST, *(n for n in names if n not in {*about, *_FIRST}), *about]
    return Order(_ranks(names), known)


def settings_order(kind: type) -> Order:
    """Return the order of the file that holds the estate's own defaults, of this type."""
    order = order_of(kind)
    return replace(order, fields={**order.fields, "defaults": INVENTORY.fields["defaults"]})


@cache
def _about_record() -> frozenset[str]:
    return frozenset(each.written for each in fields_of(Entry).values())


def _ranks(names: Iterable[str]) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(dict.fromkeys(names))}


def _of_type(kind: Any) -> Order:  # noqa: ANN401 - an annotation
    if is_dataclass(kind):
        return order_of(kind)  # type: ignore[arg-type]  # a type, never an instance
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _of_type(parts[0])
    if origin in (Union, UnionType):
        return next((found for part in parts if (found := _of_type(part)) != _ANY), _ANY)
    if origin in (dict, tuple) and (below := _of_type(parts[origin is dict])) != _ANY:
        return Order(each=below)
    return _ANY


def _inventory() -> Order:
    records = {section: order_of(kind) for section, kind in SECTIONS.items()}
    fields = {name: below for each in records.values() for name, below in each.fields.items()}
    every = [name for each in records.values() for name in each.ranks]
    last = [name for name in every if name in _about_record() and name not in _FIRST]
    names = [*_FIRST, *(name for name in every if name not in last), *last]
    below = {section: Order(each=each) for section, each in records.items()}
    return Order(
        _ranks(["defaults", *SECTIONS]), {"defaults": Order(_ranks(names), fields), **below}
    )


INVENTORY: Final = _inventory()
"""The order of an inventory file: defaults, then the sections."""
