"""Acceptances for the public: how they stand, and nothing that people wrote.

A committee decides about the treatment, the days and the scores; who accepted is said by the role.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
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
    Sign,
    Step,
)
from estate.redaction.findings import PLAIN_VALUES, spoken
from estate.redaction.stand_ins import StandIns, in_order
from estate.redaction.wording import WITHHELD
from estate.report.register.entry import ENDING
from estate.report.register.words import ROLES, day, state_of
from estate.report.wording import counted

__all__ = ["acceptance_of"]

_TEXT: Final = WITHHELD.capitalize()

_PLAIN_FACTS: Final = frozenset(
    {"support.status", "support.ended", "support.source", "version", "product", "products"}
    | {"asset.exposure", "asset.personal_data", "asset.criticality", "asset.state"}
    | {"exposure", "personal_data", "criticality", "software_as_a_service", "annual_cost"}
)
"""Facts whose names are shown; their values are, where they are plain."""
_CLAIMS: Final = frozenset({"isolated", "no-internet", "read-only"})
_TREATMENTS: Final = frozenset({"tolerate", "treat", "transfer", "terminate"})
_ACTIONS: Final = frozenset({"remove", "replace", "upgrade", "fix", "none"})
_STATUSES: Final = frozenset({"proposed", "planned", "live", "stopped", "done"})


_Told = Mapping[str, Finding]
"""Public findings by the fingerprints of the true ones."""


def acceptance_of(each: Acceptance, outcome: Outcome, found: _Told, names: StandIns) -> Acceptance:
    """Return an acceptance of an outcome, whose public findings stand by true fingerprints."""
    entitled = _entitled(each)
    return Acceptance(
        id=names.id(each.id),
        rule=names.rule(each.rule),
        state=each.state,
        counts=each.counts,
        reasons=tuple(_reasons(each, outcome)),
        organisations=names.every(each.organisations),
        covers=_covers(each, outcome, found, names),
        findings=tuple(found[key].fingerprint for key in each.findings if key in found),
        risk=_TEXT if each.risk else "",
        plan=_plan(each) if each.plan else "",
        accepted_by=entitled if each.accepted_by else "",
        accepted_on=each.accepted_on,
        review_by=each.review_by,
        expires=each.expires,
        place=Place(names.id(each.id)),
        severity=each.severity,
        role=_one_of(each.role, ROLES),
        last_day=each.last_day,
        treatment=_one_of(each.treatment, _TREATMENTS),
        action=_one_of(each.action, _ACTIONS),
        target=each.target,
        requested_by=_TEXT if each.requested_by else "",
        requested_on=each.requested_on,
        inherent=each.inherent,
        residual=each.residual,
        withdrawn_on=each.withdrawn_on,
        pinned_on=each.pinned_on,
        comparisons=_comparisons(each, outcome, found, names),
        controls=tuple(_control(c, n) for n, c in enumerate(each.controls, start=1)),
        deliveries=tuple(_delivery(d, names) for d in each.deliveries),
        signs=tuple(_sign(sign, entitled, names) for sign in each.signs),
        extensions=tuple(_extension(e, entitled) for e in each.extensions),
        routes=tuple(tuple(_step(step, names) for step in route) for route in each.routes),
        history=tuple(Revision("", r.on, _TEXT, _TEXT) for r in each.history),
    )


def _entitled(each: Acceptance) -> str:
    return f"The {ROLES[each.role]}" if each.role in ROLES else "The holder of the role"


def _plan(each: Acceptance) -> str:
    """Say again, without the project's name, what is to be done by when."""
    by = f"by {each.target}" if each.target else ""
    action = " ".join(filter(None, (_one_of(each.action, _ACTIONS), by)))
    return ": ".join(filter(None, (_one_of(each.treatment, _TREATMENTS), action))) or _TEXT


def _one_of(word: str, words: Container[str]) -> str:
    """Return a word of the format; "" for any other."""
    return word if word in words else ""


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


def _covered(each: Acceptance, outcome: Outcome) -> list[Finding]:
    return [f for f in outcome.findings if f.fingerprint in each.findings and f.rule == each.rule]


def _covers(each: Acceptance, outcome: Outcome, found: _Told, names: StandIns) -> tuple[str, ...]:
    covered = _covered(each, outcome)
    words = [spoken(found[f.fingerprint].subject, names) for f in covered]
    rest = len(each.covers) - len(words)
    verb = "is" if rest == 1 else "are"
    more = [f"{counted(rest, 'thing')} that {verb} not found now"] if rest > 0 else []
    return (*sorted(words), *more)


def _comparisons(
    each: Acceptance, outcome: Outcome, found: _Told, names: StandIns
) -> tuple[Comparison, ...]:
    words = {
        _called(f): spoken(found[f.fingerprint].subject, names) for f in _covered(each, outcome)
    }
    others = in_order({fact.subject for fact in each.comparisons} - set(words))
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


def _called(finding: Finding) -> str:
    """Return a subject as comparisons call it: `oracle-database 12.2 on Academy`."""
    subject = finding.subject
    software = " ".join(str(value) for _, value in subject.detail if value)
    return f"{software} on {subject.name or subject.id}"


def _value(text: str) -> str:
    return text if not text or text in PLAIN_VALUES else _TEXT


def _control(control: Control, number: int) -> Control:
    return Control(
        control=f"Control {number} (its text is withheld)",
        claims=_one_of(control.claims, _CLAIMS),
        evidence="Recorded" if control.evidence else "",
        agrees=control.agrees,
    )


def _delivery(delivery: Delivery, names: StandIns) -> Delivery:
    return Delivery(
        id=names.id(delivery.id),
        name=names.name(delivery.id),
        status=_one_of(delivery.status, _STATUSES),
        ends=delivery.ends,
        in_time=delivery.in_time,
        funded=delivery.funded,
    )


def _sign(sign: Sign, entitled: str, names: StandIns) -> Sign:
    return Sign(
        organisation=names.id(sign.organisation) if sign.organisation else "",
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
        reason=_TEXT if extension.reason else "",
    )


def _step(step: Step, names: StandIns) -> Step:
    return Step(names.id(step.id), names.name(step.id), step.kind)
