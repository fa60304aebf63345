"""The examples of rules, run: each is a small estate of which a rule must say what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from pydantic_core import ValidationError

from estate.errors import EstateError, Location, RuleError
from estate.exceptions import Docket, cases_of, facts_of, settle
from estate.exceptions.amendments import Before, amendments_of, no_amendments, removed
from estate.facts import Facts, derive
from estate.findings import RuleResult
from estate.frozen import frozen
from estate.lifecycle.nothing import empty
from estate.model import Policy
from estate.model.scalars import day
from estate.model.validation import validator_of
from estate.pipeline.readings import Readings
from estate.pipeline.terms import terms_of, void_reasons
from estate.read import Document, inventory_of
from estate.rules import Example, Judge, Pack, Rule, judge

_DAY = "as_of"
_CATALOGUE = "catalogue_as_of"
"""The day of which an example's catalogue speaks; without it, it is older than everything."""
_POLICY = "policy"
"""What an example's owner has decided, as under `policy` in estate.yaml."""
_BASE = "base"
"""The sections that were otherwise before the change, for a rule of comparisons."""
_SETTINGS = frozenset({_DAY, _CATALOGUE, _POLICY, _BASE})


@frozen
class Tried:
    """One example as it went; `wrong` says what happened instead, "" where it held."""

    rule: str
    expects: str
    location: Location
    wrong: str


def try_examples(pack: Pack) -> Iterator[Tried]:
    """Run every example of every rule. Examples see only their own products."""
    trial = Trial(pack)
    for rule in pack.rules.values():
        for example in rule.examples:
            location = example.source.location(example.path)
            yield Tried(rule.id, example.expects, location, _wrong(trial, rule, example))


class Trial:
    """Runs examples under the rules of a pack."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._terms = terms_of(pack)
        self._first = Judge(pack.running())

    def results(self, rules: Sequence[Rule], example: Example) -> tuple[RuleResult, ...]:
        """Judge an example by rules that stand for one another: all acceptable, or none of them.

        Raises EstateError with what is wrong with the example.
        """
        whole = not all(rule.acceptable for rule in rules)
        return judge(rules, self.facts(example) if whole else self._facts(example)).results

    def facts(self, example: Example) -> Facts:
        """Return the facts of an example, and about its acceptances. Raises EstateError."""
        facts, docket = self.heard(example)
        cases = cases_of(facts, docket)
        known = facts.with_columns({**facts_of(cases), **no_amendments(facts.estate)})
        if _BASE not in example.inventory:
            return known
        before = self._before(example)
        there = frozenset(finding.fingerprint for finding in docket.findings)
        changed = known.with_columns(amendments_of(before, facts.estate, cases, there))
        return changed.with_subjects("exception", removed(before, facts.estate))

    def _before(self, example: Example) -> Before:
        """Return how the acceptances of an example stood before its change. Raises EstateError."""
        raw = dict(example.inventory)
        earlier = raw.pop(_BASE)
        if not isinstance(earlier, Mapping):
            raise RuleError("the base of an example is a mapping of sections")
        facts, docket = self.heard(replace(example, inventory={**raw, **earlier}))
        cases = cases_of(facts, docket)
        rules = [rule for rule in self._pack.about_exceptions() if rule.voids]
        known = facts.with_columns({**facts_of(cases), **no_amendments(facts.estate)})
        void = void_reasons(self._pack, judge(rules, known).findings)
        _, stand = settle(docket.findings, cases, facts.estate, void)
        return Before.of(facts.estate, cases, stand)

    def heard(self, example: Example) -> tuple[Facts, Docket]:
        """Return what acceptances of an example are held against. Raises EstateError."""
        facts = self._facts(example)
        first = self._first.judge(facts, explain_unknown=True)
        read = Readings(self._pack.rules, facts, partial(self._again, facts))
        docket = Docket(
            terms=self._terms, findings=first.findings, undecided=first.unknown, read=read
        )
        return facts, docket

    def _facts(self, example: Example) -> Facts:
        """Load an example as an inventory. Raises EstateError with what is wrong with it."""
        raw: dict[str, Any] = dict(example.inventory)
        today = _day(raw, _DAY)
        known = empty(_day(raw, _CATALOGUE) if _CATALOGUE in raw else date.min)
        sections = {key: value for key, value in raw.items() if key not in _SETTINGS}
        document = Document("example", "", values=sections)
        policy = _policy(raw.get(_POLICY, {}))
        inventory = inventory_of([document], name="example", policy=policy, defaults={})
        return derive(inventory.estate, today, known, self._pack.dictionary)

    def _again(self, facts: Facts, today: date) -> Facts:
        """Derive an example on another day."""
        return derive(facts.estate, today, facts.catalogue, self._pack.dictionary)


def holds(example: Example, result: RuleResult) -> bool:
    """Whether a rule said of an example what the example expects of it."""
    return {
        "fails": result.failed > 0,
        "unknown": result.failed == 0 and result.unknown > 0,
        "passes": result.failed == 0 and result.unknown == 0,
    }[example.expects]


def _wrong(trial: Trial, rule: Rule, example: Example) -> str:
    try:
        (result,) = trial.results([rule], example)
    except EstateError as error:
        return "; ".join([error.message, *(str(problem) for problem in error.problems)])
    counts = f"{result.failed} failed, {result.unknown} unknown, {result.passed} passed"
    return "" if holds(example, result) else counts


def _day(raw: Mapping[str, Any], name: str) -> date:
    try:
        return day(str(raw.get(name)))
    except ValueError:
        raise RuleError(f"an example needs its own day: {name}: YYYY-MM-DD") from None


def _policy(raw: object) -> Policy:
    try:
        policy: Policy = validator_of(Policy).validate_python(raw)
    except ValidationError as error:
        fields = ", ".join(".".join(map(str, e["loc"])) for e in error.errors(include_url=False))
        raise RuleError(f"the policy of an example is wrong: {fields or 'no mapping'}") from None
    return policy
