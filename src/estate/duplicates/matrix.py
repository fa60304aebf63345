"""Services by systems: what supports what, and at which level services are the same job."""

from __future__ import annotations

from collections.abc import Iterable

from estate.duplicates.candidate import Candidate
from estate.duplicates.rationalisation import Matrix, Row
from estate.facts import PRESENT, Facts
from estate.facts.grouping import production
from estate.model import Service

__all__ = ["level_of", "matrix_of"]


def matrix_of(facts: Facts, candidates: Iterable[Candidate]) -> Matrix:
    """Return every service in use, by job, with the systems in use that support it."""
    systems = facts.once(production)
    state = facts.column("asset.state")
    competing: dict[str, list[frozenset[str]]] = {}
    for candidate in candidates:
        members = frozenset(member.id for member in candidate.members)
        for name in {key for match in candidate.matches for key in match.services}:
            competing.setdefault(name, []).append(members)
    rows = []
    for key, service in facts.estate.of("service").items():
        if isinstance(service, Service) and state[key] in PRESENT:
            held = [k for k in facts.graph.holders(key, "supports") if k in systems]
            sets = competing.get(key, ())
            marks = {system: any(system in rivals for rivals in sets) for system in held}
            organisations = tuple(service.organisation or ())
            rows.append(Row(key, service.name, organisations, *level_of(service), marks))
    rows.sort(key=lambda row: (row.level, row.key, row.id))
    used = sorted({key for row in rows for key in row.systems})
    return Matrix(tuple(rows), tuple((key, systems[key].name) for key in used))


def level_of(service: Service) -> tuple[str, str]:
    """Return by what a service is the same job as another: `lgsl`, `function` or `record`."""
    if service.lgsl is not None:
        return "lgsl", f"{service.lgsl:.15g}"
    if service.function is not None:
        return "function", f"{service.function:.15g}"
    return "record", service.id
