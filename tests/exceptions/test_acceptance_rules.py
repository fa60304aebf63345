"""The rules about acceptances: each example comes out as it says, by the facts of this room."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.exceptions.estates import RULE, TERMS, estate_of, facts_of, settle

from estate.exceptions import FACTS
from estate.facts import Facts, derive, dictionary
from estate.findings import Finding, Unknown, fingerprint
from estate.lifecycle import Catalogue
from estate.lifecycle.snapshot import Snapshot
from estate.model import Estate
from estate.model.types import NULL
from estate.rules.expression import Scope, Vocabulary, check, check_path
from estate.rules.expression.interpret import Frame, Interpreter

FILE = Path(__file__).parents[2] / "rules" / "acceptance.yaml"
VOID = {
    "incomplete-acceptance": "incomplete",
    "open-ended-acceptance": "open-ended",
    "unauthorised-acceptance": "unauthorised",
    "missing-joint-acceptance": "missing-joint",
    "expired-acceptance": "expired",
}
WORDS = dictionary(FACTS)
EMPTY = Catalogue(Snapshot("", date(2026, 1, 1), "", {}, {}, {}, {}, {}, {}, ()))


class Texts(yaml.SafeLoader):
    """Reads every scalar as text, as the inventory is read; null stays null."""


def _scalar(loader: Texts, node: yaml.Node) -> Any:  # noqa: ANN401 - text or null
    value = loader.construct_scalar(node)  # type: ignore[arg-type]  # a scalar's node
    return NULL if value == "null" else value


for tag in ("null", "bool", "int", "float", "timestamp", "str"):
    Texts.add_constructor(f"tag:yaml.org,2002:{tag}", _scalar)

RULES: dict[str, Any] = yaml.load(FILE.read_text("utf-8"), Texts)["rules"]  # noqa: S506 - a safe loader
EXAMPLES = [
    pytest.param(rule, outcome, example, id=f"{rule}-{outcome}-{number}")
    for rule, body in RULES.items()
    for outcome, examples in body["examples"].items()
    for number, example in enumerate(examples)
]


def _installations(facts: Facts) -> Iterator[tuple[Finding | None, Unknown | None]]:
    """Yield what unsupported-software makes of every installation in use."""
    for found in facts.subjects("installation"):
        if facts.column("asset.state")[found.asset.id] != "live":
            continue
        subject, place = facts.describe("installation", found)
        if found.support.status is None:
            yield None, Unknown(RULE, subject, ("version",))
        elif found.support.status == "ended":
            key = fingerprint(RULE, subject)
            yield Finding(key, RULE, "critical", "fault", subject, "", place), None


class Example:
    """The estate of an example with what the first pass makes of it."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        sections = {key: value for key, value in raw.items() if key != "as_of"}
        self.day = date.fromisoformat(raw["as_of"])
        self.estate: Estate = estate_of(**{"servers": {}, **sections})
        judged = list(_installations(derive(self.estate, self.day, EMPTY, WORDS)))
        self.findings = [finding for finding, _ in judged if finding]
        self.undecided = [unknown for _, unknown in judged if unknown]

    def truth(self, rule: Mapping[str, Any]) -> str:
        """Return what a rule makes of the example's one exception."""
        given = facts_of(self.estate, self.day, self.findings, TERMS, undecided=self.undecided)
        world = Interpreter(derive(self.estate, self.day, EMPTY, WORDS, given))
        scope, frame = Scope(Vocabulary(WORDS), "exception"), Frame(self.exception)
        truths = []
        for text, where in ((rule["where"], True), (rule["when"], False)):
            condition, mistakes = check(text, scope, where=where)
            assert condition is not None, mistakes
            truths.append(world.truth(condition, frame))
        if False in truths:
            return "passes"
        return "unknown" if None in truths else "fails"

    @property
    def exception(self) -> object:
        return self.estate.of("exception")["ex-1"]


@pytest.mark.parametrize(("rule", "outcome", "raw"), EXAMPLES)
def test_every_example_comes_out_as_it_says(
    rule: str, outcome: str, raw: Mapping[str, Any]
) -> None:
    assert Example(raw).truth(RULES[rule]) == outcome


@pytest.mark.parametrize(("rule", "outcome", "raw"), EXAMPLES)
def test_what_a_rule_voids_does_not_count_by_itself_either(
    rule: str, outcome: str, raw: Mapping[str, Any]
) -> None:
    example = Example(raw)
    found = settle(
        example.findings, example.estate, example.day, TERMS, {}, undecided=example.undecided
    )[1][0]
    voided = {each for each in VOID if example.truth(RULES[each]) == "fails"}
    assert not (voided and found.counts)
    if outcome == "fails" and rule in VOID:
        assert found.state in VOID.values()


def test_those_rules_void_that_say_it_does_not_count() -> None:
    assert {name for name, rule in RULES.items() if rule.get("voids") == "true"} == {*VOID}


def test_every_rule_has_its_words_and_examples() -> None:
    for rule in RULES.values():
        assert rule["for"] == "exception"
        assert {"title", "severity", "since", "message", "why", "fix", "authority"} <= set(rule)
        assert {"fails", "passes"} <= set(rule["examples"])


@pytest.mark.parametrize("rule", RULES)
def test_what_a_rule_shows_are_facts(rule: str) -> None:
    scope = Scope(Vocabulary(WORDS), "exception")
    shown = [*re.findall(r"{(.*?)}", RULES[rule]["message"]), *RULES[rule]["evidence"]]
    assert [mistakes for name in shown if (mistakes := check_path(name, scope)[1])] == []


@pytest.mark.parametrize("rule", RULES)
def test_a_withdrawn_acceptance_troubles_no_rule(rule: str) -> None:
    for raw in RULES[rule]["examples"]["fails"]:
        record = {**raw["exceptions"]["ex-1"], "withdrawn": {"on": raw["as_of"]}}
        withdrawn = {**raw, "exceptions": {"ex-1": record}}
        assert Example(withdrawn).truth(RULES[rule]) == "passes"
