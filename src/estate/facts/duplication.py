"""Duplication: applications that do the same job, with the level at which they match.

Complementary systems share a function without competing, so the level that matched is always
stated. Counts are of what is certain; where that is less than two and more is possible, they are
unknown.
"""

from __future__ import annotations

from collections.abc import Mapping

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Facts, Kind
from estate.facts.grouping import Group, groups_of, production, products
from estate.facts.rivalry import Rival, Rivalry, across, certainly_or_not, unsure_pair, within
from estate.findings import Place, Subject
from estate.frozen import frozen
from estate.model import Application, Service

LEVELS = ("product", "service", "function", "capability")


@frozen
class Share:
    """One organisation's part of a group of applications.

    `instances` counts its separate members, `platforms` those that are platforms, `competing` the
    products among them that compete. None is unknown: the organisation, product or category of
    some is not recorded.
    """

    id: str
    organisation: str
    instances: int | None
    competing: int | None
    platforms: int | None
    place: Place


@frozen
class Duplication:
    """A group of two or more applications in use that do the same job.

    `across` counts the products of different organisations that compete with one another. A None
    among `products`, `organisations` or `by_organisation` is one that is not recorded.
    """

    id: str
    level: str
    key: str
    name: str
    members: tuple[Application, ...]
    products: tuple[str | None, ...]
    services: tuple[Service, ...]
    organisations: tuple[str | None, ...]
    by_organisation: tuple[Share | None, ...]
    across: int | None
    annual_cost: float | None


def duplications(facts: Facts) -> tuple[Duplication, ...]:
    """Return every group of two or more applications that do the same job, by level and key."""
    rivalry = Rivalry(facts)
    made = (_duplication(facts, rivalry, group) for group in groups_of(facts))
    return tuple(sorted(made, key=lambda found: found.id))


def _duplication(facts: Facts, rivalry: Rivalry, group: Group) -> Duplication:
    keys = sorted(group.members)
    applications, of_products = facts.once(production), facts.once(products)
    members = tuple(applications[key] for key in keys)
    found = [of_products[key] for key in keys]
    known = sorted({product[0] for product in found if product and product[0]})
    councils = sorted(set[str]().union(*(c.known for c in group.members.values())))
    unsure = any(councils.unsure for councils in group.members.values())
    rivals = _rivals(rivalry, group)
    return Duplication(
        id=f"{group.level}:{group.key}",
        level=group.level,
        key=group.key,
        name=group.name,
        members=members,
        products=(*known, *[None] * found.count(None)),
        services=tuple(group.services[key] for key in sorted(group.services)),
        organisations=(*councils, *[None] * unsure),
        by_organisation=(
            *(_share(facts, rivalry, group, rivals, council) for council in councils),
            *[None] * unsure_pair(group),
        ),
        across=rivalry.competing(rivals.values(), across),
        annual_cost=_cost(members),
    )


def _rivals(rivalry: Rivalry, group: Group) -> dict[str, Rival]:
    """Return those of a group that may compete: instances of one product do not."""
    if group.level == "product":
        return {}
    found = ((key, rivalry.rival(key, councils)) for key, councils in group.members.items())
    return {key: rival for key, rival in found if rival is not None}


def _share(
    facts: Facts, rivalry: Rivalry, group: Group, rivals: Mapping[str, Rival], council: str
) -> Share:
    certain = sorted([key for key, served in group.members.items() if council in served.known])
    surely = set(certain)
    unsure = [key for key, served in group.members.items() if served.unsure]
    possible = sorted([key for key in unsure if key not in surely])
    applications = facts.once(production)
    categories = [applications[key].category for key in certain]
    maybe = [applications[key].category for key in possible]
    platforms = categories.count("platform")
    unsaid = categories.count(None) + maybe.count("platform") + maybe.count(None)
    here = [
        rival._replace(councils=frozenset(), unsure=key not in surely)
        for key in (*certain, *possible)
        if (rival := rivals.get(key)) is not None
    ]
    return Share(
        id=f"{group.level}:{group.key}:{council}",
        organisation=council,
        instances=certainly_or_not(rivalry.instances(certain), len(possible)),
        competing=rivalry.competing(here, within),
        platforms=certainly_or_not(platforms, unsaid),
        place=Place(certain[0]),
    )


def _cost(members: tuple[Application, ...]) -> float | None:
    costs = [member.annual_cost for member in members]
    if any(cost is None for cost in costs):
        return None
    return sum(cost.capital + cost.revenue for cost in costs if cost)


def _describe(_: Facts, found: Duplication) -> tuple[Subject, Place]:
    ids = tuple(member.id for member in found.members)
    organisations = tuple(key for key in found.organisations if key is not None)
    subject = Subject("duplication", found.id, (("members", ids),), found.name, organisations)
    return subject, Place(ids[-1])


DUPLICATION = Kind("duplication", duplications, _describe)

_SHARE: Mapping[str, tuple[Type, str]] = {
    "organisation": (Type("text"), "The organisation."),
    "instances": (
        Type("number"),
        "How many separate instances it has: none is one that another stands in for or replaces.",
    ),
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
    "instances": ("organisation",),
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
