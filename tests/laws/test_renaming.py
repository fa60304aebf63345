"""What records are called by changes no finding but for the names.

New ids in the order of the old change not a word. New ids in any order may change the order in
which things are told, and which member of a circle stands for it; nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, TypeAlias

import pytest
from tests.laws.corpus import Small, corpus, example_estate, judged
from tests.laws.renaming import Names, ids_of, unbound

from estate.findings import Finding

pytestmark = pytest.mark.no_cover

Estates: TypeAlias = Callable[[], tuple[Small, ...]]


def told(small: Small, names: Names) -> list[str]:
    """Return all that is said of an estate in words, under the old names."""
    return sorted(
        names.back(said)
        for verdict in judged(small)[1:]
        for said in (
            *map(_said, verdict.findings),
            *(f"{one.rule} {one.subject} lacks {one.missing}" for one in verdict.unknown),
            *(f"{one.id} {one.failed} {one.unknown} {one.passed}" for one in verdict.results),
        )
    )


def _said(finding: Finding) -> str:
    """Return a finding without its fingerprint, which is made of the name."""
    parts = (finding.rule, finding.severity, finding.subject, finding.message, finding.place)
    return repr((*parts, finding.related, finding.facts, finding.path))


def counted(small: Small) -> list[Any]:
    """Return how many subjects each rule finds at each severity, and is in doubt about."""
    verdicts = judged(small)[1:]
    worst = sorted((f.rule, f.severity) for v in verdicts for f in v.findings)
    return [worst, *(v.results for v in verdicts)]


def own_ids(small: Small) -> set[str]:
    """Return the ids that are this estate's own.

    Those of the example's products are words: where one is unknown, what is spelt alike is told.
    """
    alone = small.name != example_estate().name
    return {key for key in ids_of(small.sections) if alone or key not in small.sections["products"]}


@pytest.mark.parametrize("estates", [corpus, lambda: (example_estate(),)], ids=["all", "example"])
def test_ids_in_the_same_order_say_the_same(estates: Estates) -> None:
    wrong = []
    for small in map(unbound, estates()):
        names = Names.alike(own_ids(small))
        if told(names.put(small), names) != told(small, Names({})):
            wrong.append(small.name)
    assert wrong == []


@pytest.mark.parametrize("estates", [corpus, lambda: (example_estate(),)], ids=["all", "example"])
def test_ids_in_any_order_are_judged_the_same(estates: Estates) -> None:
    draw = Random(7)  # noqa: S311 - ids drawn, no secrets
    wrong = []
    for small in map(unbound, estates()):
        names = Names.drawn(own_ids(small), draw)
        if counted(names.put(small)) != counted(small):
            wrong.append(small.name)
    assert wrong == []
