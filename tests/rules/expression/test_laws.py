"""The laws of conditions: compiled means interpreted, and unknown is never a pass."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.rules.expression.wild import VOCABULARY, Planner, WildWorld, built, conditions, plans

from estate.facts.dictionary import Fact
from estate.rules.expression import Scope, check
from estate.rules.expression.fusion import fuse
from estate.rules.expression.gaps import Gaps
from estate.rules.expression.grounds import Reasoner
from estate.rules.expression.interpret import Frame, Interpreter, Truth3
from estate.rules.expression.program import Clause
from estate.rules.expression.track import Bindings
from estate.rules.expression.tree import Condition

SCOPE = Scope(VOCABULARY, "thing")


def tree(text: str, *, where: bool) -> Condition:
    found, mistakes = check(text, SCOPE, where=where)
    assume(all("whoever never said" in m.message for m in mistakes))
    assume(found is not None)
    assert found is not None
    return found


def truths(world: WildWorld, condition: Condition) -> list[Truth3]:
    interpreter = Interpreter(world)
    return [interpreter.truth(condition, Frame(thing)) for thing in world.things]


def outcome(inside: list[Truth3], when: Truth3) -> str:
    if False in inside:
        return "outside"
    if when is False:
        return "passed"
    return "failed" if when is True and all(inside) else "unknown"


@given(conditions())
@settings(max_examples=150)
def test_generated_conditions_are_well_formed(text: str) -> None:
    found, mistakes = check(text, SCOPE, where=True)
    assert mistakes == []
    assert found is not None


@given(
    plans(),
    st.lists(
        st.tuples(conditions(), conditions(), conditions(), st.booleans()), min_size=1, max_size=4
    ),
)
@settings(max_examples=100)  # and 100,000 by `make laws`
def test_compiled_conditions_mean_what_interpreted_ones_mean(
    plan: dict[str, object], texts: list[tuple[str, str, str, bool]]
) -> None:
    world = built(plan)
    clauses = []
    for number, (population, where, when, gaps) in enumerate(texts):
        parts = [tree(text, where=True) for text in (population, where, when)]
        clauses.append(Clause(f"rule-{number}", parts[0], parts[1], parts[2], gaps))
    clauses += [
        Clause("again", None, clauses[0].where, clauses[0].when),
        Clause("all", None, None, clauses[0].when),
    ]
    program = fuse("thing", clauses)
    found = program.run(world.things, world.columns, world.scope)
    for clause, verdict in zip(clauses, found, strict=True):
        inside = (
            list(zip(*(truths(world, part) for part in clause.inside), strict=True)) or [()] * 3
        )
        whens = truths(world, clause.when)
        outcomes = [outcome(list(i), w) for i, w in zip(inside, whens, strict=True)]
        unknown = [n for n, word in enumerate(outcomes) if word == "unknown"]
        certain = [n for n in unknown if clause.gaps and all(inside[n])]
        assert verdict.population == 3 - outcomes.count("outside"), program.source
        assert verdict.failed == [n for n, word in enumerate(outcomes) if word == "failed"], (
            program.source
        )
        assert verdict.unknown == [n for n in unknown if n not in certain], program.source
        assert verdict.gaps == certain, program.source


@given(st.integers(0, 2**32), plans(), conditions(), conditions())
@settings(max_examples=400)
def test_filling_in_an_unknown_never_turns_a_pass_into_a_finding(
    seed: int, plan: dict[str, object], narrow: str, text: str
) -> None:
    where, when = tree(narrow, where=True), tree(text, where=False)
    before, after = built(plan), built(Planner(seed).fill(plan))
    pairs = [
        zip(truths(world, where), truths(world, when), strict=True) for world in (before, after)
    ]
    for (w0, v0), (w1, v1) in zip(*pairs, strict=True):
        if outcome([w0], v0) == "passed":
            assert outcome([w1], v1) in {"passed", "outside"}


@given(st.integers(0, 2**32), plans(), conditions())
@settings(max_examples=300)
def test_what_is_certain_stays_certain(seed: int, plan: dict[str, object], text: str) -> None:
    condition = tree(text, where=True)
    assume("missing(" not in text)
    before, after = built(plan), built(Planner(seed).fill(plan))
    for one, other in zip(truths(before, condition), truths(after, condition), strict=True):
        assert one is None or one is other


class Blind(Interpreter):
    """Sees those facts alone that it was told of; all others are unknown."""

    def __init__(self, world: WildWorld) -> None:
        super().__init__(world)
        self._seen: set[tuple[int, str]] = set()

    def tell(self, subject: object, name: str) -> None:
        """Let it see a fact by its dotted name, and what leads there."""
        record: Any = subject
        for step, chosen in re.findall(r"(\w+)(?:\[([^\]]+)\])?", name):
            if record is None:
                return
            fact = VOCABULARY.dictionary.find("thing", step) or VOCABULARY.dictionary.find(
                "part", step
            )
            assert fact is not None
            self._seen.add((id(record), step))
            record = super().step(record, fact)
            if chosen:
                named = {getattr(m, "id", str(n)): m for n, m in enumerate(record)}
                record = named[chosen]

    def step(self, record: Any, fact: Fact) -> Any:  # noqa: ANN401 - facts of every type
        """Return a fact, if it may be seen."""
        seen = fact.owner in {"estate", "policy"} or (id(record), fact.name) in self._seen
        return super().step(record, fact) if seen else None


@given(plans(), conditions())
@settings(max_examples=500)
def test_what_a_condition_rests_on_suffices_for_it(plan: dict[str, object], text: str) -> None:
    assume(not re.search(r"count|sum|min|max|missing", text))
    world, condition = built(plan), tree(text, where=True)
    for thing in world.things:
        at = Bindings(Frame(thing), "thing")
        truth = Interpreter(world).truth(condition, at.frame)
        if truth is None:
            continue
        reasoner, blind = Reasoner(Interpreter(world)), Blind(world)
        reasoner.rest(condition, at, holds=truth)
        told = [name for name, c in reasoner.grounds.causes.items() if c.kind != "estate"]
        for name in (*told, *reasoner.grounds.witnesses):
            blind.tell(thing, name)
        assert blind.truth(condition, at.frame) is truth


@given(plans(), conditions())
@settings(max_examples=500)
def test_what_is_unknown_lacks_something(plan: dict[str, object], text: str) -> None:
    assume(not re.search(r"[-*/+\[]|min|max", text))  # what has no answer lacks nothing
    world, condition = built(plan), tree(text, where=True)
    for thing in world.things:
        at, gaps = Bindings(Frame(thing), "thing"), Gaps(Interpreter(world))
        gaps.find(condition, at)
        unknown = Interpreter(world).truth(condition, at.frame) is None
        assert bool(gaps.fields) is unknown
