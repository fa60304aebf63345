"""What stands on the page of an organisation or a directorate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from estate.findings import Finding
from estate.report.html.source import Source, titled
from estate.report.locate import where
from estate.report.markup import link
from estate.report.tables import Head
from estate.report.tables.said import field, joined
from estate.report.wiki.cells import Cell, Link, listing, plain, whole
from estate.report.wiki.owners import Owner, Owners, found_on, worst
from estate.report.wiki.page import Page

__all__ = ["found", "organisations", "owner_pages"]

_FAULTS: Final = (Head("Worst open finding", "severity"), Head("Open faults", "number"))
_OWNERS: Final = (Head("Services", "number"), Head("Systems", "number"), *_FAULTS)
_SERVICES: Final = (Head("Service"), Head("Criticality"), Head("Systems", "number"), *_FAULTS)
_SYSTEMS: Final = (
    Head("System"),
    Head("Kind"),
    Head("For"),
    Head("State"),
    Head("Criticality"),
    *_FAULTS,
)
_FOUND: Final = (
    Head("Severity", "severity"),
    Head("What was found"),
    Head("Rule", "id"),
    Head("Recorded in", "id"),
)
_CRITICALITY: Final = field("criticality")


def owner_pages(source: Source, owners: Owners) -> Iterator[Page]:
    """Yield the page of every organisation and of every directorate."""
    for owner in owners.pages.values():
        told = _directorate if owner.directorate else _organisation
        yield Page(owner.name, owner.title, told(source, owners, owner))


def organisations(source: Source, owners: Owners) -> Iterator[str]:
    """Yield every organisation with its directorates, and what was found there.

    All are listed, however many there are: each row is the way to a page.
    """
    rows: list[list[Cell]] = []
    for key in owners.organisations:
        one, parts = owners.pages[key, ""], owners.parts(key)
        rows.append([Link(one.title, one.name), "", *_held([one, *parts], owners.of(key))])
        rows.extend(["", *_part(source, part)] for part in parts)
    yield from whole((Head("Organisation"), Head("Directorate"), *_OWNERS), rows)


def _part(source: Source, part: Owner) -> list[Cell]:
    return [Link(part.directorate, part.name), *_held([part], found_on(source, part.records))]


def _held(owners: Sequence[Owner], faults: Sequence[Finding]) -> tuple[Cell, ...]:
    """Return how many services and systems some owners have together, and what was found."""
    services = {each.id for owner in owners for each in owner.services}
    systems = {each.id for owner in owners for each, _ in owner.systems}
    return len(services), len(systems), *_worst(faults)


def _directorate(source: Source, owners: Owners, owner: Owner) -> Iterator[str]:
    above = owners.pages[owner.organisation, ""]
    yield from (f"A directorate of {link(plain(above.title), above.name)}.", "")
    yield from _served(source, owner)
    yield from ("", "## Open faults", "", *found(source, found_on(source, owner.records)))


def _organisation(source: Source, owners: Owners, owner: Owner) -> Iterator[str]:
    parts = owners.parts(owner.organisation)
    if parts:
        rows = [_part(source, part) for part in parts]
        yield from ("## Directorates", "", *whole((Head("Directorate"), *_OWNERS), rows), "")
    if owner.services:
        yield from _served(source, owner)
        faults = found_on(source, owner.records)
        yield from ("", "## Open faults on them", "", *found(source, faults), "")
    rest = owners.elsewhere(owner.organisation)
    title = "Open faults on everything else" if parts or owner.services else "Open faults"
    yield from (f"## {title}", "", *found(source, rest))


def _served(source: Source, owner: Owner) -> Iterator[str]:
    """Yield the services of an owner, and the systems that support them."""
    yield from ("## Services", "")
    supporting = {
        service.id: sum(titled(service) in names for _, names in owner.systems)
        for service in owner.services
    }
    rows: list[list[Cell]] = [
        [titled(each), _CRITICALITY(each), supporting[each.id], *_worst(_on(source, each.id))]
        for each in owner.services
    ]
    yield from listing(_SERVICES, rows, "assets")
    yield from ("", "## Systems", "")
    systems: list[list[Cell]] = [
        [
            titled(each),
            each.kind,
            joined(names),
            source.state.get(each.id),
            _CRITICALITY(each),
            *_worst(_on(source, each.id)),
        ]
        for each, names in owner.systems
    ]
    if systems:
        yield from listing(_SYSTEMS, systems, "assets")
    else:
        yield "No system in use is recorded that supports these services."


def _on(source: Source, key: str) -> Sequence[Finding]:
    return source.faults_of.get(key, ())


def _worst(faults: Sequence[Finding]) -> tuple[Cell, Cell]:
    return worst(faults), len(faults)


def found(source: Source, faults: Sequence[Finding]) -> Iterator[str]:
    """Yield findings as a table, or that there are none."""
    if not faults:
        yield "None was found. What is unknown is no pass."
        return
    places = source.outcome.places
    rows = [(each.severity, each.message, each.rule, where(places, each.place)) for each in faults]
    yield from listing(_FOUND, rows, "findings")
