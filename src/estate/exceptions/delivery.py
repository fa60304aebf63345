"""Whether the plan of an acceptance arrives: which projects end the risk, when, with what money.

"No unmanaged risks" means a definite, time-bound plan (Stockton ICT Strategy 2017, 4.16 and
principle 8); a plan that no project carries, or that nobody pays for, is a wish.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from estate.facts import Facts
from estate.facts.plans import changes_of
from estate.findings import Delivery
from estate.model import Project, RiskAcceptance
from estate.model.scalars import NEVER

__all__ = ["arrives", "deliveries_of", "is_funded"]

_IN_PLAN = frozenset({"planned", "live"})


def deliveries_of(
    facts: Facts, record: RiskAcceptance, covered: Collection[str]
) -> tuple[Delivery, ...]:
    """Return the project that the plan names; without a name, those that change what is covered.

    A project counts while it is planned or live: what is done, and left the risk standing, ends it
    no more.
    """
    target = record.plan.target if record.plan else None
    return tuple(_delivery(project, target) for project in _projects(facts, record, covered))


def arrives(deliveries: Collection[Delivery]) -> bool | None:
    """Whether one of the projects ends by the target; None where that is not known."""
    return _any([each.in_time for each in deliveries])


def is_funded(deliveries: Collection[Delivery]) -> bool | None:
    """Whether one of the projects has a funded budget line; None where that is not known."""
    return _any([each.funded for each in deliveries])


def _any(truths: list[bool | None]) -> bool | None:
    return True if True in truths else None if None in truths else False


def _projects(facts: Facts, record: RiskAcceptance, covered: Collection[str]) -> Iterator[Project]:
    named = facts.estate.get(record.plan.project or "") if record.plan else None
    if isinstance(named, Project):
        yield named
        return
    changing = {p.id: p for p, change in changes_of(facts) if change.asset in covered}
    yield from (changing[key] for key in sorted(changing))


def _delivery(project: Project, target: date | None) -> Delivery:
    lines = project.budget
    return Delivery(
        id=project.id,
        name=project.name,
        status=project.status or "",
        ends=None if project.ends == NEVER else project.ends,
        in_time=_in_time(project, target),
        funded=None if lines is None else any(line.funded for line in lines),
    )


def _in_time(project: Project, target: date | None) -> bool | None:
    if project.status is not None and project.status not in _IN_PLAN:
        return False
    if project.ends is None or target is None:
        return None
    return None if project.status is None and project.ends <= target else project.ends <= target
