"""Compiled conditions mean what the slow interpreter of trees says that they mean.

Every condition is tried on a world of its own, and compiled in the company of others, as the rules
of a pack are. `--exhaustive` tries 100,000 of them; without it a hundredth of that.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from tests.rules.expression.wild import VOCABULARY, Phrases, Planner, WildWorld, built

from estate.rules.expression import Scope, check
from estate.rules.expression.fusion import fuse
from estate.rules.expression.interpret import Frame, Interpreter, Truth3
from estate.rules.expression.program import Clause, Verdict
from estate.rules.expression.tree import Condition

pytestmark = pytest.mark.no_cover

SCOPE = Scope(VOCABULARY, "thing")
BATCHES, EACH, TOGETHER = 10, 10_000, 8
"""100,000 conditions in ten batches; eight of them become one program."""


def condition(draw: Random) -> Condition:
    """Make up a condition, and check it as those of rules are."""
    text = Phrases(draw.randrange(2**32)).condition(2)
    found, mistakes = check(text, SCOPE, where=True)
    assert found is not None, (text, mistakes)
    return found


def clauses(draw: Random) -> Iterator[Clause]:
    """Make up as many conditions as one program holds, as parts of rules of every shape."""
    left, shapes = TOGETHER, (1, 1, 2, 3)
    while left:
        size = min(left, draw.choice(shapes))
        parts = [condition(draw) for _ in range(size)]
        population, where = ([*parts[:-1], None, None])[:2]
        yield Clause(f"rule-{left}", population, where, parts[-1], draw.random() < 0.5)
        left -= size


def expected(world: WildWorld, clause: Clause) -> Verdict:
    """Return what the interpreter says of every thing."""
    told = Verdict(0, [], [], [])
    population = 0
    for number, thing in enumerate(world.things):
        interpreter = Interpreter(world)
        inside = [interpreter.truth(part, Frame(thing)) for part in clause.inside]
        population += False not in inside
        listed = list_of(told, inside, interpreter.truth(clause.when, Frame(thing)), clause)
        if listed is not None:
            listed.append(number)
    return Verdict(population, told.failed, told.unknown, told.gaps)


def list_of(told: Verdict, inside: list[Truth3], when: Truth3, clause: Clause) -> list[int] | None:
    """Return where a thing is listed: nowhere if it is outside or has passed."""
    if False in inside or when is False:
        return None
    certain = all(inside)
    if certain and when is True:
        return told.failed
    return told.gaps if certain and clause.gaps else told.unknown


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ask for all batches, or for one that is a tenth as large as each of those."""
    whole = metafunc.config.getoption("--exhaustive")
    sizes = [(seed, EACH) for seed in range(BATCHES)] if whole else [(BATCHES, EACH // 10)]
    metafunc.parametrize(("seed", "size"), sizes)


def test_compiled_conditions_say_what_the_interpreter_says(seed: int, size: int) -> None:
    draw = Random(seed)  # noqa: S311 - conditions made up, no secrets
    for _ in range(size // TOGETHER):
        world = built(Planner(draw.randrange(2**32)).plan())
        known = tuple(clauses(draw))
        program = fuse("thing", known)
        found = program.run(world.things, world.columns, world.scope)
        for clause, verdict in zip(known, found, strict=True):
            assert verdict == expected(world, clause), program.source
