"""What stands in the way of the changes to come: who is gone by then, and who was there before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.facts.entries import Item
from estate.facts.facts import Facts
from estate.model import Asset, Project

COMING: Final = ("planned", "live", None)
"""The states of a project whose changes come, or may: one that is not recorded is any."""


def coming(facts: Facts) -> Iterator[tuple[Project, Item]]:
    """Yield every change still to come of a project that is planned or live, or may be."""
    for item in facts.subjects("change"):
        project = item.owner
        if isinstance(project, Project) and project.status in COMING and item.on >= facts.today:
            yield project, item


class Obstacles:
    """Why changes to come cannot be applied, by whom they concern; None where nobody can tell."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._retired: dict[str, list[Item]] = {}
        self._set: dict[tuple[str, str], list[Item]] = {}
        for _, item in sorted(coming(facts), key=lambda each: (each[1].on, each[1].id)):
            if item.retire:
                self._retired.setdefault(item.retire, []).append(item)
            for name in _fields(item):
                self._set.setdefault((item.asset, name), []).append(item)

    def of(self, item: Item) -> tuple[str | None, ...]:
        """Return, in words, everything that stands in the way of a change."""
        asset = self._facts.estate.get(item.asset)
        if not isinstance(asset, Asset):
            return (f"there is no asset {item.asset}",)
        return (*self._gone(asset, item), *self._rivals(item))

    def _gone(self, asset: Asset, item: Item) -> Iterator[str | None]:
        if asset.status == "retired":
            yield f"{asset.id} is retired already"
        elif asset.until < item.on:
            yield f"{asset.id} leaves on {asset.until}"
        earlier = [one for one in self._retired.get(asset.id, ()) if one.on < item.on]
        yield from _told(earlier, f"retires {asset.id}")

    def _rivals(self, item: Item) -> Iterator[str | None]:
        for name in sorted(_fields(item)):
            others = (o for o in self._set.get((item.asset, name), ()) if o.owner is not item.owner)
            rivals = [other for other in others if (other.on, other.id) < (item.on, item.id)]
            yield from _told(rivals, f"sets its {name}")


def _told(others: list[Item], does: str) -> Iterator[str | None]:
    """Tell of the first certain one of other changes; None stands for those that may not come."""
    certain = [one for one in others if getattr(one.owner, "status", None)]
    if certain:
        yield f"{certain[0].owner.id} {does} on {certain[0].on}"
    elif others:
        yield None


def _fields(item: Item) -> frozenset[str]:
    return frozenset(item.sets or ()) - {"asset"}
