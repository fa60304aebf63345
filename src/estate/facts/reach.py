"""Whether the internet can reach a thing.

Direct reach is that of the asset itself or of what runs directly on it. A path is any chain of
calls and flows from what faces the internet, followed from caller to called: it is what a claim of
isolation is held against. Only what is in use is a step of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.life import PRESENT
from estate.findings import Place
from estate.frozen import frozen
from estate.graph import CALLS
from estate.model import Asset
from estate.model.relations import ANY, BY_NAME

Sides = Mapping[str, tuple[tuple[str, bool], ...]]


def _sides(*, onward: bool) -> Sides:
    """Return by kind the relations that lead on, or back; and whether the other side holds them."""
    turned = {name: BY_NAME[name].need == "target" for name in CALLS}
    return {
        kind: tuple(
            (name, turned[name] is onward)
            for name in CALLS
            if kind
            in (BY_NAME[name].owners if turned[name] is not onward else BY_NAME[name].targets)
        )
        for kind in ANY
    }


_CALLED: Final = _sides(onward=True)
_CALLERS: Final = _sides(onward=False)


@frozen
class InternetPath:
    """A way from the internet to the asset `id`: the ids passed, from what faces it to the asset.

    `ids` is empty where there is none.
    """

    id: str
    ids: tuple[str, ...]

    @property
    def place(self) -> Place:
        """What faces the internet; where nothing does, the asset."""
        return Place(self.ids[0] if self.ids else self.id)

    def __str__(self) -> str:
        """Return the ids on the way."""
        return " → ".join(self.ids) or "none"


def _own(facts: Facts) -> dict[str, bool | None]:
    """For each asset, whether its exposure or zone is the internet.

    Either one says yes; only both together say no.
    """
    zones = facts.estate.policy.internet_zones
    return {asset.id: _own_of(asset, zones) for asset in facts.assets}


def _own_of(asset: Asset, zones: tuple[str, ...]) -> bool | None:
    if asset.exposure == "internet" or asset.zone in zones:
        return True
    return None if asset.exposure is None or asset.zone is None else False


def _either(answers: Iterable[bool | None]) -> bool | None:
    known = set(answers)
    if True in known:
        return True
    return None if None in known else False


def _faces_internet(facts: Facts) -> dict[str, bool | None]:
    """For each asset: whether it, or something in use that runs directly on it, faces out."""
    state, own = facts.column("asset.state"), facts.once(_own)
    return {
        key: answer or _either([answer, *_of_those_on(facts, key, own, state)])
        for key, answer in own.items()
    }


def _of_those_on(
    facts: Facts, key: str, own: Mapping[str, bool | None], state: Mapping[str, str]
) -> Iterator[bool | None]:
    for on in facts.graph.holders(key, "runs_on"):
        if state[on] in PRESENT:
            yield own[on]


def _installations_facing(facts: Facts) -> dict[str, bool | None]:
    faces = facts.column("asset.faces_internet")
    return {found.id: faces[found.asset.id] for found in facts.subjects("installation")}


def internet_path(facts: Facts, key: str) -> InternetPath | None:
    """Return a shortest way from the internet to an asset, the alphabetically first of these.

    None where one may begin at what is not known to be inside, and for what is no asset.
    """
    if not isinstance(facts.estate.get(key), Asset):
        return None
    return _path(key, *_ways_in(facts, _spread(facts, [key], _CALLERS)))


def _paths(facts: Facts) -> dict[str, InternetPath | None]:
    """Return the way to each asset."""
    ways = _ways_in(facts, facts.once(_own))
    return {asset.id: _path(asset.id, *ways) for asset in facts.assets}


def _path(key: str, certain: Mapping[str, str], possible: Mapping[str, str]) -> InternetPath | None:
    if key in possible and key not in certain:
        return None
    return InternetPath(key, _way(certain, key))


def _ways_in(facts: Facts, among: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Follow, of some assets, those that surely face the internet, and those that may.

    Returns each asset in use that they lead to, with the one before it. `among` has everything
    that leads to an asset in it: then the ways to that one are the same as among all.
    """
    state, own = facts.column("asset.state"), facts.once(_own)
    present = [key for key in sorted(among) if state[key] in PRESENT]
    certain = [key for key in present if own[key]]
    return (
        _spread(facts, certain, _CALLED),
        _spread(facts, [key for key in present if own[key] is None], _CALLED),
    )


def _spread(facts: Facts, sources: Iterable[str], sides: Sides) -> dict[str, str]:
    """Follow calls and flows from some assets: each asset in use, with the one before it."""
    state = facts.column("asset.state")
    steps = {key: key for key in sources}
    for key in (queue := list(steps)):  # grows while it is read
        for found in _next(facts, key, sides):
            if found not in steps and state.get(found) in PRESENT:
                steps[found] = key
                queue.append(found)
    return steps


def _next(facts: Facts, key: str, sides: Sides) -> list[str]:
    """Return whom an asset calls, or sends data to; or who does so to it."""
    found: set[str] = set()
    entry = facts.estate.get(key)
    for relation, held in sides[entry.kind] if entry else ():
        ask = facts.graph.holders if held else facts.graph.related
        found.update(ask(key, relation))
    return sorted(found)


def _way(steps: Mapping[str, str], key: str) -> tuple[str, ...]:
    if key not in steps:
        return ()
    way = [key]
    while steps[way[-1]] != way[-1]:
        way.append(steps[way[-1]])
    return tuple(reversed(way))


_DOC = (
    "Whether the internet reaches it directly: by the exposure or zone of the asset itself, or of "
    "something in use that runs directly on it."
)

PATH_FACTS: tuple[Fact, ...] = (
    Fact(
        "path",
        "ids",
        Type("text", many=True),
        "The ids from what faces the internet to the asset; empty where there is no path.",
        attribute="ids",
        open=False,
    ),
)

REACH = (
    Derived(
        Fact("asset", "faces_internet", Type("boolean"), _DOC, settles=("exposure", "zone")),
        _faces_internet,
    ),
    Derived(
        Fact(
            "installation",
            "reachable_from_internet",
            Type("boolean"),
            _DOC,
            settles=("asset.exposure", "asset.zone"),
        ),
        _installations_facing,
    ),
    Derived(
        Fact(
            "asset",
            "internet_path",
            Type("path"),
            "The way on which the internet reaches it: a chain of calls and flows from what faces "
            "the internet by exposure or zone, over runs_on, hosted_on, stores_in, uses, consumes, "
            "provides and sends_to. Ask `len(internet_path.ids) > 0`; it is unknown where a chain "
            "begins at something whose exposure or zone is not recorded.",
            settles=("exposure", "zone"),
        ),
        _paths,
    ),
)
