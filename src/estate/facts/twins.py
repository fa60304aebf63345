"""Records that are probably one system: alike in name, and in nothing that is known unlike.

Two names that differ by a slip or a word share at least one of their rarest words. So only records
that share one of those, or the whole name, are compared: a hundred thousand of them do not mean
ten thousand million comparisons.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.life import PRESENT
from estate.facts.listing import identifier_of
from estate.frozen import frozen
from estate.model import Application

ALIKE = 90
"""How alike two names must be, of 100."""

_TELLING = 3
"""How many of a name's rarest words are looked at."""

_COMMONEST = 40
"""A word, or a whole name, that more records than this share tells nothing."""

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+")
_LINKS = (
    "uses",
    "runs_on",
    "stores_in",
    "depends_on",
    "fails_over_to",
    "replaces",
    "sends_to",
)


@frozen
class _Name:
    """A name as it is compared: its words in order, and the numbers among them."""

    key: str
    text: str
    words: tuple[str, ...]
    numbers: tuple[str, ...]


def _twins(facts: Facts) -> dict[str, tuple[Application, ...]]:
    """For each application, the later ones that are probably the same system."""
    state = facts.column("asset.state")
    entries = facts.estate.of("application").items()
    applications = {key: entry for key, entry in entries if isinstance(entry, Application)}
    names = {key: app.name for key, app in applications.items() if state[key] in PRESENT}
    twins: dict[str, list[Application]] = {key: [] for key in applications}
    for one, other in alike(names):
        first, second = applications[one], applications[other]
        if not _unlike(facts, first, second):
            twins[one].append(second)
    return {key: tuple(sorted(found, key=lambda twin: twin.id)) for key, found in twins.items()}


def alike(names: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return the pairs of ids whose names are alike, the id that comes first in `names` first.

    Alike are names of which the words, in whatever order, differ in one of ten letters at most,
    and the numbers in nothing.
    """
    pairs = _alike([_name(key, name) for key, name in names.items()])
    return {(one.key, other.key) for one, other in pairs}


def _name(key: str, name: str) -> _Name:
    words = tuple(sorted(_WORD.findall(name.casefold())))
    text = " ".join(words)
    return _Name(key, text, words, tuple(_NUMBER.findall(text)))


def _alike(names: list[_Name]) -> set[tuple[_Name, _Name]]:
    """Return the pairs alike in name, of those that share a telling word and all their numbers."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where this rule runs

    found: set[tuple[_Name, _Name]] = set()
    for block in _blocks(names):
        texts = [name.text for name in block]
        for position, one in enumerate(block[:-1], 1):
            near = process.extract(
                one.text, texts[position:], scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None
            )
            found.update((one, block[position + at]) for _, _, at in near)
    return found


def _blocks(names: list[_Name]) -> Iterable[list[_Name]]:
    """Return the names that share a telling word, or the whole, and all their numbers."""
    count = Counter(word for name in names for word in {*name.words, name.text})
    blocks: dict[tuple[str, tuple[str, ...]], list[_Name]] = {}
    for name in names:
        rarest = sorted(set(name.words), key=lambda word: (count[word], word))
        for telling in {*rarest[:_TELLING], name.text}:
            if count[telling] <= _COMMONEST:
                blocks.setdefault((telling, name.numbers), []).append(name)
    return blocks.values()


def _unlike(facts: Facts, one: Application, other: Application) -> bool:
    """Whether something recorded says that they are two: product, supplier, place, or a link."""
    if one.environment != other.environment or _other_product(facts, one, other):
        return True
    for said in (_organisations, _suppliers):
        first, second = said(one), said(other)
        if first and second and not first & second:
            return True
    graph = facts.graph
    return any(
        other.id in graph.related(one.id, relation) or one.id in graph.related(other.id, relation)
        for relation in _LINKS
    )


def _other_product(facts: Facts, one: Application, other: Application) -> bool:
    """Whether they are stated to be different products, however those are spelt."""
    if not one.product or not other.product:
        return False
    identifier = facts.once(identifier_of)
    first = identifier.identify(one.product, one.version)
    second = identifier.identify(other.product, other.version)
    return first.product_id.casefold() != second.product_id.casefold()


def _organisations(application: Application) -> set[str]:
    return set(application.organisation or ())


def _suppliers(application: Application) -> set[str]:
    links = (*(application.supplier or ()), *(application.supplied_by or ()))
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
