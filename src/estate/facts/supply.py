"""Who stops for want of whom, by number: what recovery and single points are worked out from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Want(NamedTuple):
    """An owner that wants at least so many of some members."""

    owner: str
    members: tuple[str, ...]
    at_least: int


class Group(NamedTuple):
    """A choice: the owner stops when more than `spare` of the members are lost."""

    owner: int
    members: tuple[int, ...]
    spare: int


class Supply:
    """Hard needs by number.

    `needs` maps an owner to what it cannot do without, `needers` is the same turned round.
    `groups` are the redundancy groups; `chosen` maps an owner to the positions of its groups,
    `part` a member to the positions of those it is in. `standby` maps who fails over to its
    alternatives: it is lost only when none of them serves. `team` maps whoever has to do with
    failing over to all that are linked by it.
    """

    def __init__(self, wants: Iterable[Want], standby: Iterable[Want]) -> None:
        self.ids: list[str] = []
        self.number: dict[str, int] = {}
        self.needs: dict[int, list[int]] = {}
        self.needers: dict[int, list[int]] = {}
        self.groups: list[Group] = []
        self.chosen: dict[int, list[int]] = {}
        self.part: dict[int, list[int]] = {}
        self.standby: dict[int, list[Group]] = {}
        for want in wants:
            self._want(want)
        for want in standby:
            group = self._group(want)
            self.standby.setdefault(group.owner, []).append(group)
        self.team = self._teams()

    def _count(self, key: str) -> int:
        number = self.number.get(key)
        if number is None:
            number = self.number[key] = len(self.ids)
            self.ids.append(key)
        return number

    def _group(self, want: Want) -> Group:
        members = tuple([self._count(key) for key in want.members])
        return Group(self._count(want.owner), members, len(members) - want.at_least)

    def _want(self, want: Want) -> None:
        if want.at_least == len(want.members):
            members = [self._count(key) for key in want.members]
            owner = self._count(want.owner)
            self.needs.setdefault(owner, []).extend(members)
            for member in members:
                self.needers.setdefault(member, []).append(owner)
            return
        group, position = self._group(want), len(self.groups)
        self.groups.append(group)
        self.chosen.setdefault(group.owner, []).append(position)
        for member in group.members:
            self.part.setdefault(member, []).append(position)

    def _teams(self) -> dict[int, tuple[int, ...]]:
        near: dict[int, set[int]] = {}
        for owner, groups in self.standby.items():
            for member in (member for group in groups for member in group.members):
                near.setdefault(owner, set()).add(member)
                near.setdefault(member, set()).add(owner)
        team: dict[int, tuple[int, ...]] = {}
        for first in near:
            if first not in team:
                found = [first]
                seen = {first}
                for number in found:  # grows while it is read
                    fresh = near[number] - seen
                    seen |= fresh
                    found.extend(fresh)
                team.update(dict.fromkeys(found, tuple(sorted(found))))
        return team

    def below(self, numbers: Iterable[int]) -> list[int]:
        """Return these and all they may lean on, each after what it leans on but in cycles.

        Members of groups and alternatives are among them.
        """
        seen: set[int] = set()
        order: list[int] = []
        for root in numbers:
            trail = [(root, iter(self._leans(root)))] if root not in seen else []
            seen.add(root)
            while trail:
                number, rest = trail[-1]
                following = next((n for n in rest if n not in seen), None)
                if following is None:
                    order.append(number)
                    trail.pop()
                else:
                    seen.add(following)
                    trail.append((following, iter(self._leans(following))))
        return order

    def _leans(self, number: int) -> list[int]:
        found = list(self.needs.get(number, ()))
        for position in self.chosen.get(number, ()):
            found.extend(self.groups[position].members)
        for group in self.standby.get(number, ()):
            found.extend(group.members)
        return found
