"""Circles: assets that need one another to recover, so that none of them can come back first.

A circle is looked for among hard needs from which there is no way out: a redundancy group with
enough members outside, or something to fail over to, breaks it. Systems that merely use one
another start without waiting, so a circle through `uses` alone does not count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from estate.facts.dependencies import Dependency, dependencies_of
from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Facts, Kind
from estate.facts.supply import Supply, Want
from estate.findings import Place, Subject
from estate.frozen import frozen
from estate.graph import NEEDS
from estate.model import Asset

_WEAK: Final = "uses"

Ways = Mapping[str, Mapping[str, bool]]
"""By source and target: whether the need is more than a use."""


@frozen
class Circle:
    """Assets that need one another; `ids` lead from the first of them round and back to it.

    It is a trail that ends where it began, `root`; no installation stands at its end.
    """

    id: str
    ids: tuple[str, ...]
    root: Asset
    members: tuple[Asset, ...]
    installation: None = None

    def __str__(self) -> str:
        """Return the way round."""
        return " → ".join(self.ids)

    @property
    def trail(self) -> Circle:
        """The way round as a trail: it is one itself."""
        return self


def circles(facts: Facts) -> Iterator[Circle]:
    """Yield every circle, by its alphabetically first member."""
    rings = [set(cycle.members) for cycle in facts.graph.cycles(NEEDS)]
    if not rings:
        return
    needs = [need for need in dependencies_of(facts) if need.strength == "hard"]
    stuck = _stuck(facts, needs, rings)
    ways = _ways(needs, stuck)
    for ring in rings:
        for members in _parts(ring & stuck, ways):
            ids = _way_round(members, ways)
            if ids:
                assets = [facts.estate.get(key) for key in sorted(members)]
                known = tuple(asset for asset in assets if isinstance(asset, Asset))
                yield Circle(ids[0], ids, known[0], known)


def _stuck(facts: Facts, needs: list[Dependency], rings: list[set[str]]) -> set[str]:
    """Return what never comes back when all is down and each waits for what it needs."""
    home = {key: number for number, ring in enumerate(rings) for key in ring}
    firm = {home[need.source.id] for need in needs if _firm(need, home)}
    loose = {key: number for key, number in home.items() if number not in firm}
    wants = [want for need in needs if (want := _waits(need, loose))]
    supply = Supply(wants, dependencies_of(facts).standby)
    return {supply.ids[number] for number in _never(supply)}


def _firm(need: Dependency, home: Mapping[str, int]) -> bool:
    """Whether a need is more than a use, and holds a ring together."""
    ring = home.get(need.source.id)
    inside = ring is not None and any(home.get(target.id) == ring for target in need.targets)
    return inside and need.relation != _WEAK


def _waits(need: Dependency, loose: Mapping[str, int]) -> Want | None:
    """Return whom a source waits for: not for whoever merely uses it in return."""
    home = loose.get(need.source.id, -1)
    waits = [t.id for t in need.targets if home < 0 or loose.get(t.id) != home]
    least = need.at_least - (len(need.targets) - len(waits))
    return Want(need.source.id, tuple(waits), least) if least > 0 else None


def _never(supply: Supply) -> set[int]:
    """Return who never starts, though whoever has all that it needs does, again and again."""
    want = {n: len(supply.needs.get(n, ())) for n in range(len(supply.ids))}
    for group in supply.groups:
        want[group.owner] += 1
    short = {position: len(g.members) - g.spare for position, g in enumerate(supply.groups)}
    turned = _stands_in(supply)
    serving: set[int] = set()
    started = {number for number, count in want.items() if count == 0}
    todo = list(started)
    while todo:
        number = todo.pop()
        if number in serving:
            continue
        serving.add(number)
        ready = [*supply.needers.get(number, ())]
        for position in supply.part.get(number, ()):
            short[position] -= 1
            if short[position] == 0:
                ready.append(supply.groups[position].owner)
        for owner in ready:
            want[owner] -= 1
            if want[owner] == 0:
                started.add(owner)
                todo.append(owner)
        todo.extend(owner for owner in turned.get(number, ()) if _served(supply, owner, serving))
    return set(want) - started


def _stands_in(supply: Supply) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for owner, groups in supply.standby.items():
        for member in (member for group in groups for member in group.members):
            found.setdefault(member, []).append(owner)
    return found


def _served(supply: Supply, owner: int, serving: Collection[int]) -> bool:
    return any(
        sum(member not in serving for member in group.members) <= group.spare
        for group in supply.standby[owner]
    )


def _ways(needs: Iterable[Dependency], stuck: Collection[str]) -> dict[str, dict[str, bool]]:
    ways: dict[str, dict[str, bool]] = {}
    for need in needs:
        if need.source.id in stuck:
            ahead = ways.setdefault(need.source.id, {})
            for key in (target.id for target in need.targets if target.id in stuck):
                ahead[key] = ahead.get(key, False) or need.relation != _WEAK
    return ways


def _parts(ring: set[str], ways: Ways) -> Iterator[set[str]]:
    """Yield the sets within a ring whose members still all lead to one another."""
    left = set(ring)
    back: dict[str, dict[str, bool]] = {}
    for source in ring:
        for target in ways.get(source, ()):
            back.setdefault(target, {})[source] = True
    while left:
        first = min(left)
        members = set(_steps(ways, first, left)) & set(_steps(back, first, left))
        yield members
        left -= members


def _steps(ways: Ways, first: str, among: Collection[str]) -> dict[str, str]:
    """Follow ways from one: all that is reached, each with the one before it."""
    steps = {first: first}
    queue = [first]
    for key in queue:  # grows while it is read
        for following in sorted(ways.get(key, ())):
            if following in among and following not in steps:
                steps[following] = key
                queue.append(following)
    return steps


def _way_round(members: set[str], ways: Ways) -> tuple[str, ...]:
    """Return the shortest way from the first member back to it over more than uses; () if none."""
    first = min(members)
    there = _steps(ways, first, members)
    turned: dict[str, dict[str, bool]] = {}
    for source in members:
        for target, strong in ways.get(source, {}).items():
            turned.setdefault(target, {})[source] = strong
    home = _steps(turned, first, members)
    rounds = [
        (*_trail(there, source)[::-1], *_trail(home, target))
        for source in sorted(members)
        for target, strong in sorted(ways.get(source, {}).items())
        if strong and target in members
    ]
    return min(rounds, key=lambda way: (len(way), way), default=())


def _trail(steps: Mapping[str, str], key: str) -> list[str]:
    trail = [key]
    while steps[trail[-1]] != trail[-1]:
        trail.append(steps[trail[-1]])
    return trail


def _listed(facts: Facts) -> tuple[Circle, ...]:
    return tuple(sorted(circles(facts), key=lambda circle: circle.id))


def _describe(facts: Facts, circle: Circle) -> tuple[Subject, Place]:
    """Name a circle: it is told of its first member, and identified by all."""
    first = facts.identify(circle.root)
    members = tuple(member.id for member in circle.members)
    councils = sorted({key for member in circle.members for key in member.organisation or ()})
    detail = (("members", members),)
    subject = Subject(first.kind, first.id, detail, first.name, tuple(councils))
    return subject, Place(first.id)


CIRCLE: Final = Kind("cycle", _listed, _describe)

CIRCLE_FACTS: Final = (
    Fact("cycle", "members", Type("asset", many=True), "Who need one another.", "members",
         open=False),
    Fact("cycle", "way", Type("trail"), "The way round, from the alphabetically first member "
         "back to it.", "trail", open=False),
)  # fmt: skip
