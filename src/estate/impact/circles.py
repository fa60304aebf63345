"""What is brought back together, because none of it can be begun before the others are back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from estate.frozen import frozen
from estate.graph.components import components
from estate.graph.wiring import Arrows
from estate.impact.in_use import Need

Needs = Mapping[str, Sequence[Need]]


@frozen
class Unit:
    """What is brought back as one: a thing, or several that need one another; ids ascending."""

    keys: tuple[str, ...]


def units_of(
    keys: Sequence[str], needs: Needs, standby: Needs, out: AbstractSet[str]
) -> list[Unit]:
    """Return what is brought back as one, in an order in which it can be.

    `keys` have stopped; of these `out` serve nobody until they are back.
    """
    bringing = _Bringing(keys, needs, standby, out)
    bringing.go_on(keys)
    while bringing.waiting:
        for circle in bringing.circles():
            bringing.take(circle)
        bringing.go_on(sorted(bringing.waiting))
    return bringing.units


class _Bringing:
    """Things brought back one after the other, without regard to time."""

    def __init__(
        self, keys: Sequence[str], needs: Needs, standby: Needs, out: AbstractSet[str]
    ) -> None:
        self.units: list[Unit] = []
        self.waiting = set(keys)
        self._needs = needs
        self._standby = standby
        self._out = set(out)
        self._needers: dict[str, set[str]] = {}
        for table in (needs, standby):
            for key in keys:
                for need in table[key]:
                    for member in need.members:
                        self._needers.setdefault(member, set()).add(key)

    def go_on(self, keys: Sequence[str]) -> None:
        """Bring back whatever can be, beginning with these."""
        queue = list(keys)
        for key in queue:  # grows while it is read
            if key in self.waiting and all(map(self._met, self._needs[key])):
                queue.extend(self.take((key,)))
            elif key in self._out and any(map(self._met, self._standby[key])):
                queue.extend(self._serve(key))

    def take(self, keys: tuple[str, ...]) -> list[str]:
        """Bring these back as one; return who may go on now."""
        self.units.append(Unit(keys))
        self.waiting.difference_update(keys)
        return [needer for key in keys for needer in self._serve(key)]

    def _serve(self, key: str) -> list[str]:
        if key not in self._out:
            return []
        self._out.remove(key)
        return sorted(self._needers.get(key, ()))

    def _met(self, need: Need) -> bool:
        return sum(member not in self._out for member in need.members) >= need.at_least

    def circles(self) -> Iterator[tuple[str, ...]]:
        """Yield those that wait for one another and for nobody else."""
        order = sorted(self.waiting)
        number = {key: position for position, key in enumerate(order)}
        forward = {number[key]: sorted(self._awaited(key, number)) for key in order}
        for members in components(Arrows(forward)):
            if all(set(forward[each]) <= set(members) for each in members):
                yield tuple(order[each] for each in members)

    def _awaited(self, key: str, number: Mapping[str, int]) -> set[int]:
        unmet = (need for need in self._needs[key] if not self._met(need))
        return {number[m] for need in unmet for m in need.members if m in self._out}
