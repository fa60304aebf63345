"""The work plan as a roadmap: projects with their days, and what stands in their way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Any, Final, TypeAlias, TypeVar

from estate.facts import Facts
from estate.facts.entries import Item
from estate.facts.vesting import councils
from estate.findings import Place
from estate.frozen import frozen
from estate.model import Project
from estate.model.projects import BusinessCase
from estate.model.scalars import ALWAYS, NEVER
from estate.plan.budget.sums import Sum, hundredths
from estate.plan.roadmap_entries import (
    Move,
    PlannedMilestone,
    Promise,
    days_of,
    milestone_of,
    move_of,
    promise_of,
)

__all__ = ["STATUSES", "Conflict", "PlannedProject", "Roadmap", "Undated", "roadmap_of"]

STATUSES: Final = ("live", "planned", "", "proposed", "done", "stopped")
"""The statuses of projects in the order of a roadmap; "" is not recorded."""

T = TypeVar("T")
_Entries: TypeAlias = Mapping[str, Any]


@frozen
class Conflict:
    """Another project that gets in the way: the assets both change, and the months of its teams."""

    project: str
    name: str
    assets: tuple[str, ...]
    busy: tuple[str, ...]


@frozen
class PlannedProject:
    """A project on a roadmap; what is not recorded is None, or "" of a text.

    `begins` and `ends` are None also where there is no such day. `organisations` are those that
    have it, a shared service standing for its members. `unsure` is whether it may have conflicts
    that nobody can tell.
    """

    id: str
    name: str
    organisations: tuple[str, ...]
    owner: str
    begins: date | None
    ends: date | None
    status: str
    team: tuple[str, ...] | None
    programme: str
    cost: Sum | None
    case: BusinessCase | None
    moves: tuple[Move, ...]
    milestones: tuple[PlannedMilestone, ...]
    promises: tuple[Promise, ...]
    conflicts: tuple[Conflict, ...]
    unsure: bool
    place: Place

    @property
    def under_way(self) -> bool:
        """Whether it is planned or live, or may be."""
        return self.status in {"planned", "live", ""}

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day that is known of it; None where there is none."""
        known = [day for day in (self.begins, self.ends) if day]
        days = [*known, *days_of(self.moves, self.milestones)]
        return (self.begins or min(days), self.ends or max(days)) if days else None

    @property
    def untested(self) -> tuple[str, ...]:
        """The tests of its business case that it has not passed: a test, or a test that failed."""
        found = self.case or BusinessCase()
        tests = {
            "appropriateness": found.appropriateness,
            "value for money": found.value_for_money,
        }
        return tuple(
            f"{name} failed" if said == "fail" else f"{name} not recorded"
            for name, said in tests.items()
            if said != "pass"
        )


@frozen
class Undated:
    """An asset that is to come or to go, and no project says when."""

    id: str
    name: str
    kind: str
    state: str
    unsure: bool
    place: Place


@frozen
class Roadmap:
    """Projects in the order of organisations, programmes, statuses and days.

    `left_out` is how many projects were not asked for; `first` and `last` are the days asked for.
    `notice` is what a reader must know first of what is left out of a copy for the public.
    """

    estate: str
    as_of: date
    currency: str
    names: Mapping[str, str]
    projects: tuple[PlannedProject, ...]
    undated: tuple[Undated, ...]
    left_out: int = 0
    first: date | None = None
    last: date | None = None
    notice: str = ""

    def named(self, organisations: Iterable[str]) -> tuple[str, ...]:
        """Return the names of organisations."""
        return tuple(self.names.get(key, key) for key in organisations)


