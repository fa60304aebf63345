"""The state of an exception on a day, whether it counts, and every reason in words.

The states stand in the order of the inventory format: the first that applies is the exception's.
A new state is one more line in `_FAULTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Final

from estate.exceptions.case import Case
from estate.exceptions.parts import SAYS
from estate.frozen import frozen
from estate.model.scalars import NEVER, day_text

EXPIRING_WITHIN: Final = timedelta(days=30)
"""How long before its last day an acceptance is `expiring`: the first step of the register's
30, 60 and 90 days, long enough for a SIRO to decide before it lapses."""


@frozen
class Standing:
    """How an exception stands: its state, whether it counts, and why not or why it is flagged."""

    state: str
    counts: bool
    reasons: tuple[str, ...]


def standing_of(case: Case) -> Standing:
    """Judge an exception. Every fault that it has is among the reasons, then what is flagged."""
    faults = [(state, reason) for state, check in _FAULTS for reason in check(case)]
    flags = [*_overdue(case)]
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
    for signing, held in case.holders:
        if held or not (case.role and signing.person and signing.on and case.for_whom(signing)):
            continue  # entitled; or not even complete, which is said already
        if held is None:
            whom = f"{case.for_whom(signing)} lists no roles"
            yield f"{whom}, so nobody knows that {signing.person} held {case.role}"
        else:
            act = f"{case.for_whom(signing)} on {day_text(signing.on)}"
            yield f"{signing.person} did not hold the role {case.role} for {act}"


def _missing_joint(case: Case) -> Iterator[str]:
    for key in case.missing_organisations:
        yield f"nobody has accepted it for {key}"
    for key in case.concerned.unrecorded:
        yield f"nobody has recorded whose {key} is, so an acceptance may be missing"


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


_FAULTS: Final[tuple[tuple[str, Callable[[Case], Iterator[str]]], ...]] = (
    ("incomplete", _incomplete),
    ("open-ended", _open_ended),
    ("unauthorised", _unauthorised),
    ("missing-joint", _missing_joint),
    ("expired", _expired),
    ("withdrawn", _withdrawn),
    ("pending", _pending),
)
"""What keeps an exception from counting, in order; each check yields its reasons."""

STATES: Final = (*(state for state, _ in _FAULTS), "orphaned", "expiring", "valid")
"""Every state that is decided so far, in order. `pending` is one that is not accepted yet."""
