"""The graph of an estate on one day, behind verbs of the domain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from estate.graph.closure import Closure
from estate.graph.components import rings
from estate.graph.edge import Cycle, Edge, Stop
from estate.graph.failure import Failure, Supply, supply
from estate.graph.public import multigraph
from estate.graph.relations import CALLS, NEEDS, SENDS, STANDS
from estate.graph.routes import Paths, inward, outward, reached
from estate.graph.strands import Strands
from estate.graph.wiring import Arrows, Neighbours, Wiring
from estate.model import Estate
from estate.model.relations import BY_NAME

if TYPE_CHECKING:
    import networkx as nx

_Named = Mapping[str, tuple[str, ...]]
"""Ids to ascending ids; who has none is absent."""


class EstateGraph:
    """Who needs whom, who stands on what and what stops when, on the day `on`.

    Every record is in it, whatever its status. An item of a relation is in it if the day lies
    from its `from` to its `until`, inclusive; `covers` of a contract counts as `covered_by` of
    what it covers. Answers are in ascending order of ids. An id or a relation that there is not
    raises `KeyError`.

    Nothing is worked out before it is asked for, and then once.
    """

    def __init__(self, estate: Estate, on: date) -> None:
        self.on = on
        self._estate = estate
        self._wiring = Wiring(estate, on)
        self._strands = Strands(self._wiring)
        self._named_in: dict[tuple[str, bool], _Named] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of every record, ascending."""
        return self._wiring.ids

    @property
    def relations(self) -> int:
        """How many items of relations the records hold, whatever their dates."""
        return self._wiring.items

    def holds_on(self, day: date) -> bool:
        """Whether the same items of relations hold on another day: then it is the same graph."""
        return self._wiring.holds_on(day)

    # Direct: what records say of one another.

    def needs(self, key: str) -> tuple[Edge, ...]:
        """Return what an asset needs directly, hard and soft, members of groups included.

        `fails_over_to` is no need: owner or target is enough.
        """
        return self._leaving(key, NEEDS)

    def needed_by(self, key: str) -> tuple[Edge, ...]:
        """Return who needs an asset directly, hard and soft, members of groups included."""
        return self._entering(key, NEEDS)

    def direct_needs(self, key: str) -> tuple[str, ...]:
        """Return the ids of what `needs` gives: much quicker over many assets."""
        return self._named(self._needs[0], key)

    def direct_needers(self, key: str) -> tuple[str, ...]:
        """Return the ids of what `needed_by` gives: much quicker over many assets."""
        return self._named(self._needs[1], key)

    def flows_from(self, key: str) -> tuple[Edge, ...]:
        """Return the data flows that leave an asset."""
        return self._leaving(key, (SENDS,))

    def flows_to(self, key: str) -> tuple[Edge, ...]:
        """Return the data flows that arrive at a record."""
        return self._entering(key, (SENDS,))

    def related(self, key: str, relation: str) -> tuple[str, ...]:
        """Return the ids that a record names in a relation, hard and soft."""
        return self._named(self._written(relation, back=False), key)

    def holders(self, key: str, relation: str) -> tuple[str, ...]:
        """Return the ids of the records that name this one in a relation, hard and soft."""
        return self._named(self._written(relation, back=True), key)

    def edges(self, *relations: str) -> Iterator[Edge]:
        """Yield every edge of some relations, of all if none is named: by source, then target."""
        bundle = self._strands.bundle(relations or BY_NAME)
        return self._strands.edges(bundle.strands)

    # Transitive: what follows.

    def all_needs(self, key: str) -> tuple[str, ...]:
        """Return everything an asset needs, directly or not, by hard needs; never itself."""
        return self._reached(self._arrows(NEEDS).forward, key)

    def all_needed_by(self, key: str) -> tuple[str, ...]:
        """Return everything that needs an asset, directly or not, by hard needs; never itself."""
        return self._reached(self._arrows(NEEDS).back, key)

    def needs_of_all(self, among: Iterable[str] | None = None) -> Closure:
        """Return `all_needs` of every id at once; with `among`, only those of these ids."""
        return self._closure(self._arrows(NEEDS), among)

    def needers_of_all(self, among: Iterable[str] | None = None) -> Closure:
        """Return `all_needed_by` of every id at once; with `among`, only those of these ids."""
        return self._closure(self._arrows(NEEDS).turned, among)

    def path(
        self, source: str, target: str, relations: Iterable[str] = NEEDS, *, soft: bool = False
    ) -> tuple[str, ...]:
        """Return how one record comes to need another: ids from the one to the other.

        The shortest way over hard items of these relations, in the direction of edges; the
        alphabetically first of the shortest. Empty if there is none. `soft` adds soft items.
        """
        start, end = self._number(source), self._number(target)
        if start == end:
            return (source,)
        forward = self._arrows(relations, soft=soft).forward
        steps = outward(forward, [start], until=end)
        return self._paths(steps, inward=False).get(target, ())

    def stands_on(self, key: str) -> tuple[str, ...]:
        """Return everything that an asset stands on, directly or not; never itself.

        Over hard items of `runs_on`, `hosted_on`, `stores_in`, `depends_on` and `fails_over_to`,
        all members of groups included: redundancy does not remove a vulnerability.
        """
        return self._reached(self._arrows(STANDS).forward, key)

    def standing_path(self, key: str, root: str) -> tuple[str, ...]:
        """Return how an asset comes to stand on another, as `path` does."""
        return self.path(key, root, STANDS)

    def stood_on_by(self, root: str) -> Paths:
        """Return everything that stands on an asset, each with its `standing_path` to it."""
        steps = inward(self._arrows(STANDS).back, self._number(root))
        return self._paths(steps, inward=True)

    def standing_of_all(self, among: Iterable[str] | None = None) -> Closure:
        """Return `stands_on` of every id at once; with `among`, only those of these ids."""
        return self._closure(self._arrows(STANDS), among)

    def stops_when(self, keys: Iterable[str]) -> Mapping[str, Stop]:
        """Return what stops when these are stopped: by id, ascending, these included.

        Over hard needs, stage by stage. A group stops its owner when fewer than `at_least` of
        its members are available. An asset that stops remains available to those who need it
        while a hard `fails_over_to` leads on to something that is available: any item is enough.
        """
        numbers = [self._number(key) for key in keys]
        stopped = Failure(self._supply, numbers).stopped
        ids = self.ids
        return {
            ids[number]: Stop(stage, tuple(ids[cause] for cause in because))
            for number, (stage, because) in sorted(stopped.items())
        }

    def reaches(self, sources: Iterable[str], relations: Iterable[str] = CALLS) -> Paths:
        """Return everything that can be reached from some records, each with its path from one.

        Over hard and soft items of these relations, in the direction of edges: by default calls
        and flows, from caller to called. The sources are reached, by a path of themselves alone.
        """
        forward = self._arrows(relations, soft=True).forward
        return self._paths(outward(forward, map(self._number, sources)), inward=False)

    def cycles(self, relations: Iterable[str], *, soft: bool = False) -> tuple[Cycle, ...]:
        """Return every set of records that lead to one another over these relations.

        By first member, ascending. Over hard items; `soft` adds soft ones. A record that leads
        to itself is a cycle of one.
        """
        return tuple(
            Cycle(tuple(self.ids[n] for n in members), tuple(self.ids[n] for n in way))
            for members, way in rings(self._arrows(relations, soft=soft))
        )

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Return all of it for networkx: nodes with `kind` and `name`, edges as in `Edge`."""
        entries = (entry for key in self.ids if (entry := self._estate.get(key)))
        return multigraph(entries, self.edges())

    def _number(self, key: str) -> int:
        return self._wiring.index[key]

    def _arrows(self, relations: Iterable[str], *, soft: bool = False) -> Arrows:
        return self._wiring.arrows(relations, soft=soft)

    @cached_property
    def _supply(self) -> Supply:
        return supply(self._wiring)

    def _written(self, relation: str, *, back: bool) -> _Named:
        """Return who names whom in a relation, or who is named by whom, hard and soft."""
        found = self._named_in.get((relation, back))
        if found is None:
            arrows = self._arrows((relation,), soft=True)
            turned = BY_NAME[relation].need == "target"
            found = self._by_id(arrows.forward if turned is back else arrows.back)
            self._named_in[relation, back] = found
        return found

    @cached_property
    def _needs(self) -> tuple[_Named, _Named]:
        """Who needs whom, and who is needed by whom, hard and soft."""
        arrows = self._arrows(NEEDS, soft=True)
        return self._by_id(arrows.forward), self._by_id(arrows.back)

    def _by_id(self, neighbours: Neighbours) -> _Named:
        ids = self.ids
        return {
            ids[number]: tuple([ids[other] for other in others])
            for number, others in neighbours.items()
        }

    def _named(self, named: _Named, key: str) -> tuple[str, ...]:
        found = named.get(key)
        if found is None:
            self._number(key)  # has none, if it is there at all
            return ()
        return found

    def _reached(self, neighbours: Neighbours, key: str) -> tuple[str, ...]:
        return tuple(self.ids[number] for number in reached(neighbours, self._number(key)))

    def _leaving(self, key: str, relations: Iterable[str]) -> tuple[Edge, ...]:
        strands = self._strands.bundle(relations).leaving.get(self._number(key), ())
        return tuple(self._strands.edges(strands))

    def _entering(self, key: str, relations: Iterable[str]) -> tuple[Edge, ...]:
        strands = self._strands.bundle(relations).entering.get(self._number(key), ())
        return tuple(self._strands.edges(strands))

    def _paths(self, steps: Mapping[int, int], *, inward: bool) -> Paths:
        return Paths(self.ids, self._wiring.index, steps, inward=inward)

    def _closure(self, arrows: Arrows, among: Iterable[str] | None) -> Closure:
        wanted = None if among is None else frozenset(self._number(key) for key in among)
        return Closure(self.ids, self._wiring.index, arrows, wanted)
