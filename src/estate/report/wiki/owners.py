"""Pages of organisations and directorates: their services, the systems for these, the findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from estate.facts import PRESENT
from estate.findings import SEVERITIES, Finding
from estate.frozen import frozen
from estate.model import Asset, Entry, Service
from estate.report.html.source import Source, titled
from estate.report.wiki.names import names_of

__all__ = ["NOBODY", "Owner", "Owners", "found_on", "worst"]

NOBODY: Final = ""
"""Who has what no organisation is recorded to have."""


@frozen
class Owner:
    """An organisation, or one of its directorates: `name` is that of its page.

    `services` are its services in use, `systems` what supports them, in the order of their names,
    each with the services that it is for.
    """

    organisation: str
    directorate: str
    name: str
    title: str
    services: tuple[Service, ...]
    systems: tuple[tuple[Entry, tuple[str, ...]], ...]

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of everything on its page."""
        return (*(each.id for each in self.services), *(each.id for each, _ in self.systems))


class Owners:
    """Everybody who has a page, and what stands on it."""

    def __init__(self, source: Source) -> None:
        self._source = source

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """Every organisation that has a record, by name; nobody, if a record has none, comes last.

        One that is merely named by an id of nobody's is among them.
        """
        found = {key for entry in self._source.facts.assets for key in _whose(entry)}
        found |= set(self._source.facts.estate.of("organisation"))
        found |= {key for finding in self._source.open_faults for key in _sharers(finding)}
        return tuple(sorted(found, key=lambda key: (key == NOBODY, self.title(key), key)))

    def title(self, organisation: str) -> str:
        """Return what an organisation is called."""
        if organisation == NOBODY:
            return "No organisation recorded"
        return self._source.organisation(organisation)

    @cached_property
    def _services(self) -> Mapping[tuple[str, str], tuple[Service, ...]]:
        """The services in use, by organisation and directorate, in the order of their names."""
        found: dict[tuple[str, str], list[Service]] = {}
        every = self._source.facts.estate.of("service").values()
        for entry in sorted(every, key=lambda each: (titled(each), each.id)):
            if isinstance(entry, Service) and self._source.state[entry.id] in PRESENT:
                for key in _whose(entry):
                    found.setdefault((key, entry.directorate or ""), []).append(entry)
        return {key: tuple(services) for key, services in found.items()}

    @cached_property
    def pages(self) -> Mapping[tuple[str, str], Owner]:
        """Every page, by organisation and directorate; "" of the organisation as a whole."""
        directorates = sorted(key for key in self._services if key[1])
        wholes = names_of("Organisation", ((key,) for key in self.organisations))
        parts = names_of("Directorate", directorates)
        named = {(key, ""): wholes[key,] for key in self.organisations}
        named |= {key: parts[key] for key in directorates}
        if (NOBODY, "") in named:
            named[NOBODY, ""] = "No-organisation"
        return {key: self._owner(*key, name) for key, name in named.items()}

    def of(self, organisation: str) -> list[Finding]:
        """Return the open faults of an organisation, the worst first."""
        return [f for f in self._source.open_faults if organisation in _sharers(f)]

    def parts(self, organisation: str) -> list[Owner]:
        """Return the directorates of an organisation."""
        return [owner for (key, part), owner in self.pages.items() if key == organisation and part]

    def _owner(self, key: str, part: str, name: str) -> Owner:
        services = self._services.get((key, part), ())
        title = f"{part}, {self.title(key)}" if part else self.title(key)
        return Owner(key, part, name, title, services, tuple(self._supporting(services)))

    def _supporting(self, services: Iterable[Service]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
        """Yield what supports services and is in use, with the names of those services."""
        graph, estate = self._source.facts.graph, self._source.facts.estate
        found: dict[str, list[str]] = {}
        for service in services:
            for key in graph.holders(service.id, "supports"):
                if self._source.state.get(key) in PRESENT:
                    found.setdefault(key, []).append(titled(service))
        entries = [(entry, names) for key, names in found.items() if (entry := estate.get(key))]
        for entry, names in sorted(entries, key=lambda pair: (titled(pair[0]), pair[0].id)):
            yield entry, tuple(names)

    def elsewhere(self, organisation: str) -> list[Finding]:
        """Return the open faults of an organisation on what is on none of its pages."""
        told = {
            key
            for (whose, _), owner in self.pages.items()
            if whose == organisation
            for key in owner.records
        }
        return [each for each in self.of(organisation) if each.place.asset not in told]


def _whose(entry: Asset) -> tuple[str, ...]:
    return entry.organisation or (NOBODY,)


def _sharers(finding: Finding) -> tuple[str, ...]:
    return finding.subject.organisations or (NOBODY,)


def worst(findings: Iterable[Finding]) -> str:
    """Return the worst severity among findings; "" of none."""
    return min((each.severity for each in findings), key=SEVERITIES.index, default="")


def found_on(source: Source, records: Iterable[str]) -> list[Finding]:
    """Return the open faults on records, the worst first."""
    found = [finding for key in dict.fromkeys(records) for finding in source.faults_of.get(key, ())]
    return sorted(
        found, key=lambda each: (SEVERITIES.index(each.severity), each.rule, each.message)
    )
