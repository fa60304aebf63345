"""Records that are probably one system: alike in name, and in nothing that is known unlike.

Only records that share an uncommon word of their names are compared, so that a hundred thousand
of them do not mean ten thousand million comparisons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.life import PRESENT
from estate.model import Application, Link

ALIKE = 90
"""How alike two names must be, of 100."""

_COMMONEST = 40
"""A word that more names than this share tells nothing."""

_WORD = re.compile(r"[^\W_]+")
_LINKS = (
    "uses",
    "runs_on",
    "stores_in",
    "depends_on",
    "fails_over_to",
    "replaces",
    "sends_to",
)


def _twins(facts: Facts) -> dict[str, tuple[Application, ...]]:
    """For each application, the later ones that are probably the same system."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only where this rule runs

    state = facts.column("asset.state")
    applications = {
        key: entry
        for key, entry in facts.estate.of("application").items()
        if isinstance(entry, Application)
    }
    names = {
        key: " ".join(sorted(_WORD.findall(entry.name.casefold())))
        for key, entry in applications.items()
        if state[key] in PRESENT
    }
    twins: dict[str, list[Application]] = {key: [] for key in applications}
    for first, second in _candidates(names):
        one, other = applications[first], applications[second]
        if not _unlike(facts, one, other) and fuzz.ratio(names[first], names[second]) >= ALIKE:
            twins[first].append(other)
    return {key: tuple(found) for key, found in twins.items()}


def _candidates(names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield, once and in order, the pairs that share an uncommon word and all their numbers."""
    words: dict[str, list[str]] = {}
    for key, name in names.items():
        for word in dict.fromkeys(name.split()):
            words.setdefault(word, []).append(key)
    pairs = {
        pair
        for keys in words.values()
        if len(keys) <= _COMMONEST
        for pair in combinations(sorted(keys), 2)
    }
    for first, second in sorted(pairs):
        if _numbers(names[first]) == _numbers(names[second]):
            yield first, second


def _numbers(name: str) -> list[str]:
    return sorted(re.findall(r"\d+", name))


def _unlike(facts: Facts, one: Application, other: Application) -> bool:
    """Whether something recorded says that they are two: product, supplier, place, or a link."""
    if one.environment != other.environment or _differ(one.product, other.product):
        return True
    owners = (set(one.organisation or ()), set(other.organisation or ()))
    if all(owners) and not owners[0] & owners[1]:
        return True
    suppliers = (_suppliers(one), _suppliers(other))
    if all(suppliers) and not suppliers[0] & suppliers[1]:
        return True
    graph = facts.graph
    return any(
        other.id in graph.related(one.id, relation) or one.id in graph.related(other.id, relation)
        for relation in _LINKS
    )


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one) and bool(other) and one != other


def _suppliers(application: Application) -> set[str]:
    links: tuple[Link, ...] = (*(application.supplier or ()), *(application.supplied_by or ()))
    return {target for link in links for target in link.targets}


TWINS = (
    Derived(
        Fact(
            "application",
            "probable_twins",
            Type("application", many=True),
            "Later records that are probably the same system: alike in name, and not known to "
            "differ in product, supplier, organisation or environment.",
            open=False,
            settles=("product",),
        ),
        _twins,
    ),
)
