"""A system as a member of a contest: what is recorded of it that helps to choose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import isfinite

from estate.duplicates.candidate import Member
from estate.duplicates.cost import cost_of
from estate.duplicates.matrix import level_of
from estate.duplicates.quadrant import quadrant_of
from estate.duplicates.retirement import retirement_of
from estate.facts import PRESENT, UNMANAGED, Facts, Installation
from estate.facts.plans import steps_of
from estate.model import Application, Service

__all__ = ["Portraits", "services_of"]


Job = tuple[str, str]
"""What services are the same job by: a level and a key."""


class Portraits:
    """Describes systems; what does not hang on the contest is worked out once for each."""

    def __init__(self, facts: Facts, mid_point: int) -> None:
        self._facts = facts
        self._mid_point = mid_point
        self._services = facts.once(services_of)
        self._costs: dict[str, tuple[object, object]] = {}

    def jobs(self, members: Iterable[str]) -> Counter[Job]:
        """Return how many of some systems do each of their jobs."""
        return Counter(
            job for key in members for job in set(map(self._job, self._services_of(key)))
        )

    def of(self, key: str, jobs: Counter[Job], councils: tuple[str, ...]) -> Member:
        """Return a system of a contest in which these `jobs` are done; whom it serves."""
        system = self._facts.estate.get(key)
        assert isinstance(system, Application)  # noqa: S101 - a member of a group is one
        support, note = self._support(key)
        users = system.users
        services = self._services_of(key)
        if key not in self._costs:
            self._costs[key] = cost_of(self._facts, key), retirement_of(self._facts, [key])
        cost, alone = self._costs[key]
        return Member(
            id=key,
            name=system.name,
            organisations=councils,
            product=system.product or None,
            version=system.version,
            category=system.category,
            hosting=_hosting(system),
            support=support,
            support_note=note,
            named=_count(users.named if users else None),
            active=_count(users.active if users else None),
            quadrant=quadrant_of(system.fit, system.disposition, self._mid_point),
            status=self._facts.column("asset.state")[key],
            planned_end=self._facts.column("asset.planned_end")[key],
            projects=self._ended_by(key),
            services=tuple(sorted(services.items())),
            only=tuple(sorted(s for s in services if jobs[self._job(s)] == 1)),
            cost=cost,  # type: ignore[arg-type]  # as it was put there
            alone=alone,  # type: ignore[arg-type]  # as it was put there
        )

    def _services_of(self, key: str) -> Mapping[str, str]:
        return self._services.get(key, {})

    def _job(self, key: str) -> Job:
        service = self._facts.estate.get(key)
        return level_of(service) if isinstance(service, Service) else ("record", key)

    def _support(self, key: str) -> tuple[str | None, str]:
        """Return how its own software is supported, and what of it or below it is not."""
        all_, theirs = self._facts.once(_installed).get(key, ()), self._facts.once(_suppliers)
        own = [found for found in all_ if found.id not in theirs]
        if all_ and not own:
            return "supported", "its supplier's affair, as software as a service"
        below = self._facts.column("asset.stands_on_unsupported").get(key, ())
        ended = [found.title for found in own if found.support.status in UNMANAGED]
        ended += [f"stands on {trail}" for trail in below if trail is not None]
        if ended:
            return "ended", "; ".join(dict.fromkeys(ended))
        open_ = [found.title for found in own if found.support.status is None]
        if open_ or not own or None in below:
            return None, "; ".join(dict.fromkeys(open_))
        extended = [found.title for found in own if found.support.status == "extended"]
        return ("extended", "; ".join(extended)) if extended else ("supported", "")

    def _ended_by(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return the projects surely under way that retire it, or set its last day."""
        found: dict[str, str] = {}
        for step in self._facts.once(steps_of).get(key, ()):
            sets = step.change.sets or {}
            ends = step.change.retire or "until" in sets or sets.get("status") == "retired"
            project = self._facts.estate.get(step.project)
            if step.sure and ends and project is not None:
                found[project.id] = project.name
        return tuple(found.items())


def services_of(facts: Facts) -> Mapping[str, Mapping[str, str]]:
    """Return, by system, the services in use that it supports: id and name."""
    state = facts.column("asset.state")
    found: dict[str, dict[str, str]] = {}
    for key, service in facts.estate.of("service").items():
        if state[key] in PRESENT:
            for holder in facts.graph.holders(key, "supports"):
                found.setdefault(holder, {})[key] = service.name
    return found


def _installed(facts: Facts) -> dict[str, list[Installation]]:
    found: dict[str, list[Installation]] = {}
    for each in facts.subjects("installation"):
        found.setdefault(each.asset.id, []).append(each)
    return found


def _suppliers(facts: Facts) -> set[str]:
    """Return the installations that are software as a service without a version of its own."""
    theirs = facts.column("installation.software_as_a_service")
    found = facts.subjects("installation")
    return {each.id for each in found if theirs[each.id] and each.version is None}


def _hosting(system: Application) -> str | None:
    parts = [part for part in (system.hosting, system.service_model) if part]
    return ", ".join(parts) or None


def _count(value: float | None) -> int | None:
    """Return a number of people; None where it is not recorded, or without limit."""
    return int(value) if value is not None and isfinite(value) else None
