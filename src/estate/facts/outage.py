"""What stops as ever more is stopped: the graph's `stops_when`, step by step and only once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from estate.facts.supply import Group, Supply


class Outage:
    """A failure that grows. Over its whole life each need is looked at once.

    `stopped` is what has stopped; `lost` what can no longer serve those who need it. What fails
    over to something that serves has stopped without being lost.
    """

    def __init__(self, supply: Supply) -> None:
        self.stopped: set[int] = set()
        self.lost: set[int] = set()
        self._supply = supply
        self._missing: dict[int, int] = {}

    def stop(self, numbers: Iterable[int]) -> tuple[list[int], list[int]]:
        """Stop some, and return all that stops with them and all that is lost with them."""
        stopped: list[int] = []
        lost: list[int] = []
        todo = list(numbers)
        while todo:
            number = todo.pop()
            if number in self.stopped:
                continue
            self.stopped.add(number)
            stopped.append(number)
            for gone in self._gone(number):
                self.lost.add(gone)
                lost.append(gone)
                todo.extend(self._wanting(gone))
        return stopped, lost

    def _gone(self, number: int) -> list[int]:
        """Return what is lost now that one more has stopped."""
        team = self._supply.team.get(number)
        if team is None:
            return [number]
        serving = serving_of(self._supply, team, self.stopped)
        return [n for n in team if n not in serving and n not in self.lost]

    def _wanting(self, gone: int) -> Sequence[int]:
        """Return who stops for want of what is lost."""
        supply = self._supply
        needers = supply.needers.get(gone, ())
        if gone not in supply.part:
            return needers
        wanting = list(needers)
        for position in supply.part[gone]:
            group = supply.groups[position]
            self._missing[position] = self._missing.get(position, 0) + 1
            if self._missing[position] == group.spare + 1:
                wanting.append(group.owner)
        return wanting


def serving_of(supply: Supply, team: Iterable[int], stopped: set[int]) -> set[int]:
    """Return who of a team serves: what runs, and what fails over to something that serves."""
    serving = {number for number in team if number not in stopped}
    waiting = [number for number in team if number in stopped and number in supply.standby]
    while True:
        more = {n for n in waiting if any(_serves(g, serving) for g in supply.standby[n])}
        if more <= serving:
            return serving
        serving |= more


def _serves(group: Group, serving: set[int]) -> bool:
    missing = sum(member not in serving for member in group.members)
    return missing <= group.spare
