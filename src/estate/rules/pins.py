"""What a rule reads of a subject: what the acceptance of its finding is bound to.

"`facts` holds, in plain sight, the value of every fact that the rule's condition read, plus its
`evidence` and the asset's exposure, personal data and criticality" (inventory format, Exceptions).
Of a list that a condition looks through, it is the members that decide. What hangs on no subject
(today, the policy, the rule's parameters) is not pinned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from estate.facts.dictionary import Dictionary, Fact
from estate.findings import Pin
from estate.rules.definition import Rule
from estate.rules.expression.grounds import Reasoner
from estate.rules.expression.interpret import Frame, Interpreter
from estate.rules.expression.track import Bindings
from estate.rules.expression.tree import Condition, Path, paths
from estate.rules.wording import wording
from estate.rules.world import World

__all__ = ["pins_of"]

CIRCUMSTANCES: Final = ("exposure", "personal_data", "criticality")
"""What weighs on every acceptance: how open the asset is, what it holds, how much hangs on it."""

_OWNERS: Final = ((), ("asset",), ("source",))
"""The ways from a subject to its asset: none, that of an installation, that of a dependency."""


def pins_of(rule: Rule, world: World, kind: str, subject: Any) -> Mapping[str, Pin]:  # noqa: ANN401 - records of every kind
    """Return every fact that an acceptance is bound to, by its name, in the order of names."""
    interpreter = Interpreter(world)
    asked = (rule.when, rule.where)
    trees = [question.trees[kind] for question in asked if question and kind in question.trees]
    found = dict(_grounds(interpreter, trees, Bindings(Frame(subject), kind)))
    for name, path in _read(rule, trees, world.dictionary, kind):
        if path.root == "subject":
            value = interpreter.spread(path, Frame(subject))
            last = path.steps[-1]
            found[name] = Pin(wording(value, path.type, last.null), not last.catalogue)
    return dict(sorted(found.items()))


def _read(
    rule: Rule, trees: list[Condition], dictionary: Dictionary, kind: str
) -> Iterator[tuple[str, Path]]:
    """Yield what the conditions read, the evidence and the circumstances, each by its name."""
    for tree in trees:
        for path in paths(tree):
            yield ".".join(step.name for step in path.steps), path
    yield from rule.evidence[kind]
    for name in CIRCUMSTANCES:
        ways = (_steps(dictionary, kind, (*owner, name)) for owner in _OWNERS)
        if steps := next(filter(None, ways), None):
            yield ".".join(step.name for step in steps), Path("subject", steps)


def _steps(dictionary: Dictionary, kind: str, names: tuple[str, ...]) -> tuple[Fact, ...]:
    """Return the facts on the way from a subject, or nothing where it has none so called."""
    steps: list[Fact] = []
    for name in names:
        fact = dictionary.find(steps[-1].type.name if steps else kind, name)
        if fact is None:
            return ()
        steps.append(fact)
    return tuple(steps)


def _grounds(
    interpreter: Interpreter, trees: list[Condition], at: Bindings
) -> Iterator[tuple[str, Pin]]:
    """Yield what the finding rests on: among it, what decides in the lists that are looked at."""
    reasoner = Reasoner(interpreter)
    for tree in trees:
        if interpreter.truth(tree, at.frame):
            reasoner.rest(tree, at)
    for cause in reasoner.grounds.causes.values():
        if cause.record is not None:
            value = wording(cause.value, cause.type, cause.null)
            yield cause.name, Pin(value, not cause.catalogue)