def roadmap_of(  # noqa: PLR0913 - what may be asked for
    facts: Facts,
    *,
    currency: str = "GBP",
    organisation: str | None = None,
    projects: Collection[str] = (),
    first: date | None = None,
    last: date | None = None,
) -> Roadmap:
    """Return the roadmap of an estate.

    With an `organisation` or `projects`, by id, only theirs; with days, what lies between them in
    part. A project without any day may lie there, and is kept.
    """
    entries = _entries(facts)
    every = [
        _project(facts, project, entries)
        for project in facts.estate.of("project").values()
        if isinstance(project, Project)
    ]
    wanted = councils(facts.estate, (organisation,)) if organisation else ()
    shown = [
        each
        for each in every
        if (not projects or each.id in projects)
        and _theirs(each.organisations, wanted)
        and _between(each, first, last)
    ]
    names = {key: entry.name for key, entry in facts.estate.of("organisation").items()}
    return Roadmap(
        estate=facts.estate.name,
        as_of=facts.today,
        currency=currency,
        names=names,
        projects=tuple(sorted(shown, key=lambda each: _order(each, names))),
        undated=() if projects else tuple(_undated(facts, wanted)),
        left_out=len(every) - len(shown),
        first=first,
        last=last,
    )


def _theirs(organisations: Collection[str], wanted: Collection[str]) -> bool:
    """Whether something is of the organisations asked for, or of nobody known."""
    return not wanted or not organisations or not set(wanted).isdisjoint(organisations)


def _between(project: PlannedProject, first: date | None, last: date | None) -> bool:
    span = project.span
    return span is None or (span[0] <= (last or NEVER) and span[1] >= (first or ALWAYS))


def _order(project: PlannedProject, names: Mapping[str, str]) -> tuple[object, ...]:
    return (
        [names.get(key, key) for key in project.organisations],
        project.programme,
        STATUSES.index(project.status),
        project.span or (NEVER, NEVER),
        project.id,
    )


def _entries(facts: Facts) -> _Entries:
    """Return the changes, milestones and benefits of each project, in the order of days."""

    def gathered(kind: str, told: Callable[[Facts, Item], T]) -> dict[str, list[T]]:
        found: dict[str, list[T]] = {}
        for item in facts.subjects(kind):
            found.setdefault(item.owner.id, []).append(told(facts, item))
        return found

    return {
        "change": gathered("change", move_of),
        "milestone": gathered("milestone", milestone_of),
        "benefit": gathered("benefit", promise_of),
    }


def _project(facts: Facts, project: Project, entries: _Entries) -> PlannedProject:
    collisions = facts.column("project.collisions")[project.id]
    moves = sorted(entries["change"].get(project.id, ()), key=lambda each: each.on)
    milestones = entries["milestone"].get(project.id, ())
    known = [each for each in collisions or () if each is not None]
    cost = project.cost
    return PlannedProject(
        id=project.id,
        name=project.name,
        organisations=councils(facts.estate, project.organisation or ()),
        owner=project.owner or "",
        begins=None if project.starts == ALWAYS else project.starts,
        ends=None if project.ends == NEVER else project.ends,
        status=project.status or "",
        team=project.team,
        programme=project.programme or "",
        cost=Sum(hundredths(cost.capital), hundredths(cost.revenue)) if cost else None,
        case=project.business_case,
        moves=tuple(moves),
        milestones=tuple(sorted(milestones, key=lambda each: (each.due or NEVER, each.name))),
        promises=tuple(entries["benefit"].get(project.id, ())),
        conflicts=tuple(
            Conflict(each.other.id, each.other.name, each.assets, each.busy) for each in known
        ),
        unsure=collisions is None or len(known) < len(collisions),
        place=Place(project.id),
    )


def _undated(facts: Facts, wanted: Collection[str]) -> Iterable[Undated]:
    state, timed = facts.column("asset.state"), facts.column("asset.timed_by")
    organisations = facts.column("asset.organisations")
    for asset in facts.assets:
        if state[asset.id] not in {"planned", "retiring"}:
            continue
        by = timed[asset.id]
        if all(each is None for each in by) and _theirs(organisations[asset.id] or (), wanted):
            place = Place(asset.id)
            yield Undated(asset.id, asset.name, asset.kind, state[asset.id], bool(by), place)
