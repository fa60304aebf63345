"""The examples of rules, run: each is a small estate of which a rule must say what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from estate.errors import EstateError, Location, RuleError
from estate.exceptions import facts_of
from estate.facts import Facts, derive
from estate.findings import RuleResult
from estate.frozen import frozen
from estate.lifecycle.nothing import empty
from estate.model import Policy
from estate.model.scalars import day
from estate.pipeline.terms import terms_of
from estate.read import Document, inventory_of
from estate.rules import Example, Judge, Pack, Rule, judge

_DAY = "as_of"
_CATALOGUE = "catalogue_as_of"
"""The day of which an example's catalogue speaks; without it, it is older than everything."""


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
        facts = self._facts(example)
        if not all(rule.acceptable for rule in rules):
            facts = self._with_exceptions(facts)
        return judge(rules, facts).results

    def _with_exceptions(self, facts: Facts) -> Facts:
        """Add what is known of acceptances once all other rules have been judged."""
        first = self._first.judge(facts, explain_unknown=True)
        given = facts_of(
            facts.estate, facts.today, first.findings, self._terms, undecided=first.unknown
        )
        return facts.with_columns(given)

    def _facts(self, example: Example) -> Facts:
        """Load an example as an inventory. Raises EstateError with what is wrong with it."""
        raw: dict[str, Any] = dict(example.inventory)
        today = _day(raw, _DAY)
        known = empty(_day(raw, _CATALOGUE) if _CATALOGUE in raw else date.min)
        sections = {key: value for key, value in raw.items() if key not in {_DAY, _CATALOGUE}}
        document = Document("example", "", values=sections)
        inventory = inventory_of([document], name="example", policy=Policy(), defaults={})
        return derive(inventory.estate, today, known, self._pack.dictionary)


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
