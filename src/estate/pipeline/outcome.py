"""The outcome of a run, put together from its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from estate import __version__
from estate.exceptions import Read
from estate.exceptions.amendments import Before
from estate.facts import Facts
from estate.findings import (
    SEVERITIES,
    Acceptance,
    Finding,
    Outcome,
    RuleResult,
    Unmanaged,
    at_least,
)
from estate.frozen import frozen
from estate.read import Inventory
from estate.rules import Judgement, Pack


@frozen
class Judged:
    """What judging and settling gave.

    `never_known` are the findings that no baseline hides; `read` reads what acceptances are bound
    to; `accepted` is how the acceptances stand.
    """

    first: Judgement
    second: Judgement
    settled: tuple[Finding, ...]
    acceptances: tuple[Acceptance, ...]
    headline: Unmanaged
    never_known: frozenset[str]
    read: Read
    accepted: Before


def outcome_of(
    inventory: Inventory, pack: Pack, facts: Facts, judged: Judged, threshold: str
) -> Outcome:
    """Return the outcome: findings of the rules that were chosen, sorted, with their status."""
    estate, policy = inventory.estate, inventory.estate.policy
    found = [f for f in (*judged.settled, *judged.second.findings) if f.rule not in pack.not_run]
    unknown = (*judged.first.unknown, *judged.second.unknown)
    return Outcome(
        estate=estate.name,
        as_of=facts.today,
        tool=__version__,
        assets=len(facts.assets),
        relations=facts.graph.relations,
        digest=estate.digest,
        catalogue_as_of=facts.catalogue.as_of,
        catalogue_digest=facts.catalogue.digest,
        threshold=threshold,
        gaps_fail=policy.gaps == "fail",
        rules=tuple(_results(pack, judged, found)),
        findings=tuple(sorted((_ranked(f, threshold) for f in found), key=_order)),
        unknown=tuple(u for u in unknown if u.rule not in pack.not_run),
        acceptances=judged.acceptances,
        unmanaged=judged.headline,
        organisations={key: entry.name for key, entry in estate.of("organisation").items()},
        not_run=tuple(sorted(pack.not_run.items())),
        places=inventory.places,
    )


def _ranked(finding: Finding, threshold: str) -> Finding:
    """Mark an open finding that is not as bad as the threshold."""
    if finding.status != "open" or threshold == "never" or at_least(finding.severity, threshold):
        return finding
    return replace(finding, status="below-threshold")


def _order(finding: Finding) -> tuple[int, str, str, str]:
    return SEVERITIES.index(finding.severity), finding.rule, finding.subject.id, finding.fingerprint


def _results(pack: Pack, judged: Judged, found: Iterable[Finding]) -> Iterator[RuleResult]:
    accepted = Counter(finding.rule for finding in found if finding.status == "accepted")
    for result in (*judged.first.results, *judged.second.results):
        if result.id not in pack.not_run:
            names = tuple(_authority(pack, name) for name in result.authority)
            yield replace(result, accepted=accepted[result.id], authority=names)


def _authority(pack: Pack, name: str) -> str:
    """Return an authority as a reader knows it: its name, and who issued it."""
    found = pack.authorities[name]
    return f"{found.name} ({found.issuer})" if found.issuer else found.name
