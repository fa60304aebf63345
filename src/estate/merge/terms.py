"""Contracts and agreements by their ends, against vesting day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from estate.facts import Facts
from estate.facts.vesting import councils
from estate.findings.reorganisation import ZONES, Terms, Zone
from estate.model import Agreement, Asset, Contract, Organisation
from estate.model.scalars import NEVER, Term

__all__ = ["terms_of", "zone_of"]

_YEAR: Final = Term(months=12)
_EXPIRY: Final = Term(months=36)


def zone_of(end: date | None, vesting: date | None) -> Zone:
    """Return where the last day of a term lies around a vesting day.

    Source: the zones of GDS Local's transition work: pre-vesting < V ≤ year-1 < V and 12 months ≤
    natural-expiry < V and 36 months ≤ long-tail.
    """
    if end is None or vesting is None:
        return "unknown"
    if end < vesting:
        return "pre-vesting"
    if end < _YEAR.after(vesting):
        return "year-1"
    return "natural-expiry" if end < _EXPIRY.after(vesting) else "long-tail"


def terms_of(facts: Facts) -> tuple[Terms, ...]:
    """Return every contract and agreement in use of an organisation that is replaced, by zone.

    Those whose organisation is not recorded are among them, where anybody is replaced: they may
    be concerned.
    """
    found = [*_contracts(facts), *_agreements(facts)]
    return tuple(
        sorted(found, key=lambda each: (ZONES.index(each.zone), each.end or NEVER, each.id))
    )


def _contracts(facts: Facts) -> Iterator[Terms]:
    ends, notice = facts.column("contract.current_end"), facts.column("contract.notice_by")
    for entry in facts.estate.of("contract").values():
        if isinstance(entry, Contract) and _concerned(facts, entry, _whose(facts, entry)):
            yield _terms(facts, entry, ends[entry.id], notice[entry.id])


def _agreements(facts: Facts) -> Iterator[Terms]:
    for entry in facts.estate.of("agreement").values():
        if isinstance(entry, Agreement) and _concerned(facts, entry, _whose(facts, entry)):
            yield _terms(facts, entry, entry.ends, None)


def _whose(facts: Facts, entry: Asset) -> tuple[str, ...]:
    """Return the organisations that have it; of an agreement of nobody's, its parties."""
    known: tuple[str, ...] = facts.column("asset.organisations")[entry.id] or ()
    if not known and isinstance(entry, Agreement):
        return councils(facts.estate, entry.parties or ())
    return tuple(known)


def _concerned(facts: Facts, entry: Asset, whose: tuple[str, ...]) -> bool:
    """Whether one that has it is replaced, or may be, and it is still there."""
    state = facts.column("asset.state")[entry.id]
    return _vesting(facts, whose) != NEVER and state != "retired"


def _vesting(facts: Facts, whose: tuple[str, ...]) -> date | None:
    """Return the first day on which one of them is replaced; None where it cannot be known."""
    organisations = facts.estate.of("organisation")
    days = [
        each.vesting
        for entry in organisations.values()
        if isinstance(entry, Organisation) and (entry.id in whose or not whose)
        for each in entry.successors or ()
    ]
    return None if days and not whose else min(days, default=NEVER)


def _terms(facts: Facts, entry: Asset, end: date | None, notice: date | None) -> Terms:
    whose = _whose(facts, entry)
    vesting = _vesting(facts, whose)
    value = getattr(entry, "value", None)
    return Terms(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        organisations=whose,
        zone=zone_of(end, vesting),
        vesting=vesting,
        end=None if end == NEVER else end,
        endless=end == NEVER,
        notice_by=None if notice == NEVER else notice,
        assignable=getattr(entry, "novation", None),
        value=None if value is None else float(value),
    )
