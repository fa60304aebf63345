"""Rings of records that carry one another, so that nothing carries them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from estate.errors import Problem
from estate.model.scalars import ALWAYS, NEVER, day
from estate.read.targets import targets

if TYPE_CHECKING:
    from datetime import date

    from estate.read.gathered import Gathered

_STANDING: Final = {
    "hosted_on": "a host outside the ring",
    "runs_on": "something outside the ring to run on",
    "members": "organisations that are no members of one another",
}
"""The fields that may not lead back to where they began, and what breaks the ring."""

_MOST_SHOWN: Final = 8


class _Step(NamedTuple):
    """One step of a ring: where it leads, and the days on which it holds."""

    target: str
    first: date
    last: date


def ring_problems(gathered: Gathered) -> Iterator[Problem]:
    """Yield each ring of a field that must not have any, at its alphabetically first record."""
    for name, expected in _STANDING.items():
        standing = {
            key: sorted(_steps(record[name], key))
            for records in gathered.raw.values()
            for key, record in records.items()
            if name in record
        }
        for ring in _find_rings(standing):
            place = gathered.locate_key(ring[0], (name,))
            message = f"a ring of {name}: {_route(ring)}"
            yield Problem("illegal-relation", message, place, expected)


def _route(ring: list[str]) -> str:
    if len(ring) > _MOST_SHOWN:
        return f"{' → '.join(ring[:_MOST_SHOWN])} → … ({len(ring)} records)"
    return " → ".join([*ring, ring[0]])


def _steps(value: Any, key: str) -> set[_Step]:  # noqa: ANN401 - raw
    steps = set()
    for item in value if isinstance(value, list) else [value]:
        first, last = ALWAYS, NEVER
        if isinstance(item, dict):
            first, last = _day(item.get("from"), first), _day(item.get("until"), last)
        steps |= {_Step(target, first, last) for _, target in targets([item], ()) if target != key}
    return steps


def _day(value: object, otherwise: date) -> date:
    try:
        return day(value) if type(value) is str else otherwise
    except ValueError:
        return otherwise


def _find_rings(standing: dict[str, list[_Step]]) -> Iterator[list[str]]:
    """Yield each ring once, beginning at its alphabetically first member; no recursion."""
    done: set[str] = set()
    for start in sorted(standing):
        trail, place, taken, todo = [start], {start: 0}, list[_Step](), [[*standing[start]]]
        while trail and start not in done:
            if not todo[-1]:
                done.add(trail[-1])
                del place[trail.pop()], todo[-1], taken[-1:]
                continue
            step = todo[-1].pop(0)
            if step.target in place:
                at = place[step.target]
                yield from _closed(trail[at:], [*taken[at:], step])
            elif step.target in standing and step.target not in done:
                place[step.target] = len(trail)
                trail.append(step.target)
                taken.append(step)
                todo.append([*standing[step.target]])


def _closed(ring: list[str], steps: list[_Step]) -> Iterator[list[str]]:
    """Yield a ring, if there is a day on which all of its steps hold."""
    if max(step.first for step in steps) <= min(step.last for step in steps):
        first = ring.index(min(ring))
        yield ring[first:] + ring[:first]
