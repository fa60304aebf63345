"""The work plan carried out: every change to come, in order, and what it makes of its asset."""

from __future__ import annotations

from datetime import date
from typing import Final

from estate.facts.amended import Known, Misfit, amended
from estate.facts.dictionary import Dictionary
from estate.facts.entries import ENTRY_KINDS, Item
from estate.facts.facts import Facts
from estate.facts.obstacles import Obstacles, coming
from estate.frozen import frozen
from estate.model import Asset, Entry, Estate
from estate.model.projects import Change

__all__ = ["Taken", "course", "course_of"]

_RANKS: Final = {"go_live": 0, "set": 1, "retire": 2}


@frozen
class Taken:
    """A change to come: its obstacles, and the record as it leaves it, None where it is not made.

    It is not made where something surely stands in its way, and where its project has no status,
    so that nobody knows whether it will be (not `sure`).
    """

    item: Item
    sure: bool
    obstacles: tuple[str | None, ...]
    made: Asset | None


def course(estate: Estate, today: date) -> tuple[Taken, ...]:
    """Return the changes to come of an estate on a day, each upon those before it."""
    from estate.lifecycle.nothing import empty  # noqa: PLC0415 - only where the plan is applied

    nothing = Dictionary((), {})
    return course_of(Facts(estate, today, empty(today), (), ENTRY_KINDS, nothing))


def course_of(facts: Facts) -> tuple[Taken, ...]:
    """Return the changes to come of projects under way, each upon those before it.

    They come by day; on one day what goes live is first and what retires last, and otherwise the
    projects' ids decide, so that no order of files does.
    """
    records: dict[str, Asset] = {}

    def known(key: str) -> Entry | None:
        return records.get(key) or facts.estate.get(key)

    found = []
    for project, item in sorted(coming(facts), key=lambda each: _order(each[1])):
        sure = project.status is not None
        obstacles, made = _attempt(facts.once(Obstacles).of(item), item, known, sure=sure)
        taken = Taken(item, sure, obstacles, made)
        if taken.made is not None:
            records[taken.made.id] = taken.made
        found.append(taken)
    return tuple(found)


def _order(item: Item) -> tuple[object, ...]:
    verb = "retire" if item.retire else "go_live" if item.go_live else "set"
    return item.on, _RANKS[verb], item.id


def _attempt(
    obstacles: tuple[str | None, ...], item: Item, known: Known, *, sure: bool
) -> tuple[tuple[str | None, ...], Asset | None]:
    """Return what stands in the way of a change, values that do not fit too, and what it makes."""
    entry = known(item.asset)
    if not isinstance(entry, Asset) or not isinstance(item.entry, Change):
        return obstacles, None
    try:
        made = amended(entry, item.entry, known)
    except Misfit as misfit:
        return (*obstacles, *misfit.reasons), None
    hindered = any(reason is not None for reason in obstacles)
    return obstacles, None if hindered or not sure else made
