"""Relations between what was imported: the first that both ends allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from estate.exchange.inward.item import Item
from estate.frozen import frozen
from estate.model.relations import BY_NAME

__all__ = ["Links", "Wish", "field_of"]


@frozen
class Wish:
    """A relation that a foreign thing asks for, between two records by their keys."""

    item: Item
    owner: str
    target: str
    fields: tuple[str, ...]
    detail: Mapping[str, str]


@dataclass(slots=True)
class Links:
    """The items of every record's relations, each target once."""

    _found: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)

    def add(self, owner: str, name: str, target: str, detail: Mapping[str, str]) -> None:
        """Add an item; the first that names a target stays."""
        item = {"to": target, **detail} if detail else target
        self._found.setdefault(owner, {}).setdefault(name, {}).setdefault(target, item)

    def break_rings(self, name: str, instead: str, ids: Mapping[str, str]) -> None:
        """Turn the items of a relation that lead in a ring into those of another relation.

        All of a ring are turned, and what lies between two rings, so that none of it hangs on
        the order of the file.
        """
        edges = {
            (owner, target)
            for owner, relations in self._found.items()
            for target in relations.get(name, {})
        }
        while edges:
            owners = {ids[owner] for owner, _ in edges}
            targets = {target for _, target in edges}
            inner = {(o, t) for o, t in edges if t in owners and ids[o] in targets}
            if inner == edges:
                break
            edges = inner
        for owner, target in edges:
            item = self._found[owner][name].pop(target)
            self._found[owner].setdefault(instead, {}).setdefault(target, item)

    def of(self, owner: str) -> Iterator[tuple[str, list[Any]]]:
        """Yield the relations of a record: field, items by target."""
        for name, items in sorted(self._found.get(owner, {}).items()):
            if items:
                yield name, [items[target] for target in sorted(items)]


@cache
def _allowed(name: str, owner: str, target: str) -> bool:
    relation = BY_NAME[name]
    return owner in relation.owners and target in relation.allowed(owner)


def field_of(owner: str, target: str, fields: Sequence[str]) -> str | None:
    """Return the first relation that may lead from a record of one kind to one of another."""
    return next((name for name in fields if _allowed(name, owner, target)), None)
