"""Everybody's transitive needs at once: bitsets over the condensation of the graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from estate.graph.components import components
from estate.graph.wiring import Arrows


class Closure(Mapping[str, tuple[str, ...]]):
    """Every id of the estate, ascending, with all the ids it reaches, ascending; never itself.

    Made in one pass over components, those that others lead to first: what a component reaches
    is the union of what its neighbours reach, one long integer each. `wanted` leaves out every
    id but those one asks after, which keeps the integers short.
    """

    def __init__(
        self,
        ids: Sequence[str],
        index: Mapping[str, int],
        arrows: Arrows,
        wanted: frozenset[int] | None,
    ) -> None:
        self._ids = ids
        self._index = index
        self._borne: list[int] = []  # bit → number
        self._bit: dict[int, int] = {}
        self._bits: dict[int, int] = {}
        for members in components(arrows):
            self._bear(members, wanted)
            self._unite(members, arrows)

    def _bear(self, members: list[int], wanted: frozenset[int] | None) -> None:
        for number in members:
            if wanted is None or number in wanted:
                self._bit[number] = len(self._borne)
                self._borne.append(number)

    def _unite(self, members: list[int], arrows: Arrows) -> None:
        bits = 0
        for number in members:
            if number in self._bit:
                bits |= 1 << self._bit[number]
            for following in arrows.forward.get(number, ()):
                bits |= self._bits.get(following, 0)
        for number in members:
            self._bits[number] = bits

    def _reach(self, key: str) -> int:
        number = self._index[key]
        bits = self._bits.get(number, 0)
        return bits & ~(1 << self._bit[number]) if number in self._bit else bits

    def __getitem__(self, key: str) -> tuple[str, ...]:
        """Return all that an id reaches."""
        digits = f"{self._reach(key):b}"[::-1]
        found = []
        at = digits.find("1")
        while at >= 0:
            found.append(self._borne[at])
            at = digits.find("1", at + 1)
        return tuple(self._ids[number] for number in sorted(found))

    def count(self, key: str) -> int:
        """Return how many an id reaches, without listing them."""
        return self._reach(key).bit_count()

    def __iter__(self) -> Iterator[str]:
        """Every id of the estate, ascending."""
        return iter(self._ids)

    def __len__(self) -> int:
        """How many ids there are."""
        return len(self._ids)
