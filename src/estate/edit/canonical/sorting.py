"""Members of mappings in their order, as far as anchors let them move."""

from __future__ import annotations

from typing import Final

from estate.edit.canonical.order import Order
from estate.edit.canonical.outline import Entry, Part

_FIRST: Final = -1


def arrange(part: Part, order: Order) -> None:
    """Put the fields of a value, and of all that is below it, in their order.

    Merge keys come first. An anchor stays before what uses it, even where the order says
    otherwise: aliases look back.
    """
    for entry in part.entries:
        arrange(entry.value, order.below(entry.key))
    if part.is_list:
        for entry in part.entries:
            _lift(entry)
    else:
        part.entries = _sorted(part.entries, order)


def _lift(item: Entry) -> None:
    """Take what is above an item's first member above the item: behind the dash is no room."""
    for first in item.value.entries[:1]:
        item.above += first.above
        first.above = []
        if item.value.is_list and first.value.entries and first.beside:
            item.above.append(first.beside)
            first.beside = ""


def _sorted(entries: list[Entry], order: Order) -> list[Entry]:
    ranks = [_FIRST if entry.merge else order.rank(entry.key) for entry in entries]
    ways = sorted(range(len(entries)), key=ranks.__getitem__)
    if not any(entry.anchors or entry.aliases for entry in entries):
        return [entries[at] for at in ways]
    placed: list[int] = []
    while ways:
        free = next(at for at in ways if not _bound(entries, at, ways))
        ways.remove(free)
        placed.append(free)
    return [entries[at] for at in placed]


def _bound(entries: list[Entry], at: int, waiting: list[int]) -> bool:
    """Whether something that is not placed yet has to stay before an entry."""
    return any(before < at and _ordered(entries[before], entries[at]) for before in waiting)


def _ordered(one: Entry, other: Entry) -> bool:
    """Whether the order of two entries carries a meaning."""
    if one.merge and other.merge:
        return True
    return bool(one.anchors & (other.anchors | other.aliases) or one.aliases & other.anchors)
