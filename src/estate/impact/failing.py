"""What stops when a selection stops: along which path, and what redundancy saved or did not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from estate.facts import Facts
from estate.facts.outage import serving_of
from estate.facts.supply import Supply, Want
from estate.graph import Stop
from estate.impact.answer import Degraded, Impact, Loss, Redundancy, Selection, Spared, Way
from estate.impact.in_use import InUse, Need, in_use
from estate.impact.restoring import restore
from estate.model import Application, Asset

_KINDS: Final = (
    "service", "application", "api", "server", "device", "connection", "site", "dataset",
    "licence", "contract", "agreement",
)  # fmt: skip
"""The kinds of assets in the order in which they are told of."""
_RATES: Final = ("critical", "high", "medium", "low")


def impact_of(facts: Facts, selection: Selection) -> Impact:
    """Return what stops when a selection stops, on the day of the facts."""
    used = facts.once(in_use)
    stops = used.graph.stops_when(key for key in selection.seeds if key not in used.absent)
    outage = _Outage(used, stops)
    found = restore(used, stops.keys(), outage.serving)
    return Impact(
        estate=facts.estate.name,
        on=facts.today,
        selection=selection,
        losses=tuple(sorted(map(outage.loss, stops), key=_order)),
        spared=tuple(outage.spared()),
        degraded=tuple(outage.degraded()),
        recovery=found.restored,
        chain=found.chain,
        circles=found.circles,
        organisations={key: each.name for key, each in facts.estate.of("organisation").items()},
    )


def serving(used: InUse, stopped: AbstractSet[str]) -> frozenset[str]:
    """Return what has stopped, and is served by what it fails over to."""
    standby = [
        Want(key, each.members, each.at_least)
        for key in sorted(stopped)
        for each in used.standby(key)
    ]
    supply = Supply((), standby)
    gone = {number for number, key in enumerate(supply.ids) if key in stopped}
    found = serving_of(supply, range(len(supply.ids)), gone)
    return frozenset(supply.ids[number] for number in found & gone)


class _Outage:
    """A failure that has run its course."""

    def __init__(self, used: InUse, stops: Mapping[str, Stop]) -> None:
        self._used = used
        self._stops = stops
        self.serving = serving(used, stops.keys())
        self._lost = stops.keys() - self.serving
        self._paths: dict[str, tuple[str, ...]] = {}

    def loss(self, key: str) -> Loss:
        """Tell of a thing that stopped."""
        stop, entry = self._stops[key], self._used.entry(key)
        found = Loss(
            entry,
            stop.stage,
            stop.because,
            self._path(key),
            tuple(self._failed(key)),
            getattr(entry, "criticality", None),
            serves=key in self.serving,
        )
        if entry.kind == "service":
            used = {m for need in self._used.needs(key) if need.hard for m in need.members}
            people = [_people(self._used.entry(m)) for m in sorted(used & self._lost)]
            return replace(found, **_counted(people))
        return replace(found, **_counted([_people(entry)]))

    def _path(self, key: str) -> tuple[str, ...]:
        """Return the way down to what was stopped: by what was lost last, which tipped it."""
        way = [key]
        while because := self._stops[way[-1]].because:
            way.append(min(because, key=lambda each: (-self._stops[each].stage, each)))
        return tuple(way)

    def _failed(self, key: str) -> Iterator[Redundancy]:
        """Yield what was held ready for a thing that stopped, and was not enough."""
        for need in self._used.needs(key):
            if need.hard and need.chosen:
                found = self._redundancy(key, need)
                if not found.holds:
                    yield found
        if key in self._lost:
            yield from (self._redundancy(key, each) for each in self._used.standby(key))

    def _redundancy(self, owner: str, need: Need) -> Redundancy:
        lost = tuple(member for member in need.members if member in self._lost)
        way: Way = "standby" if need.relation == "fails_over_to" else "group"
        return Redundancy(owner, way, need.members, lost, need.at_least)

    def spared(self) -> Iterator[Spared]:
        """Yield what goes on because of a redundancy: by kind, then by id."""
        found = [*self._carried(), *self._in_groups()]
        yield from sorted(found, key=lambda each: (_kind(each.entry.kind), each.entry.id))

    def _carried(self) -> Iterator[Spared]:
        for key in self.serving:
            standby = [self._redundancy(key, each) for each in self._used.standby(key)]
            best = next(each for each in standby if each.holds)
            yield Spared(self._used.entry(key), best)

    def _in_groups(self) -> Iterator[Spared]:
        for key, need in self._leaning:
            if need.hard and need.chosen:
                found = self._redundancy(key, need)
                if found.lost and found.holds:
                    yield Spared(self._used.entry(key), found)

    def degraded(self) -> Iterator[Degraded]:
        """Yield what goes on without something that it needs softly."""
        found: list[Degraded] = []
        for key, need in self._leaning:
            without = self._redundancy(key, need)
            if not need.hard and without.lost and not without.holds:
                entry = self._used.entry(key)
                found.append(Degraded(entry, need.relation, without.lost, need.purpose))
        yield from sorted(
            found, key=lambda each: (_kind(each.entry.kind), each.entry.id, each.without)
        )

    @cached_property
    def _leaning(self) -> list[tuple[str, Need]]:
        """What may go on though part of what it names is lost, with each of its needs."""
        keys = (key for key in self._used.leaning_on(self._lost) if key not in self._stops)
        return [(key, need) for key in keys for need in self._used.needs(key)]


def _people(entry: object) -> int | None:
    """Return the users of an application; None where it records none; 0 of what has no users."""
    if not isinstance(entry, Application):
        return 0
    users = entry.users
    found = None if users is None else users.named if users.active is None else users.active
    return None if found is None else int(found)


def _counted(people: Iterable[int | None]) -> dict[str, Any]:
    known = list(people)
    return {"people": sum(each or 0 for each in known), "uncounted": known.count(None)}


def _order(loss: Loss) -> tuple[int, int, int, int, str]:
    """Services first, the most critical first; what is unrated comes after what is rated low."""
    rate = _RATES.index(loss.criticality) if loss.criticality in _RATES else len(_RATES)
    entry = loss.entry
    return (
        _kind(entry.kind),
        rate if isinstance(entry, Asset) else 0,
        -loss.people,
        loss.stage,
        entry.id,
    )


def _kind(kind: str) -> int:
    return _KINDS.index(kind)
