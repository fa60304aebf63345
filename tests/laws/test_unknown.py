"""Filling in what nobody has recorded never makes a finding of what has passed.

It holds of every rule of the standard pack and every field, but for those whose absence says
something (`filling.CLOSED` and `filling.SAID`). A new relation may make a finding of
some rules (`BY_REACH`), since an absent relation makes no edge.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from random import Random
from typing import Any, Final, NamedTuple

import pytest
from tests.laws.corpus import Raw, Small, corpus, judged, judges
from tests.laws.filling import Hole, holes

from estate.errors import InventoryError
from estate.facts import Facts
from estate.findings import Place, Subject
from estate.model import RELATIONS
from estate.rules.expression.interpret import Frame, Interpreter
from estate.rules.expression.program import Clause

pytestmark = pytest.mark.no_cover

BATCHES, EACH = 10, 1_000
EDGES: Final = frozenset(holder for relation in RELATIONS for holder in relation.holders)
BY_REACH: Final = frozenset(
    {
        "deprecated-api-in-use",
        "inherited-unsupported-software",
        "recovery-point-inversion",
        "recovery-time-inversion",
        "retired-but-needed",
        "same-site-backup",
        "single-point-of-failure",
        "single-site-dependency",
        "supplier-concentration",
    }
)
"""Rules that ask what follows along relations: one that nobody recorded leads nowhere."""

Key = tuple[Any, ...]


class Judgement(NamedTuple):
    """One rule and one subject: how it went, and what to ask if that was well."""

    failed: bool
    unknown: bool
    clause: Clause
    subject: Any
    facts: Facts

    @property
    def passed(self) -> bool:
        """Whether the subject is in the population, surely or perhaps, and is surely sound."""
        if self.failed or self.unknown:
            return False
        truth, frame = Interpreter(self.facts).truth, Frame(self.subject)
        return all(truth(part, frame) is not False for part in self.clause.inside)


def every(small: Small) -> dict[Key, Judgement]:
    """Judge every subject by every rule. Raises InventoryError."""
    facts, found = judged(small).facts, {}
    for judge in judges():
        for program in judge.programs:
            subjects = facts.subjects(program.kind)
            keys = [key_of(*facts.describe(program.kind, subject)) for subject in subjects]
            columns = {name: facts.column(name) for name in program.columns if subjects}
            verdicts = program.run(subjects, columns, facts.scope) if subjects else ()
            for clause, verdict in zip(program.clauses, verdicts, strict=False):
                failed, unknown = set(verdict.failed), {*verdict.unknown, *verdict.gaps}
                for number, (key, subject) in enumerate(zip(keys, subjects, strict=True)):
                    found[(clause.rule, *key)] = Judgement(
                        number in failed, number in unknown, clause, subject, facts
                    )
    return found


def key_of(subject: Subject, place: Place) -> Key:
    """Say which subject it is, whether its version is recorded yet or not."""
    detail = tuple((name, value) for name, value in subject.detail if name != "version")
    path = tuple("version" if step == "product" else step for step in place.path)
    return subject.kind, subject.id, detail, place.asset, path


@cache
def before(number: int) -> dict[Key, Judgement]:
    """Judge an example as it is written."""
    return every(corpus()[number])


def filled(draw: Random, small: Small) -> tuple[Raw, list[Hole]]:
    """Fill in one field or some, all at once."""
    sections, open_ = deepcopy(small.sections), list(holes(small))
    chosen = draw.sample(open_, min(len(open_), draw.choice((1, 1, 2, 4))))
    for hole in chosen:
        hole.fill(sections, deepcopy(draw.choice(hole.answers)))
    return sections, chosen


def broken(draw: Random, number: int) -> Iterator[tuple[Any, ...]]:
    """Yield what passed in an example and fails with more filled in."""
    small = corpus()[number]
    sections, chosen = filled(draw, small)
    try:
        after = every(small.with_sections(sections))
    except InventoryError:  # no inventory may say so
        return
    related = any(hole.field in EDGES for hole in chosen)
    for key, judgement in before(number).items():
        fails = key in after and after[key].failed
        if fails and judgement.passed and not (related and key[0] in BY_REACH):
            yield small.name, key, [(hole.path, hole.field) for hole in chosen], sections


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ask for all batches, or for one that is half as large as each of those."""
    whole = metafunc.config.getoption("--exhaustive")
    sizes = [(seed, EACH) for seed in range(BATCHES)] if whole else [(BATCHES, EACH // 2)]
    metafunc.parametrize(("seed", "size"), sizes)


def test_what_has_passed_fails_by_nothing_that_is_filled_in(seed: int, size: int) -> None:
    draw = Random(seed)  # noqa: S311 - answers drawn, no secrets
    numbers = draw.choices(range(len(corpus())), k=size)
    assert [wrong for number in numbers for wrong in broken(draw, number)] == []
