"""The state of an exception on a day, whether it counts, and every reason in words.

The states stand in the order of the inventory format: the first that applies is the exception's.
A new state is one more line in `_FAULTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Final

from estate.exceptions.case import Case
from estate.exceptions.delivery import arrives, is_funded
from estate.exceptions.parts import SAYS
from estate.exceptions.signs import stray_signatures
from estate.exceptions.wording import called, role_in_words
from estate.findings import Sign
from estate.frozen import frozen
from estate.model.scalars import NEVER, day_text

EXPIRING_WITHIN: Final = timedelta(days=30)
"""How long before its last day an acceptance is `expiring`: the first step of the register's
30, 60 and 90 days, long enough for a SIRO to decide before it lapses."""

OFTEN: Final = 2
LONG: Final = timedelta(days=365)
"""From how many extensions, or past how long a delay, an acceptance is flagged as repeated."""


@frozen
class Standing:
    """How an exception stands: its state, whether it counts, and why not or why it is flagged."""

    state: str
    counts: bool
    reasons: tuple[str, ...]


def standing_of(case: Case) -> Standing:
    """Judge an exception. Every fault that it has is among the reasons, then what is flagged."""
    faults = [(state, reason) for state, check in _FAULTS for reason in check(case)]
    flags = [*_overdue(case), *_repeated(case), *_undelivered(case), *_unsure(case)]
    if faults:
        reasons = dict.fromkeys([*(reason for _, reason in faults), *flags])
        return Standing(faults[0][0], counts=False, reasons=tuple(reasons))
    if case.live is False or case.terms is None:
        return Standing(
            "orphaned", counts=case.terms is not None, reasons=(*_orphaned(case), *flags)
        )
    if case.last_day is not None and case.last_day - case.day <= EXPIRING_WITHIN:
        ends = f"it ends on {day_text(case.last_day)}"
        return Standing("expiring", counts=True, reasons=(ends, *flags))
    return Standing("valid", counts=True, reasons=tuple(flags))


def _incomplete(case: Case) -> Iterator[str]:
    yield from (SAYS[part] for part in case.missing_parts)


def _open_ended(case: Case) -> Iterator[str]:
    if case.grant.expires in (None, NEVER):
        yield SAYS["expires"]
    if case.needs_plan:
        yield from _planless(case)


def _planless(case: Case) -> Iterator[str]:
    if case.plan.target in (None, NEVER):
        yield SAYS["target"]
    if case.plan.action in {"fix", "none"}:
        yield f"an action of {case.plan.action} neither removes nor replaces the cause"
    if case.record.treatment == "tolerate":
        yield "a risk that is to end cannot be tolerated"


def _unauthorised(case: Case) -> Iterator[str]:
    role = role_in_words(case.role)
    for signing in case.signs:
        whole = case.role and signing.person and signing.on and case.for_whom(signing)
        if signing.held or not whole:
            continue  # entitled; or not even complete, which is said already
        if signing.held is None:
            whom = f"{_whom(case, signing)} lists no roles"
            yield f"{whom}, so nobody knows that {signing.person} was its {role}"
        else:
            act = f"{_whom(case, signing)} on {day_text(signing.on or case.day)}"
            yield f"{signing.person} did not hold the role of {role} for {act}"


def _whom(case: Case, sign: Sign) -> str:
    keys = [sign.organisation] if sign.organisation else case.speakers
    return " or ".join(called(case.estate, key) for key in keys)


def _missing_joint(case: Case) -> Iterator[str]:
    for key in case.missing_organisations:
        yield f"nobody has accepted it for {called(case.estate, key)}"
    for key in case.concerned.unrecorded:
        thing = called(case.estate, key)
        yield f"nobody has recorded whose {thing} is, so an acceptance may be missing"


def _forged(case: Case) -> Iterator[str]:
    for sign in case.signs:
        if sign.signature == "refused":
            yield f"the signature of {sign.person} is refused: {sign.reason}"
    yield from stray_signatures(case.record, case.grant)


def _stale(case: Case) -> Iterator[str]:
    yield from case.bond.faults


def _self_approved(case: Case) -> Iterator[str]:
    for person in case.judges_of_their_own:
        yield f"{person} accepted what they asked for or own"


def _contradicted(case: Case) -> Iterator[str]:
    for control in case.controls:
        if control.agrees is False:
            way = " → ".join(called(case.estate, key) for key in control.path)
            yield f"it claims to be {control.claims}, but the internet reaches it: {way}"


def _above_appetite(case: Case) -> Iterator[str]:
    score, appetite = case.residual_score, case.policy.appetite
    if score is not None and score > appetite:
        yield f"a residual risk of {score} is above the appetite of {appetite}"


def _overlong(case: Case) -> Iterator[str]:
    last, ceiling = case.last_day, case.ceiling
    if last is not None and ceiling is not None and last > ceiling:
        yield f"it lasts until {day_text(last)}, and at most {day_text(ceiling)} is allowed"


def _unsigned(case: Case) -> Iterator[str]:
    for sign in case.signs if case.must_be_signed else ():
        if sign.signature == "unsigned":
            yield f"{sign.person or 'nobody'} has not signed it"


def _expired(case: Case) -> Iterator[str]:
    if case.lapsed and case.last_day is not None:
        by_plan = case.last_day != case.grant.expires
        what = "the target of its plan was" if by_plan else "it expired on"
        yield f"{what} {day_text(case.last_day)}"


def _withdrawn(case: Case) -> Iterator[str]:
    withdrawal = case.record.withdrawn
    if withdrawal is None or not case.withdrawn:
        return
    on = f" on {day_text(withdrawal.on)}" if withdrawal.on else ""
    by = f" by {withdrawal.by}" if withdrawal.by else ""
    why = f": {withdrawal.reason}" if withdrawal.reason else ""
    yield f"it was withdrawn{on}{by}{why}"


def _pending(case: Case) -> Iterator[str]:
    if case.pending and case.grant.since is not None:
        yield f"it is accepted from {day_text(case.grant.since)} only"


def _orphaned(case: Case) -> Iterator[str]:
    if case.terms is None:
        yield f"no rule whose findings can be accepted is called {case.record.rule}"
    else:
        yield "it covers nothing that the rule finds"


def _overdue(case: Case) -> Iterator[str]:
    due = case.review_due
    if due is not None and due < case.day and not (case.lapsed or case.withdrawn):
        yield f"its review was due on {day_text(due)}"


def _repeated(case: Case) -> Iterator[str]:
    if case.renewals >= OFTEN or case.slip > LONG.days:
        times = "once" if case.renewals == 1 else f"{case.renewals} times"
        yield f"it was extended {times}, by {case.slip} days in all"


def _undelivered(case: Case) -> Iterator[str]:
    """Say what is wrong with the plan that is to end the risk."""
    if case.lapsed or case.withdrawn or not (case.needs_plan or case.deliveries):
        return
    if arrives(case.deliveries) is False:
        yield "no project of the work plan ends by its target"
    if case.deliveries and is_funded(case.deliveries) is False:
        yield "its plan has no funded budget line"


def _unsure(case: Case) -> Iterator[str]:
    """Say what nobody can tell of it, while it may count."""
    if case.lapsed or case.withdrawn:
        return
    if case.record.facts is None:
        yield "no facts are pinned: nobody can tell whether it is still about the same"
    if case.contradicted is None:
        yield "whether its claim of isolation holds is not known"


_FAULTS: Final[tuple[tuple[str, Callable[[Case], Iterator[str]]], ...]] = (
    ("incomplete", _incomplete),
    ("open-ended", _open_ended),
    ("unauthorised", _unauthorised),
    ("missing-joint", _missing_joint),
    ("forged", _forged),
    ("stale", _stale),
    ("expired", _expired),
    ("withdrawn", _withdrawn),
    ("pending", _pending),
    ("self-approved", _self_approved),
    ("contradicted", _contradicted),
    ("above-appetite", _above_appetite),
    ("overlong", _overlong),
    ("unsigned", _unsigned),
)
"""What keeps an exception from counting, in order; each check yields its reasons."""

STATES: Final = (*(state for state, _ in _FAULTS), "orphaned", "expiring", "valid")
"""Every state, in order. `pending` is one that is not accepted yet."""
