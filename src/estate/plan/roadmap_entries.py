"""The entries of a project on a roadmap, and how each stands on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, TypeAlias

from estate.facts import PRESENT, Facts
from estate.facts.amended import Misfit, amended
from estate.facts.entries import Item
from estate.findings import Place
from estate.frozen import frozen
from estate.model import Asset
from estate.model.projects import Change
from estate.model.scalars import ALWAYS

__all__ = [
    "Action",
    "MilestoneStanding",
    "Move",
    "MoveStanding",
    "PlannedMilestone",
    "Promise",
    "PromiseStanding",
    "days_of",
    "milestone_of",
    "move_of",
    "promise_of",
]

Action: TypeAlias = Literal["retire", "go live", "set"]
MoveStanding: TypeAlias = Literal["made", "to come", "overdue", "passed", "proposed", "dropped"]
"""Passed: its day has gone by, and the inventory does not tell whether it was made."""
MilestoneStanding: TypeAlias = Literal["done", "to come", "overdue", "undated", "dropped"]
PromiseStanding: TypeAlias = Literal["counted", "to come", "overdue", "undated", "dropped"]


@frozen
class Move:
    """A dated change of an asset; `fields` are those that it sets.

    `name` is "" where there is no such asset. `obstacles` say why it cannot be applied; `unsure`
    is whether there may be one that nobody can tell.
    """

    on: date
    action: Action
    asset: str
    name: str
    fields: tuple[str, ...]
    standing: MoveStanding
    obstacles: tuple[str, ...]
    unsure: bool
    place: Place


@frozen
class PlannedMilestone:
    """Something due by a day; `reported` is the day of its last report, None where there is none.

    `done` is None while it is not done.
    """

    name: str
    due: date | None
    done: date | None
    reported: date | None
    standing: MilestoneStanding
    place: Place


@frozen
class Promise:
    """A benefit that a project promised per year, and what came of it; None is not recorded."""

    name: str
    planned: float | None
    actual: float | None
    due: date | None
    standing: PromiseStanding
    place: Place


def move_of(facts: Facts, item: Item) -> Move:
    """Return a change, as it stands."""
    asset = facts.estate.get(item.asset)
    obstacles: Sequence[str | None] = facts.column("change.obstacles")[item.id]
    told = tuple(each for each in obstacles if each is not None)
    standing = _moved(facts, item)
    concerned = standing == "to come"
    return Move(
        on=item.on,
        action="retire" if item.retire else "go live" if item.go_live else "set",
        asset=item.asset,
        name=asset.name if isinstance(asset, Asset) else "",
        fields=tuple(sorted(key for key in item.sets or () if key != "asset")),
        standing=standing,
        obstacles=told if concerned else (),
        unsure=concerned and len(told) < len(obstacles),
        place=item.place,
    )


def _moved(facts: Facts, item: Item) -> MoveStanding:
    status = getattr(item.owner, "status", None)
    if status == "stopped":
        return "dropped"
    if status == "proposed":
        return "proposed"
    if item.on >= facts.today:
        return "to come"
    asset = facts.estate.get(item.asset)
    if not isinstance(asset, Asset):
        return "passed"
    if item.sets is not None:
        return _set(facts, item, asset, status)
    state = facts.column("asset.state")[asset.id]
    made = state == "retired" if item.retire else state in {*PRESENT, "retired"}
    return "made" if made else "overdue"


def _set(facts: Facts, item: Item, asset: Asset, status: str | None) -> MoveStanding:
    """Return how a change of fields stands whose day has gone by.

    Of a project that is done, the asset may have changed again since.
    """
    change = item.entry
    try:
        made = isinstance(change, Change) and amended(asset, change, facts.estate.get) == asset
    except Misfit:
        return "passed"
    return "made" if made else "passed" if status == "done" else "overdue"


def milestone_of(facts: Facts, item: Item) -> PlannedMilestone:
    """Return a milestone, as it stands."""
    done = None if item.done > facts.today else item.done
    return PlannedMilestone(
        name=item.name,
        due=item.due,
        done=done,
        reported=None if item.reported == ALWAYS else item.reported,
        standing="done" if done else _standing(facts, item),
        place=item.place,
    )


def promise_of(facts: Facts, item: Item) -> Promise:
    """Return a benefit, as it stands."""
    counted = item.actual is not None
    return Promise(
        name=item.name,
        planned=item.planned,
        actual=item.actual,
        due=item.due,
        standing="counted" if counted else _standing(facts, item),
        place=item.place,
    )


def _standing(facts: Facts, item: Item) -> Literal["to come", "overdue", "undated", "dropped"]:
    if getattr(item.owner, "status", None) == "stopped":
        return "dropped"
    if item.due is None:
        return "undated"
    return "overdue" if item.due < facts.today else "to come"


def days_of(*entries: Sequence[Move] | Sequence[PlannedMilestone]) -> Iterator[date]:
    """Yield the days of changes and milestones."""
    for listed in entries:
        for each in listed:
            day = each.on if isinstance(each, Move) else each.due
            if day is not None:
                yield day
