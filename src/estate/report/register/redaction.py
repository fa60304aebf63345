"""An outcome fit for the public: made anew, field by field, of what may be shown.

Nothing is copied that is not named here, so a field that is added later stays out until somebody
decides about it. What people wrote is left out altogether, since it may hold anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate.findings import (
    Acceptance,
    Comparison,
    Control,
    Delivery,
    Finding,
    Outcome,
    Place,
    Prolonged,
    Revision,
    RuleResult,
    Sign,
    Step,
    Subject,
)
from estate.report.register.entry import ENDING
from estate.report.register.mask import PLAIN_VALUES, Mask, mask_of, shown_findings
from estate.report.register.words import ROLES, day, state_of
from estate.report.wording import counted

__all__ = ["WITHHELD", "public"]

WITHHELD: Final = "Withheld"

_PLAIN_FACTS: Final = frozenset(
    {"support.status", "support.ended", "support.source", "version", "product", "products"}
    | {"asset.exposure", "asset.personal_data", "asset.criticality", "asset.state"}
    | {"exposure", "personal_data", "criticality", "software_as_a_service", "annual_cost"}
)
_CLAIMS: Final = frozenset({"isolated", "no-internet", "read-only"})
_TREATMENTS: Final = frozenset({"tolerate", "treat", "transfer", "terminate"})
_ACTIONS: Final = frozenset({"remove", "replace", "upgrade", "fix", "none"})
_STATUSES: Final = frozenset({"proposed", "planned", "live", "stopped", "done"})


def public(outcome: Outcome, before: Outcome | None) -> tuple[Outcome, Outcome | None]:
    """Return both outcomes with nothing left that is not for the public."""
    mask = mask_of([outcome, *([before] if before else [])])
    return _outcome(outcome, mask), _outcome(before, mask) if before else None


def _outcome(outcome: Outcome, mask: Mask) -> Outcome:
    names = {
        alias: outcome.organisations.get(key, alias) for key, alias in mask.organisations.items()
    }
    return Outcome(
        estate=outcome.estate,
        as_of=outcome.as_of,
        tool=outcome.tool,
        assets=outcome.assets,
        relations=outcome.relations,
        digest=WITHHELD,
        catalogue_as_of=outcome.catalogue_as_of,
        catalogue_digest="",
        threshold=outcome.threshold,
        gaps_fail=outcome.gaps_fail,
        rules=tuple(_rule(rule) for rule in outcome.rules if rule.id in mask.rules),
        findings=tuple(_finding(each, mask) for each in shown_findings(outcome)),
        unknown=(),
        acceptances=tuple(_acceptance(each, outcome, mask) for each in outcome.acceptances),
        unmanaged=outcome.unmanaged,
        organisations=names,
    )


def _rule(rule: RuleResult) -> RuleResult:
    return RuleResult(
        id=rule.id,
        title=rule.title,
        severity=rule.severity,
        kind=rule.kind,
        why="",
        fix="",
        authority=(),
        pack=rule.pack,
        population=rule.population,
        failed=rule.failed,
        accepted=rule.accepted,
        unknown=rule.unknown,
        passed=rule.passed,
    )


def _finding(finding: Finding, mask: Mask) -> Finding:
    subject, alias = finding.subject, mask.asset(finding.subject.id)
    product = dict(subject.detail).get("product", "")
    family = mask.keep(product, "software") if isinstance(product, str) else ""
    return Finding(
        fingerprint=mask.findings[finding.fingerprint],
        rule=mask.rule(finding.rule),
        severity=finding.severity,
        kind=finding.kind,
        subject=Subject(
            kind=subject.kind,
            id=alias,
            detail=(("product", family),) if family else (),
            name=alias,
            organisations=tuple(mask.organisations[key] for key in subject.organisations),
        ),
        message=WITHHELD,
        place=Place(""),
        status=finding.status,
    )


def _acceptance(each: Acceptance, outcome: Outcome, mask: Mask) -> Acceptance:
    entitled = _entitled(each)
    return Acceptance(
        id=mask.exceptions[each.id],
        rule=mask.rule(each.rule),
        state=each.state,
        counts=each.counts,
        reasons=tuple(_reasons(each, outcome)),
        organisations=tuple(mask.organisations[key] for key in each.organisations),
        covers=_covers(each, outcome, mask),
        findings=tuple(mask.findings[key] for key in each.findings if key in mask.findings),
        risk=WITHHELD if each.risk else "",
        plan="",
        accepted_by=entitled if each.accepted_by else "",
        accepted_on=each.accepted_on,
        review_by=each.review_by,
        expires=each.expires,
        place=Place(""),
        severity=each.severity,
        role=each.role if each.role in ROLES else "",
        last_day=each.last_day,
        treatment=each.treatment if each.treatment in _TREATMENTS else "",
        action=each.action if each.action in _ACTIONS else "",
        target=each.target,
        requested_by=WITHHELD if each.requested_by else "",
        requested_on=each.requested_on,
        inherent=each.inherent,
        residual=each.residual,
        withdrawn_on=each.withdrawn_on,
        pinned_on=each.pinned_on,
        comparisons=_comparisons(each, outcome, mask),
        controls=tuple(_control(c, n) for n, c in enumerate(each.controls, start=1)),
        deliveries=tuple(_delivery(delivery, mask) for delivery in each.deliveries),
        signs=tuple(_sign(sign, entitled, mask) for sign in each.signs),
        extensions=tuple(_extension(extension, entitled) for extension in each.extensions),
        routes=tuple(tuple(_step(step, mask) for step in route) for route in each.routes),
        history=tuple(Revision("", r.on, WITHHELD, WITHHELD) for r in each.history),
    )


def _entitled(each: Acceptance) -> str:
    return f"The {ROLES[each.role]}" if each.role in ROLES else "The holder of the role"


def _reasons(each: Acceptance, outcome: Outcome) -> Iterator[str]:
    """Say again, from what is known of it, why an exception does not count or is flagged."""
    if not each.counts and (meaning := state_of(each.state).meaning):
        yield meaning.removesuffix(".")
    changed = sum(fact.sameness == "changed" for fact in each.comparisons)
    if changed:
        yield f"{counted(changed, 'fact')} changed since it was accepted"
    if each.review_by and each.review_by < outcome.as_of and each.state != "withdrawn":
        yield f"its review was due on {day(each.review_by)}"
    truths = [delivery.in_time for delivery in each.deliveries]
    if (truths or each.action in ENDING) and True not in truths and None not in truths:
        yield "no project of the work plan ends by its target"
    if len(each.extensions) > 1:
        yield f"it was extended {len(each.extensions)} times"


def _found(each: Acceptance, outcome: Outcome) -> list[Finding]:
    return [f for f in outcome.findings if f.fingerprint in each.findings and f.rule == each.rule]


def _covers(each: Acceptance, outcome: Outcome, mask: Mask) -> tuple[str, ...]:
    words = [_subject(finding.subject, mask) for finding in _found(each, outcome)]
    rest = len(each.covers) - len(words)
    if rest > 0:
        words.append(f"{counted(rest, 'thing')} that {'is' if rest == 1 else 'are'} not found now")
    return tuple(words)


def _subject(subject: Subject, mask: Mask) -> str:
    product = dict(subject.detail).get("product", "")
    alias = mask.asset(subject.id)
    if isinstance(product, str) and product:
        return f"{mask.keep(product, 'software')} on {alias}"
    return alias


def _comparisons(each: Acceptance, outcome: Outcome, mask: Mask) -> tuple[Comparison, ...]:
    words = {_spoken(f.subject): _subject(f.subject, mask) for f in _found(each, outcome)}
    others = sorted({fact.subject for fact in each.comparisons} - set(words))
    words |= {subject: f"Thing {number}" for number, subject in enumerate(others, start=1)}
    return tuple(
        Comparison(
            words[fact.subject],
            fact.fact if fact.fact in _PLAIN_FACTS else "another fact",
            _value(fact.then),
            _value(fact.now),
            fact.sameness,
        )
        for fact in each.comparisons
    )


def _spoken(subject: Subject) -> str:
    """Return a subject as comparisons call it: `oracle-database 12.2 on Academy`."""
    software = " ".join(str(value) for _, value in subject.detail if value)
    return f"{software} on {subject.name or subject.id}"


def _value(text: str) -> str:
    return text if not text or text in PLAIN_VALUES else WITHHELD


def _control(control: Control, number: int) -> Control:
    return Control(
        control=f"Control {number} (its text is withheld)",
        claims=control.claims if control.claims in _CLAIMS else "",
        evidence="Recorded" if control.evidence else "",
        agrees=control.agrees,
    )


def _delivery(delivery: Delivery, mask: Mask) -> Delivery:
    return Delivery(
        id="",
        name=mask.projects[delivery.id],
        status=delivery.status if delivery.status in _STATUSES else "",
        ends=delivery.ends,
        in_time=delivery.in_time,
        funded=delivery.funded,
    )


def _sign(sign: Sign, entitled: str, mask: Mask) -> Sign:
    return Sign(
        organisation=mask.organisations.get(sign.organisation, ""),
        person=entitled if sign.person else "",
        on=sign.on,
        held=sign.held,
        signature=sign.signature,
    )


def _extension(extension: Prolonged, entitled: str) -> Prolonged:
    return Prolonged(
        begins=extension.begins,
        to=extension.to,
        on=extension.on,
        by=entitled if extension.by else "",
        reason=WITHHELD if extension.reason else "",
    )


def _step(step: Step, mask: Mask) -> Step:
    alias = mask.asset(step.id)
    return Step(alias, alias, step.kind)
