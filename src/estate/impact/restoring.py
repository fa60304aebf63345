"""In which order things come back, and when.

A thing is begun once everything that it needs (hard) is back: of a redundancy group so many as it
needs, and what fails over serves as soon as its alternative does. Where things need one another
nothing can be begun first: they are brought back together, as long as the slowest of them takes.
Kinds that state no recovery time take none of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import timedelta
from heapq import heappop, heappush
from math import inf

from estate.facts.restoration import NOTHING, Span, back
from estate.facts.supply import Supply, Want
from estate.frozen import frozen
from estate.impact.answer import Restored, Time
from estate.impact.circles import Unit, units_of
from estate.impact.in_use import InUse, Need

_ENDLESS = timedelta.max.total_seconds()


@frozen
class Recovery:
    """All that is brought back, in order; the longest chain; and what needs one another."""

    restored: tuple[Restored, ...]
    chain: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]


def restore(used: InUse, stopped: AbstractSet[str], serving: AbstractSet[str]) -> Recovery:
    """Return how what has stopped comes back; `serving` is what is carried by an alternative."""
    keys = sorted(stopped)
    needs = {key: [need for need in used.needs(key) if need.hard] for key in keys}
    standby = {key: list(used.standby(key)) for key in keys}
    out = frozenset(stopped) - serving
    units = units_of(keys, needs, standby, out)
    own = {key: _own(used, key) for key in keys}
    soonest = _Turns(units, needs, standby, out, {key: _seconds(own[key], 0) for key in keys})
    latest = _Turns(units, needs, standby, out, {key: _seconds(own[key], inf) for key in keys})
    at_once = _at_once(keys, needs, standby, own)
    order = sorted(units, key=lambda unit: soonest.begun[unit.keys[0]])
    step = {key: number for number, unit in enumerate(order, 1) for key in unit.keys}
    restored = tuple(
        Restored(
            entry=used.entry(key),
            step=step[key],
            after=_after(key, needs[key], step),
            own=own[key],
            at_once=at_once[key],
            in_turn=_time(soonest.back[key], latest.back[key]),
        )
        for unit in order
        for key in unit.keys
    )
    return Recovery(restored, soonest.chain(), tuple(u.keys for u in order if len(u.keys) > 1))


def _own(used: InUse, key: str) -> Time | None:
    """Return the objective that a thing states; None for a kind that has none."""
    entry = used.entry(key)
    if not hasattr(entry, "recovery"):
        return None
    span: timedelta | None = getattr(entry.recovery, "rto", None)
    return Time(NOTHING, known=False) if span is None else Time(span)


def _seconds(own: Time | None, unknown: float) -> float:
    if own is None:
        return 0.0
    if not own.known:
        return float(unknown)
    return inf if own.least == timedelta.max else own.least.total_seconds()


def _time(least: float, most: float) -> Time:
    return Time(_span(least), known=least == most)


def _span(seconds: float) -> timedelta:
    return timedelta.max if seconds >= _ENDLESS else timedelta(seconds=seconds)


def _after(key: str, needs: Iterable[Need], step: Mapping[str, int]) -> tuple[str, ...]:
    members = {member for need in needs for member in need.members}
    return tuple(sorted(m for m in members if step.get(m, step[key]) < step[key]))


def _at_once(
    keys: Sequence[str],
    needs: Mapping[str, Sequence[Need]],
    standby: Mapping[str, Sequence[Need]],
    own: Mapping[str, Time | None],
) -> dict[str, Time]:
    """Return when each is back if all is recovered at once: the latest of what it needs."""
    supply = Supply(_wants(keys, needs), _wants(keys, standby))
    known = [(k, t.least) for k in keys if (t := own[k]) and t.known and t.least]
    unknown = [(k, None) for k in keys if (t := own[k]) and not t.known]
    soonest, latest = back(supply, known).own, back(supply, [*known, *unknown]).own
    return {key: _known(soonest.get(key, NOTHING), latest.get(key, NOTHING)) for key in keys}


def _known(least: Span, most: Span) -> Time:
    """Return a time between two; where the least is without end, so is the most."""
    least = least or NOTHING
    return Time(least, known=least in {most, timedelta.max})


def _wants(keys: Iterable[str], needs: Mapping[str, Sequence[Need]]) -> list[Want]:
    return [Want(key, need.members, need.at_least) for key in keys for need in needs[key]]


@dataclass(slots=True)
class _Watch:
    """So many members are still short; then a unit has one need less, or a thing serves again."""

    short: int
    begins: str = ""
    serves: str = ""


class _Turns:
    """Everything brought back in turn, as time goes on: Dijkstra's algorithm over needs.

    Source: D. E. Knuth, A generalization of Dijkstra's algorithm (1977).
    """

    def __init__(
        self,
        units: Sequence[Unit],
        needs: Mapping[str, Sequence[Need]],
        standby: Mapping[str, Sequence[Need]],
        out: AbstractSet[str],
        own: Mapping[str, float],
    ) -> None:
        self.begun: dict[str, tuple[float, int]] = {}
        self.back: dict[str, float] = {}
        self._held_up: dict[str, str] = {}
        self._own = own
        self._unit = {key: unit for unit in units for key in unit.keys}
        self._open = {unit.keys[0]: 0 for unit in units}
        self._waits: dict[str, list[_Watch]] = {}
        self._serves: set[str] = set()
        self._queue: list[tuple[float, str]] = []
        for unit in units:
            self._await(unit, needs, out)
        for key in sorted(out):
            for each in standby[key]:
                gone = [member for member in each.members if member in out]
                self._watch(each, gone, _Watch(0, serves=key))
        for unit in units:
            if not self._open[unit.keys[0]]:
                self._begin(unit, 0.0)
        self._run()

    def _await(
        self, unit: Unit, needs: Mapping[str, Sequence[Need]], out: AbstractSet[str]
    ) -> None:
        """Note what a unit waits for; its own members are there as soon as it is begun."""
        first, inside = unit.keys[0], frozenset(unit.keys)
        for need in (need for key in unit.keys for need in needs[key]):
            gone = [each for each in need.members if each in out and each not in inside]
            if self._watch(need, gone, _Watch(0, begins=first)):
                self._open[first] += 1

    def _watch(self, need: Need, gone: list[str], watch: _Watch) -> bool:
        """Wait until so many members are available as are needed; False if they are now."""
        watch.short = need.at_least - (len(need.members) - len(gone))
        if watch.short <= 0:
            return False
        for member in gone:
            self._waits.setdefault(member, []).append(watch)
        return True

    def _begin(self, unit: Unit, at: float) -> None:
        lasts = max(self._own[key] for key in unit.keys)
        for key in unit.keys:
            self.begun[key] = (at, len(self.begun))
            self.back[key] = at + lasts
            heappush(self._queue, (at + lasts, key))

    def _run(self) -> None:
        while self._queue:
            at, key = heappop(self._queue)
            if key in self._serves:
                continue
            self._serves.add(key)
            for watch in self._waits.get(key, ()):
                self._met(watch, at, key)

    def _met(self, watch: _Watch, at: float, by: str) -> None:
        """Count one more available member; what that was enough for goes on."""
        watch.short -= 1
        if watch.short:
            return
        if watch.serves:
            heappush(self._queue, (at, watch.serves))
            return
        self._open[watch.begins] -= 1
        if not self._open[watch.begins]:
            unit = self._unit[watch.begins]
            self._held_up.update(dict.fromkeys(unit.keys, by))
            self._begin(unit, at)

    def chain(self) -> tuple[str, ...]:
        """Return the chain that takes longest, from its first thing to what is back last."""
        if not self.back:
            return ()
        way = [max(self.back, key=lambda key: (self.back[key], self.begun[key], key))]
        while way[-1] in self._held_up:
            way.append(self._held_up[way[-1]])
        return tuple(reversed(way))
