"""Applications in use that may do the same job, grouped by what they match in.

Two services are the same job where they have the same Local Government Services List id; a
service without one is matched by its ESD function, else it is a job of its own. What is stated to
be test, training or development is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field

from estate.facts.facts import Facts
from estate.facts.life import PRESENT
from estate.facts.listing import identifier_of
from estate.frozen import slotted
from estate.model import Application, Organisation, Service


@slotted
class Councils:
    """The organisations that an application serves here; `unsure` where there may be others."""

    known: set[str] = field(default_factory=set)
    unsure: bool = False

    def add(self, served: Iterable[str]) -> None:
        """Add organisations; none at all means that nobody says which."""
        found = set(served)
        self.known |= found
        self.unsure = self.unsure or not found


@slotted
class Group:
    """Applications that match in something, each with whom it serves."""

    level: str
    key: str
    name: str
    members: dict[str, Councils] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)


def groups_of(facts: Facts) -> Iterator[Group]:
    """Yield every group of two applications or more."""
    grouping = Grouping(facts)
    for group in (*grouping.by_service(), *grouping.by_product(), *grouping.by_capability()):
        if len(group.members) > 1:
            yield group


def production(facts: Facts) -> dict[str, Application]:
    """Return the applications in use and in production, by id."""
    state = facts.column("asset.state")
    return {
        key: entry
        for key, entry in facts.estate.of("application").items()
        if isinstance(entry, Application)
        and state[key] in PRESENT
        and entry.environment == "production"
    }


def products(facts: Facts) -> dict[str, tuple[str, str] | None]:
    """Return the product of each of them, as its id and name; None where it is not recorded.

    What is known to be no product has the id "".
    """
    identifier = facts.once(identifier_of)
    found: dict[str, tuple[str, str] | None] = {}
    for key, application in facts.once(production).items():
        given = application.product
        if not given:
            found[key] = None if given is None else ("", "")
            continue
        what = identifier.identify(given, application.version)
        name = what.product.name if what.product else given
        found[key] = what.product_id if what.product else what.product_id.casefold(), name
    return found


class Grouping:
    """Gathers applications in use into groups."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._applications = facts.once(production)

    def by_service(self) -> Iterator[Group]:
        """Group by the services in use that they support: by LGSL id, function, or the record."""
        groups: dict[str, Group] = {}
        state = self._facts.column("asset.state")
        for key, service in self._facts.estate.of("service").items():
            if isinstance(service, Service) and state[key] in PRESENT:
                level, job = _job(service)
                group = groups.setdefault(f"{level}:{job}", Group(level, job, service.name))
                group.services[key] = service
                self._gather(group, service)
        yield from groups.values()

    def by_product(self) -> Iterator[Group]:
        """Group by product."""
        groups: dict[str, Group] = {}
        for key, product in self._facts.once(products).items():
            if product and product[0]:
                group = groups.setdefault(product[0], Group("product", *product))
                group.members.setdefault(key, Councils()).add(self._own(key))
        yield from groups.values()

    def by_capability(self) -> Iterator[Group]:
        """Group by each capability that they offer."""
        groups: dict[str, Group] = {}
        for key, application in self._applications.items():
            for name in application.capabilities or ():
                group = groups.setdefault(name, Group("capability", name, name))
                group.members.setdefault(key, Councils()).add(self._own(key))
        yield from groups.values()

    def _gather(self, group: Group, service: Service) -> None:
        holders = self._facts.graph.holders(service.id, "supports")
        supporters = [key for key in holders if key in self._applications]
        theirs = self._councils(service.organisation or ())
        if service.joint and not theirs:
            theirs = {council for key in supporters for council in self._own(key)}
        for key in supporters:
            served = self._served(service, theirs, self._own(key))
            group.members.setdefault(key, Councils()).add(served)

    @staticmethod
    def _served(service: Service, theirs: set[str], own: set[str]) -> set[str]:
        """Return for whom an application of `own` organisations supports a service of theirs.

        A joint service is one for all of them; else each runs its own, with what it has.
        """
        if service.joint or len(theirs) == 1:
            return theirs
        return (theirs & own or theirs) if theirs and own else own

    def _own(self, key: str) -> set[str]:
        return self._councils(self._applications[key].organisation or ())

    def _councils(self, named: Iterable[str]) -> set[str]:
        """Return organisations, a shared service replaced by the councils it stands for."""
        found: set[str] = set()
        for key in named:
            organisation = self._facts.estate.get(key)
            members = organisation.members if isinstance(organisation, Organisation) else None
            found.update(members or (key,))
        return found


def _job(service: Service) -> tuple[str, str]:
    if service.lgsl is not None:
        return "service", f"lgsl-{service.lgsl:.15g}"
    if service.function is not None:
        return "function", f"{service.function:.15g}"
    return "service", service.id
