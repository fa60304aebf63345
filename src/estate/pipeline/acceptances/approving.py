"""What is written into an exception when it is accepted, signed, pinned or withdrawn.

Everything here is decided before anything is written: the record as it will be, the edits that
make it so, and whether its signature will hold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from estate.errors import AcceptanceError
from estate.exceptions import signed
from estate.exceptions.canonical import payload
from estate.exceptions.parts import SAYS, missing_parts
from estate.findings import Finding, Sign
from estate.frozen import frozen
from estate.model import Approval, PinnedFacts, RiskAcceptance
from estate.model.scalars import day_text
from estate.pipeline import Run
from estate.pipeline.acceptances.drafting import pinned_on
from estate.pipeline.acceptances.records import acceptance_of, covered, record_of
from estate.pipeline.terms import terms_of

__all__ = [
    "Amendment",
    "Edit",
    "Maker",
    "attached",
    "pinned",
    "ready",
    "signed_by",
    "spoken",
    "withdrawn",
]

Maker = Callable[[bytes], str]
"""Makes the armoured signature of the bytes that are to be signed."""


@frozen
class Edit:
    """One field of a record, by its path, and its new value as plain data; None takes it out."""

    path: tuple[str | int, ...]
    value: Any


@frozen
class Amendment:
    """A record as it will be, and the edits of its file that make it so."""

    record: RiskAcceptance
    edits: tuple[Edit, ...]


@frozen
class Line:
    """Whose acceptance of a record is meant: its own, or one of its approvals at a position."""

    record: RiskAcceptance
    position: int | None = None

    @property
    def approval(self) -> Approval | None:
        """The approval, if it is one."""
        return None if self.position is None else (self.record.approvals or ())[self.position]

    @property
    def bytes(self) -> bytes:
        """What is signed."""
        return payload(self.record, self.approval)


def spoken(record: RiskAcceptance, organisation: str) -> Line:
    """Return the acceptance for an organisation; "" where the record leaves no doubt.

    Raises AcceptanceError where it is not clear whose is meant.
    """
    lines = record.approvals or ()
    if not lines:
        return Line(record)
    if not organisation:
        open_ = [n for n, line in enumerate(lines) if line.signature is None]
        if len(open_) != 1:
            names = ", ".join(line.organisation for line in lines)
            raise AcceptanceError(f"{record.id} is accepted by several: say for whom ({names})")
        return Line(record, open_[0])
    for position, line in enumerate(lines):
        if line.organisation == organisation:
            return Line(record, position)
    message = f"{record.id} has no line of {organisation!r} under approvals: write one first"
    raise AcceptanceError(message)


def pinned(run: Run, key: str) -> Amendment:
    """Pin the facts of today. Raises AcceptanceError where somebody has signed others."""
    record = record_of(run.facts.estate, key)
    if _signatures(record):
        message = f"{key} is signed: other facts need new signatures; take the old ones out first"
        raise AcceptanceError(message)
    return _pinned(run, record)


def signed_by(run: Run, key: str, organisation: str, make: Maker) -> Amendment:
    """Accept a risk on the facts of today, by a signature.

    A day of acceptance that is not stated is today, and facts that are not pinned are pinned.
    Raises AcceptanceError where the facts have changed since an earlier signature or day, where
    nobody is named who accepts, and where the signature would not hold.
    """
    record = record_of(run.facts.estate, key)
    line = spoken(record, organisation)
    today = run.facts.today
    dated = _dated(line, today)
    _refuse_unfinished(run, record)
    facts = _bound(run, record, dated)
    line = Line(replace(dated.record, facts=facts.record.facts), line.position)
    done = attached(run, line, make(line.bytes))
    return Amendment(done.record, (*dated.edits, *facts.edits, *done.edits))


def ready(run: Run, key: str, organisation: str) -> Line:
    """Return the acceptance that is to be signed elsewhere, as it stands in its file.

    Raises AcceptanceError where it does not say yet who accepts it, on which day, on which facts.
    """
    record = record_of(run.facts.estate, key)
    line = spoken(record, organisation)
    approval = line.approval
    person, on = (
        (approval.by, approval.on) if approval else (record.accepted_by, record.accepted_on)
    )
    lacking = [
        *([] if person else ["who accepts it"]),
        *([] if on else ["on which day it is accepted"]),
        *([] if record.facts else [f"the facts (estate exceptions pin {key})"]),
    ]
    if lacking:
        raise AcceptanceError(f"{key} cannot be signed yet: it lacks {', '.join(lacking)}")
    return line


def attached(run: Run, line: Line, armoured: str) -> Amendment:
    """Add a signature to a record. Raises AcceptanceError where it does not hold."""
    record = line.record
    if line.position is None:
        given, path = replace(record, signature=armoured), ("signature",)
    else:
        lines = list(record.approvals or ())
        lines[line.position] = replace(lines[line.position], signature=armoured)
        given = replace(record, approvals=tuple(lines))
        path = ("approvals", line.position, "signature")  # type: ignore[assignment]  # a longer way
    sign = _sign(run, given, line)
    if sign.held is not True:
        whom = sign.organisation or "any organisation that it concerns"
        day = day_text(sign.on) if sign.on else "a day that is not stated"
        message = f"{sign.person or 'nobody'} is not listed for the role of {whom} on {day}"
        raise AcceptanceError(f"{record.id} is not signed: {message}")
    if sign.signature != "verified":
        raise AcceptanceError(f"{record.id} is not signed: {sign.reason}")
    return Amendment(given, (Edit(path, armoured),))


def withdrawn(run: Run, key: str, on: date, by: str, reason: str) -> Amendment:
    """End an acceptance. Raises AcceptanceError where it is withdrawn already."""
    record = record_of(run.facts.estate, key)
    if record.withdrawn is not None:
        raise AcceptanceError(f"{key} is withdrawn already")
    value = {"on": on, **({"by": by} if by else {}), "reason": reason}
    return Amendment(record, (Edit(("withdrawn",), value),))


def _signatures(record: RiskAcceptance) -> list[str]:
    lines = (line.signature for line in record.approvals or ())
    return [each for each in (record.signature, *lines) if each is not None]


def _dated(line: Line, today: date) -> Amendment:
    """Give an acceptance the day of today, unless it states one."""
    record, approval = line.record, line.approval
    if not (approval.by if approval else record.accepted_by):
        message = f"{record.id} names nobody who accepts it: write accepted_by, or approvals"
        raise AcceptanceError(message)
    if approval is None:
        if record.accepted_on is not None:
            return Amendment(record, ())
        edit = Edit(("accepted_on",), today)
        return Amendment(replace(record, accepted_on=today), (edit,))
    if approval.on is not None or line.position is None:
        return Amendment(record, ())
    lines = list(record.approvals or ())
    lines[line.position] = replace(approval, on=today)
    edit = Edit(("approvals", line.position, "on"), today)
    return Amendment(replace(record, approvals=tuple(lines)), (edit,))


def _refuse_unfinished(run: Run, record: RiskAcceptance) -> None:
    """Refuse a record that lacks a part: to fill it in later would undo the signature.

    Who accepts, and when, may still lack for others: each signs their own line.
    """
    terms = terms_of(run.pack).get(record.rule)
    parts = () if terms is None else terms.parts
    lacking = missing_parts(record, tuple(part for part in parts if part not in _WRITTEN))
    if lacking:
        said = "; ".join(SAYS[part] for part in lacking)
        raise AcceptanceError(f"{record.id} is not whole yet, and would be forged later: {said}")


_WRITTEN = ("accepted_by", "accepted_on", "facts")
"""The parts that signing itself looks after."""


def _bound(run: Run, record: RiskAcceptance, dated: Amendment) -> Amendment:
    """Pin the facts where they are not; where they are, they must still hold."""
    acceptance = acceptance_of(run.outcome, record.id)
    changed = [each for each in acceptance.comparisons if each.sameness == "changed"]
    first_today = bool(dated.edits) and not _signatures(record)
    if record.facts is None or (changed and first_today):
        if not first_today and _signatures(record):
            message = f"{record.id} is signed by somebody already, without facts: {_ANEW}"
            raise AcceptanceError(message)
        return _pinned(run, record)
    if changed:
        what = "; ".join(f"{c.fact} was {c.then or 'not read'}, is {c.now}" for c in changed)
        raise AcceptanceError(f"{record.id} was accepted on other facts ({what}): {_ANEW}")
    return Amendment(record, ())


_ANEW = "take the day and the signatures out, and have it accepted anew"


def _pinned(run: Run, record: RiskAcceptance) -> Amendment:
    today = run.facts.today
    facts = PinnedFacts(on=today, subjects=pinned_on(run, _found(run, record), today))
    value = {"on": today, "subjects": facts.subjects}
    return Amendment(replace(record, facts=facts), (Edit(("facts",), value),))


def _found(run: Run, record: RiskAcceptance) -> list[Finding]:
    found = covered(run, record)
    if not found:
        raise AcceptanceError(f"{record.id} covers nothing that {record.rule} finds today")
    return found


def _sign(run: Run, record: RiskAcceptance, line: Line) -> Sign:
    """Return how the acceptance of a line stands, with its signature."""
    role = acceptance_of(run.outcome, record.id).role
    signs = signed(run.facts.estate, record, role, run.facts.today)
    if line.position is None:
        return signs[0]
    organisation = (record.approvals or ())[line.position].organisation
    return next(sign for sign in signs if sign.organisation == organisation)
