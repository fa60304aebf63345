"""Whether an asset is there on the day, and when the plan takes it away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.model.projects import Change, Project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from estate.model import Asset

STATES = ("proposed", "planned", "live", "retiring", "retired")
PRESENT = ("live", "retiring")
"""The states in which an asset is in use."""


def state_of(asset: Asset, today: date) -> str:
    """Return an asset's status as cut by `from` and `until`.

    Past its last day it is retired, whatever it says; before its first day it is planned at most.
    """
    if asset.until < today:
        return "retired"
    if asset.begins > today and asset.status in PRESENT:
        return "planned"
    return asset.status


def _states(facts: Facts) -> dict[str, str]:
    today = facts.today
    return {
        asset.id: asset.status if asset.begins <= today <= asset.until else state_of(asset, today)
        for asset in facts.assets
    }


def changes_of(facts: Facts) -> Iterator[tuple[Project, Change]]:
    """Yield every dated change of every planned or live project, in order of project and day."""
    for entry in facts.estate.of("project").values():
        if isinstance(entry, Project) and entry.status in {"planned", "live"}:
            for change in sorted(entry.changes or (), key=lambda change: change.on):
                yield entry, change


def _planned_ends(facts: Facts) -> dict[str, date]:
    ends = {asset.id: asset.until for asset in facts.assets}
    for _, change in changes_of(facts):
        if change.retire in ends:
            ends[change.retire] = min(ends[change.retire], change.on)
    return ends


def _plans(facts: Facts) -> dict[str, tuple[Project, ...]]:
    plans: dict[str, dict[str, Project]] = {asset.id: {} for asset in facts.assets}
    for project, change in changes_of(facts):
        if change.asset in plans:
            plans[change.asset][project.id] = project
    return {key: tuple(projects.values()) for key, projects in plans.items()}


def _funded_by(facts: Facts) -> dict[str, tuple[Project, ...]]:
    """Projects that pay for an asset, or build on it: a funded line names it, or they set it."""
    funding: dict[str, dict[str, Project]] = {asset.id: {} for asset in facts.assets}
    for entry in facts.estate.of("project").values():
        if isinstance(entry, Project) and entry.status in {"planned", "live"}:
            for key in _paid_for(entry):
                if key in funding:
                    funding[key][entry.id] = entry
    return {key: tuple(projects.values()) for key, projects in funding.items()}


def _paid_for(project: Project) -> Iterator[str]:
    retired = {change.retire for change in project.changes or ()}
    for line in project.budget or ():
        if line.funded:
            yield from (key for key in line.assets if key not in retired)
    if any(line.funded for line in project.budget or ()):
        yield from (change.asset for change in project.changes or () if not change.retire)


LIFE = (
    Derived(
        Fact(
            "asset",
            "state",
            Type("enumeration", values=STATES),
            "Its status, as cut by `from` and `until`: past its last day it is retired.",
            open=False,
            settles=("status",),
        ),
        _states,
    ),
    Derived(
        Fact(
            "asset",
            "planned_end",
            Type("date", ends=True),
            "The day on which it leaves: its own `until`, or the earlier day on which a planned "
            "or live project retires it.",
            open=False,
            settles=("until",),
            null="nothing takes it away",
        ),
        _planned_ends,
    ),
    Derived(
        Fact(
            "asset",
            "plan",
            Type("project", many=True),
            "The planned or live projects that change it.",
            open=False,
        ),
        _plans,
    ),
    Derived(
        Fact(
            "asset",
            "funded_by",
            Type("project", many=True),
            "The planned or live projects that put funded money into it and do not retire it.",
            open=False,
        ),
        _funded_by,
    ),
)
