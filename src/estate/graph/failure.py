"""What stops when something stops."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from estate.frozen import frozen
from estate.graph.relations import FAILS_OVER, NEEDS
from estate.graph.wiring import Neighbours, Wiring
from estate.model.relations import BY_NAME


class Group(NamedTuple):
    """A choice: `owner` is served as long as `at_least` of the members are available."""

    owner: int
    at_least: int
    members: tuple[int, ...]


@frozen
class Supply:
    """Who stops for want of whom: hard items alone, since soft ones stop nobody.

    `alone` maps what is needed by itself to those who need it. `groups` are redundancy groups,
    and `part` maps a member to the positions of those it is in. `standby` maps who fails over to
    the alternatives, any of which is enough.
    """

    alone: Neighbours
    groups: tuple[Group, ...]
    part: Neighbours
    standby: dict[int, list[Group]]


def supply(wiring: Wiring) -> Supply:
    """Gather who can stop for want of whom."""
    alone: dict[int, set[int]] = {}
    groups: list[Group] = []
    for relation in NEEDS:
        turned = BY_NAME[relation].need == "target"
        for group, choice in _hard(wiring, relation):
            if turned:  # each target needs the owner: there is nothing to choose from
                alone.setdefault(group.owner, set()).update(group.members)
            elif choice:
                groups.append(group)
            else:
                alone.setdefault(group.members[0], set()).add(group.owner)
    part: dict[int, list[int]] = {}
    for position, group in enumerate(groups):
        for member in set(group.members):
            part.setdefault(member, []).append(position)
    standby: dict[int, list[Group]] = {}
    for group, _ in _hard(wiring, FAILS_OVER):
        standby.setdefault(group.owner, []).append(group)
    needed = {number: sorted(owners) for number, owners in alone.items()}
    return Supply(needed, tuple(groups), part, standby)


def _hard(wiring: Wiring, relation: str) -> Iterator[tuple[Group, bool]]:
    """Yield every hard item of a relation, and whether it is written as a group."""
    for row, position, link in wiring.live(relation):
        if link.strength == "hard":
            members = wiring.numbers(relation, row, position, link)
            yield Group(row.owner, int(link.at_least), members), link.any_of is not None


class Failure:
    """What stops, stage by stage, when some assets are stopped.

    An asset stops when something that it needs by itself, or too many members of a group, are no
    longer available. Available is what has not stopped, and what has stopped but fails over to
    something available (its own failing over counts there, but two stopped assets that fail over
    to each other carry nobody). So each stage is the least set that must stop for the one before:
    cycles end, and a cycle of needs does not stop itself.
    """

    def __init__(self, supply: Supply, first: Iterable[int]) -> None:
        self.stopped: dict[int, tuple[int, list[int]]] = {number: (0, []) for number in first}
        self._supply = supply
        self._gone: set[int] = set()
        self._carried: set[int] = set()
        fresh = set(self.stopped)
        stage = 0
        while fresh:
            stage += 1
            wants = self._wants(self._lose(fresh))
            self.stopped.update((who, (stage, sorted(whom))) for who, whom in wants.items())
            fresh = set(wants)

    def _lose(self, fresh: set[int]) -> set[int]:
        """Return what is no longer available since these stopped."""
        standing = self._carried | {number for number in fresh if number in self._supply.standby}
        self._carried = self._still_carried(standing)
        lost = (fresh | standing) - self._carried
        self._gone |= lost
        return lost

    def _still_carried(self, standing: set[int]) -> set[int]:
        """Return which of those that stopped have an alternative that is available."""
        carried: set[int] = set()
        while True:
            more = {
                number
                for number in standing - carried
                if any(self._served(group, carried) for group in self._supply.standby[number])
            }
            if not more:
                return carried
            carried |= more

    def _served(self, group: Group, carried: set[int]) -> bool:
        available = sum(member not in self.stopped or member in carried for member in group.members)
        return available >= group.at_least

    def _wants(self, lost: set[int]) -> dict[int, set[int]]:
        """Return who stops now, and for want of whom."""
        wants: dict[int, set[int]] = {}
        for number in lost:
            for owner in self._supply.alone.get(number, ()):
                if owner not in self.stopped:
                    wants.setdefault(owner, set()).add(number)
        for position in {p for number in lost for p in self._supply.part.get(number, ())}:
            group = self._supply.groups[position]
            gone = [member for member in group.members if member in self._gone]
            if group.owner not in self.stopped and len(group.members) - len(gone) < group.at_least:
                wants.setdefault(group.owner, set()).update(gone)
        return wants
