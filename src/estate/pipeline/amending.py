"""The rules that run where two estates are compared: what the change itself does."""

from __future__ import annotations

from collections.abc import Iterable

from estate.exceptions import Case
from estate.exceptions.amendments import Before, amendments_of, removed
from estate.facts import Facts
from estate.rules import Judgement, Pack, judge

__all__ = ["about_change", "joined"]


def about_change(
    pack: Pack, facts: Facts, before: Before, cases: tuple[Case, ...], found: Iterable[str]
) -> Judgement:
    """Judge a change by the rules of comparisons. Nobody may accept what they find.

    `facts` hold the columns about exceptions, `found` are the fingerprints of what was found. An
    acceptance that the change removed is judged with those that are there.
    """
    judged = (*pack.running(comparison=True), *pack.about_exceptions(comparison=True))
    rules = [rule for rule in judged if rule.comparison]
    columns = amendments_of(before, facts.estate, cases, frozenset(found))
    gone = removed(before, facts.estate)
    world = facts.with_columns(columns).with_subjects("exception", gone)
    return judge(rules, world, explain_unknown=False)


def joined(*judgements: Judgement) -> Judgement:
    """Return several judgements as one."""
    return Judgement(
        tuple(result for each in judgements for result in each.results),
        tuple(finding for each in judgements for finding in each.findings),
        tuple(unknown for each in judgements for unknown in each.unknown),
    )
