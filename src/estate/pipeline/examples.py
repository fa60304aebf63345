"""The examples of rules, run: each is a small estate of which a rule must say what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from estate.errors import EstateError, Location, RuleError
from estate.exceptions import facts_of
from estate.facts import Facts, derive
from estate.lifecycle import Catalogue
from estate.lifecycle.nothing import empty
from estate.model import Policy
from estate.model.scalars import day
from estate.pipeline.terms import terms_of
from estate.read import Document, inventory_of
from estate.rules import Example, Judgement, Pack, Rule, judge

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
    catalogue = empty(date.min)
    for rule in pack.rules.values():
        for example in rule.examples:
            location = example.source.location(example.path)
            wrong = _wrong(pack, rule, example, catalogue)
            yield Tried(rule.id, example.expects, location, wrong)


def _wrong(pack: Pack, rule: Rule, example: Example, catalogue: Catalogue) -> str:
    try:
        facts = _facts(pack, example, catalogue)
    except EstateError as error:
        return "; ".join([error.message, *(str(problem) for problem in error.problems)])
    judged = _judged(pack, rule, facts)
    result = judged.results[-1]
    held = {
        "fails": result.failed > 0,
        "unknown": result.failed == 0 and result.unknown > 0,
        "passes": result.failed == 0 and result.unknown == 0,
    }[example.expects]
    counts = f"{result.failed} failed, {result.unknown} unknown, {result.passed} passed"
    return "" if held else counts


def _judged(pack: Pack, rule: Rule, facts: Facts) -> Judgement:
    if rule.acceptable:
        return judge([rule], facts)
    first = judge(pack.running(), facts, explain_unknown=True)
    given = facts_of(
        facts.estate, facts.today, first.findings, terms_of(pack), undecided=first.unknown
    )
    return judge([rule], facts.with_columns(given))


def _facts(pack: Pack, example: Example, catalogue: Catalogue) -> Facts:
    """Load an example as an inventory. Raises EstateError with what is wrong with it."""
    raw: dict[str, Any] = dict(example.inventory)
    today = _day(raw, _DAY)
    known = empty(_day(raw, _CATALOGUE)) if _CATALOGUE in raw else catalogue
    sections = {key: value for key, value in raw.items() if key not in {_DAY, _CATALOGUE}}
    document = Document("example", "", values=sections)
    inventory = inventory_of([document], name="example", policy=Policy(), defaults={})
    return derive(inventory.estate, today, known, pack.dictionary)


def _day(raw: Mapping[str, Any], name: str) -> date:
    try:
        return day(str(raw.get(name)))
    except ValueError:
        raise RuleError(f"an example needs its own day: {name}: YYYY-MM-DD") from None
