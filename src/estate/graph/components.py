"""Strongly connected components (Kosaraju's algorithm), and a way round each."""

from __future__ import annotations

from collections.abc import Iterator

from estate.graph.routes import follow, outward
from estate.graph.wiring import Arrows, Neighbours


def components(arrows: Arrows) -> list[list[int]]:
    """Return the components of whatever has an arrow, each ascending.

    A component stands after all others that its arrows lead to.
    """
    seen: set[int] = set()
    found = [
        _flood(arrows.back, number, seen)
        for number in reversed(_finished(arrows))
        if number not in seen  # as far as the floods before it came
    ]
    return found[::-1]


def _finished(arrows: Arrows) -> list[int]:
    """Return numbers in the order in which a depth-first walk leaves them."""
    forward = arrows.forward
    seen: set[int] = set()
    left: list[int] = []
    for root in sorted(forward.keys() | arrows.back.keys()):
        if root in seen:
            continue
        seen.add(root)
        trail = [(root, iter(forward.get(root, ())))]
        while trail:
            number, rest = trail[-1]
            following = _unseen(rest, seen)
            if following is None:
                trail.pop()
                left.append(number)
            else:
                trail.append((following, iter(forward.get(following, ()))))
    return left


def _unseen(rest: Iterator[int], seen: set[int]) -> int | None:
    for number in rest:
        if number not in seen:
            seen.add(number)
            return number
    return None


def _flood(back: Neighbours, start: int, seen: set[int]) -> list[int]:
    seen.add(start)
    found = [start]
    for number in found:  # grows while it is read
        for before in back.get(number, ()):
            if before not in seen:
                seen.add(before)
                found.append(before)
    return sorted(found)


def rings(arrows: Arrows) -> list[tuple[list[int], list[int]]]:
    """Return every component that is a cycle: its members, and the shortest way round its first.

    In ascending order of the first member, which stands at both ends of the way.
    """
    found = []
    for members in sorted(components(arrows)):
        first = members[0]
        if len(members) > 1 or first in arrows.forward.get(first, ()):
            found.append((members, _round(arrows.forward, first)))
    return found


def _round(forward: Neighbours, first: int) -> list[int]:
    """Return the shortest way from a number back to itself, the alphabetically first of those."""
    if first in forward[first]:
        return [first, first]
    steps = outward(forward, [first])
    # In the order of the walk: among the shortest, the first met ends the alphabetically first.
    last = next(number for number in steps if first in forward.get(number, ()))
    return [*follow(steps, last)[::-1], first]
