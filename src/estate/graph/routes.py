"""Ways through the graph: the shortest, and among those the alphabetically first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from estate.graph.wiring import Neighbours


class Paths(Mapping[str, tuple[str, ...]]):
    """Ids in ascending order, each with the path that explains it.

    A path is a tuple of ids along the arrows, both ends included. It is put together when asked
    for. An id that is not reached is no key.
    """

    def __init__(
        self,
        ids: Sequence[str],
        index: Mapping[str, int],
        steps: Mapping[int, int],
        *,
        inward: bool,
    ) -> None:
        self._ids = ids
        self._index = index
        self._steps = steps
        self._inward = inward

    def __getitem__(self, key: str) -> tuple[str, ...]:
        """Return the path of one id."""
        number = self._index[key]
        if number not in self._steps:
            raise KeyError(key)
        numbers = follow(self._steps, number)
        return tuple(self._ids[step] for step in (numbers if self._inward else numbers[::-1]))

    def __contains__(self, key: object) -> bool:
        """Say whether an id is reached."""
        return isinstance(key, str) and self._index.get(key) in self._steps

    def __iter__(self) -> Iterator[str]:
        """Every id reached, ascending."""
        return (self._ids[number] for number in sorted(self._steps))

    def __len__(self) -> int:
        """How many are reached."""
        return len(self._steps)


def outward(
    forward: Neighbours, sources: Iterable[int], until: int | None = None
) -> dict[int, int]:
    """Follow arrows from some sources: every number reached, with the one before it.

    A source stands before itself. It may end as soon as `until` is reached.
    """
    steps = {source: source for source in sorted(set(sources))}
    queue = list(steps)
    for number in queue:  # grows while it is read
        for following in forward.get(number, ()):
            if following not in steps:
                steps[following] = number
                if following == until:
                    return steps
                queue.append(following)
    return steps


def inward(back: Neighbours, root: int) -> dict[int, int]:
    """Follow arrows backwards from a root: every number that reaches it, with the one after it.

    Taking each level in ascending order makes the next step the alphabetically first. The root
    is no member.
    """
    steps = {root: root}
    level = [root]
    while level:
        found = []
        for number in level:
            for before in back.get(number, ()):
                if before not in steps:
                    steps[before] = number
                    found.append(before)
        level = sorted(found)
    del steps[root]
    return steps


def follow(steps: Mapping[int, int], number: int) -> list[int]:
    """Return the numbers from here to the origin, both included."""
    way = [number]
    while (following := steps.get(number, number)) != number:
        way.append(following)
        number = following
    return way


def reached(forward: Neighbours, start: int) -> list[int]:
    """Return every number that can be reached from another, ascending, without the start."""
    seen = {start}
    stack = [start]
    while stack:
        for following in forward.get(stack.pop(), ()):
            if following not in seen:
                seen.add(following)
                stack.append(following)
    seen.remove(start)
    return sorted(seen)
