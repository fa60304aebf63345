"""Findings that somebody entitled to do so has accepted become accepted; the others stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from estate.exceptions.case import Case
from estate.exceptions.states import Standing, standing_of
from estate.exceptions.wording import covers_in_words, people_in_words, plan_in_words
from estate.findings import Acceptance, Finding, Place, Prolonged
from estate.model import Estate
from estate.model.acceptances import Extension, Score
from estate.model.scalars import ALWAYS, NEVER

Inherited = Mapping[str, tuple[str, ...]]


def settle(
    findings: Iterable[Finding],
    cases: tuple[Case, ...],
    estate: Estate,
    void: Mapping[str, tuple[str, ...]],
    inherited: Inherited | None = None,
) -> tuple[tuple[Finding, ...], tuple[Acceptance, ...]]:
    """Return all findings, the accepted ones marked, and every exception as it stands.

    Of several exceptions that count and cover a finding, the alphabetically first is named.
    `void` gives, by exception, why a rule with `voids: true` says that it does not count.
    `inherited` maps a finding to those that it rests on, by fingerprint: it is accepted where it
    rests on something and all of that is accepted. Findings keep their order.
    """
    known = tuple(findings)
    standings = {case.record.id: _voided(standing_of(case), void, case) for case in cases}
    counting = (case for case in cases if standings[case.record.id].counts)
    accepted = _accepted(counting, known, inherited or {})
    settled = tuple(_settled(finding, accepted) for finding in known)
    found = _by_exception(cases, settled)
    acceptances = tuple(
        _acceptance(estate, case, standings[case.record.id], found[case.record.id])
        for case in cases
    )
    return settled, acceptances


def _voided(standing: Standing, void: Mapping[str, tuple[str, ...]], case: Case) -> Standing:
    """Let a rule take away what the record alone would give.

    Where the record does not count by itself, its own reasons say so; the rule's finding stands
    beside them and need not say it twice.
    """
    reasons = void.get(case.record.id)
    if reasons is None or not standing.counts:
        return standing
    return Standing("void", counts=False, reasons=(*reasons, *standing.reasons))


def _accepted(
    counting: Iterable[Case], findings: tuple[Finding, ...], inherited: Inherited
) -> dict[str, str]:
    """Return the exception of every accepted finding, by fingerprint."""
    accepted: dict[str, str] = {}
    for case in counting:
        for finding in case.findings:
            accepted.setdefault(finding.fingerprint, case.record.id)
    roots = dict(accepted)
    for finding in findings:
        rests_on = inherited.get(finding.fingerprint, ())
        if rests_on and all(root in roots for root in rests_on):
            accepted.setdefault(finding.fingerprint, min(roots[root] for root in rests_on))
    return accepted


def _settled(finding: Finding, accepted: Mapping[str, str]) -> Finding:
    exception = accepted.get(finding.fingerprint)
    return replace(finding, status="accepted", exception=exception) if exception else finding


def _by_exception(cases: Iterable[Case], settled: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    """Return the fingerprints under each exception: what it covers, and what rests on that."""
    found = {case.record.id: {f.fingerprint: None for f in case.findings} for case in cases}
    for finding in settled:
        if finding.exception in found:
            found[finding.exception][finding.fingerprint] = None
    return {key: tuple(fingerprints) for key, fingerprints in found.items()}


def _acceptance(
    estate: Estate, case: Case, standing: Standing, findings: tuple[str, ...]
) -> Acceptance:
    record, grant = case.record, case.grant
    signed = {each.organisation for each in grant.signings if each.organisation}
    return Acceptance(
        id=record.id,
        rule=record.rule,
        state=standing.state,
        counts=standing.counts,
        reasons=standing.reasons,
        organisations=record.organisation or tuple(sorted(signed)),
        covers=covers_in_words(estate, record),
        findings=findings,
        risk=record.risk or "",
        plan=plan_in_words(estate, record),
        accepted_by=people_in_words(grant),
        accepted_on=grant.since,
        review_by=_real(record.review_by),
        expires=_real(grant.expires),
        place=Place(record.id),
        severity=case.severity or "",
        role=case.role,
        last_day=_real(case.last_day),
        treatment=record.treatment or "",
        action=case.plan.action or "",
        target=_real(case.plan.target),
        requested_by=record.requested_by or "",
        requested_on=_real(record.requested_on),
        inherent=_score(record.inherent),
        residual=_score(record.residual),
        withdrawn_on=_real(record.withdrawn.on) if record.withdrawn else None,
        pinned_on=case.bond.pinned_on,
        comparisons=case.bond.comparisons,
        controls=case.controls,
        deliveries=case.deliveries,
        signs=case.signs,
        extensions=tuple(_prolonged(each) for each in record.extended or ()),
    )


def _score(score: Score | None) -> tuple[int, int] | None:
    return None if score is None else (score.likelihood, score.impact)


def _prolonged(extension: Extension) -> Prolonged:
    day, person = _real(extension.on), extension.accepted_by or ""
    return Prolonged(extension.begins, extension.to, day, person, extension.reason or "")


def _real(day: date | None) -> date | None:
    return None if day in (NEVER, ALWAYS) else day
