"""The examples of rules, run: each is a small estate of which a rule must say what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from estate.errors import EstateError, Location, RuleError
from estate.exceptions import facts_of
from estate.facts import Facts, derive
from estate.lifecycle.nothing import empty
from estate.model import Policy
from estate.model.scalars import day
from estate.pipeline.terms import terms_of
from estate.read import Document, inventory_of
from estate.rules import Example, Judge, Pack, Rule

_DAY = "as_of"
_CATALOGUE = "catalogue_as_of"
"""The day of which an example's catalogue speaks; without it, it is older than everything."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One example as it went; `wrong` says what happened instead, "" where it held."""

    rule: str
    expects: str
    location: Location
    wrong: str


def try_examples(pack: Pack) -> Iterator[Tried]:
    """Run every example of every rule. Examples see only their own products."""
    trial = _Trial(pack)
    for rule in pack.rules.values():
        judge = Judge([rule])
        for example in rule.examples:
            location = example.source.location(example.path)
            yield Tried(rule.id, example.expects, location, trial.wrong(rule, judge, example))


class _Trial:
    """Runs the examples of one pack; the rules of the first pass are made ready once."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._first = Judge(pack.running())
        self._terms = terms_of(pack)
        self._catalogue = empty(date.min)

    def wrong(self, rule: Rule, judge: Judge, example: Example) -> str:
        """Return what happened instead of what the example expects, "" where it holds."""
        try:
            facts = self._facts(example)
        except EstateError as error:
            return "; ".join([error.message, *(str(problem) for problem in error.problems)])
        (result,) = judge.judge(facts if rule.acceptable else self._accepted(facts)).results
        held = {
            "fails": result.failed > 0,
            "unknown": result.failed == 0 and result.unknown > 0,
            "passes": result.failed == 0 and result.unknown == 0,
        }[example.expects]
        counts = f"{result.failed} failed, {result.unknown} unknown, {result.passed} passed"
        return "" if held else counts

    def _accepted(self, facts: Facts) -> Facts:
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
        known = empty(_day(raw, _CATALOGUE)) if _CATALOGUE in raw else self._catalogue
        sections = {key: value for key, value in raw.items() if key not in {_DAY, _CATALOGUE}}
        document = Document("example", "", values=sections)
        inventory = inventory_of([document], name="example", policy=Policy(), defaults={})
        return derive(inventory.estate, today, known, self._pack.dictionary)


def _day(raw: Mapping[str, Any], name: str) -> date:
    try:
        return day(str(raw.get(name)))
    except ValueError:
        raise RuleError(f"an example needs its own day: {name}: YYYY-MM-DD") from None
