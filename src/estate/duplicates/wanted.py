"""What of a rationalisation is asked for, held against what the estate has."""

from __future__ import annotations

from collections.abc import Iterable

from estate.duplicates.rationalisation import Wanted
from estate.errors import UsageError, nearest
from estate.facts import Duplication, Facts
from estate.facts.duplication import LEVELS
from estate.model import Service

__all__ = ["checked", "wants"]


def checked(wanted: Wanted, facts: Facts) -> Wanted:
    """Return what is wanted. Raises UsageError for what the estate does not have."""
    services = [s for s in facts.estate.of("service").values() if isinstance(s, Service)]
    numbers = {f"{s.lgsl:.15g}" for s in services if s.lgsl is not None}
    functions = {f"{s.function:.15g}" for s in services if s.function is not None}
    _hold("organisation", wanted.organisation, facts.estate.of("organisation"))
    _hold("level", wanted.level, LEVELS)
    _hold("service", wanted.service, {s.id for s in services} | numbers)
    _hold("function", wanted.function, functions)
    return wanted


def _hold(what: str, value: str | None, known: Iterable[str]) -> None:
    names = sorted(known)
    if value is None or value in names:
        return
    near = nearest(value, names)
    hint = f"; did you mean {near!r}?" if near else ""
    raise UsageError(f"there is no {what} {value!r} in the estate{hint}")


def wants(wanted: Wanted, found: Duplication, organisations: Iterable[str]) -> bool:
    """Whether a group, as it concerns these organisations, is one of those that are wanted."""
    if wanted.level not in {None, found.level}:
        return False
    if wanted.organisation is not None and wanted.organisation not in organisations:
        return False
    if wanted.service is not None and not any(_is(s, wanted.service) for s in found.services):
        return False
    functions = {f"{s.function:.15g}" for s in found.services if s.function is not None}
    return wanted.function is None or wanted.function in functions


def _is(service: Service, wanted: str) -> bool:
    number = "" if service.lgsl is None else f"{service.lgsl:.15g}"
    return wanted in {service.id, number}
