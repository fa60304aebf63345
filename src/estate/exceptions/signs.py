"""Whether the signatures of an acceptance hold: each by a key of that person, in that role, then.

Keys are listed with the holders of a role (`organisations.*.roles`), so a key counts from the day
its holder takes the role to the day they leave it. A signature by any other key is forged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

from estate.exceptions.approvals import Grant, Signing, grants_of, in_force
from estate.exceptions.authority import attributed, concerned, held, holders
from estate.findings import Sign
from estate.frozen import frozen
from estate.model import Approval, Estate, RiskAcceptance

__all__ = ["Bench", "signed", "signs_of", "stray_signatures"]


@frozen
class Bench:
    """Who may sign: the role that is asked for, and the organisations that may speak."""

    estate: Estate
    role: str
    speakers: tuple[str, ...]


def signs_of(record: RiskAcceptance, grant: Grant, bench: Bench) -> tuple[Sign, ...]:
    """Return how each person's acceptance stands, in the order in which they are written."""
    return tuple(_sign(record, signing, bench) for signing in grant.signings)


def signed(estate: Estate, record: RiskAcceptance, role: str, day: date) -> tuple[Sign, ...]:
    """Return how the signatures of a record stand on a day, whatever it covers is found or not."""
    concerns = concerned(estate, record, ()).organisations
    speakers = tuple(dict.fromkeys([*concerns, *sorted(record.organisation or ())]))
    grant = attributed(in_force(grants_of(record), day), estate, role, speakers)
    return signs_of(record, grant, Bench(estate, role, speakers))


def stray_signatures(record: RiskAcceptance, grant: Grant) -> Iterator[str]:
    """Yield what is wrong with signatures that belong to nobody: nothing is dropped in silence."""
    if record.approvals and record.signature is not None:
        yield "beside approvals, a signature of the whole record is nobody's"
    spoken = {signing.organisation for signing in grant.signings}
    yield from _repeated(record)
    for line in record.approvals or ():
        if line.signature is not None and line.organisation not in spoken:
            yield f"the signature for {line.organisation} belongs to an approval that was replaced"


def _repeated(record: RiskAcceptance) -> Iterator[str]:
    """Refuse several lines of one organisation: a signature stands for its own line alone."""
    lines = record.approvals or ()
    if any(line.signature is not None for line in lines):
        times = Counter(line.organisation for line in lines)
        for key in (key for key, count in times.items() if count > 1):
            yield f"{key} has {times[key]} lines under approvals, and a signature is of one alone"


def _sign(record: RiskAcceptance, signing: Signing, bench: Bench) -> Sign:
    whose = (signing.organisation,) if signing.organisation else bench.speakers
    role_held = held(bench.estate, bench.role, signing, bench.speakers)
    sign = Sign(signing.organisation, signing.person, signing.on, role_held, "unsigned")
    approval = _line(record, signing)
    armoured = record.signature if approval is None else approval.signature
    if armoured is None:
        return sign
    # Only a record that is signed pays for the cryptography.
    from estate.exceptions.canonical import payload  # noqa: PLC0415
    from estate.exceptions.sshsig import verify  # noqa: PLC0415

    keys = [
        key
        for organisation in whose
        for holder in holders(bench.estate.get(organisation), bench.role, signing)
        for key in holder.keys
    ]
    verdict = verify(armoured, payload(record, approval), keys)
    state: Literal["verified", "refused"] = "verified" if verdict.holds else "refused"
    return replace(sign, signature=state, key=verdict.key, reason=verdict.reason)


def _line(record: RiskAcceptance, signing: Signing) -> Approval | None:
    lines = (a for a in record.approvals or () if a.organisation == signing.organisation)
    return next(lines, None)
