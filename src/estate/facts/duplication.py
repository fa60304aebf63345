"""Duplication: applications that do the same job, with the level at which they match.

Two services are the same job where they have the same Local Government Services List id; a
service without one is matched by its ESD function, else it is a job of its own. Complementary
systems share a function without competing, so the level that matched is always stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Facts, Kind
from estate.facts.life import PRESENT
from estate.findings import Place, Subject
from estate.model import Application, Organisation, Service

LEVELS = ("product", "service", "function", "capability")


@dataclass(frozen=True, slots=True)
class Share:
    """One organisation's part of a group of applications.

    `instances` counts its members, `platforms` those that are platforms, `competing` the
    products among them that compete: None where a product or category is not recorded.
    """

    id: str
    organisation: str
    instances: int
    competing: int | None
    platforms: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class Duplication:
    """A group of two or more applications in use that do the same job.

    `across` counts the products of different organisations that compete with one another.
    """

    id: str
    level: str
    key: str
    name: str
    members: tuple[Application, ...]
    products: tuple[str | None, ...]
    services: tuple[Service, ...]
    organisations: tuple[str, ...]
    by_organisation: tuple[Share, ...]
    across: int | None
    annual_cost: float | None


@dataclass(slots=True)
class _Group:
    level: str
    key: str
    name: str
    members: dict[str, set[str]] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)


def duplications(facts: Facts) -> tuple[Duplication, ...]:
    """Return every group of two or more applications that do the same job, by level and key."""
    finder = _Finder(facts)
    groups = [*finder.by_service(), *finder.by_product(), *finder.by_capability()]
    made = [finder.made(group) for group in groups if len(group.members) > 1]
    return tuple(sorted(made, key=lambda found: found.id))


class _Finder:
    """Gathers applications in use into groups, and judges which of them compete."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        state = facts.column("asset.state")
        self._applications: dict[str, Application] = {
            key: entry
            for key, entry in facts.estate.of("application").items()
            if isinstance(entry, Application)
            and state[key] in PRESENT
            and entry.environment == "production"
        }
        self._products = {key: self._product(app) for key, app in self._applications.items()}

    def _product(self, application: Application) -> str | None:
        if not application.product:
            return None
        match = self._facts.catalogue.match(application.product, None)
        return match.product.id if match.product else application.product

    def councils(self, named: Iterable[str]) -> tuple[str, ...]:
        """Return organisations, a shared service replaced by the councils it stands for."""
        found: set[str] = set()
        for key in named:
            organisation = self._facts.estate.get(key)
            members = organisation.members if isinstance(organisation, Organisation) else None
            found.update(members or (key,))
        return tuple(sorted(found))

    def by_service(self) -> Iterator[_Group]:
        """Group by the service they support: by LGSL id, else by function, else by the record."""
        groups: dict[str, _Group] = {}
        for key, service in self._facts.estate.of("service").items():
            if not isinstance(service, Service):
                continue
            level, job = _job(service)
            group = groups.setdefault(f"{level}:{job}", _Group(level, job, service.name))
            group.services[key] = service
            for supporter in self._facts.graph.holders(key, "supports"):
                if supporter in self._applications:
                    councils = self.councils(service.organisation or ())
                    own = self._applications[supporter].organisation or ()
                    group.members.setdefault(supporter, set()).update(
                        councils or self.councils(own)
                    )
        yield from groups.values()

    def by_product(self) -> Iterator[_Group]:
        """Group by product."""
        groups: dict[str, _Group] = {}
        for key, application in self._applications.items():
            product = self._products[key]
            if product:
                group = groups.setdefault(product, _Group("product", product, product))
                group.members[key] = set(self.councils(application.organisation or ()))
        yield from groups.values()

    def by_capability(self) -> Iterator[_Group]:
        """Group by each capability that they offer."""
        groups: dict[str, _Group] = {}
        for key, application in self._applications.items():
            for capability in application.capabilities or ():
                group = groups.setdefault(capability, _Group("capability", capability, capability))
                group.members[key] = set(self.councils(application.organisation or ()))
        yield from groups.values()

    def made(self, group: _Group) -> Duplication:
        """Judge a group."""
        members = tuple(self._applications[key] for key in sorted(group.members))
        councils = sorted(set().union(*group.members.values()))
        products = {self._products[member.id] for member in members}
        return Duplication(
            id=f"{group.level}:{group.key}",
            level=group.level,
            key=group.key,
            name=group.name,
            members=members,
            products=(*sorted(p for p in products if p), *([None] if None in products else [])),
            services=tuple(group.services[key] for key in sorted(group.services)),
            organisations=tuple(councils),
            by_organisation=tuple(self._share(group, council) for council in councils),
            across=self._across(group),
            annual_cost=_cost(members),
        )

    def _share(self, group: _Group, council: str) -> Share:
        keys = sorted(key for key, councils in group.members.items() if council in councils)
        platforms = [self._applications[key].category for key in keys]
        certain = platforms.count("platform")
        unsure = certain < 2 <= certain + platforms.count(None)  # noqa: PLR2004 - a pair
        return Share(
            id=f"{group.level}:{group.key}:{council}",
            organisation=council,
            instances=self._instances(keys),
            competing=self._competing(combinations(keys, 2)),
            platforms=None if unsure else certain,
            place=Place(keys[0]),
        )

    def _instances(self, keys: list[str]) -> int:
        """Count separate instances: one that fails over to, or replaces, another is not one."""
        linked = {second for first, second in combinations(keys, 2) if self._linked(first, second)}
        return len(keys) - len(linked)

    def _across(self, group: _Group) -> int | None:
        pairs = (
            (first, second)
            for first, second in combinations(sorted(group.members), 2)
            if not group.members[first] & group.members[second]
        )
        joint = any(service.joint for service in group.services.values())
        return 0 if joint and len(group.services) == 1 else self._competing(pairs)

    def _competing(self, pairs: Iterable[tuple[str, str]]) -> int | None:
        """Count the products in pairs that compete; None if none surely does and some may."""
        competing: set[str | None] = set()
        unsure = False
        for first, second in pairs:
            answer = self._compete(first, second)
            if answer:
                competing |= {self._products[first], self._products[second]}
            unsure = unsure or answer is None
        return None if unsure and not competing else len(competing)

    def _compete(self, first: str, second: str) -> bool | None:
        one, other = self._applications[first], self._applications[second]
        if _disjoint(one.capabilities, other.capabilities) or self._linked(first, second):
            return False
        categories = {one.category, other.category}
        if categories - {None, "line-of-business"}:
            return False
        products = (self._products[first], self._products[second])
        if None in categories or None in products:
            return None
        return products[0] != products[1]

    def _linked(self, first: str, second: str) -> bool:
        graph = self._facts.graph
        return any(
            second in graph.related(first, relation) or first in graph.related(second, relation)
            for relation in ("replaces", "fails_over_to")
        )


