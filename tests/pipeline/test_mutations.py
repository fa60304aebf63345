"""The examples of every rule hold its condition in place: whatever is changed in it, one fails."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from tests.pipeline.mutants import Words, mutations, steps
from tests.rules.sheets import Sheet

from estate.errors import RuleError
from estate.pipeline import load_pack
from estate.pipeline.examples import Trial, holds
from estate.rules import Pack, Rule, load_rules
from estate.rules.expression.tree import Condition, Constant, Value

PACK = load_pack(None)
TRIAL = Trial(PACK)

# Mutants that mean the same as the rule, by rule and mutant, with the reason.
EQUIVALENT: dict[tuple[str, str], str] = {
    (
        "duplicate-system",
        "when: any(share.competing >= (1) for share in by_organisation)",
    ): "nothing competes alone: there are none, or two and more",
    ("cross-council-duplicate", "when: across >= (1)"): "the same, across organisations",
    (
        "non-standard-technology",
        "no where",
    ): "an unmarked product passes; where only keeps it out of the number of those judged",
    (
        "over-deployed-licence",
        "when: surplus_at_most < 0 or surplus < (-1)",
    ): "a surplus that is known is the most that it can be, so the first half finds it already",
}


def _constants(node: Condition | Value) -> Iterator[Constant]:
    """Yield every constant of a tree."""
    if isinstance(node, Constant):
        yield node
        return
    for field in dataclasses.fields(node):
        child = getattr(node, field.name)
        for part in child if isinstance(child, tuple) else (child,):
            if isinstance(part, Condition | Value):
                yield from _constants(part)


def _words(rule: Rule) -> Words:
    """Return for each word of an enumeration in a rule's condition the enumeration."""
    found: dict[str, frozenset[str]] = {}
    questions = [rule.when, *([rule.where] if rule.where else [])]
    trees = [tree for question in questions for tree in question.trees.values()]
    for constant in (constant for tree in trees for constant in _constants(tree)):
        values = constant.value if isinstance(constant.value, tuple) else (constant.value,)
        for word in values if constant.type.values else ():
            others = frozenset(constant.type.values) - {word}
            found[str(word)] = found.get(str(word), frozenset()) | others
    return found


def _mutants(rule: Rule) -> dict[str, dict[str, object]]:
    """Return every mutant of a rule, by what was changed."""
    file: Any = rule.source.values["rules"]
    raw = {name: value for name, value in file[rule.id].items() if name != "examples"}
    found: dict[str, dict[str, object]] = {}
    for name in ("where", "when"):
        for text in mutations(raw[name], _words(rule)) if name in raw else ():
            found[f"{name}: {text}"] = {**raw, name: text}
    if "where" in raw:
        found["no where"] = {name: value for name, value in raw.items() if name != "where"}
    for name, default in raw.get("parameters", {}).items():
        for text in steps(default):
            found[f"{name}: {text}"] = {**raw, "parameters": {**raw["parameters"], name: text}}
    return found


def _load(drafts: Mapping[str, dict[str, object]]) -> Pack:
    authorities = {name: {"name": a.name} for name, a in PACK.authorities.items()}
    return load_rules([Sheet({"rules": drafts, "authorities": authorities})], PACK.dictionary)


def _readable(drafts: Mapping[str, dict[str, object]]) -> Mapping[str, Rule]:
    """Return those mutants that the checker lets pass, by their ids."""
    try:
        return _load(drafts).rules
    except RuleError as error:
        wrong = {problem.location.text.split(".")[1] for problem in error.problems}
        return _load({name: draft for name, draft in drafts.items() if name not in wrong}).rules


def _survivors(rule: Rule) -> set[str]:
    """Return the mutants of which every example of a rule says what it says of the rule."""
    mutants = _mutants(rule)
    names = {f"mutant-{number}": name for number, name in enumerate(mutants)}
    rules = _readable({id_: mutants[name] for id_, name in names.items()})
    alive = dict(rules)
    for example in rule.examples:
        results = TRIAL.results(list(alive.values()), example)
        alive = {r.id: rules[r.id] for r in results if holds(example, r)}
    return {names[id_] for id_ in alive}


@pytest.mark.no_cover
@pytest.mark.parametrize("name", PACK.rules)
def test_no_change_of_a_condition_goes_unnoticed(name: str) -> None:
    equivalent = {mutant for rule, mutant in EQUIVALENT if rule == name}
    assert _survivors(PACK.rules[name]) == equivalent


def test_what_is_called_equivalent_is_of_a_rule_that_there_is() -> None:
    assert {rule for rule, _ in EQUIVALENT} <= PACK.rules.keys()


def test_a_boundary_that_no_example_holds_is_seen() -> None:
    rule = PACK.rules["supplier-concentration"]
    three, *_ = (example for example in rule.examples if example.expects == "fails")
    survivors = _survivors(dataclasses.replace(rule, examples=(three,)))
    assert {"when: ((len(critical_services)) == (most))", "most: 2"} <= survivors
    assert "most: 4" not in survivors
