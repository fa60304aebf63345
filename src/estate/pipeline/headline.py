"""The headline number: unsupported software that nobody entitled has accepted (Stockton P8).

Whatever was selected, ignored, baselined or downgraded, it counts every installation in use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from estate.facts import PRESENT, UNMANAGED, Facts, Installation
from estate.findings import Finding, Unmanaged, fingerprint
from estate.rules import Rule

RULES: Final = {"ended": "unsupported-software", "extended-unpaid": "unpaid-extended-support"}
"""The rule that finds each kind of unmanaged software: judged in every run."""

_INHERITED: Final = "inherited-unsupported-software"


def unmanaged(facts: Facts, settled: Iterable[Finding]) -> Unmanaged:
    """Count what is unmanaged, the services that rest on it, and what nobody knows."""
    accepted = {found.fingerprint for found in settled if found.status == "accepted"}
    exposed = (found for found in _in_use(facts) if found.support.status in UNMANAGED)
    open_ = [found for found in exposed if _finding_of(facts, found) not in accepted]
    saas = facts.column("installation.software_as_a_service")
    unknown = [f for f in _in_use(facts) if f.support.status is None and not saas[f.id]]
    return Unmanaged(len(open_), len(_services(facts, open_)), len(unknown))


def inherited(facts: Facts, findings: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    """Return, for each finding about what something stands on, the findings that it rests on."""
    trails = facts.column("asset.stands_on_unsupported")
    return {
        finding.fingerprint: tuple(
            _finding_of(facts, trail.installation)
            for trail in trails[finding.subject.id]
            if trail is not None
        )
        for finding in findings
        if finding.rule == _INHERITED
    }


def always_judged(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules among these that the headline needs."""
    return [rule for rule in rules if rule.id in RULES.values()]


def _in_use(facts: Facts) -> Iterator[Installation]:
    state = facts.column("asset.state")
    return (f for f in facts.subjects("installation") if state[f.asset.id] in PRESENT)


def _finding_of(facts: Facts, found: Installation) -> str:
    rule = RULES.get(found.support.status or "", "")
    return fingerprint(rule, facts.describe("installation", found)[0])


def _services(facts: Facts, found: Iterable[Installation]) -> set[str]:
    state = facts.column("asset.state")
    services = facts.estate.of("service")
    return {
        key
        for root in {installation.asset.id for installation in found}
        for key in facts.graph.all_needed_by(root)
        if key in services and state[key] in PRESENT
    }
