"""What the work plan changes, and when what is there goes.

Only the dated changes of planned and live projects count, and of those only what is still to come:
a day that has passed while the inventory says otherwise is no plan any more. A project without a
status may be one of them, so what depends on it is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.identity import Identifier
from estate.facts.installations import Installation
from estate.facts.listing import identifier_of
from estate.model import Application, Project, Software
from estate.model.projects import Change
from estate.model.scalars import NEVER, day
from estate.model.types import NULL

_UNDER_WAY = ("planned", "live")


class Step(NamedTuple):
    """A change of an asset that is still to come; not `sure` where its project has no status."""

    on: date
    project: str
    change: Change
    sure: bool


class _Span(NamedTuple):
    """The last day of something: one where both are equal, else some day between them."""

    earliest: date
    latest: date

    @property
    def day(self) -> date | None:
        return self.earliest if self.earliest == self.latest else None


def steps_of(facts: Facts) -> dict[str, list[Step]]:
    """Return, by asset, what is to come, in the order of days."""
    steps: dict[str, list[Step]] = {}
    for project, sure in projects_under_way(facts):
        for change in project.changes or ():
            if change.on >= facts.today:
                step = Step(change.on, project.id, change, sure)
                steps.setdefault(change.asset, []).append(step)
    for of_asset in steps.values():
        of_asset.sort(key=lambda step: step[:2])
    return steps


def projects_under_way(facts: Facts) -> Iterator[tuple[Project, bool]]:
    """Yield the planned and live projects, and those that may be, as nobody says (False)."""
    for entry in facts.estate.of("project").values():
        if isinstance(entry, Project) and entry.status in {*_UNDER_WAY, None}:
            yield entry, entry.status is not None


def changes_of(facts: Facts) -> Iterator[tuple[Project, Change]]:
    """Yield every dated change of every project surely under way, by project and day."""
    for project, sure in projects_under_way(facts):
        if sure:
            for change in sorted(project.changes or (), key=lambda change: change.on):
                yield project, change


def _spans(facts: Facts) -> dict[str, _Span]:
    steps = facts.once(steps_of)
    return {asset.id: _span(asset.until, steps.get(asset.id, ())) for asset in facts.assets}


def _span(until: date, steps: Iterable[Step]) -> _Span:
    """Return when an asset leaves that is there until a day, if these steps are taken."""
    earliest = latest = until
    for step in steps:
        end = _end_set(step)
        if end is None or step.on > latest:
            continue
        if not step.sure:
            earliest, latest = min(earliest, end), max(latest, end)
        elif earliest < step.on:
            latest = max(earliest, end)
        else:
            earliest = latest = end
    return _Span(earliest, latest)


def _end_set(step: Step) -> date | None:
    """Return the day on which a step makes the asset leave; None where it sets none."""
    if step.change.retire:
        return step.on
    sets = step.change.sets or {}
    if sets.get("status") == "retired":
        return step.on
    if sets.get("until") is NULL:
        return NEVER
    try:
        return day(str(sets["until"])) if "until" in sets else None
    except ValueError:  # for another rule to find
        return None


def _planned_ends(facts: Facts) -> dict[str, date | None]:
    return {key: span.day for key, span in facts.once(_spans).items()}


def _installations_end(facts: Facts) -> dict[str, date | None]:
    """Return, by installation, the day on which it is retired, upgraded or replaced."""
    spans, steps = facts.once(_spans), facts.once(steps_of)
    identifier = facts.once(identifier_of)
    ends: dict[str, date | None] = {}
    for found in facts.subjects("installation"):
        span = spans[found.asset.id]
        for step in steps.get(found.asset.id, ()):
            if step.change.sets and _removes(step.change.sets, found, identifier):
                latest = min(span.latest, step.on) if step.sure else span.latest
                span = _Span(min(span.earliest, step.on), latest)
        ends[found.id] = span.day
    return ends


def _removes(sets: dict[str, Any], found: Installation, identifier: Identifier) -> bool:
    """Whether setting these fields leaves the installation behind.

    Another version in the same release cycle is supported as long, and so is no way out.
    """
    if found.path[:1] == ("software",):
        return "software" in sets and not any(
            identifier.identify(*named).release == found.identity.release
            for named in _software(sets["software"])
        )
    if isinstance(found.asset, Application) and found.path:
        product = sets.get("product", found.asset.product)
        version = sets.get("version", found.asset.version)
        named = str(product or ""), str(version) if version else None
        return identifier.identify(*named).release != found.identity.release
    return "software" in sets or "product" in sets


def _software(value: Any) -> Iterator[tuple[str, str | None]]:  # noqa: ANN401 - raw text
    """Yield the products and versions of a list of software as a change sets it."""
    for item in value if isinstance(value, list) else ():
        try:
            said = Software.short_form(item)
        except PydanticCustomError:  # for another rule to find
            continue
        if isinstance(said, dict):
            version = said.get("version")
            yield str(said.get("product", "")), str(version) if version else None


def _plans(facts: Facts) -> dict[str, tuple[Project | None, ...]]:
    return _by_asset(facts, lambda project: [change.asset for change in project.changes or ()])


def _funded_by(facts: Facts) -> dict[str, tuple[Project | None, ...]]:
    return _by_asset(facts, _paid_for)


def _paid_for(project: Project) -> Iterator[str]:
    """Yield the assets that a project puts funded money into, and those it builds on."""
    retired = {change.retire for change in project.changes or ()}
    funded = [line for line in project.budget or () if line.funded]
    for line in funded:
        yield from (key for key in line.assets if key not in retired)
    if funded:
        yield from (change.asset for change in project.changes or () if not change.retire)


def _by_asset(
    facts: Facts, concern: Callable[[Project], Iterable[str]]
) -> dict[str, tuple[Project | None, ...]]:
    """Return, by asset, the projects that concern it; one that may not be under way is unknown."""
    found: dict[str, list[Project | None]] = {}
    for project, sure in projects_under_way(facts):
        for key in dict.fromkeys(concern(project)):
            found.setdefault(key, []).append(project if sure else None)
    return {asset.id: tuple(found.get(asset.id, ())) for asset in facts.assets}


PLANS = (
    Derived(
        Fact(
            "asset",
            "planned_end",
            Type("date", ends=True),
            "The day on which it leaves: its own `until`, or the day on which a planned or live "
            "project retires it or sets another `until`.",
            settles=("plan.status",),
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
            settles=("plan.status",),
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
            settles=("plan.status",),
        ),
        _funded_by,
    ),
    Derived(
        Fact(
            "installation",
            "planned_end",
            Type("date", ends=True),
            "The day on which a planned or live project retires, replaces or upgrades it, or its "
            "asset leaves.",
            settles=("asset.plan.status",),
            null="nothing takes it away",
        ),
        _installations_end,
    ),
)
