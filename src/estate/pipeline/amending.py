"""The rules that run where two estates are compared: what the change itself does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from estate.exceptions import Case
from estate.exceptions.amendments import Before, amendments_of, removed
from estate.facts import Facts
from estate.findings import SEVERITIES, Finding
from estate.rules import Judgement, Pack, judge

__all__ = ["about_change", "joined", "stricter", "with_rules_before"]


def about_change(
    pack: Pack, facts: Facts, before: Before, cases: tuple[Case, ...], found: Iterable[Finding]
) -> Judgement:
    """Judge a change by the rules of comparisons. Nobody may accept what they find.

    `facts` hold the columns about exceptions, `found` is what was found after the change. An
    acceptance that the change removed is judged with those that are there.
    """
    judged = (*pack.running(comparison=True), *pack.about_exceptions(comparison=True))
    rules = [rule for rule in judged if rule.comparison]
    there = frozenset(finding.fingerprint for finding in found)
    columns = amendments_of(before, facts.estate, cases, there)
    gone = removed(before, facts.estate)
    world = facts.with_columns(columns).with_subjects("exception", gone)
    return judge(rules, world, explain_unknown=False)


def with_rules_before(pack: Pack, before: Pack) -> Pack:
    """Return a pack with the rules of comparisons as they were, set and switched, before a change.

    Else a change could switch off the rule that finds it.
    """
    rules = {name: rule for name, rule in before.rules.items() if rule.comparison}
    resting = {name: why for name, why in pack.not_run.items() if name not in rules}
    return replace(
        pack,
        rules={**pack.rules, **rules},
        authorities={**before.authorities, **pack.authorities},
        not_run={**resting, **{n: why for n, why in before.not_run.items() if n in rules}},
    )


def stricter(one: str, other: str) -> str:
    """Return the threshold that more findings reach: a change does not raise its own."""
    ranks: tuple[str, ...] = ("never", *SEVERITIES)
    return max(one, other, key=ranks.index)


def joined(*judgements: Judgement) -> Judgement:
    """Return several judgements as one."""
    return Judgement(
        tuple(result for each in judgements for result in each.results),
        tuple(finding for each in judgements for finding in each.findings),
        tuple(unknown for each in judgements for unknown in each.unknown),
    )
