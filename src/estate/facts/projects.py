"""The work plan: which projects collide, which changes cannot be applied, who says when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from itertools import combinations
from typing import Final

from estate.facts.course import course_of
from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Column, Derived, Facts
from estate.facts.obstacles import COMING, Obstacles, coming
from estate.findings import Place
from estate.frozen import frozen, slotted
from estate.model import Project
from estate.model.scalars import ALWAYS


@frozen
class Collision:
    """Another project that a project collides with: the assets, and the months of its teams."""

    id: str
    other: Project
    assets: tuple[str, ...]
    busy: tuple[str, ...]

    @property
    def place(self) -> Place:
        """Where the other project stands."""
        return Place(self.other.id)

    def __str__(self) -> str:
        """Return the other project's name, and in what they collide."""
        both = [f"both change {', '.join(self.assets)}"] if self.assets else []
        return f"{self.other.name} ({'; '.join([*both, *self.busy])})"


@slotted
class _Clash:
    """What is known so far of one project's collision with another."""

    other: Project
    assets: list[str] = field(default_factory=list)
    busy: list[str] = field(default_factory=list)


def _certain(*projects: Project) -> bool:
    return all(project.status is not None for project in projects)


def _later(one: Project, other: Project) -> tuple[tuple[Project, Project], ...]:
    """Return which of two projects starts later, before the other; both ways if unknown."""
    if one.starts is None or other.starts is None:
        return (one, other), (other, one)
    first, last = sorted((one, other), key=lambda p: (p.starts or ALWAYS, p.id))
    return ((last, first),)


class _Collisions:
    """Gathers what projects share, and then whom each collides with."""

    def __init__(self, facts: Facts) -> None:
        self._changing: dict[str, dict[str, Project]] = {}
        self._busy: dict[tuple[str, str], dict[str, Project]] = {}
        self._months: dict[str, dict[str, Project]] = {}
        self._found: dict[str, dict[str, _Clash]] = {}
        self.unsure: set[str] = set()
        for project, item in coming(facts):
            month = f"{item.on:%Y-%m}"
            self._changing.setdefault(item.asset, {})[project.id] = project
            self._months.setdefault(month, {})[project.id] = project
            for team in project.team or ():
                self._busy.setdefault((month, team), {})[project.id] = project

    def settle(self) -> None:
        """Work out the collisions, and which projects may have one that nobody can tell."""
        for asset, projects in sorted(self._changing.items()):
            for clash in self._between(projects):
                clash.assets.append(asset)
        for (month, team), projects in sorted(self._busy.items()):
            for clash in self._between(projects):
                clash.busy.append(f"{team} in {month}")
        for projects in self._months.values():
            self.unsure.update(last.id for last, _ in _teamless(projects))

    def of(self, project: str) -> Iterator[Collision]:
        """Yield the collisions of a project, by the other's id."""
        for other, clash in sorted(self._found.get(project, {}).items()):
            key = f"{project}>{other}"
            yield Collision(key, clash.other, tuple(clash.assets), tuple(clash.busy))

    def _between(self, projects: dict[str, Project]) -> Iterator[_Clash]:
        for last, first in _ordered(projects):
            if _certain(last, first):
                yield self._found.setdefault(last.id, {}).setdefault(first.id, _Clash(first))
            else:
                self.unsure.add(last.id)


def _ordered(projects: dict[str, Project]) -> Iterator[tuple[Project, Project]]:
    """Yield every pair of projects, the later one first."""
    for one, other in combinations((projects[key] for key in sorted(projects)), 2):
        yield from _later(one, other)


def _teamless(projects: dict[str, Project]) -> Iterator[tuple[Project, Project]]:
    """Yield every pair that may share a team which is not recorded, the later one first."""
    for one in projects.values():
        for other in projects.values() if one.team is None else ():
            if other is not one and other.team != ():
                yield from _later(one, other)


def _collisions(facts: Facts) -> dict[str, tuple[Collision | None, ...] | None]:
    gathered = _Collisions(facts)
    gathered.settle()
    return {
        key: None
        if getattr(project, "changes", None) is None
        else (
            *gathered.of(key),
            *((None,) if key in gathered.unsure else ()),
        )
        for key, project in facts.estate.of("project").items()
    }


def _obstacles(facts: Facts) -> dict[str, tuple[str | None, ...]]:
    fixed = facts.once(Obstacles)
    taken = {each.item.id: each.obstacles for each in facts.once(course_of)}
    items = facts.subjects("change")
    return {item.id: taken[item.id] if item.id in taken else fixed.of(item) for item in items}


def _timed(facts: Facts) -> dict[str, tuple[Project | None, ...]]:
    """For each asset the projects that say when it comes or, if it is on its way out, goes."""
    state = facts.column("asset.state")
    timed: dict[str, dict[str, Project | None]] = {asset.id: {} for asset in facts.assets}
    for item in facts.subjects("change"):
        project = item.owner
        if isinstance(project, Project) and project.status in COMING:
            leaving = state.get(item.asset) == "retiring"
            if item.asset == (item.retire if leaving else item.go_live) and item.asset in timed:
                timed[item.asset][project.id] = project if project.status else None
    return {key: tuple(projects.values()) for key, projects in timed.items()}


def _heard(facts: Facts) -> Column:
    return {
        item.id: getattr(item.owner, "starts", None) if item.reported == ALWAYS else item.reported
        for item in facts.subjects("milestone")
    }


PROJECTS: Final = (
    Derived(
        Fact(
            "project",
            "collisions",
            Type("collision", many=True),
            "The projects that start before it and with which it collides: both have a change "
            "still to come to one asset, or in one month for one team. Where it is not recorded "
            "which of two starts first, each has the other.",
            settles=("changes", "team", "status"),
        ),
        _collisions,
    ),
    Derived(
        Fact(
            "change",
            "obstacles",
            Type("text", many=True),
            "Why it cannot be applied, in words: there is no such asset, it is retired by then, "
            "another project sets the same field before, or a value does not fit.",
            open=False,
            settles=("project.status",),
        ),
        _obstacles,
    ),
    Derived(
        Fact(
            "asset",
            "timed_by",
            Type("project", many=True),
            "The planned or live projects that say when it comes into use or, of what is "
            "retiring, when it leaves.",
            open=False,
            settles=("project.status",),
        ),
        _timed,
    ),
    Derived(
        Fact(
            "milestone",
            "heard",
            Type("date"),
            "The day of its last report; where there was none yet, its project's first day.",
            settles=("reported", "project.starts"),
        ),
        _heard,
    ),
)

COLLISION_FACTS: Final = (
    Fact("collision", "other", Type("project"), "The other project.", "other", open=False),
)
