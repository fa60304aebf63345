"""Relations that came and went between two estates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from estate.compare.words import in_words
from estate.findings import Place, RelationChange
from estate.model import Entry, Estate, Link, links_of
from estate.model.fields import fields_of

__all__ = ["relations_between"]

_TARGETS: Final = ("to", "any_of")


class _Item(NamedTuple):
    """One item of a relation, without its position."""

    relation: str
    source: str
    targets: tuple[str, ...]
    detail: str


def relations_between(before: Estate, after: Estate) -> tuple[RelationChange, ...]:
    """Return the items of relations that came or went, by source, relation and targets.

    An item whose strength, dates or group changed went as it was and came as it is. The order in
    which a record lists them is no change.
    """
    found: list[RelationChange] = []
    for key in sorted({entry.id for entry in (*before, *after)}):
        was, now = before.get(key), after.get(key)
        if was != now:
            found.extend(_of_record(was, now))
    return tuple(found)


def _of_record(before: Entry | None, after: Entry | None) -> Iterator[RelationChange]:
    then, now = _items(before), _items(after)
    gone = ((each, then[each], False) for each in then.keys() - now.keys())
    new = ((each, now[each], True) for each in now.keys() - then.keys())
    for item, place, came in sorted((*gone, *new), key=lambda each: (each[0], each[2])):
        turn: Literal["came", "went"] = "came" if came else "went"
        yield RelationChange(turn, item.relation, item.source, item.targets, place, item.detail)


def _items(entry: Entry | None) -> dict[_Item, Place]:
    if entry is None:
        return {}
    return {
        _Item(relation.name, entry.id, link.targets, _detail(link)): Place(
            entry.id, (_written(entry, holder), position)
        )
        for relation, holder, position, link in links_of(entry)
    }


def _written(entry: Entry, holder: str) -> str:
    return fields_of(type(entry))[holder].written


def _detail(link: Link) -> str:
    """Return what an item says beside its targets: `strength: soft`."""
    said = [
        f"{field.written}: {in_words(value)}"
        for name, field in fields_of(Link).items()
        if name not in _TARGETS and (value := getattr(link, name)) != field.default
    ]
    return ", ".join(["any of them"] * (link.any_of is not None) + said)
