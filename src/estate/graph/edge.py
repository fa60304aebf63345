"""What the graph answers with: an edge, a stop, a cycle."""

from __future__ import annotations

from datetime import date

from estate.findings.place import Place
from estate.frozen import frozen
from estate.model.links import Strength, Style


@frozen
class Edge:
    """One asset's relation to another, in the direction of dependency.

    `source` needs `target`: of `provides` and `supports` the api or service is the source, though
    the other record holds the relation. Of a relation that is no dependency, and of
    `fails_over_to`, `source` is the owner. It holds from `begins` to `until`, inclusive.

    Edges of one source with the same `group` (a number of this graph) are a redundancy group, of
    which `at_least` must be up; None stands alone. `place` is the item in the record that holds
    the relation.
    """

    source: str
    target: str
    relation: str
    strength: Strength
    begins: date
    until: date
    group: int | None
    at_least: int
    place: Place
    purpose: str | None
    style: Style | None


@frozen
class Stop:
    """Why an asset stops: at which stage, and for want of whom.

    Stage 0 is what was stopped; an asset of stage n wants something lost at stage n - 1. `because`
    are the ids of what it needs that were no longer available by then, ascending.
    """

    stage: int
    because: tuple[str, ...]


@frozen
class Cycle:
    """Assets each of which reaches all the others.

    `members` are all of them, ascending. `path` is one way round, the shortest from the first
    member back to itself, that member at both ends.
    """

    members: tuple[str, ...]
    path: tuple[str, ...]
