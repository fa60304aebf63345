"""A work plan for the public: what changes when, and what stands in its way, without amounts."""

from __future__ import annotations

from datetime import date

from estate.findings import Place
from estate.model import SECTIONS
from estate.model.fields import fields_of
from estate.plan.roadmap import STATUSES, Conflict, PlannedProject, Roadmap, Undated
from estate.plan.roadmap_entries import Move, PlannedMilestone, Promise
from estate.redaction.stand_ins import StandIns
from estate.redaction.wording import NOTICE, WITHHELD

__all__ = ["public_roadmap"]

_FIELDS = frozenset(
    field.written for kind in SECTIONS.values() for field in fields_of(kind).values()
)
"""Names of fields of the inventory format: what a change sets is told by them alone."""


def public_roadmap(roadmap: Roadmap, names: StandIns) -> Roadmap:
    """Return a roadmap made anew of what may be shown, in an order of that alone."""
    projects = [_project(each, names) for each in roadmap.projects]
    return Roadmap(
        estate=names.estate(roadmap.estate),
        as_of=roadmap.as_of,
        currency=roadmap.currency,
        names={names.id(key): names.name(key) for key in roadmap.names},
        projects=tuple(sorted(projects, key=_order)),
        undated=tuple(
            sorted((_undated(each, names) for each in roadmap.undated), key=lambda each: each.id)
        ),
        left_out=roadmap.left_out,
        first=roadmap.first,
        last=roadmap.last,
        notice=NOTICE,
    )


def _order(project: PlannedProject) -> tuple[object, ...]:
    span = project.span or (date.max, date.max)
    status = STATUSES.index(project.status)
    return project.organisations, project.programme, status, span, project.id


def _project(each: PlannedProject, names: StandIns) -> PlannedProject:
    programme, team = each.programme, each.team
    return PlannedProject(
        id=names.id(each.id),
        name=names.name(each.id),
        organisations=names.every(each.organisations),
        owner=WITHHELD if each.owner else "",
        begins=each.begins,
        ends=each.ends,
        status=each.status,
        team=None if team is None else tuple(names.part("team", "", one) for one in team),
        programme=names.part("programme", "", programme) if programme else "",
        cost=None,
        case=each.case,
        moves=tuple(_move(move, names) for move in each.moves),
        milestones=tuple(_milestone(one, each.id, names) for one in each.milestones),
        promises=tuple(_promise(one, each.id, names) for one in each.promises),
        conflicts=tuple(_conflict(one, names) for one in each.conflicts),
        unsure=each.unsure,
        place=Place(names.id(each.id)),
    )


def _move(move: Move, names: StandIns) -> Move:
    return Move(
        on=move.on,
        action=move.action,
        asset=names.id(move.asset),
        name=names.name(move.asset) if move.name else "",
        fields=tuple(field if field in _FIELDS else WITHHELD for field in move.fields),
        standing=move.standing,
        obstacles=("why is withheld",) if move.obstacles else (),
        unsure=move.unsure,
        place=Place(names.id(move.place.asset)),
    )


def _milestone(one: PlannedMilestone, project: str, names: StandIns) -> PlannedMilestone:
    return PlannedMilestone(
        name=names.part("milestone", project, one.name),
        due=one.due,
        done=one.done,
        reported=one.reported,
        standing=one.standing,
        place=Place(names.id(project)),
    )


def _promise(one: Promise, project: str, names: StandIns) -> Promise:
    return Promise(
        name=names.part("benefit", project, one.name),
        planned=None,
        actual=None,
        due=one.due,
        standing=one.standing,
        place=Place(names.id(project)),
    )


def _conflict(conflict: Conflict, names: StandIns) -> Conflict:
    return Conflict(
        project=names.id(conflict.project),
        name=names.name(conflict.project),
        assets=tuple(sorted(names.every(conflict.assets))),
        busy=tuple(sorted(_busy(each, names) for each in conflict.busy)),
    )


def _busy(said: str, names: StandIns) -> str:
    """Return whose team is wanted twice in which month: `Team 2 in 2026-12`."""
    team, _, month = said.rpartition(" in ")
    return f"{names.part('team', '', team)} in {month}"


def _undated(each: Undated, names: StandIns) -> Undated:
    return Undated(
        id=names.id(each.id),
        name=names.name(each.id),
        kind=each.kind,
        state=each.state,
        unsure=each.unsure,
        place=Place(names.id(each.id)),
    )
