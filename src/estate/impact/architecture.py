"""Of what a critical system is made: the architecture map of the cyber assessment framework.

Source: NCSC, Cyber Assessment Framework, A3.a (asset management) and B4 (system security), as
local government applies it: for each critical system its components, what they depend on, who is
responsible where one boundary ends and another begins, and where data flows.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from estate.errors import UsageError
from estate.facts import PRESENT, Facts
from estate.frozen import frozen
from estate.graph import Edge
from estate.impact.in_use import InUse, in_use
from estate.impact.selecting import run_by_supplier, unheard_of
from estate.model import Application, Asset, Connection, Entry
from estate.model.relations import ANY

_MAPPED = tuple(kind for kind in ANY if kind not in {"licence", "contract", "agreement"})


@frozen
class Component:
    """A part of a system: how many steps below it, and whether it stops without it (`hard`).

    `boundary` is who is responsible for it, in words. `sites` are where it ultimately stands, None
    where that is not recorded.
    """

    entry: Asset
    steps: int
    hard: bool
    boundary: str
    sites: tuple[str | None, ...]


@frozen
class Dependency:
    """One component needs another; `out_of` counts the members of a redundancy group."""

    source: str
    target: str
    relation: str
    hard: bool
    at_least: int
    out_of: int


@frozen
class Flow:
    """Data goes from one record to another."""

    source: Entry
    target: Entry
    style: str | None
    purpose: str | None


@frozen
class Map:
    """A system with all that it needs, on a day; the system itself is its first component.

    `serves` is what needs it directly. `lines` are those among the components' sites and those
    that are components. `holds` are datasets with what holds them.
    """

    estate: str
    on: date
    subject: Asset
    components: tuple[Component, ...]
    dependencies: tuple[Dependency, ...]
    serves: tuple[Asset, ...]
    sites: tuple[Asset, ...]
    lines: tuple[Connection, ...]
    flows: tuple[Flow, ...]
    holds: tuple[tuple[Asset, Asset], ...]
    single_sites: tuple[str | None, ...]

    @property
    def boundaries(self) -> dict[str, str]:
        """Who is responsible for each component, by id."""
        return {each.entry.id: each.boundary for each in self.components}

    @property
    def crossings(self) -> tuple[Dependency, ...]:
        """The dependencies of which the two ends are on different sides of a boundary."""
        known = self.boundaries
        return tuple(d for d in self.dependencies if known[d.source] != known[d.target])


def map_of(facts: Facts, key: str) -> Map:
    """Return the map of a system or service. Raises UsageError for what cannot be mapped."""
    entry = facts.estate.get(key)
    if entry is None:
        raise unheard_of(facts, key)
    if not isinstance(entry, Asset) or entry.kind not in _MAPPED:
        raise UsageError(f"{key} is of the kind {entry.kind}; a map is of a service or a system")
    used = facts.once(in_use)
    if key in used.absent:
        raise UsageError(
            f"{key} is {used.absent[key]} on {facts.today}; a map is of what is in use"
        )
    found = _below(used, key)
    components = tuple(_component(facts, used, each, *way) for each, way in found.items())
    sites = {site for each in components for site in each.sites if site}
    single = facts.column("service.single_sites").get(key, ()) if entry.kind == "service" else ()
    return Map(
        estate=facts.estate.name,
        on=facts.today,
        subject=entry,
        components=components,
        dependencies=tuple(_dependencies(used, list(found))),
        serves=tuple(_asset(used, each) for each in used.graph.direct_needers(key)),
        sites=tuple(_asset(used, site) for site in sorted(sites)),
        lines=tuple(_lines(facts, used, sites | found.keys())),
        flows=tuple(_flows(facts, list(found))),
        holds=tuple(_holds(used, list(found))),
        single_sites=tuple(None if site is None else site.id for site in single),
    )


def _asset(used: InUse, key: str) -> Asset:
    found = used.entry(key)
    assert isinstance(found, Asset)  # noqa: S101 - whatever is needed is an asset
    return found


def _below(used: InUse, key: str) -> dict[str, tuple[int, bool]]:
    """Return all that a thing needs, softly too: steps to each, and whether over hard needs."""
    steps = {key: 0}
    hard = {key}
    for each in (queue := [key]):  # grows while it is read
        for need in sorted(used.needs(each), key=lambda need: not need.hard):
            for member in need.members:
                if member not in steps:
                    steps[member] = steps[each] + 1
                    queue.append(member)
    for each in (queue := [key]):  # as above
        for need in used.needs(each):
            fresh = [m for m in need.members if need.hard and m not in hard]
            hard.update(fresh)
            queue.extend(fresh)
    return {
        each: (steps[each], each in hard) for each in sorted(steps, key=lambda k: (steps[k], k))
    }


def _component(facts: Facts, used: InUse, key: str, steps: int, hard: bool) -> Component:  # noqa: FBT001 - as found
    entry = _asset(used, key)
    sites = facts.column("asset.sites")[key] if entry.kind != "site" else (entry,)
    places = {None if site is None else site.id for site in sites}
    ordered = tuple(sorted(places, key=lambda place: (place is None, place or "")))
    return Component(entry, steps, hard, _boundary(facts, entry), ordered)


def _boundary(facts: Facts, entry: Asset) -> str:
    """Return who is responsible for a thing: its supplier or partner where these run it."""
    if isinstance(entry, Application) and entry.hosting == "partner":
        lead = entry.partner.lead if entry.partner else None
        return f"partner: {_name(facts, lead)}" if lead else "a partner that is not recorded"
    if run_by_supplier(entry):
        suppliers = [_name(facts, key) for key in facts.graph.related(entry.id, "supplied_by")]
        return (
            f"supplier: {', '.join(suppliers)}" if suppliers else "a supplier that is not recorded"
        )
    names = [_name(facts, key) for key in entry.organisation or ()]
    return ", ".join(names) or "no organisation recorded"


def _name(facts: Facts, key: str) -> str:
    found = facts.estate.get(key)
    return found.name if found else key


def _dependencies(used: InUse, keys: list[str]) -> Iterator[Dependency]:
    for key in keys:
        found = {
            Dependency(key, member, need.relation, need.hard, need.at_least, len(need.members))
            for need in used.needs(key)
            for member in need.members
        }
        yield from sorted(found, key=lambda each: (each.target, each.relation, not each.hard))


def _lines(facts: Facts, used: InUse, keys: set[str]) -> Iterator[Connection]:
    for key, line in facts.estate.of("connection").items():
        ends = used.graph.related(key, "connects")
        between = len(ends) > 1 and all(end in keys for end in ends)
        into = len(ends) == 1 and ends[0] in keys
        if (
            isinstance(line, Connection)
            and key not in used.absent
            and (key in keys or between or into)
        ):
            yield line


def _flows(facts: Facts, keys: list[str]) -> Iterator[Flow]:
    state, seen = facts.column("asset.state"), set[Edge]()
    for key in keys:
        for edge in (*facts.graph.flows_from(key), *facts.graph.flows_to(key)):
            ends = [facts.estate.get(end) for end in (edge.source, edge.target)]
            there = all(state.get(end, "live") in PRESENT for end in (edge.source, edge.target))
            if edge not in seen and there and ends[0] and ends[1]:
                seen.add(edge)
                yield Flow(ends[0], ends[1], edge.style, edge.purpose)


def _holds(used: InUse, keys: list[str]) -> Iterator[tuple[Asset, Asset]]:
    for key in keys:
        if used.entry(key).kind in {"application", "server"}:
            for data in used.graph.related(key, "holds"):
                yield _asset(used, key), _asset(used, data)
