"""Which applications of a group compete, and which are separate instances.

Line-of-business products compete, unless one replaces or stands in for the other, or the
capabilities that they state are disjoint. Members that are alike in all of this are judged once,
so that a large group costs no more than its variety.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from estate.facts.facts import Facts
from estate.facts.grouping import Councils, Group, production, products
from estate.model import Application

_PAIR = 2


class Rival(NamedTuple):
    """What decides about a member: `link` is its id where it is linked to another application.

    `product` None is unknown; a system that is no product is one of its own. `line` says whether
    it is line-of-business.
    """

    product: str | None
    line: bool | None
    capabilities: frozenset[str]
    councils: frozenset[str]
    unsure: bool
    link: str


Meet = Callable[[Rival, Rival], bool | None]
"""Whether two meet as rivals at all: in one organisation, or across two."""


class Rivalry:
    """Judges who competes in a group."""

    def __init__(self, facts: Facts) -> None:
        self._applications = facts.once(production)
        self._products = facts.once(products)
        self._replaces = facts.once(_replacing)
        self._stands_in = facts.once(_standing_in)
        self._linked = _both_ways({**self._replaces}, self._stands_in)

    def rival(self, key: str, councils: Councils) -> Rival | None:
        """Return what decides about a member; None where it is stated to be no rival."""
        application, product = self._applications[key], self._products[key]
        if application.category not in {None, "line-of-business"}:
            return None
        return Rival(
            product and (product[0] or f"={key}"),
            application.category and True,
            frozenset(application.capabilities or ()),
            frozenset(councils.known),
            councils.unsure,
            key if key in self._linked else "",
        )

    def competing(self, rivals: Iterable[Rival], meet: Meet) -> int | None:
        """Count the products that surely compete; None where none surely does and some may.

        Once any surely does, only those of which that is not known yet are looked at.
        """
        kinds = Counter(rivals)
        each = list(kinds)
        left = {rival.product for rival in each} - {None}
        competing: set[str | None] = set()
        unsure = False
        for position, one in enumerate(each):
            others = each[position if kinds[one] > 1 else position + 1 :]
            if competing and one.product not in left:
                others = [other for other in others if other.product in left]
            for other in others:
                answer = self._compete(one, other, meet)
                unsure = unsure or answer is None
                if answer:
                    competing |= {one.product, other.product}
                    left -= competing
            if competing and not left:
                break
        return None if unsure and not competing else len(competing)

    def _compete(self, one: Rival, other: Rival, meet: Meet) -> bool | None:
        known = one.product is not None and other.product is not None
        if known and one.product == other.product:
            return False
        if one.capabilities and other.capabilities and not one.capabilities & other.capabilities:
            return False
        if one.link and other.link in self._linked.get(one.link, ()):
            return False
        met = meet(one, other)
        return met if met is False or (known and one.line and other.line) else None

    def instances(self, keys: Sequence[str]) -> int:
        """Count separate instances: what stands in for another is none, nor what is replaced."""
        among = set(keys)
        replaced = {old for key in keys for old in self._replaces.get(key, ()) if old in among}
        left = (among - replaced) or among
        count = 0
        while left:
            count += 1
            cluster = [left.pop()]
            for key in cluster:  # grows while it is read
                near = self._stands_in.get(key, set()) & left
                left -= near
                cluster.extend(near)
        return count


def within(one: Rival, other: Rival) -> bool | None:
    """Whether two serve one organisation; None where it is not recorded whom they serve."""
    return None if one.unsure or other.unsure else True


def across(one: Rival, other: Rival) -> bool | None:
    """Whether two serve different organisations; None where it is not recorded whom they serve."""
    if one.councils & other.councils:
        return False
    return None if one.unsure or other.unsure else True


def certainly_or_not(certain: int, possible: int) -> int | None:
    """Return how many there are; None where it is not known whether there are two."""
    return None if certain < _PAIR <= certain + possible else certain


def unsure_pair(group: Group) -> bool:
    """Whether two of a group may serve one organisation that no member is known to serve."""
    return sum(councils.unsure for councils in group.members.values()) >= _PAIR


def _replacing(facts: Facts) -> dict[str, set[str]]:
    return _linked(facts, "replaces", lambda application: application.replaces)


def _standing_in(facts: Facts) -> dict[str, set[str]]:
    return _both_ways(_linked(facts, "fails_over_to", lambda found: found.fails_over_to))


def _linked(
    facts: Facts, relation: str, held: Callable[[Application], object]
) -> dict[str, set[str]]:
    return {
        key: set(facts.graph.related(key, relation))
        for key, application in facts.once(production).items()
        if held(application)
    }


def _both_ways(*links: dict[str, set[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, others in ((one, others) for link in links for one, others in link.items()):
        for other in others:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found
