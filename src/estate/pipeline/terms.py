"""What each rule asks of an acceptance, and which acceptances a rule takes away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from estate.exceptions import Terms
from estate.findings import Finding
from estate.rules import Pack


def terms_of(pack: Pack) -> Mapping[str, Terms]:
    """Return the terms of every rule whose findings can be accepted."""
    return {
        rule.id: Terms(
            severity=rule.severity.worst,
            role=rule.acceptance.role,
            longest=rule.acceptance.longest,
            needs=rule.acceptance.needs,
        )
        for rule in pack.rules.values()
        if rule.acceptable
    }


def void_reasons(pack: Pack, findings: Iterable[Finding]) -> Mapping[str, tuple[str, ...]]:
    """Return, by exception, the messages of the rules that say it does not count."""
    reasons: dict[str, tuple[str, ...]] = {}
    for finding in findings:
        if pack.rules[finding.rule].voids:
            reasons[finding.subject.id] = (*reasons.get(finding.subject.id, ()), finding.message)
    return reasons