def _job(service: Service) -> tuple[str, str]:
    if service.lgsl is not None:
        return "service", f"lgsl-{service.lgsl:g}"
    if service.function is not None:
        return "function", f"{service.function:g}"
    return "service", service.id


def _disjoint(one: tuple[str, ...] | None, other: tuple[str, ...] | None) -> bool:
    return bool(one) and bool(other) and not set(one or ()) & set(other or ())


def _cost(members: tuple[Application, ...]) -> float | None:
    costs = [member.annual_cost for member in members]
    if any(cost is None for cost in costs):
        return None
    return sum(cost.capital + cost.revenue for cost in costs if cost)


def _describe(_: Facts, found: Duplication) -> tuple[Subject, Place]:
    ids = tuple(member.id for member in found.members)
    subject = Subject("duplication", found.id, (("members", ids),), found.name, found.organisations)
    return subject, Place(ids[-1])


DUPLICATION = Kind("duplication", duplications, _describe)

_SHARE: Mapping[str, tuple[Type, str]] = {
    "organisation": (Type("text"), "The organisation."),
    "instances": (Type("number"), "How many separate instances it has."),
    "competing": (Type("number"), "How many of its line-of-business products compete."),
    "platforms": (Type("number"), "How many of them are platforms."),
}
_GROUP: Mapping[str, tuple[Type, str]] = {
    "level": (Type("enumeration", values=LEVELS), "At which level they match."),
    "key": (Type("text"), "What they match in: a product, an LGSL id, a function, a capability."),
    "name": (Type("text"), "What they match in, in words."),
    "members": (Type("application", many=True), "The applications."),
    "products": (Type("text", many=True), "Their products."),
    "services": (Type("service", many=True), "The services that they support."),
    "organisations": (Type("text", many=True), "The organisations that use them."),
    "by_organisation": (Type("share", many=True), "Each organisation's part."),
    "across": (
        Type("number"),
        "How many products of different organisations compete with one another.",
    ),
    "annual_cost": (Type("number"), "What they cost together a year."),
}
_OPEN = {
    "competing": ("category", "product"),
    "platforms": ("category",),
    "across": ("category", "product"),
    "annual_cost": ("annual_cost",),
}

DUPLICATION_FACTS: tuple[Fact, ...] = tuple(
    Fact(owner, name, typed, doc, name, open=name in _OPEN, settles=_OPEN.get(name, ()))
    for owner, entries in (("duplication", _GROUP), ("share", _SHARE))
    for name, (typed, doc) in entries.items()
)
