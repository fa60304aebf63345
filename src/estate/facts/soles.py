"""What alone stops a service: exactly, redundancy counted, for every service at once.

A record x of the estate is stopped by its own failure, by that of anything that makes a hard need
of it unavailable, and by that of whatever makes too many members of a group unavailable: the least
sets for which this holds, so that cycles end. Each set is a long integer with one bit for each
record that may fail. The work is done for 4,096 of these at a time, so that memory stays bounded
(half a kilobyte for each record) and time grows with records times needs / 4,096. It says the same
as the graph's `stops_when` would, asked of each record alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from estate.facts.dependencies import dependencies_of
from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.life import PRESENT
from estate.facts.supply import Group, Supply
from estate.model import Service

AT_A_TIME: Final = 4096


def sole_points(
    supply: Supply, ends: Sequence[int], among: Iterable[int] | None = None
) -> dict[int, list[int]]:
    """Return, for each of some ends, whatever stops it alone (`among` these, if given).

    An end that fails by itself is not in its own list.
    """
    order = supply.below(ends)
    points = order if among is None else sorted(set(among) & set(order))
    found: dict[int, list[int]] = {end: [] for end in ends}
    for start in range(0, len(points), AT_A_TIME):
        batch = points[start : start + AT_A_TIME]
        stopping = _Stopping(supply, order, batch)
        for end, alone in found.items():
            alone.extend(point for point in stopping.points(end) if point != end)
    return found


class _Stopping:
    """For each record, the bits of those in a batch that stop it when they fail alone."""

    def __init__(self, supply: Supply, order: list[int], batch: list[int]) -> None:
        self._supply = supply
        self._batch = batch
        self._bits = {number: 1 << position for position, number in enumerate(batch)}
        self._all = (1 << len(batch)) - 1
        changed = True
        while changed:  # once, and once more to see that it was enough, but round cycles
            changed = False
            for number in order:
                bits = self._bits.get(number, 0)
                more = bits | self._wanting(number)
                if more != bits:
                    self._bits[number] = more
                    changed = True

    def points(self, number: int) -> Iterator[int]:
        """Yield who stops a record."""
        digits = f"{self._bits.get(number, 0):b}"[::-1]
        at = digits.find("1")
        while at >= 0:
            yield self._batch[at]
            at = digits.find("1", at + 1)

    def _wanting(self, number: int) -> int:
        supply, bits = self._supply, 0
        for need in supply.needs.get(number, ()):
            bits |= self._lost(need)
        for position in supply.chosen.get(number, ()):
            group = supply.groups[position]
            bits |= _more_than(group.spare, (self._lost(member) for member in group.members))
        return bits

    def _lost(self, number: int) -> int:
        """Return who makes a record unavailable: it stops, and nothing it fails over to serves."""
        if number not in self._supply.standby:
            return self._bits.get(number, 0)
        team = self._supply.team[number]
        lost = {member: self._bits.get(member, 0) for member in team}
        while True:
            less = {n: bits & self._unserved(n, lost) for n, bits in lost.items()}
            if less == lost:
                return lost[number]
            lost = less

    def _unserved(self, number: int, lost: Mapping[int, int]) -> int:
        bits = self._all
        for group in self._supply.standby.get(number, ()):
            bits &= _all_lost(group, lost)
        return bits


def _all_lost(group: Group, lost: Mapping[int, int]) -> int:
    return _more_than(group.spare, (lost[member] for member in group.members))


def _more_than(spare: int, lost: Iterable[int]) -> int:
    """Return the bits that are set in more than so many of these."""
    counts = [0] * (spare + 1)  # counts[j]: set in more than j of those seen
    for bits in lost:
        for position in range(spare, 0, -1):
            counts[position] |= counts[position - 1] & bits
        counts[0] |= bits
    return counts[spare]


def _sole_support(facts: Facts) -> dict[str, tuple[Service | None, ...]]:
    """For each asset, the critical services that stop with it; one unrated is an unknown member."""
    state = facts.column("asset.state")
    services = {
        key: entry
        for key, entry in facts.estate.of("service").items()
        if isinstance(entry, Service)
        and state[key] in PRESENT
        and entry.criticality in {"critical", None}
    }
    supply = dependencies_of(facts).supply
    rated = sorted(services, key=lambda key: services[key].criticality is None)  # unknown last
    ends = [supply.number[key] for key in rated if key in supply.number]
    alone: dict[str, dict[str, Service | None]] = {asset.id: {} for asset in facts.assets}
    for end, points in sole_points(supply, ends).items():
        service = services[supply.ids[end]]
        name, member = (service.id, service) if service.criticality else ("", None)
        for point in points:
            alone[supply.ids[point]][name] = member
    return {key: tuple(found.values()) for key, found in alone.items()}


SOLES: Final = (
    Derived(
        Fact(
            "asset",
            "sole_support_of",
            Type("service", many=True),
            "The critical services that stop when it alone stops, directly or through others: "
            "over hard needs, with redundancy groups and failing over counted.",
            open=False,
            settles=("criticality",),
        ),
        _sole_support,
    ),
)
