"""Dependencies: one relation in which somebody needs somebody, each item of it one subject."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cached_property
from typing import Final

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Facts, Kind
from estate.facts.life import COMING
from estate.facts.restoration import Back, back
from estate.facts.supply import Supply, Want
from estate.findings import Place, Subject
from estate.frozen import frozen
from estate.graph import NEEDS
from estate.model import SECTIONS, Asset, Link, relations_of
from estate.model.asset import Recovery

STRENGTHS: Final = ("hard", "soft")
_STANDBY: Final = "fails_over_to"


@frozen
class Dependency:
    """`source` needs at least `at_least` of `targets`: one, unless it is a redundancy group.

    `id` says who needs whom, in which relation. `place` is the item that says so, in the record
    that holds it: of `provides` and `supports` that is the target's.
    """

    id: str
    source: Asset
    targets: tuple[Asset, ...]
    relation: str
    strength: str
    at_least: int
    place: Place

    @property
    def due_in(self) -> timedelta | None:
        """How soon the source must be back: its own objective."""
        return getattr(_recovery(self.source), "rto", None)

    @property
    def may_lose(self) -> timedelta | None:
        """How much data the source may lose: its own objective."""
        return getattr(_recovery(self.source), "rpo", None)


class Dependencies(tuple[Dependency, ...]):  # noqa: SLOT001 - it keeps what is worked out from it
    """Every dependency of an estate, and who stops for want of whom."""

    assets: tuple[Asset, ...] = ()
    standby: tuple[Want, ...] = ()

    @cached_property
    def supply(self) -> Supply:
        """The hard ones, by number, and what is held ready in their place."""
        wants = (
            Want(need.source.id, tuple(target.id for target in need.targets), need.at_least)
            for need in self
            if need.strength == "hard"
        )
        return Supply(wants, self.standby)

    @cached_property
    def _backs(self) -> dict[str, tuple[Back, Back]]:
        return {}

    def back(self, objective: str) -> tuple[Back, Back]:
        """Return when all is back by an objective (`rto`, `rpo`): at the soonest, at the latest.

        What is unknown is taken as nothing, then as without end.
        """
        if objective not in self._backs:
            stated = [
                (asset.id, getattr(_recovery(asset), objective, None))
                for asset in self.assets
                if hasattr(asset, "recovery")
            ]
            known = [(key, span) for key, span in stated if span]  # no time: there at once
            unknown = [(key, span) for key, span in stated if span is None]
            latest = back(self.supply, [*known, *unknown])
            self._backs[objective] = back(self.supply, known), latest
        return self._backs[objective]


def dependencies_of(facts: Facts) -> Dependencies:
    """Return the dependencies of an estate, listed once."""
    found = facts.subjects("dependency")
    assert isinstance(found, Dependencies)  # noqa: S101 - it is what DEPENDENCY lists
    return found


def items_of(facts: Facts, relations: tuple[str, ...]) -> Iterator[tuple[Asset, str, int, Link]]:
    """Yield the items of relations that hold on the day: owner, relation, position and item."""
    on = facts.graph.on
    for section, kind in SECTIONS.items():
        held = [relation for relation, _ in relations_of(kind.kind) if relation.name in relations]
        names = [relation.name for relation in held]
        for owner in facts.estate.sections[section].values() if held else ():
            if isinstance(owner, Asset):
                for name in names:
                    for position, link in enumerate(getattr(owner, name) or ()):
                        if link.begins <= on <= link.until:
                            yield owner, name, position, link


def dependencies(facts: Facts) -> Dependencies:
    """Return every dependency, section by section; what says the same twice is one.

    Of two such items the hard one counts, and of those the one that needs more members.
    """
    found: dict[str, Dependency] = {}
    for need in _stated(facts):
        first = found.setdefault(need.id, need)
        if first is not need and _demands(need) > _demands(first):
            found[need.id] = need
    listed = Dependencies(found.values())
    listed.assets = facts.assets
    listed.standby = tuple(
        Want(owner.id, link.targets, int(link.at_least))
        for owner, _, _, link in items_of(facts, (_STANDBY,))
        if link.strength == "hard"
    )
    return listed


def _demands(need: Dependency) -> tuple[bool, int]:
    return need.strength == "hard", need.at_least


def _stated(facts: Facts) -> Iterator[Dependency]:
    turned = {"provides", "supports"}  # here the target is who needs
    state, get = facts.column("asset.state"), facts.estate.get
    for owner, relation, position, link in items_of(facts, NEEDS):
        if relation in turned and state[owner.id] in COMING:
            continue  # nobody can need yet what is still to come
        named = [get(key) for key in ((link.to,) if link.to else sorted(link.targets))]
        targets = tuple([target for target in named if isinstance(target, Asset)])
        strength, place = link.strength, Place(owner.id, (relation, position))
        if relation in turned:
            for target in targets:
                key = f"{target.id}:{relation}:{owner.id}"
                yield Dependency(key, target, (owner,), relation, strength, 1, place)
        else:
            key = f"{owner.id}:{relation}:{','.join([target.id for target in targets])}"
            least = int(link.at_least)
            yield Dependency(key, owner, targets, relation, strength, least, place)


def _recovery(asset: Asset) -> Recovery | None:
    return getattr(asset, "recovery", None)


def _describe(_: Facts, need: Dependency) -> tuple[Subject, Place]:
    source = need.source
    detail = (("targets", tuple(t.id for t in need.targets)), ("relation", need.relation))
    organisations = tuple(source.organisation or ())
    return Subject("dependency", source.id, detail, source.name, organisations), need.place


DEPENDENCY: Final = Kind("dependency", dependencies, _describe)

_OWN: Final = (
    ("source", Type("asset"), "Who needs."),
    ("targets", Type("asset", many=True), "Whom it needs: several in a redundancy group."),
    ("relation", Type("enumeration", values=NEEDS), "In which relation."),
    ("strength", Type("enumeration", values=STRENGTHS), "Whether it stops without them (hard)."),
    ("at_least", Type("number"), "How many of the targets it needs."),
)

DEPENDENCY_FACTS: Final[tuple[Fact, ...]] = (
    *(
        Fact("dependency", name, typed, doc, attribute=name, open=False)
        for name, typed, doc in _OWN
    ),
    Fact(
        "dependency",
        "due_in",
        Type("duration"),
        "How soon the source must be back: its own recovery time objective.",
        attribute="due_in",
        settles=("source.recovery.rto",),
        null="unlimited",
    ),
    Fact(
        "dependency",
        "may_lose",
        Type("duration"),
        "How much data the source may lose, as time: its own recovery point objective.",
        attribute="may_lose",
        settles=("source.recovery.rpo",),
        null="unlimited",
    ),
)
